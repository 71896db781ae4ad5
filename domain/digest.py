"""The weekly report: green, yellow or red, and when each edition is due."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from domain.calendar import WorkingCalendar
from domain.hours import (
    AFTER_DAYS_OFF,
    CATCH_UP_WITHIN,
    CUT_OFF_BEFORE,
    PREVIEW_BEFORE,
    SEND_BEFORE,
    WEEKDAYS,
)
from domain.office_hours import WeeklyHour
from domain.periods import Span, Week, at, local
from domain.work_counts import WorkCounts

EVER = datetime(1970, 1, 1, tzinfo=UTC)
RED_AFTER = 5
"""Working days after which an overdue task is red."""
FEW = 3
"""With fewer due tasks than this a rate says little: never worse than yellow."""
GREEN, YELLOW, RED, NONE = "green", "yellow", "red", "none"
WEEKS_TOGETHER = 8
RECENT = 4
PICTURE, SHORT, FULL, NOT_AT_ALL = "picture", "short", "full", "none"
FORMS = (PICTURE, SHORT, FULL, NOT_AT_ALL)
"""How a reader has the report; the first unless they choose."""


def percent(part: int, whole: int) -> int:
    """69 for 9 of 13; halves go up."""
    return (200 * part + whole) // (2 * whole) if whole else 0


def light(counts: WorkCounts, longest_overdue: int, *, first: bool = False) -> str:
    """Green: at least 85 of 100 on time and nothing overdue. Yellow: from 60, or something is
    overdue. Red: below 60, or something overdue for more than five working days. Nothing due
    has no light, and an office is never red in its first week."""
    if not counts.due:
        return NONE
    many = counts.due >= FEW and not first
    if longest_overdue > RED_AFTER or 100 * counts.on_time < 60 * counts.due:
        return RED if many else YELLOW
    return YELLOW if counts.overdue or 100 * counts.on_time < 85 * counts.due else GREEN


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


@dataclass(frozen=True, slots=True)
class Seen:
    """Which week's report is told, to whom: the whole, one organisation's part, one section's."""

    edition: Edition
    until: datetime
    """Figures of the field are told as they were confirmed up to here."""
    organisation: int | None = None
    unit: int | None = None
    rows: bool = False
    """For a paper: with the rows behind the figures."""
    last: Edition | None = None
    """The report that was sent before it; of a longer time and before the first there is none."""

    @property
    def week(self) -> Week:
        return self.edition.week

    @property
    def cut_off(self) -> datetime:
        """Everything else as it stood here: at the edition's cut-off, or now, before it."""
        return min(self.edition.cut_off, self.until)

    def since(self, zone: ZoneInfo) -> datetime:
        """From where on it tells what happened once: nothing of a week whose report never came
        is lost. The first tells all."""
        if isinstance(self.week, Span):
            return self.week.begins(zone)
        return self.last.cut_off if self.last else EVER

    @property
    def whole(self) -> bool:
        return self.organisation is None and self.unit is None


def briefing_at(briefing: str) -> tuple[int, time]:
    """`MON 08:00`: weekday (Monday is 0) and hour."""
    at = WeeklyHour.of(briefing)
    return at.weekday or 0, at.clock


def edition(week: Week, briefing: str, calendar: WorkingCalendar) -> Edition:
    """A week's goes an hour before the briefing (`MON 07:30`): one held from Thursday on looks at
    its own week, one early in the week at the week before. On a day off it waits for the next
    working morning. A longer time is told as it stood at its end."""
    zone = calendar.zone
    if isinstance(week, Span):
        return Edition(week, week.ends(zone) + CUT_OFF_BEFORE)
    weekday, clock = briefing_at(briefing)
    monday = week.monday if weekday >= WEEKDAYS.index("thu") else week.next.monday
    day = monday + timedelta(days=weekday)
    if calendar.is_working_day(day) or day.weekday() >= WEEKDAYS.index("sat"):
        return Edition(week, at(day, clock, zone) - SEND_BEFORE)
    hour = min(clock, AFTER_DAYS_OFF)
    return Edition(week, at(calendar.on_or_after(day), hour, zone) - SEND_BEFORE)


def editions_near(moment: datetime, briefing: str, calendar: WorkingCalendar) -> list[Edition]:
    """The last editions whose preview is due at a moment, the newest first: after a week off
    two may come on one morning."""
    week = Week.of(local(moment, calendar.zone).date())
    weeks = (Week(week.monday - timedelta(weeks=n)) for n in range(RECENT))
    return [e for e in (edition(w, briefing, calendar) for w in weeks) if e.previews <= moment]


def edition_after(moment: datetime, briefing: str, calendar: WorkingCalendar) -> Edition:
    """The first edition that is still to be sent."""
    week = Week.of(local(moment, calendar.zone).date())
    weeks = (Week(week.monday + timedelta(weeks=n)) for n in range(-RECENT, 2))
    return next(e for w in weeks if (e := edition(w, briefing, calendar)).sends > moment)


def edition_near(moment: datetime, briefing: str, calendar: WorkingCalendar) -> Edition:
    """The latest edition whose preview is due at a moment."""
    return editions_near(moment, briefing, calendar)[0]


def last_weeks(week: Week) -> Sequence[Week]:
    """The weeks that are added up together, oldest first."""
    return [Week(week.monday - timedelta(weeks=n)) for n in reversed(range(WEEKS_TOGETHER))]
