"""One hiccup of Telegram loses nobody's answer, and what was done is never said not to be."""

import contextlib
from datetime import timedelta
from typing import Any

import pytest

from tests.helpers.activities import plan_saturday
from tests.town import BINH, CUONG, MAI, Town, clock

HICCUPS = ("429", "502", "unreachable", "lost", "garbled")


def hiccup(town: Town, kind: str) -> None:
    """The next answer of Telegram does not come as it should."""
    faults = town.world.faults
    match kind:
        case "429":
            faults.too_many(MAI, 60)
            faults.too_many(BINH.id, 60)
        case "502":
            faults.bad_gateway(1)
        case "unreachable":
            faults.unreachable(60)
        case "lost":
            faults.lose_answers(1, "sendMessage")
        case "garbled":
            garble(town)


def garble(town: Town) -> None:
    """The next message is obeyed, and a captive portal's page comes back."""
    request: Any = town.house.bot.request
    ask = request.do_request

    async def do_request(url: str, *how: Any, **more: Any) -> tuple[int, bytes]:
        status, body = await ask(url, *how, **more)
        if not url.endswith("sendMessage"):
            return status, body
        request.do_request = ask
        return 200, b"<html>Dang nhap wifi</html>"

    request.do_request = do_request


def the_library_complaining(town: Town, kind: str) -> Any:
    """The stand-in for the wire is read by the library, which logs what it cannot read."""
    return town.expect_faults("invalid JSON") if kind == "garbled" else contextlib.nullcontext()


@pytest.mark.parametrize("kind", HICCUPS)
async def test_a_stranger_is_answered_all_the_same(town: Town, kind: str) -> None:
    await town.phone(MAI).write("alo")
    await town.house.poller.once(0)
    hiccup(town, kind)
    with the_library_complaining(town, kind):
        await town.house.dispatcher.drain()
    town.world.faults.clear()
    before = len(await town.heard(MAI))
    await town.later(minutes=2)
    said = await town.heard(MAI)
    assert len(said) == before + 1
    assert ("(gửi lại)" in said[-1]) == (kind in ("lost", "garbled", "502"))
    assert len(town.house.owed) == 0
    assert await town.sql("SELECT count(*) FROM person WHERE telegram_id = :id", id=MAI) == [(0,)]


@pytest.mark.parametrize("kind", HICCUPS)
async def test_what_staff_said_is_done_once_and_answered(bare: Town, kind: str) -> None:
    await bare.phone(BINH).write("/say once")
    await bare.house.poller.once(0)
    hiccup(bare, kind)
    with the_library_complaining(bare, kind):
        await bare.house.dispatcher.drain()
    bare.world.faults.clear()
    await bare.later(minutes=2)
    said = await bare.heard(BINH)
    assert not [text for text in said if "E-" in text]
    assert "once 1" in said[-1]
    assert ("(gửi lại)" in said[-1]) == (kind in ("lost", "garbled", "502"))
    assert await bare.sql("SELECT count(*) FROM journal") == [(1,)]
    assert await bare.sql("SELECT state, body FROM inbox") == [("ended", None)]


async def test_a_deed_whose_answer_cannot_be_written_is_not_said_to_be_lost(bare: Town) -> None:
    with bare.expect_faults("an update: KeyError"):
        said = await bare.write(BINH, "/unsayable")
    assert said.startswith("Đã ghi, đề nghị không gửi lại")
    assert await bare.sql("SELECT count(*) FROM journal") == [(1,)]
    assert await bare.sql("SELECT state, body, outcome FROM inbox") == [("ended", None, None)]


async def test_of_many_strangers_each_is_owed_little(town: Town) -> None:
    for _ in range(6):
        await town.phone(MAI).write("alo")
    await town.house.poller.once(0)
    town.world.faults.unreachable(60)
    await town.house.dispatcher.drain()
    assert len(town.house.owed) == 3
    await town.house.owed.round()
    town.now += timedelta(minutes=20)
    await town.house.owed.round()
    town.world.faults.clear()
    assert len(town.house.owed) == 0, "an old answer is no answer"


async def test_a_notice_that_telegram_did_not_take_is_said_in_a_message(town: Town) -> None:
    await plan_saturday(town)
    await town.go_to(clock(21, 10, 31))
    phone = town.phone(CUONG)
    asked = next(m for m in reversed(phone.messages) if "Báo sau" in str(m.reply_markup))
    before = len(await town.heard(CUONG))
    town.world.faults.bad_gateway(1)
    await phone.tap("Báo sau", asked)
    await town.settle()
    assert len(await town.heard(CUONG)) == before + 1
