"""The week's tasks, as the weekly report tells them."""

from collections.abc import Iterable, Set
from dataclasses import asdict, replace
from datetime import datetime

from actions.assignments.chasing import remind_all
from actions.rooms import Opened, ReportPart
from domain.digest import Seen, edition, light, percent
from domain.letters import NEXT_PAGE, Message, Place, Press, rows_of
from domain.periods import Week
from domain.report import Part
from domain.week_tasks import NAME, LateTask, NextDue, SectionTasks, WeekTasks, tasks_part
from domain.work_counts import Overdue, WeekOfWork, WorkCounts, added
from storage import Work

SHOWN = 8


def tell(work: Work, seen: Seen) -> Part:
    return tasks_part(*tasks_of_week(work, seen), work.office.label("unit"))


def tasks_of_week(work: Work, seen: Seen) -> tuple[WeekTasks, tuple[NextDue, ...]]:
    """The week in figures, and what is due in the next."""
    this = _week(work, seen, seen.week, seen.cut_off)
    due = tuple(NextDue(row.code, row.title, row.due_at) for row in this.next)
    return _tasks(work, seen, this), due


def _week(work: Work, seen: Seen, week: Week, cut_off: datetime) -> WeekOfWork:
    counted = work.assignments.week_counts(week, cut_off, work.calendar, seen.organisation)
    if seen.unit is None:
        return counted
    return replace(
        counted,
        office=counted.units.get(seen.unit, WorkCounts()),
        overdue=tuple(row for row in counted.overdue if row.unit_id == seen.unit),
        next=tuple(row for row in counted.next if row.unit_id == seen.unit),
    )


def _tasks(work: Work, seen: Seen, this: WeekOfWork) -> WeekTasks:
    last = edition(seen.week.previous, work.office.briefing, work.zone)
    before = _week(work, seen, last.week, last.cut_off).office
    again = work.assignments.reopened(last.cut_off, seen.cut_off, seen.unit)
    return WeekTasks.of(
        asdict(this.office),
        light=light(this.office, _longest(this.overdue)),
        percent=percent(this.office.on_time, this.office.due),
        was_due=before.due,
        was_on_time=before.on_time,
        overdue=tuple(LateTask.of(asdict(row), due=row.due_at) for row in this.overdue),
        units=_units(work, this) if seen.whole else (),
        reopened=tuple(again) if seen.organisation is None else (),
    )


def _longest(overdue: Iterable[Overdue]) -> int:
    return max((row.days for row in overdue), default=0)


def _units(work: Work, this: WeekOfWork) -> tuple[SectionTasks, ...]:
    """Every section of today with something to tell, then those in none, so that the sections
    add up to the whole."""
    names = {unit.id: unit.short for unit in work.offices.units(work.today)}
    known = [_unit(this, name, {unit_id}) for unit_id, name in names.items()]
    elsewhere = _unit(this, "", this.units.keys() - names.keys())
    return tuple(unit for unit in (*known, elsewhere) if unit)


def _unit(this: WeekOfWork, name: str, ids: Set[int | None]) -> SectionTasks | None:
    counts = added([this.units[unit_id] for unit_id in ids if unit_id in this.units])
    longest = _longest(row for row in this.overdue if row.unit_id in ids)
    if not (counts.due or counts.overdue):
        return None
    return SectionTasks.of(asdict(counts), name=name, light=light(counts, longest))


def open_overdue(work: Work, opened: Opened) -> Message:
    """The overdue tasks of the report, each one tap away, some on a page."""
    rows, page = opened.part.details, opened.page
    shown = [line.facts for line in rows[page * SHOWN : (page + 1) * SHOWN]]
    buttons = rows_of([Press("a.open", row["id"], label=str(row["number"])) for row in shown])
    rest = max(0, len(rows) - (page + 1) * SHOWN)
    if rest:
        buttons += ((Press(PART.verb, opened.digest_id, str(page + 1), label=NEXT_PAGE),),)
    if opened.seen.organisation is None:
        buttons += remind_all(work, opened.seen.unit or 0)
    facts = {"rows": shown, "n": len(rows), "more": rest or None}
    return Message("digest.drill", facts, buttons, place=Place.EDIT if page else Place.NEW)


PART = ReportPart(NAME, 10, tell, open_overdue, "d.over")
