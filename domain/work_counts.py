"""The week's assignments in figures: given, due, on time, late, overdue, each defined once."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from zoneinfo import ZoneInfo

from domain.assignments import UNDER_WAY, Status
from domain.calendar import WorkingCalendar
from domain.hours import TAKEN_BACK, UNDO_WITHIN
from domain.periods import Week, local

REPORTED = (Status.REVIEW, Status.DONE)
STOPPED = (Status.SUSPENDED, Status.CANCELLED)
SUMS = {"extensions": "extended", "reworks": "returned"}
"""What counts as often as it happened."""


@dataclass(frozen=True, slots=True)
class Window:
    """What is counted: between two moments, as it stood at the cut-off. `since` is the moment
    against which the open ones are balanced: the cut-off before."""

    since: datetime
    begins: datetime
    ends: datetime
    cut_off: datetime

    @classmethod
    def of(cls, span: Week, zone: ZoneInfo, cut_off: datetime) -> "Window":
        """A week or a month by itself, as it stands now."""
        return cls(span.begins(zone), span.begins(zone), span.ends(zone), cut_off)


@dataclass(frozen=True, slots=True)
class StateSince:
    """How an assignment stood from a moment on; `reason` where it was stopped."""

    since: datetime
    state: Status
    unit_id: int | None
    reason: str = ""

    @property
    def is_open(self) -> bool:
        return self.state in UNDER_WAY


@dataclass(frozen=True, slots=True)
class Task:
    """One assignment as it stood at the cut-off; `sent` while its report waits or has passed."""

    id: int
    number: int
    code: str
    title: str
    lead_id: int
    lead: str
    approver: str
    unit_id: int | None
    organisations: frozenset[int]
    state: Status
    issued: datetime
    first_due: datetime
    due: datetime
    sent: datetime | None
    closed: datetime | None
    accepted: datetime | None
    stopped: datetime | None
    urgent: bool
    percent: int
    blocked: str
    waits: str
    """Whose answer it waits for, where somebody outside was asked."""
    extended: int
    returned: int
    steps: tuple[StateSince, ...]

    @property
    def was_undone(self) -> bool:
        """Given and taken back: never told as work. Whoever calls off says why."""
        if self.state is not Status.CANCELLED or self.stopped is None:
            return False
        why = self.steps[-1].reason if self.steps else ""
        return self.stopped - self.issued <= (UNDO_WITHIN if why else TAKEN_BACK)


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


@dataclass(frozen=True, slots=True)
class Balance:
    """before + given + back + moved_in - finished - stopped - moved_out = open."""

    before: int = 0
    given: int = 0
    back: int = 0
    moved_in: int = 0
    finished: int = 0
    stopped: int = 0
    moved_out: int = 0
    open: int = 0


def added(counts: Sequence[WorkCounts]) -> WorkCounts:
    """The figures of several sections together."""
    names = WorkCounts.__dataclass_fields__
    return WorkCounts(**{name: sum(getattr(one, name) for one in counts) for name in names})


def counted(tasks: Sequence[Task], window: Window) -> WorkCounts:
    """How many each figure counts."""
    found = members(tasks, window)
    counts = {name: len(rows) for name, rows in found.items() if name not in SUMS}
    return WorkCounts(
        **counts,
        **{name: sum(getattr(t, what) for t in found[name]) for name, what in SUMS.items()},
    )


def members(tasks: Sequence[Task], window: Window) -> dict[str, list[Task]]:
    """Each figure by its one definition: the tasks that it counts."""
    standing = [task for task in tasks if task.state not in STOPPED]
    given = [t for t in tasks if window.begins <= t.issued < window.ends and not t.was_undone]
    due = [task for task in standing if window.begins <= task.due < window.ends]
    open_ = [task for task in standing if task.sent is None]
    return {
        "given": given,
        "due": due,
        "on_time": [task for task in due if task.sent is not None and task.sent <= task.due],
        "late": [task for task in due if task.sent is not None and task.sent > task.due],
        "due_overdue": [t for t in due if t.sent is None and t.due < window.cut_off],
        "overdue": [task for task in open_ if task.due < window.cut_off],
        "closed": [t for t in standing if t.closed and window.begins <= t.closed < window.ends],
        "review": [t for t in standing if t.sent is not None and t.closed is None],
        "unaccepted": [task for task in open_ if task.accepted is None],
        "open": open_,
        "extensions": [task for task in standing if task.extended],
        "reworks": [task for task in standing if task.returned],
        "blocked": [task for task in open_ if task.blocked],
        "urgent": [task for task in given if task.urgent],
    }


def balanced(
    tasks: Iterable[Task], window: Window, mine: Callable[[StateSince], bool] = lambda _: True
) -> Balance:
    """How the open ones of before became those of now; `mine` says of a step whether it is of
    the part that is counted."""
    return Balance(**{name: len(found) for name, found in moved(tasks, window, mine).items()})


def moved(
    tasks: Iterable[Task], window: Window, mine: Callable[[StateSince], bool] = lambda _: True
) -> dict[str, list[Task]]:
    """Each move, and the tasks that made it; one that went and came back twice stands twice."""
    found: dict[str, list[Task]] = {name: [] for name in Balance.__dataclass_fields__}
    for task in tasks:
        if not task.was_undone:
            for name in _moves(task, window, mine):
                found[name].append(task)
    return found


def _moves(task: Task, window: Window, mine: Callable[[StateSince], bool]) -> Iterable[str]:
    before: StateSince | None = None
    for step in task.steps:
        was = before is not None and before.is_open and mine(before)
        now = step.is_open and mine(step)
        if step.since < window.since:
            was = False
            if now:
                yield "before"
        elif now and not was:
            yield _came(before)
        elif was and not now:
            yield _went(step)
        before = step
    if before is not None and before.is_open and mine(before):
        yield "open"


def _came(before: StateSince | None) -> str:
    if before is None:
        return "given"
    return "moved_in" if before.is_open else "back"


def _went(step: StateSince) -> str:
    if step.is_open:
        return "moved_out"
    return "stopped" if step.state in STOPPED else "finished"


@dataclass(frozen=True, slots=True)
class Overdue:
    """One overdue assignment; `days` are working days since the deadline, to the week's end.
    `first_due` where the deadline was moved."""

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
    first_due: datetime | None = None
    waits: str = ""


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


@dataclass(frozen=True, slots=True)
class ApprovalsWaiting:
    """What waits for somebody's approval, and how many working days the oldest has waited."""

    approver: str
    count: int
    days: int
    unit_id: int | None = None


def together(waiting: Sequence[ApprovalsWaiting]) -> list[ApprovalsWaiting]:
    """Of several sections, one row an approver, who has held something longest first."""
    found: dict[str, ApprovalsWaiting] = {}
    for row in waiting:
        kept = found.get(row.approver, ApprovalsWaiting(row.approver, 0, 0))
        found[row.approver] = ApprovalsWaiting(
            row.approver, kept.count + row.count, max(kept.days, row.days)
        )
    return sorted(found.values(), key=lambda row: (-row.days, -row.count, row.approver))


@dataclass(frozen=True, slots=True)
class Stop:
    """What was cancelled or suspended, and why."""

    id: int
    code: str
    title: str
    state: str
    reason: str
    unit_id: int | None = None


class WeekOfWork:
    """The figures of a part of the office, of each section (by its id), and who is overdue or due
    next, told to the end of a day: each is counted when it is first asked for."""

    def __init__(
        self, tasks: Sequence[Task], window: Window, last_day: date, calendar: WorkingCalendar
    ) -> None:
        self.tasks, self.window = tuple(tasks), window
        """All that is counted, and between which moments."""
        self._last_day, self._calendar = last_day, calendar

    def of_unit(self, unit_id: int) -> "WeekOfUnit":
        """One section's."""
        return WeekOfUnit(self, unit_id)

    @cached_property
    def office(self) -> WorkCounts:
        return counted(self.tasks, self.window)

    @cached_property
    def units(self) -> dict[int | None, WorkCounts]:
        units: dict[int | None, list[Task]] = {}
        for task in self.tasks:
            units.setdefault(task.unit_id, []).append(task)
        return {unit_id: counted(rows, self.window) for unit_id, rows in units.items()}

    @cached_property
    def overdue(self) -> tuple[Overdue, ...]:
        return _overdue(self.tasks, self.window, self._last_day, self._calendar)

    @cached_property
    def next(self) -> tuple[DueNext, ...]:
        return _next(self.tasks, self.window, self._last_day, self._calendar)

    @cached_property
    def balance(self) -> Balance:
        return balanced(self.tasks, self.window)

    @cached_property
    def balances(self) -> dict[int | None, Balance]:
        """Of every section in which one of them stood."""
        stood: dict[int | None, list[Task]] = {}
        for task in self.tasks:
            for unit_id in {task.unit_id, *(step.unit_id for step in task.steps)}:
                stood.setdefault(unit_id, []).append(task)
        return {unit: _balance_of(found, self.window, unit) for unit, found in stood.items()}

    @cached_property
    def waiting(self) -> tuple[ApprovalsWaiting, ...]:
        return _waiting(self.tasks, self._last_day, self._calendar)

    @cached_property
    def stopped(self) -> tuple[Stop, ...]:
        return _stopped(self.tasks, self.window)


class WeekOfUnit(WeekOfWork):
    """Of one section what is in it now; its balance also knows what has left it."""

    def __init__(self, whole: WeekOfWork, unit_id: int) -> None:
        mine = [task for task in whole.tasks if task.unit_id == unit_id]
        super().__init__(mine, whole.window, whole._last_day, whole._calendar)
        self._whole, self._unit = whole, unit_id

    @cached_property
    def balance(self) -> Balance:
        return self._whole.balances.get(self._unit, Balance())


def _balance_of(tasks: Iterable[Task], window: Window, unit_id: int | None) -> Balance:
    return balanced(tasks, window, lambda step: step.unit_id == unit_id)


def _overdue(
    tasks: Iterable[Task], window: Window, last_day: date, calendar: WorkingCalendar
) -> tuple[Overdue, ...]:
    """The worst first."""
    late = [t for t in tasks if t.state in UNDER_WAY and t.due < window.cut_off]
    rows = [
        Overdue(
            id=task.id,
            number=task.number,
            code=task.code,
            title=task.title,
            lead_id=task.lead_id,
            lead=task.lead,
            unit_id=task.unit_id,
            due_at=task.due,
            days=calendar.days_between(local(task.due, calendar.zone).date(), last_day),
            percent=task.percent,
            blocked=task.blocked,
            first_due=task.first_due if task.first_due != task.due else None,
            waits=task.waits,
        )
        for task in late
    ]
    return tuple(sorted(rows, key=lambda row: (-row.days, row.due_at, row.number)))


def _next(
    tasks: Iterable[Task], window: Window, last_day: date, calendar: WorkingCalendar
) -> tuple[DueNext, ...]:
    ends = Week.of(last_day).next.ends(calendar.zone)
    rows = [t for t in tasks if t.state in UNDER_WAY and window.ends <= t.due < ends]
    return tuple(
        DueNext(t.id, t.number, t.code, t.title, t.lead, t.due, t.unit_id)
        for t in sorted(rows, key=lambda task: (task.due, task.number))
    )


def waits(task: Task) -> bool:
    """For somebody's approval."""
    return task.state is Status.REVIEW and task.sent is not None


def _waiting(
    tasks: Iterable[Task], last_day: date, calendar: WorkingCalendar
) -> tuple[ApprovalsWaiting, ...]:
    held: dict[tuple[str, int | None], list[datetime]] = {}
    for task in tasks:
        if waits(task) and task.sent:
            held.setdefault((task.approver, task.unit_id), []).append(task.sent)
    return tuple(
        ApprovalsWaiting(
            approver,
            len(sent),
            calendar.days_between(local(min(sent), calendar.zone).date(), last_day),
            unit_id,
        )
        for (approver, unit_id), sent in held.items()
    )


def given_up(tasks: Iterable[Task], window: Window) -> list[Task]:
    """What was cancelled or suspended of late."""
    return [t for t in tasks if t.stopped and t.stopped >= window.begins and not t.was_undone]


def _stopped(tasks: Iterable[Task], window: Window) -> tuple[Stop, ...]:
    rows = given_up(tasks, window)
    return tuple(
        Stop(t.id, t.code, t.title, t.state.value, t.steps[-1].reason, t.unit_id) for t in rows
    )
