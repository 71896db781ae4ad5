"""The way to Telegram: what a failure means is never confused."""

import asyncio
import socket
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from telegram import Bot
from telegram.error import Conflict, InvalidToken, NetworkError, RetryAfter, TimedOut

from bot.poller import Hopeless
from bot.transport import AiohttpRequest, Garbled, NotSent
from bot.warmth import keep_warm
from bot.wiring import build
from sandbox.http import application, serving
from sandbox.phone import Phone
from sandbox.world import World
from tests.town import Town


@pytest.fixture
def world() -> World:
    world = World()
    world.pace = None
    return world


@pytest.fixture
def nam(world: World) -> Phone:
    return world.phone(900000018, "Nam", started=True)


@pytest.fixture
async def bot(world: World) -> AsyncIterator[Bot]:
    async with serving(application(world)) as port:
        base = f"http://127.0.0.1:{port}"
        ways = AiohttpRequest(), AiohttpRequest()
        bot = Bot(
            world.token,
            f"{base}/bot",
            f"{base}/file/bot",
            request=ways[0],
            get_updates_request=ways[1],
        )
        async with bot:
            yield bot


async def test_messages_and_files_arrive(bot: Bot, nam: Phone) -> None:
    await bot.send_message(nam.user.id, "Chào đồng chí")
    await bot.send_document(nam.user.id, b"abc", filename="biên bản.txt", caption="Tệp")
    assert [m.text for m in nam.messages] == ["Chào đồng chí", "Tệp"]


async def test_what_was_lost_on_the_way_back_is_in_doubt(
    bot: Bot, world: World, nam: Phone
) -> None:
    world.faults.lose_answers(1, "sendMessage")
    with pytest.raises(NetworkError) as raised:
        await bot.send_message(nam.user.id, "?")
    assert not isinstance(raised.value, NotSent)
    assert len(nam.messages) == 1


async def test_a_silent_telegram_is_in_doubt_too(bot: Bot, world: World, nam: Phone) -> None:
    world.faults.lose_answers(1, "sendMessage", hang=True)
    with pytest.raises(TimedOut):
        await bot.send_message(nam.user.id, "?", read_timeout=0.2)


async def test_a_429_says_how_long(bot: Bot, world: World, nam: Phone) -> None:
    world.faults.too_many(nam.user.id, 7)
    with pytest.raises(RetryAfter):
        await bot.send_message(nam.user.id, "?")


async def test_in_a_quiet_hour_the_line_is_kept_open(bot: Bot, world: World) -> None:
    way = bot.request
    assert isinstance(way, AiohttpRequest)
    keeping = asyncio.create_task(keep_warm(bot, way, quiet=0.01))
    async with asyncio.timeout(40):
        while sum(call.method == "getMe" for call in world.calls) < 4:  # noqa: ASYNC110
            await asyncio.sleep(0.02)
    keeping.cancel()


async def test_nobody_there_means_certainly_not_sent() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    request = AiohttpRequest()
    await request.initialize()
    with pytest.raises(NotSent):
        await request.do_request(f"http://127.0.0.1:{port}/bot1:a/getMe", "POST")
    await request.rebuild()
    with pytest.raises(NotSent):
        await request.do_request(f"http://127.0.0.1:{port}/bot1:a/getMe", "POST")
    await request.shutdown()


async def test_a_broken_pool_is_rebuilt_and_the_bot_hears_again(
    world: World, nam: Phone, tmp_path: Path
) -> None:
    async with (
        serving(application(world)) as port,
        build(
            token=world.token,
            database_path=tmp_path / "x.db",
            base_url=f"http://127.0.0.1:{port}",
        ) as house,
    ):
        world.faults.unreachable(30.0)
        for _ in range(3):
            with pytest.raises(NetworkError):
                await house.poller.once(0)
        world.faults.clear()
        await house.poller._pool.rebuild()  # type: ignore[union-attr]
        await nam.write("/start")
        assert await house.poller.once(0) == 1
        await house.dispatcher.drain()


async def test_an_answer_that_is_none_is_in_doubt_and_in_no_log(
    caplog: pytest.LogCaptureFixture,
) -> None:
    for said in (b"<html>Nguyen Thi Hoa</html>", b'{"ok":true,"result":[{"text":"Hoa', b"[]", b""):
        with pytest.raises(Garbled):
            AiohttpRequest.parse_json_payload(said)
    assert caplog.records == []


@pytest.mark.parametrize("refusal", [Conflict("other getUpdates"), InvalidToken("revoked")])
async def test_whoever_is_refused_for_ten_minutes_ends_with_an_alarm(
    bare: Town, refusal: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    passed, poller = [0.0], bare.house.poller

    async def refuse(_: int) -> Any:
        raise refusal

    async def pass_by(seconds: float) -> None:
        passed[0] += seconds

    poller._ask = refuse  # type: ignore[method-assign]
    poller._tick = lambda: passed[0]
    monkeypatch.setattr("bot.poller.asyncio.sleep", pass_by)
    with bare.expect_faults("fetching updates"), pytest.raises(Hopeless):
        await poller.run()
    assert 600 <= passed[0] < 630
    monkeypatch.undo()
    del poller._ask
