"""What a weekly report says: the week's tasks, the turnout in the field, what comes next."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date, datetime
from typing import Any, Self

Numbers = tuple[tuple[str, int], ...]
"""Numbers by name: `(("ĐTN", 20), ("PN", 15))`."""


@dataclass(frozen=True, slots=True)
class _Part:
    """Some facts of a report, and how they are read back from what is written down."""

    @classmethod
    def of(cls, stored: Mapping[str, Any], **parts: Any) -> Self:
        """What an older report has besides falls away, what it lacks is empty."""
        known = {field.name: stored[field.name] for field in fields(cls) if field.name in stored}
        return cls(**{**known, **parts})


@dataclass(frozen=True, slots=True)
class LateTask(_Part):
    """`days` are working days since the deadline, to the week's end."""

    id: int
    code: str
    title: str
    lead: str
    due: datetime
    percent: int
    blocked: str
    days: int


@dataclass(frozen=True, slots=True)
class SectionTasks(_Part):
    """One section's tasks; the name is empty for those in no section of today."""

    due: int
    on_time: int
    late: int
    name: str
    light: str


@dataclass(frozen=True, slots=True)
class WeekTasks(_Part):
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
    reopened: tuple[str, ...] = ()

    @classmethod
    def load(cls, stored: Mapping[str, Any]) -> Self:
        overdue = tuple(LateTask.of(row) for row in stored["overdue"])
        return cls.of(stored, overdue=overdue, units=tuple(map(SectionTasks.of, stored["units"])))


@dataclass(frozen=True, slots=True)
class NotHeld(_Part):
    """A point at which nothing was held, and why."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class HeldActivity(_Part):
    """One activity's figures: of each point the people and how they are known.

    `name` is its title where another of its kind was held on the same day.
    """

    kind: str
    title: str
    day: datetime
    total: int
    target: int | None
    percent: int | None
    points: Numbers
    missing: tuple[str, ...]
    not_held: tuple[NotHeld, ...]
    known: Numbers = ()
    proofs: tuple[tuple[str, str], ...] = ()
    name: str = ""

    @classmethod
    def load(cls, stored: Mapping[str, Any]) -> Self:
        return cls.of(stored, not_held=tuple(NotHeld.of(row) for row in stored["not_held"]))


@dataclass(frozen=True, slots=True)
class WeekTurnout(_Part):
    """The activities of the week, against the week before and the last weeks together."""

    total: int
    was: int | None
    activities: tuple[HeldActivity, ...]
    missing: tuple[str, ...]
    parts: Numbers
    measures: tuple[tuple[str, float], ...]
    events: int
    together: int
    weeks: int
    known: Numbers = ()
    rest: int | None = None

    @classmethod
    def load(cls, stored: Mapping[str, Any]) -> Self:
        return cls.of(stored, activities=tuple(map(HeldActivity.load, stored["activities"])))


@dataclass(frozen=True, slots=True)
class NextDue(_Part):
    """A task due in the week after."""

    code: str
    title: str
    due: datetime


@dataclass(frozen=True, slots=True)
class NextActivity(_Part):
    """An activity of the week after."""

    kind: str
    title: str
    starts: datetime
    points: tuple[str, ...]
    target: int | None


@dataclass(frozen=True, slots=True)
class NextWeek(_Part):
    """What comes in the week after."""

    number: int
    monday: date
    sunday: date
    due: tuple[NextDue, ...]
    activities: tuple[NextActivity, ...]

    @classmethod
    def load(cls, stored: Mapping[str, Any]) -> Self:
        due = tuple(NextDue.of(row) for row in stored["due"])
        return cls.of(
            stored, due=due, activities=tuple(map(NextActivity.of, stored["activities"]))
        )


@dataclass(frozen=True, slots=True)
class Line(_Part):
    """One line: a text of texts/ by its kind, and its facts."""

    kind: str
    facts: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Part(_Part):
    """What a room adds: a section of its own name, and its lines on one screen."""

    name: str
    lines: tuple[Line, ...]
    caption: tuple[Line, ...] = ()

    @classmethod
    def load(cls, stored: Mapping[str, Any]) -> Self:
        caption = tuple(map(Line.of, stored["caption"]))
        return cls.of(stored, lines=tuple(map(Line.of, stored["lines"])), caption=caption)


@dataclass(frozen=True, slots=True)
class WeeklyReport(_Part):
    """The whole, one organisation's part, or one section's, which has no turnout.

    The last four are the office's own, added when it is read.
    """

    week: str
    number: int
    monday: date
    sunday: date
    office: str
    short: str
    leaders: str
    unit: str
    part: str
    cut_off: datetime
    tasks: WeekTasks
    next: NextWeek
    turnout: WeekTurnout | None = None
    parts: tuple[Part, ...] = ()
    """What the rooms add to the whole."""
    approved: bool = False
    updated: datetime | None = None
    remarks: str = ""
    asks: tuple[str, ...] = ()

    @classmethod
    def load(cls, stored: Mapping[str, Any]) -> Self:
        """A report out of what `dump` made of it, also by an older version."""
        facts = _frozen(stored)
        field = facts.get("turnout")
        return cls.of(
            facts,
            tasks=WeekTasks.load(facts["tasks"]),
            next=NextWeek.load(facts["next"]),
            turnout=WeekTurnout.load(field) if field else None,
            parts=tuple(map(Part.load, facts.get("parts", ()))),
        )

    def dump(self) -> dict[str, Any]:
        """The facts alone, as they are stored and sent."""
        return asdict(self)


def _frozen(value: Any) -> Any:
    """JSON knows lists only."""
    if isinstance(value, Mapping):
        return {name: _frozen(one) for name, one in value.items()}
    return tuple(map(_frozen, value)) if isinstance(value, (list, tuple)) else value
