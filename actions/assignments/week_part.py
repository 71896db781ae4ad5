"""The week's tasks, as the weekly report tells them."""

from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import replace
from datetime import datetime
from typing import Any

from actions.assignments.chasing import remind_listed, still_overdue
from actions.assignments.managing import remind
from actions.rooms import Opened
from domain.digest import Seen, edition, light, percent
from domain.drilling import FIGURE, OF_LIST, DrillWay
from domain.letters import Message, Place, Press, paged
from domain.medians import medians
from domain.periods import Span, Week
from domain.report import Part, ReportTable, facts_in
from domain.week_tasks import (
    BALANCE,
    NO_UNIT,
    LateTask,
    NextDue,
    SectionTasks,
    WeekTasks,
    balance_part,
    is_busy,
    tasks_part,
)
from domain.work_counts import (
    Balance,
    Overdue,
    StateSince,
    Task,
    WeekOfWork,
    Window,
    WorkCounts,
    added,
    balanced,
    members,
    together,
)
from storage import Work

SHOWN = 4
"""Of what is overdue so many stand on a page."""
VERB = "d.over"
STAND = ("before", "open")
"""Told also where they are none; of what moved only what did."""
MEDIANS = ("section", "accepted_n", "accept_hours", "finished_n", "finish_days")
HEADS = (
    "code",
    "title",
    "section",
    "lead",
    "issued",
    "first_due",
    "due",
    "sent",
    "closed",
    "percent",
    "blocked",
)


def tell(work: Work, seen: Seen) -> Part:
    part = tasks_part(*tasks_of_week(work, seen), work.office.label("unit"))
    return replace(part, sheet=_rows(work, seen)) if seen.rows else part


def _rows(work: Work, seen: Seen) -> tuple[ReportTable, ...]:
    """Every task that was counted."""
    names = {unit.id: unit.short for unit in work.offices.units(work.today)}
    rows = tuple(
        (
            task.code,
            task.title,
            names.get(task.unit_id or 0, ""),
            task.lead,
            task.issued,
            task.first_due,
            task.due,
            task.sent,
            task.closed,
            task.percent,
            task.blocked,
        )
        for task in _week(work, seen, seen.week, seen.cut_off).tasks
    )
    times = tuple(_medians(work, seen))
    return (
        ReportTable("tasks", HEADS, rows),
        *((ReportTable("medians", MEDIANS, times),) if times else ()),
    )


def _medians(work: Work, seen: Seen) -> Iterator[tuple[Any, ...]]:
    """How long it took in the week, of the whole and of each section: in the sheet alone."""
    tasks = _week(work, seen, seen.week, seen.cut_off).tasks
    names = {unit.id: unit.short for unit in work.offices.units(work.today)}
    for unit_id, name in [(None, "@paper.rows.whole"), *names.items()]:
        some = [task for task in tasks if unit_id in (None, task.unit_id)]
        begins, ends = seen.week.begins(work.zone), seen.week.ends(work.zone)
        row = medians(some, begins, ends, work.calendar)
        if row.accepted or row.finished:
            yield (name, row.accepted, row.hours, row.finished, row.days)


def week_of_tasks(work: Work, seen: Seen) -> Sequence[Task]:
    """All of the office or of one organisation, also what has left the section that reads it."""
    return _week(work, replace(seen, unit=None), seen.week, seen.cut_off).tasks


def tasks_of_week(work: Work, seen: Seen) -> tuple[WeekTasks, tuple[NextDue, ...]]:
    """The week in figures, and what is due in the next."""
    this = _week(work, seen, seen.week, seen.cut_off)
    due = tuple(NextDue(row.code, row.title, row.due_at) for row in this.next)
    return _tasks(work, seen, this), due


def _week(work: Work, seen: Seen, week: Week, cut_off: datetime) -> WeekOfWork:
    since = _since(work, seen, week)
    counted = work.assignments.week_counts(
        week, cut_off, work.calendar, seen.organisation, min(since, cut_off)
    )
    return counted if seen.unit is None else counted.of_unit(seen.unit)


def _since(work: Work, seen: Seen, week: Week) -> datetime:
    """Against which cut-off the open ones are balanced: of the report that was sent before."""
    last = seen.last if week == seen.week else None
    return (last or edition(week.previous, work.office.briefing, work.calendar)).cut_off


def window_of(work: Work, seen: Seen) -> Window:
    """Between which moments it is counted."""
    return _week(work, seen, seen.week, seen.cut_off).window


def counted_tasks(work: Work, seen: Seen) -> tuple[Sequence[Task], dict[str, list[Task]]]:
    """All that was counted, and figure by figure what each counts; what is due next too."""
    this = _week(work, seen, seen.week, seen.cut_off)
    coming = {row.id for row in this.next}
    return this.tasks, {
        **members(this.tasks, this.window),
        "next": [task for task in this.tasks if task.id in coming],
    }


def _tasks(work: Work, seen: Seen, this: WeekOfWork) -> WeekTasks:
    before = _due_before(work, seen)
    again = reopened(work, seen)
    codes = {unit.id: unit.letters for unit in work.offices.units(work.today)}
    units = _units(work, seen, this)
    return WeekTasks.of(
        facts_in(this.office),
        light=light(this.office, _longest(this.overdue), first=_is_first(work, seen)),
        percent=percent(this.office.on_time, this.office.due),
        was_due=before.due,
        was_on_time=before.on_time,
        overdue=tuple(_late(row, codes.get(row.unit_id or 0, "")) for row in this.overdue),
        units=units if seen.whole else (),
        bars=units,
        reopened=tuple(code for _, code in again),
        waiting=tuple(together(this.waiting)),
        stopped=this.stopped,
    )


def _due_before(work: Work, seen: Seen) -> WorkCounts:
    """What was due in the week before; a longer time is told alone."""
    if isinstance(seen.week, Span):
        return WorkCounts()
    last = edition(seen.week.previous, work.office.briefing, work.calendar)
    return work.assignments.due_counts(
        last.week, last.cut_off, work.calendar, seen.organisation, seen.unit
    )


def reopened(work: Work, seen: Seen) -> list[tuple[int, str]]:
    if seen.organisation:
        return []
    return work.assignments.reopened(_since(work, seen, seen.week), seen.cut_off, seen.unit)


def _late(row: Overdue, section: str) -> LateTask:
    return LateTask.of(facts_in(row), due=row.due_at, no=row.number, section=section)


def _balances(work: Work, this: WeekOfWork) -> Iterator[tuple[str, Balance]]:
    """Of every section of today that had anything open, and of those in none."""
    for unit in work.offices.units(work.today):
        balance = this.balances.get(unit.id, Balance())
        if balance != Balance():
            yield unit.short, balance
    elsewhere = balanced(this.tasks, this.window, in_no_unit(work))
    if elsewhere != Balance():
        yield NO_UNIT, elsewhere


def in_no_unit(work: Work) -> Callable[[StateSince], bool]:
    """Whether a task stood in no section of today."""
    known = {unit.id for unit in work.offices.units(work.today)}
    return lambda step: step.unit_id not in known


def _is_first(work: Work, seen: Seen) -> bool:
    """Whether there is nothing from before this week."""
    since = work.assignments.since()
    return since is not None and since >= seen.week.begins(work.zone)


def _longest(overdue: Iterable[Overdue]) -> int:
    return max((row.days for row in overdue), default=0)


def _units(work: Work, seen: Seen, this: WeekOfWork) -> tuple[SectionTasks, ...]:
    """Every section of today with something to tell, then those in none, so that the sections
    add up to the whole; of one section itself alone."""
    first = _is_first(work, seen)
    units = {u.id: u for u in work.offices.units(work.today) if seen.unit in (None, u.id)}
    known = [
        _unit(this, unit.short, unit.letters, {unit_id}, first=first)
        for unit_id, unit in units.items()
    ]
    others = this.units.keys() - units.keys() if seen.unit is None else frozenset[int]()
    elsewhere = _unit(this, "", "", others, first=first)
    return tuple(unit for unit in (*known, elsewhere) if unit)


def _unit(
    this: WeekOfWork, name: str, code: str, ids: Set[int | None], *, first: bool
) -> SectionTasks | None:
    counts = added([this.units[unit_id] for unit_id in ids if unit_id in this.units])
    longest = _longest(row for row in this.overdue if row.unit_id in ids)
    if not (counts.due or counts.overdue):
        return None
    return SectionTasks.of(
        facts_in(counts), name=name, code=code, light=light(counts, longest, first=first)
    )


def open_overdue(work: Work, opened: Opened) -> Message:
    """The overdue tasks of the report, each one tap away, some on a page."""
    rows, page = [line.facts for line in opened.part.details], opened.page or 0
    ways = [
        Press("d.task", opened.digest_id, way.pack(), label=str(row["number"]))
        for n, row in enumerate(rows)
        if (way := DrillWay(FIGURE, "overdue", n // SHOWN, row["id"], OF_LIST))
    ]
    buttons = paged(ways, page, lambda n: Press(VERB, opened.digest_id, str(n)), SHOWN)
    if opened.seen.organisation is None:
        buttons += remind_listed(work, opened.digest_id, [row["id"] for row in rows])
    facts = {"rows": rows[page * SHOWN : (page + 1) * SHOWN], "n": len(rows)}
    place = Place.NEW if opened.page is None else Place.EDIT
    return Message("digest.drill", facts, buttons, place)


def remind_of(work: Work, part: Part) -> Message:
    """Those that stand there as overdue, and no others."""
    return remind(work, still_overdue(work, [line.facts["id"] for line in part.details]))


def open_why(work: Work, opened: Opened) -> Message:
    """Where the figures come from, since when, and by which rule the light is what it is."""
    moved = [
        {n: v for n, v in line.facts.items() if v or n in STAND} for line in opened.part.details
    ]
    since = _since(work, opened.seen, opened.seen.week)
    ways = (Press("d.part", opened.digest_id, BALANCE, label="@drill.part.balance"),)
    return Message("digest.why", {"rows": moved, "since": since}, (ways,))


def tell_why(work: Work, seen: Seen) -> Part:
    this = _week(work, seen, seen.week, seen.cut_off)
    sections = _balances(work, this) if seen.whole else ()
    return balance_part((("", this.balance), *sections), is_busy(this.office))
