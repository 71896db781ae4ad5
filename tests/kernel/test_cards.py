"""A live card is one message a person and thing, always as things stand now."""

import asyncio
from typing import Any

import pytest

from actions.cards import cards
from actions.desk import action
from domain.access import Permission, clock_of
from domain.letters import Message
from storage import Work
from tests.kernel.conftest import ECHO
from tests.town import HANH, Town


@action(needs=Permission.RUN_TIMETABLE)
def change(work: Work, person_id: int) -> None:
    """Something changed: its card is owed anew."""
    work.log("changed", "thing", 1)
    work.redraw("thing:1", person_id, ring=True)


@action(needs=Permission.RUN_TIMETABLE)
def look_again(work: Work, person_id: int) -> None:
    """Its card is owed, and nothing on it changed."""
    work.redraw("thing:1", person_id)


def draw(work: Work, number: int) -> Message | None:
    return Message(ECHO, {"code": f"state {len(work.journal.history('thing', number))}"})


@pytest.fixture(autouse=True)
def things(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(cards(), "thing", draw)


async def test_a_card_is_edited_in_place(bare: Town) -> None:
    await _change(bare)
    assert "state 1" in (await bare.heard(HANH))[-1]
    await _change(bare)
    assert [t[-7:] for t in await bare.heard(HANH)] == ["state 2"]


async def test_many_changes_are_one_drawing(bare: Town) -> None:
    for _ in range(10):
        await _change(bare)
    await bare.settle()
    assert [t[-8:] for t in await bare.heard(HANH)] == ["state 10"]
    assert await bare.sql("SELECT count(*), state FROM letter") == [(1, "sent")]


async def test_a_change_during_the_drawing_is_drawn_after_it(bare: Town) -> None:
    [delivery] = await _lease(bare)
    message = await bare.house.post.draw(delivery)
    assert message is not None
    await _change(bare)
    carried = await bare.house.courier.deliver(delivery, message)
    await bare.house.post.delivered(delivery, carried.message_id)
    assert await bare.sql("SELECT state FROM letter") == [("waiting",)]
    assert "state 2" in (await bare.heard(HANH))[-1]


async def test_a_deleted_card_comes_anew(bare: Town) -> None:
    await _change(bare)
    await bare.settle()
    phone = bare.phone(HANH)
    phone.last.deleted = True
    await _change(bare)
    await bare.later(seconds=5)
    assert [t[-7:] for t in await bare.heard(HANH)] == ["state 2"]


async def test_what_is_the_same_is_not_edited_and_no_fault(bare: Town) -> None:
    await _change(bare)
    await bare.settle()
    bare.house.courier._looks.clear()
    await bare.house.desk.do(look_again, clock_of(bare.office_id), bare.person(HANH))
    await bare.later(seconds=5)
    assert [c for c in bare.world.state.calls if c.method.startswith("editMessage")] == []
    assert await bare.sql("SELECT state FROM letter") == [("sent",)]


async def _change(town: Town) -> None:
    await town.house.desk.do(change, clock_of(town.office_id), town.person(HANH))


async def _lease(town: Town) -> Any:
    await _change(town)
    await asyncio.sleep(0)
    return await town.house.post.take(5, 5)
