"""The weekly report's counts: what was due, what was done, green, yellow or red."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from domain.calendar import WorkingCalendar
from domain.periods import OFFICE_ZONE, Week, at, local

CUT_OFF_BEFORE = timedelta(minutes=30)
SEND_BEFORE = timedelta(minutes=60)
PREVIEW_BEFORE = timedelta(hours=12)
CATCH_UP_WITHIN = timedelta(hours=48)
RED_AFTER = 5
"""Working days after which an overdue task is red."""
FEW = 3
"""With fewer due tasks than this a rate says little: never worse than yellow."""
GREEN, YELLOW, RED = "green", "yellow", "red"
WEEKS_TOGETHER = 8
DAYS = ("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN")


@dataclass(frozen=True, slots=True)
class Task:
    """What the report needs to know of an assignment. Moments are UTC."""

    id: int
    code: str
    title: str
    lead_id: int
    lead: str
    unit_id: int | None
    organisations: frozenset[int]
    issued_at: datetime
    due_at: datetime
    accepted_at: datetime | None = None
    submitted_at: datetime | None = None
    closed_at: datetime | None = None
    ended_at: datetime | None = None
    is_suspended: bool = False
    percent: int = 0
    blocked: str = ""
    extended: tuple[datetime, ...] = ()
    returned: tuple[datetime, ...] = ()

    def given_by(self, moment: datetime) -> bool:
        """Handed out by then, and neither cancelled nor laid aside."""
        gone = self.is_suspended or (self.ended_at is not None and self.ended_at <= moment)
        return self.issued_at <= moment and not gone


@dataclass(frozen=True, slots=True)
class Counts:
    """The figures of one week, as they stood at the cut-off."""

    given: int = 0
    due: int = 0
    on_time: int = 0
    late: int = 0
    closed: int = 0
    review: int = 0
    new: int = 0
    open: int = 0
    extensions: int = 0
    reworks: int = 0
    overdue: tuple[Task, ...] = ()


def count(tasks: Iterable[Task], week: Week, cut_off: datetime) -> Counts:
    """Count a week (Monday 00:00 to Sunday 24:00) as it stood at the cut-off.

    `due` are the tasks whose deadline lies in the week: on time, late, or still overdue.
    """
    all_given = [task for task in tasks if task.issued_at <= cut_off]
    known = [task for task in all_given if task.given_by(cut_off)]
    inside = _inside(week)
    due = [task for task in known if inside(task.due_at)]
    sent = [(task, _by(task.submitted_at, cut_off)) for task in due]
    waiting = [t for t in known if not _by(t.submitted_at, cut_off) and not _closed(t, cut_off)]
    overdue = [task for task in waiting if task.due_at < cut_off]
    return Counts(
        given=sum(inside(task.issued_at) for task in all_given),
        due=len(due),
        on_time=sum(at is not None and at <= task.due_at for task, at in sent),
        late=sum(at is not None and at > task.due_at for task, at in sent),
        closed=sum(inside(t.closed_at) and _closed(t, cut_off) for t in known),
        review=sum(bool(_by(t.submitted_at, cut_off)) and not _closed(t, cut_off) for t in known),
        new=sum(not _by(task.accepted_at, cut_off) for task in waiting),
        open=len(waiting),
        extensions=sum(inside(at) for task in known for at in task.extended),
        reworks=sum(inside(at) for task in known for at in task.returned),
        overdue=tuple(sorted(overdue, key=lambda task: (task.due_at, task.id))),
    )


def _inside(week: Week) -> Callable[[datetime | None], bool]:
    begins, ends = week.begins(), week.ends()
    return lambda moment: moment is not None and begins <= moment < ends


def _by(moment: datetime | None, cut_off: datetime) -> datetime | None:
    """A moment, if it lies before the cut-off."""
    return moment if moment is not None and moment <= cut_off else None


def _closed(task: Task, cut_off: datetime) -> bool:
    return _by(task.closed_at, cut_off) is not None


def coming(tasks: Iterable[Task], week: Week, cut_off: datetime) -> list[Task]:
    """Open tasks that are due in a week, the earliest first."""
    inside = _inside(week)
    open_ = [t for t in tasks if t.given_by(cut_off) and not _by(t.submitted_at, cut_off)]
    return sorted((t for t in open_ if inside(t.due_at)), key=lambda t: (t.due_at, t.id))


def days_overdue(task: Task, cut_off: datetime, calendar: WorkingCalendar) -> int:
    """Whole working days gone since the deadline; the day of the cut-off has not passed yet."""
    yesterday = local(cut_off, calendar.zone).date() - timedelta(days=1)
    due = local(task.due_at, calendar.zone).date()
    return calendar.days_between(due, yesterday) if due < yesterday else 0


def percent(part: int, whole: int) -> int:
    """69 for 9 of 13; halves go up."""
    return (200 * part + whole) // (2 * whole) if whole else 0


def light(counts: Counts, longest_overdue: int) -> str:
    """Green: at least 85 of 100 on time and nothing overdue. Yellow: from 60, or something is
    overdue. Red: below 60, or something overdue for more than five working days."""
    if longest_overdue > RED_AFTER and counts.due >= FEW:
        return RED
    rate = 100 * counts.on_time / counts.due if counts.due else 100.0
    if rate < 60:
        return RED if counts.due >= FEW else YELLOW
    return YELLOW if rate < 85 or counts.overdue else GREEN


@dataclass(frozen=True, slots=True)
class Edition:
    """When one week's report is previewed, frozen and sent."""

    week: Week
    sends: datetime

    @property
    def previews(self) -> datetime:
        return self.sends - PREVIEW_BEFORE

    @property
    def cut_off(self) -> datetime:
        return self.sends - CUT_OFF_BEFORE

    @property
    def lapses(self) -> datetime:
        """After this it is no longer sent by itself."""
        return self.sends + CATCH_UP_WITHIN


def edition(week: Week, briefing: str) -> Edition:
    """An hour before the briefing (`MON 08:00`). One held from Thursday on looks at its own
    week, one early in the week at the week before."""
    name, _, clock = briefing.partition(" ")
    weekday = DAYS.index(name)
    monday = week.monday if weekday >= DAYS.index("THU") else week.next.monday
    day = monday + timedelta(days=weekday)
    return Edition(week, at(day, time.fromisoformat(clock), OFFICE_ZONE) - SEND_BEFORE)


def edition_near(moment: datetime, briefing: str) -> Edition:
    """The latest edition whose preview is due at a moment."""
    week = Week.of(local(moment).date())
    recent = (edition(w, briefing) for w in (week, week.previous, week.previous.previous))
    return next(e for e in recent if e.previews <= moment)


def last_weeks(week: Week) -> Sequence[Week]:
    """The weeks that are added up together, oldest first."""
    return [Week(week.monday - timedelta(weeks=n)) for n in reversed(range(WEEKS_TOGETHER))]
