"""Updates: numbered, kept for their time, given to one poller."""

from __future__ import annotations

import asyncio
import time

from telegram import Bot, Update

from sandbox.phone import Phone
from sandbox.world import World
from tests.sandbox.conftest import Ask, Stopwatch


async def updates(bot: Bot, **more: int) -> tuple[Update, ...]:
    return await bot.get_updates(timeout=0, **more)


async def test_offset_confirms(bot: Bot, nam: Phone) -> None:
    for word in ("một", "hai", "ba"):
        await nam.write(word)
    first = await updates(bot, limit=2)
    assert [u.message.text for u in first if u.message] == ["một", "hai"]
    assert len(await updates(bot)) == 3
    rest = await updates(bot, offset=first[1].update_id + 1)
    assert [u.message.text for u in rest if u.message] == ["ba"]
    assert [u.update_id for u in await updates(bot, offset=-1)] == [rest[0].update_id]
    assert not await updates(bot, offset=rest[0].update_id + 1)


async def test_ids_go_on_after_a_restart(nam: Phone, bot: Bot) -> None:
    await nam.write("trước")
    before = (await updates(bot))[0].update_id
    await asyncio.sleep(0.3)
    again = World()
    await again.phone(1, "An").write("sau")
    _, body = await again.call("getUpdates", {})
    assert body["result"][0]["update_id"] > before - 1
    assert body["result"][0]["update_id"] < 2**31


async def test_a_long_poll_waits(world: World, nam: Phone) -> None:
    poll = asyncio.ensure_future(world.call("getUpdates", {"timeout": 10}))
    await asyncio.sleep(0.05)
    assert not poll.done()
    await nam.write("đây")
    _, body = await asyncio.wait_for(poll, 1)
    assert body["result"][0]["message"]["text"] == "đây"


async def test_a_long_poll_ends_empty(world: World) -> None:
    began = time.monotonic()
    _, body = await world.call("getUpdates", {"timeout": 1})
    assert body["result"] == []
    assert time.monotonic() - began >= 0.9


async def test_two_pollers_conflict(world: World) -> None:
    first = asyncio.ensure_future(world.call("getUpdates", {"timeout": 10}))
    await asyncio.sleep(0.01)
    second = asyncio.ensure_future(world.call("getUpdates", {"timeout": 10}))
    status, body = await asyncio.wait_for(first, 1)
    assert status == 409
    assert body["description"].startswith("Conflict: terminated by other getUpdates request")
    assert world.violations
    second.cancel()


async def test_kinds_not_asked_for_never_come(bot: Bot, nam: Phone, world: World) -> None:
    await bot.get_updates(timeout=0, allowed_updates=["message"])
    await nam.block()
    await nam.unblock()
    await nam.write("có")
    (only,) = await updates(bot)
    assert only.message is not None
    assert only.message.text == "có"
    await world.call("getUpdates", {"allowed_updates": ["mesage"]})
    assert str(world.violations[-1]) == 'getUpdates: unknown kind of update "mesage"'


async def test_presses_are_kept_150_seconds_messages_a_day(
    bot: Bot, nam: Phone, ask: Ask, stopwatch: Stopwatch
) -> None:
    button = {"inline_keyboard": [[{"text": "Nhận", "callback_data": "n"}]]}
    await ask("sendMessage", text="x", reply_markup=button)
    await nam.tap("Nhận")
    await nam.write("chữ")
    stopwatch.forward(149)
    assert len(await updates(bot)) == 2
    stopwatch.forward(2)
    (left,) = await updates(bot)
    assert left.message is not None
    assert left.message.text == "chữ"
    stopwatch.forward(86_400)
    assert not await updates(bot)


async def test_asking_the_same_again_is_slowed_down(world: World, nam: Phone) -> None:
    world.pace = None
    from sandbox.pace import Pace

    world.pace = Pace()
    await nam.write("a")
    await nam.write("b")
    _, first = await world.call("getUpdates", {})
    _, second = await world.call("getUpdates", {})
    assert (len(first["result"]), len(second["result"])) == (2, 1)
