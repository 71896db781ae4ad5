"""The week's tasks in a report: how many, on time, late, whose, and what is due next."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Self

from domain.report import SHOWN, Kept, Lines, Part, ReportLine, ReportTable, facts_in, first
from domain.work_counts import ApprovalsWaiting, Balance, Stop, WorkCounts

NAME, BALANCE = "work", "balance"
NO_UNIT = "@drill.no_unit"
"""What is in no section of today, by the name that it has in every list."""
BALANCED = (
    "name",
    "before",
    "given",
    "back",
    "moved_in",
    "finished",
    "stopped",
    "moved_out",
    "open",
)
BARS = ("name", "due", "on_time", "late")
BY_SECTION = ("digest.by_unit", "digest.unit", "digest.unit_none")
OVERDUE = ("digest.overdue_head", "digest.overdue")
"""Lines that a table of the paper tells."""


@dataclass(frozen=True, slots=True)
class LateTask(Kept):
    """`days` are working days since the deadline, to the week's end."""

    id: int
    code: str
    title: str
    lead: str
    due: datetime
    percent: int
    blocked: str
    days: int
    first_due: datetime | None = None
    """Where the deadline was moved."""
    waits: str = ""
    """Whose answer it waits for."""
    section: str = ""
    no: int = 0
    """How people call it."""


@dataclass(frozen=True, slots=True)
class SectionTasks(Kept):
    """One section's tasks; the name is empty for those in no section of today."""

    due: int
    on_time: int
    late: int
    name: str
    light: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class NextDue(Kept):
    """A task due in the week after."""

    code: str
    title: str
    due: datetime


@dataclass(frozen=True, slots=True)
class WeekTasks(Kept):
    """The week's tasks in figures (`domain/work_counts.py` says which), beside the last week."""

    given: int
    due: int
    on_time: int
    late: int
    closed: int
    review: int
    unaccepted: int
    open: int
    extensions: int
    reworks: int
    light: str
    percent: int
    was_due: int
    was_on_time: int
    overdue: tuple[LateTask, ...] = ()
    units: tuple[SectionTasks, ...] = ()
    """Told of the whole alone."""
    bars: tuple[SectionTasks, ...] = ()
    """As the picture has them, also of one organisation or section."""
    reopened: tuple[str, ...] = ()
    waiting: tuple[ApprovalsWaiting, ...] = ()
    stopped: tuple[Stop, ...] = ()

    @classmethod
    def load(cls, stored: Mapping[str, Any]) -> Self:
        overdue = tuple(LateTask.of(row) for row in stored["overdue"])
        units = tuple(map(SectionTasks.of, stored["units"]))
        return cls.of(stored, overdue=overdue, units=units, bars=units)

    @property
    def some(self) -> str:
        """Which of two texts says the rate: with or without anything due."""
        return "some" if self.due else "none"


def is_busy(week: WeekTasks | WorkCounts) -> bool:
    """Whether there was anything to do."""
    return any((week.given, week.due, week.closed, week.open, week.review))


def tasks_part(tasks: WeekTasks, due: tuple[NextDue, ...], unit: str) -> Part:
    """`unit` is what the office calls a section."""
    figures = _figures(tasks)
    late = [_late(row, n) for n, row in enumerate(tasks.overdue, start=1)]
    return Part(
        NAME,
        lines=_lines(tasks, late, unit) if is_busy(tasks) else (),
        glance=(ReportLine(f"digest.rate.{tasks.some}", figures), _overdue(tasks)),
        headline=(ReportLine("digest.headline_late", {"n": len(late)}),) if late else (),
        caption=(*_caption(late), *_sections_brief(tasks, figures)),
        next=_next(due),
        caption_next=(ReportLine("digest.caption_due", {"n": len(due)}),) if due else (),
        details=tuple(late),
        asks=tuple(_ask(row) for row in tasks.overdue if row.blocked),
        picture=_picture(tasks),
        tables=_tables(tasks),
        busy=is_busy(tasks),
        spare=0,
    )


def _tables(tasks: WeekTasks) -> tuple[ReportTable, ...]:
    sections = tuple(
        (row.name or "@paper.rows.leaders", row.due, row.on_time, row.late)
        for row in tasks.units
        if row.name or row.due
    )
    late = tuple(
        (row.code, row.title, row.lead, row.due, row.days, row.percent, row.blocked or row.waits)
        for row in tasks.overdue
    )
    heads = ("code", "title", "lead", "due", "days", "percent", "blocked")
    return (
        ReportTable("by_section", ("section", "due_n", "on_time", "late"), sections, BY_SECTION),
        ReportTable("overdue", heads, late, OVERDUE),
    )


def _picture(tasks: WeekTasks) -> dict[str, Any]:
    shown = (row for row in tasks.bars if row.name or row.due)
    sections = [{n: getattr(row, n) for n in BARS} for row in shown]
    return {
        **{name: getattr(tasks, name) for name in ("due", "on_time", "open", "review", "closed")},
        "overdue": len(tasks.overdue),
        "sections": tuple(sections),
    }


def _figures(tasks: WeekTasks) -> dict[str, Any]:
    was = f"{tasks.was_on_time}/{tasks.was_due}" if tasks.was_due else ""
    names = ("given", "due", "on_time", "closed", "review", "open", "light", "percent")
    return {**{name: getattr(tasks, name) for name in names}, "was": was}


def _overdue(tasks: WeekTasks) -> ReportLine:
    key = f"digest.late.{'some' if tasks.overdue else 'none'}"
    facts = {"n": len(tasks.overdue), "review": tasks.review, "new": tasks.unaccepted}
    return ReportLine(key, facts)


def _late(row: LateTask, number: int) -> ReportLine:
    return ReportLine("digest.overdue", {**facts_in(row), "number": number}, people=("lead",))


def _ask(row: LateTask) -> tuple[str, str]:
    return f"{row.title}: {row.blocked} ({row.code})", f"assignment:{row.id}"


def _lines(tasks: WeekTasks, late: list[ReportLine], unit: str) -> Lines:
    rare = {"extensions": tasks.extensions or None, "reworks": tasks.reworks or None}
    lines = [ReportLine("digest.tasks", {**_figures(tasks), **rare})]
    if tasks.reopened:
        lines.append(ReportLine("digest.reopened", {"codes": tasks.reopened}))
    if tasks.units:
        lines.append(ReportLine("digest.by_unit", {"unit": unit}))
        lines += [_section(row, unit) for row in tasks.units]
    if late:
        lines += [ReportLine("digest.overdue_head", {}), *first(late)]
    if tasks.waiting:
        told = [{**facts_in(row), "days": row.days or None} for row in tasks.waiting]
        rows = [ReportLine("digest.waiting", row, people=("approver",)) for row in told]
        lines += [ReportLine("digest.waiting_head", {}), *first(rows)]
    lines += first(
        [ReportLine(f"digest.stopped.{row.state}", facts_in(row)) for row in tasks.stopped]
    )
    return tuple(lines)


def balance_part(balances: Iterable[tuple[str, Balance]], busy: bool) -> Part:
    """How the open ones became what they are, of the whole under no name and of every section:
    told where somebody asks why."""
    rows = [{"name": name, **facts_in(balance)} for name, balance in balances]
    details = tuple(ReportLine("digest.balance", row) for row in rows)
    sheet = tuple(
        (row["name"] or "@paper.rows.whole", *(row[name] for name in BALANCED[1:])) for row in rows
    )
    heads = ("section", *BALANCED[1:])
    return Part(
        BALANCE,
        details=details if busy else (),
        sheet=(ReportTable("balance", heads, sheet),),
        busy=False,
    )


def _section(row: SectionTasks, unit: str) -> ReportLine:
    key = "digest.unit" if row.name else "digest.unit_none"
    return ReportLine(key, {**facts_in(row), "late": row.late or None, "unit": unit})


def _caption(late: list[ReportLine]) -> Lines:
    if not late:
        return ()
    rows = tuple(line.facts for line in late[:SHOWN])
    rest = len(late) - len(rows) or None
    return (ReportLine("digest.caption_overdue", {"n": len(late), "rows": rows, "rest": rest}),)


def _sections_brief(tasks: WeekTasks, figures: dict[str, Any]) -> Lines:
    """Those in no section are the leaders' own: the parts are the whole."""
    rows = tuple(facts_in(row) for row in tasks.units if row.due and row.name)
    leaders = next(
        (f"{row.on_time}/{row.due}" for row in tasks.units if row.due and not row.name), ""
    )
    facts = {**figures, "rows": rows, "of_leaders": leaders}
    return (ReportLine(f"digest.caption_tasks.{tasks.some}", facts),)


def _next(due: tuple[NextDue, ...]) -> Lines:
    if not due:
        return ()
    rest = max(0, len(due) - SHOWN) or None
    rows = tuple(facts_in(row) for row in due[:SHOWN])
    return (ReportLine("digest.next_due", {"n": len(due), "rows": rows, "rest": rest}),)
