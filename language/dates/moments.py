"""What a phrase about time means: a day, an hour, a span, a limit, a rule, or a question."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, tzinfo
from typing import Literal, Protocol

from domain.hours import WORK_ENDS
from domain.periods import OFFICE_ZONE

ICT = OFFICE_ZONE
WhenKind = Literal["day", "time", "span", "before", "after", "every", "ask", "none"]
Moment = date | datetime  # a datetime is always aware


class Calendar(Protocol):
    def is_working_day(self, day: date) -> bool: ...


class PlainWeek:
    """Monday to Friday, when the office has not handed its calendar in."""

    def is_working_day(self, day: date) -> bool:
        return day.weekday() < 5


@dataclass(frozen=True, slots=True)
class When:
    kind: WhenKind = "none"
    start: Moment | None = None  # the latest moment allowed if `before`, the first if `after`
    end: Moment | None = None
    other: "When | None" = None  # the second reading to offer if `ask`
    rule: str = ""  # RRULE if `every`
    why: str = ""  # code of what is doubtful: no_such_day, past, lunar_or_solar, disagree …
    rest: str = field(default="", compare=False)  # the text without the time
    place: tuple[int, int] = field(default=(0, 0), compare=False)  # where it stood
    said: str = field(default="", compare=False)  # the moment as it was typed, without its limit
    used: tuple[tuple[int, int], ...] = field(default=(), compare=False)  # the words that say it
    today: date = field(default=date.min, compare=False)
    over: bool = field(default=False, compare=False)
    """It is told as over: «hôm qua em nộp rồi»."""
    by_start: bool = field(default=False, compare=False)  # «trưa»: as a limit, when it begins
    likely: WhenKind = field(default="none", compare=False)  # kind of the likely reading if `ask`

    def __bool__(self) -> bool:
        return self.kind != "none"

    def due(self, zone: tzinfo | None = ICT) -> datetime | None:
        """The last moment meant, as a limit; a day ends with the work of it. None if unclear."""
        if self.kind in ("none", "ask", "every", "after") or self.start is None:
            return None
        last = self.start if self.by_start else self.end or self.start
        if isinstance(last, datetime):
            return last
        return datetime.combine(last, WORK_ENDS, zone)


def day_of(moment: Moment) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def at(day: date, hour: int, minute: int, now: datetime) -> datetime:
    """An hour of a day; 24 is the midnight that ends it."""
    return datetime.combine(day, time(), now.tzinfo) + timedelta(hours=hour, minutes=minute)
