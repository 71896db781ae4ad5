"""Weeks told like the sample's, made up at random: counted as the founders' rules say, from the
file alone."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest

from actions.sample import load_sample
from actions.sample.sample import Sample
from domain.periods import Week
from domain.work_counts import WorkCounts
from storage import Database
from storage.bundled import sample_data
from tests.town import ICT

WEEK = Week.parse("2026-W47")
BEGINS, ENDS = WEEK.begins(ICT), WEEK.ends(ICT)
CUT_OFF = datetime(2026, 11, 23, 6, 30, tzinfo=ICT)
STATES = ("da_giao", "dang_lam", "cho_nghiem_thu", "hoan_thanh", "tra_lai", "tam_dung", "huy")
Told = dict[str, Any]


def tasks(chance: Random) -> Iterator[Told]:
    """Each by its state: given, accepted, sent and closed at some hours of five weeks; hours of
    the frozen night among them."""
    some = sample_data()["tasks"]
    for number in range(60):
        task, state = dict(chance.choice(some)), chance.choice(STATES)
        last = CUT_OFF - timedelta(hours=chance.choice((0, 1, 5, 31, 100, 200)), minutes=1)
        sent = last - timedelta(hours=chance.randrange(1, 90))
        given = sent - timedelta(days=chance.randrange(6, 20))
        due = sent + timedelta(hours=chance.randrange(-120, 120))
        was = due - timedelta(days=2) if chance.random() < 0.3 else due
        began = None if state == "da_giao" else given + timedelta(hours=3)
        has_sent = state in ("cho_nghiem_thu", "hoan_thanh")
        yield {
            **task,
            "code": f"NV-2026-{number + 1:04}",
            "state": state,
            "given_at": given.isoformat(),
            "original_due": was.isoformat(),
            "due_at": due.isoformat(),
            "extensions": int(was != due),
            "reworks": 0,
            "accepted_at": began.isoformat() if began else None,
            "submitted_at": sent.isoformat() if has_sent else None,
            "closed_at": last.isoformat() if state == "hoan_thanh" else None,
        }


def plainly(told: list[Told]) -> Counter[str]:
    """Domain 3.1, «Weekly digest counts», word for word."""
    found = Counter[str]()
    for task in told:
        at = {
            name: datetime.fromisoformat(task[name]) if task[name] else None
            for name in ("given_at", "due_at", "submitted_at", "closed_at")
        }
        given, due, sent, closed = at.values()
        assert given is not None
        assert due is not None
        found["given"] += BEGINS <= given < ENDS
        if task["state"] in ("tam_dung", "huy"):
            continue
        in_week = BEGINS <= due < ENDS
        found["due"] += in_week
        found["on_time"] += bool(in_week and sent and sent <= due)
        found["late"] += bool(in_week and sent and sent > due)
        found["overdue"] += sent is None and due < CUT_OFF
        found["due_overdue"] += in_week and sent is None
        found["closed"] += bool(closed and BEGINS <= closed < ENDS)
        found["review"] += bool(sent and not closed)
        found["open"] += sent is None
        found["unaccepted"] += task["state"] == "da_giao"
    return found


@pytest.mark.parametrize("seed", range(4))
async def test_any_week_is_counted_as_the_rules_say(tmp_path: Path, seed: int) -> None:
    told = list(tasks(Random(seed)))

    def count(connection: Any) -> tuple[Sample, WorkCounts, dict[int | None, WorkCounts]]:
        data = {**sample_data(), "tasks": told}
        sample = load_sample(connection, WEEK.next.monday, data)
        week = sample.work.assignments.week_counts(WEEK, CUT_OFF, sample.work.calendar)
        return sample, week.office, week.units

    async with Database.open(tmp_path / "office.db") as database:
        sample, office, units = await database.write(count)
    rules = plainly(told)
    assert {name: getattr(office, name) for name in rules} == rules
    assert office.due == office.on_time + office.late + office.due_overdue
    for code, unit_id in sample.units.items():
        mine = plainly([task for task in told if task["unit"] == code])
        counts = units.get(unit_id, WorkCounts())
        assert {name: getattr(counts, name) for name in mine} == mine, code
