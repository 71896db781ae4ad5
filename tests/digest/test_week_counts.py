"""The week in figures: the golden ones of the sample, and past weeks as they stood."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest

from actions.sample import load_sample
from actions.sample.sample import Sample
from domain.periods import Week
from domain.work_counts import WeekOfWork
from storage import Database
from tests.town import ICT

ANCHOR = date(2026, 11, 23)
MONDAY = datetime(2026, 11, 23, 6, 30, tzinfo=ICT)


async def look(folder: Path, at: Callable[[Sample], WeekOfWork]) -> WeekOfWork:
    async with Database.open(folder / "office.db") as database:
        return await database.write(lambda c: at(load_sample(c, ANCHOR)))


async def test_week_47_is_golden(tmp_path: Path) -> None:
    seen: dict[str, Sample] = {}

    def count(sample: Sample) -> WeekOfWork:
        seen["sample"] = sample
        return sample.work.assignments.week_counts(
            Week.parse("2026-W47"), MONDAY, sample.work.calendar
        )

    week, sample = await look(tmp_path, count), seen["sample"]
    office, golden = week.office, sample.data["expected_digest_week_47"]
    same = ("given", "due", "on_time", "late", "closed", "review", "open")
    assert {name: getattr(office, name) for name in same} == {n: golden[n] for n in same}
    assert office.unaccepted == golden["new"]
    assert office.overdue == office.due_overdue == 3
    units = {c: week.units[i] for c, i in sample.units.items()}
    assert {c: [u.due, u.on_time] for c, u in units.items()} == golden["byunit"]
    codes = {person: code for code, person in sample.people.items()}
    overdue = [
        [o.code, o.title, codes[o.lead_id], o.days, o.blocked or None] for o in week.overdue
    ]
    assert sorted(overdue, key=str) == sorted(golden["overdue"], key=str)
    following = {(d.code, d.title, d.due_at.astimezone(ICT).date().isoformat()) for d in week.next}
    assert following == {tuple(row) for row in golden["next"]}


@pytest.mark.parametrize("number", range(40, 47))
async def test_a_past_week_stands_as_it_stood(tmp_path: Path, number: int) -> None:
    """Counted at its own cut-off, and from the plain file by the definitions."""
    week = Week.parse(f"2026-W{number}")
    cut_off = datetime.combine(week.next.monday, MONDAY.timetz())
    seen: dict[str, Sample] = {}

    def count(sample: Sample) -> WeekOfWork:
        seen["sample"] = sample
        return sample.work.assignments.week_counts(week, cut_off, sample.work.calendar)

    counted, sample = await look(tmp_path, count), seen["sample"]
    begins, ends = week.begins(ICT), week.ends(ICT)
    tasks = [
        {k: sample.moment_or_none(v) if str(v)[:3] == "202" else v for k, v in t.items()}
        for t in sample.data["tasks"]
    ]
    known = [t for t in tasks if t["given_at"] < cut_off]
    due = [t for t in known if begins <= t["due_at"] < ends]
    sent = [t for t in due if t["submitted_at"] and t["submitted_at"] < cut_off]
    office = counted.office
    assert office.given == sum(begins <= t["given_at"] < ends for t in known)
    assert office.due == len(due)
    assert office.on_time == sum(t["submitted_at"] <= t["due_at"] for t in sent)
    assert office.late == len(sent) - office.on_time
    assert office.due == office.on_time + office.late + office.due_overdue
    assert office.closed == sum(begins <= t["closed_at"] < ends for t in known if t["closed_at"])
    unsent = [t for t in known if not t["submitted_at"] or t["submitted_at"] >= cut_off]
    assert office.open == len(unsent)
    assert office.overdue == sum(t["due_at"] < cut_off for t in unsent)
