"""How fast the bot may speak, and what can be made to go wrong."""

from __future__ import annotations

from datetime import timedelta

import pytest

from sandbox.clock import Clock
from sandbox.errors import AnswerLost, Unreachable
from sandbox.pace import Pace
from sandbox.phone import Phone
from sandbox.world import World
from tests.sandbox.conftest import Ask, Stopwatch


async def test_one_a_second_a_chat_after_a_small_burst(
    ask: Ask, world: World, stopwatch: Stopwatch
) -> None:
    world.pace = Pace(monotonic=stopwatch)
    for number in range(5):
        assert isinstance(await ask("sendMessage", text=str(number)), dict)
    assert await ask("sendMessage", text="6") == "Too Many Requests: retry after 1"
    assert world.violations
    _, body = await world.call("sendMessage", {"chat_id": 900000018, "text": "7"})
    assert body["parameters"] == {"retry_after": 1}
    stopwatch.forward(1)
    assert isinstance(await ask("sendMessage", text="8"), dict)
    assert await ask("sendMessage", text="9") == "Too Many Requests: retry after 1"


async def test_edits_count_answers_do_not(ask: Ask, world: World, stopwatch: Stopwatch) -> None:
    card = await ask("sendMessage", text="x")
    world.pace = Pace(monotonic=stopwatch, burst=1)
    assert isinstance(await ask("editMessageText", text="y", message_id=card["message_id"]), dict)
    words = await ask("editMessageText", text="z", message_id=card["message_id"])
    assert words.startswith("Too Many Requests")
    assert await ask("sendChatAction", action="typing") is True


async def test_thirty_a_second_overall(world: World, stopwatch: Stopwatch) -> None:
    world.pace = Pace(monotonic=stopwatch)
    statuses = []
    for number in range(31):
        world.phone(1000 + number, "A", started=True)
        status, _ = await world.call("sendMessage", {"chat_id": 1000 + number, "text": "x"})
        statuses.append(status)
    assert statuses == [200] * 30 + [429]


async def test_hours_that_pass_in_a_moment_are_not_counted_in_seconds(
    ask: Ask, world: World, stopwatch: Stopwatch
) -> None:
    world.pace = Pace(monotonic=stopwatch, burst=1)
    clock = world.clock
    assert isinstance(clock, Clock)
    n = clock.jump(clock() + timedelta(days=1))
    for _ in range(3):
        assert isinstance(await ask("sendMessage", text="x"), dict)
    clock.done(n)
    assert isinstance(await ask("sendMessage", text="x"), dict)
    assert await ask("sendMessage", text="x") == "Too Many Requests: retry after 1"


async def test_twenty_a_minute_in_a_group(world: World, stopwatch: Stopwatch) -> None:
    group = world.group()
    world.pace = Pace(monotonic=stopwatch)
    statuses = [
        (await world.call("sendMessage", {"chat_id": group.id, "text": "x"}))[0] for _ in range(21)
    ]
    assert statuses == [200] * 20 + [429]
    stopwatch.forward(60)
    assert (await world.call("sendMessage", {"chat_id": group.id, "text": "x"}))[0] == 200


async def test_faults_are_conditions(
    ask: Ask, world: World, nam: Phone, hanh: Phone, stopwatch: Stopwatch
) -> None:
    world.faults.too_many(nam.user.id, 7)
    assert await ask("sendMessage", text="x") == "Too Many Requests: retry after 7"
    assert isinstance(await ask("sendMessage", text="x", chat_id=hanh.user.id), dict)
    stopwatch.forward(8)
    assert isinstance(await ask("sendMessage", text="x"), dict)
    world.faults.bad_gateway(1)
    assert await ask("sendMessage", text="x") == "Bad Gateway"
    assert not world.violations


async def test_unreachable_and_lost_answers(
    ask: Ask, world: World, nam: Phone, stopwatch: Stopwatch
) -> None:
    world.faults.unreachable(60)
    with pytest.raises(Unreachable):
        await ask("sendMessage", text="không tới")
    assert not nam.messages
    stopwatch.forward(61)
    world.faults.lose_answers(1, "sendMessage")
    with pytest.raises(AnswerLost):
        await ask("sendMessage", text="tới rồi")
    assert nam.last.text == "tới rồi"
    assert isinstance(await ask("sendMessage", text="nghe được"), dict)
    assert not world.violations


async def test_an_edit_whose_answer_was_lost_may_be_asked_once_more(
    ask: Ask, world: World
) -> None:
    card = await ask("sendMessage", text="x")
    world.faults.lose_answers(1, "editMessageText")
    with pytest.raises(AnswerLost):
        await ask("editMessageText", text="y", message_id=card["message_id"])
    for blamed in (0, 1):
        again = await ask("editMessageText", text="y", message_id=card["message_id"])
        assert "message is not modified" in again
        assert len(world.violations) == blamed


async def test_a_bot_that_died_does_not_know_how_its_cards_look(ask: Ask, world: World) -> None:
    card = await ask("sendMessage", text="x")
    world.bot_died()
    await ask("editMessageText", text="x", message_id=card["message_id"])
    assert world.violations == []
    await ask("editMessageText", text="x", message_id=card["message_id"])
    assert len(world.violations) == 1
