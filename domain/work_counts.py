"""The week's assignments in figures: given, due, on time, late, overdue, each defined once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class WorkCounts:
    """Counted at a cut-off. `due` = on_time + late + due_overdue, for a week that is over;
    `overdue` also holds what was due in earlier weeks."""

    given: int = 0
    due: int = 0
    on_time: int = 0
    late: int = 0
    due_overdue: int = 0
    overdue: int = 0
    closed: int = 0
    review: int = 0
    unaccepted: int = 0
    open: int = 0
    extensions: int = 0
    reworks: int = 0
    blocked: int = 0
    urgent: int = 0


def added(counts: Sequence[WorkCounts]) -> WorkCounts:
    """The figures of several sections together."""
    names = WorkCounts.__dataclass_fields__
    return WorkCounts(**{name: sum(getattr(one, name) for one in counts) for name in names})


@dataclass(frozen=True, slots=True)
class WeekOfWork:
    """The office's figures, each section's (by its id), and who is overdue or due next."""

    office: WorkCounts
    units: dict[int | None, WorkCounts]
    overdue: tuple["Overdue", ...]
    next: tuple["DueNext", ...]


@dataclass(frozen=True, slots=True)
class Overdue:
    """One overdue assignment; `days` are working days since the deadline, to the week's end."""

    id: int
    number: int
    code: str
    title: str
    lead_id: int
    lead: str
    unit_id: int | None
    due_at: datetime
    days: int
    percent: int
    blocked: str


@dataclass(frozen=True, slots=True)
class DueNext:
    """What is due in the week after."""

    id: int
    number: int
    code: str
    title: str
    lead: str
    due_at: datetime
    unit_id: int | None = None
