"""«Hoàn tác» on the card: one tap, for thirty seconds, where nobody else has acted."""

import json
from datetime import timedelta
from typing import Any

import pytest

from tests.helpers.assignments import give, number_from, row
from tests.town import BINH, HANH, THANG, Town


@pytest.fixture(autouse=True)
async def one_assignment(town: Town) -> None:
    await number_from(town, 147)
    await give(town, THANG, "Bình")
    await town.settle()


def card_of(town: Town) -> Any:
    """The card itself, not the answers below it."""
    return next(m for m in town.phone(BINH).messages if m.labels)


def offers(town: Town) -> bool:
    return town.phone(BINH).can_tap("Hoàn tác")


async def test_accepted_by_mistake(town: Town) -> None:
    assert not offers(town)
    await town.tap(BINH, "Nhận việc")
    assert offers(town)
    assert "Đã hoàn tác" in await town.tap(BINH, "Hoàn tác")
    assert await row(town, "state, accepted_at") == ("assigned", None)
    assert not offers(town)
    assert town.phone(BINH).can_tap("Nhận việc")


async def test_the_wrong_percentage(town: Town) -> None:
    await town.tap(BINH, "Nhận việc")
    await town.later(minutes=1)
    await town.tap(BINH, "Tiến độ")
    await town.tap(BINH, "75%")
    assert await row(town, "percent") == (75,)
    await town.tap(BINH, "Hoàn tác")
    assert await row(town, "percent") == (0,)


async def test_only_its_own_letters_are_taken_back(town: Town) -> None:
    """What waits for others, or was undone by nobody, still goes; what went is not unsaid."""
    letter = (
        "INSERT INTO letter (office_id, person_id, key, care, kind, message, state, undo_id,"
        " not_before, posted_at)"
        " VALUES (:o, :who, :key, 'sure', '', '{}', :state, :undo, :at, :at)"
    )
    tomorrow = town.now + timedelta(days=1)
    for key, state, undo in (("other's", "waiting", 1), ("plain", "waiting", None)):
        values = {"o": town.office_id, "who": town.person(HANH), "at": tomorrow}
        await town.sql(letter, key=key, state=state, undo=undo, **values)
    await town.tap(BINH, "Nhận việc")
    await town.later(minutes=1)
    await town.tap(BINH, "Vướng mắc")
    await town.write(BINH, "chờ phường gửi danh sách")
    [(own, waits)] = await town.sql(
        "SELECT key, state FROM letter WHERE undo_id > 1 AND person_id = :who",
        who=town.person(THANG),
    )
    assert waits == "waiting"
    await town.tap(BINH, "Hoàn tác")
    states = dict(await town.sql("SELECT key, state FROM letter WHERE key IN (:a, 'plain', :b)",
                                 a=own, b="other's"))  # fmt: skip
    assert states == {own: "dropped", "plain": "waiting", "other's": "waiting"}


async def test_the_journal_keeps_only_what_was_written_over(town: Town) -> None:
    await town.tap(BINH, "Nhận việc")
    kept = await town.sql("SELECT facts FROM journal WHERE event = 'accepted'")
    before = json.loads(kept[0][0])["before"]
    assert before == {"state": "assigned", "accepted_at": None, "version": 1}


async def test_an_obstacle_that_was_none_is_heard_by_nobody(town: Town) -> None:
    await town.tap(BINH, "Nhận việc")
    await town.later(minutes=1)
    before = await town.heard(THANG)
    await town.tap(BINH, "Vướng mắc")
    await town.write(BINH, "chờ phường gửi danh sách")
    await town.tap(BINH, "Hoàn tác", card_of(town))
    await town.later(minutes=2)
    assert await row(town, "blocked") == ("",)
    assert len(await town.heard(THANG)) == len(before)


async def test_an_obstacle_taken_away_by_mistake_is_heard_by_nobody(town: Town) -> None:
    await town.write(BINH, "nhận 147")
    await town.write(BINH, "147 vướng, chờ phường gửi danh sách")
    await town.later(minutes=1)
    before = await town.heard(THANG)
    await town.tap(BINH, "Hết vướng", card_of(town))
    await town.tap(BINH, "Hoàn tác", card_of(town))
    await town.later(minutes=2)
    assert len(await town.heard(THANG)) == len(before)


async def test_it_goes_after_thirty_seconds(town: Town) -> None:
    """Also when one thing was done right after the other: each counts its own time."""
    await town.tap(BINH, "Nhận việc")
    await town.later(seconds=20)
    await town.tap(BINH, "Tiến độ")
    await town.tap(BINH, "25%")
    await town.later(seconds=15)
    assert offers(town)
    await town.later(seconds=20)
    assert not offers(town)


async def test_others_have_no_such_button(town: Town) -> None:
    await town.tap(BINH, "Nhận việc")
    for who in (THANG, HANH):
        await town.write(who, "/viec")
        await town.phone(who).press("a.open:2", town.phone(who).last.message_id)
        await town.settle()
        card = town.phone(who).last
        assert "NV-2026-0147" in card.text
        assert "Hoàn tác" not in card.labels
