"""One person's messages are decided one after the other, also one that comes late."""

import asyncio
import time
from collections import defaultdict
from pathlib import Path

import pytest

from bot.dispatch import AT_ONCE
from bot.lanes import LanePlace
from domain.letters import Message
from handlers.kit.router import Router
from handlers.kit.turn import Turn
from tests.kernel.conftest import count
from tests.town import BINH, HANH, Town, open_town


async def test_a_late_third_waits_for_the_second_and_others_do_not(tmp_path: Path) -> None:
    """The lock of a person fell when the first ended, although the second held it."""
    router, gates, seen = Router(), defaultdict[str, asyncio.Event](asyncio.Event), list[str]()

    @router.command("slow")
    async def on_slow(turn: Turn) -> Message | None:
        seen.append(f"begin {turn.args}")
        await gates[turn.args].wait()
        seen.append(f"end {turn.args}")
        return await turn.do(count, turn.args)

    async def until(word: str) -> None:
        async with asyncio.timeout(20):
            while word not in seen:  # noqa: ASYNC110 - it is only noted
                await asyncio.sleep(0.01)

    async with open_town(tmp_path, routers=(router,)) as town:
        poller = town.house.poller
        for number in "12":
            await town.phone(BINH).write(f"/slow {number}")
        await poller.once(0)
        await until("begin 1")
        gates["1"].set()
        await until("begin 2")
        await town.phone(BINH).write("/slow 3")
        await town.phone(HANH).write("/slow 4")
        await poller.once(0)
        await until("begin 4")
        assert seen == ["begin 1", "end 1", "begin 2", "begin 4"]
        for number in "234":
            gates[number].set()
        await town.settle()
        assert seen.index("end 2") < seen.index("begin 3")
        assert town.house.dispatcher._locks == {}, "nobody's lock is left lying"


async def test_what_one_sends_too_fast_keeps_nobody_waiting(
    bare: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All of it is answered, in its order; what is more than can be read at once is put off."""
    monkeypatch.setattr("bot.dispatch.BRAKE", 0.1)
    begun, dispatcher, more = time.monotonic(), bare.house.dispatcher, 10
    for number in range(AT_ONCE + more):
        await bare.phone(BINH).write(f"/say {number}")
    await bare.phone(HANH).write("/say hello")
    await bare.house.poller.once(0)
    assert dispatcher.busy == AT_ONCE + 1, "the poller need not rest for what waits behind"
    async with asyncio.timeout(30):
        while "hello" not in str(bare.phone(HANH).messages[1:]):  # noqa: ASYNC110 - it tells nobody
            await asyncio.sleep(0.01)
    assert dispatcher.busy + dispatcher._behind > AT_ONCE, "she waits for none of his"
    await bare.settle()
    assert time.monotonic() - begun >= more * 0.1, "so far apart"
    said = [text.split()[-2] for text in await bare.heard(BINH)]
    assert said == [str(number) for number in range(AT_ONCE + more)]
    assert (dispatcher.busy, dispatcher._behind) == (0, 0)


async def test_who_waits_in_a_line_takes_no_place_from_others() -> None:
    slots = asyncio.Semaphore(2)
    first = LanePlace(None, slots)
    second = LanePlace(first, slots)
    for place in (first, second):
        await place.begin()
    assert slots.locked()
    waiting = asyncio.create_task(second.comes())
    await asyncio.sleep(0)
    assert not slots.locked(), "a third may be heard meanwhile"
    assert not waiting.done()
    first.passed()
    await waiting
    for place in (first, second, second):
        place.leave()
    assert slots._value == 2, "each place was given back once"
