"""Working days and hours, quiet hours: when work may ring, and what "a working day later" is."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from domain.hours import NIGHT, RINGS, WEEKDAYS, WORK, WORK_ENDS
from domain.periods import at, local

DAY = timedelta(days=1)


def span(first: date, last: date) -> tuple[date, ...]:
    """Every day from the first to the last."""
    return tuple(first + DAY * n for n in range((last - first).days + 1))


def is_weekday(day: date) -> bool:
    """Monday to Friday."""
    return day.weekday() < WEEKDAYS.index("sat")


@dataclass(frozen=True, slots=True)
class Holiday:
    """Days off by law; `sure` is false where the government still says which they are."""

    first: date
    last: date
    name: str
    sure: bool = True

    @property
    def days(self) -> tuple[date, ...]:
        """Those that would be worked: weekends are off anyhow."""
        return tuple(day for day in span(self.first, self.last) if is_weekday(day))


@dataclass(frozen=True, slots=True)
class WorkingCalendar:
    """Monday to Friday, less the holidays, plus the swap days that the office wrote down.

    `days` maps a date to True (worked although a weekend) or False (off although a weekday).
    """

    zone: ZoneInfo
    days: Mapping[date, bool] = field(default_factory=dict)

    def is_working_day(self, day: date) -> bool:
        return self.days.get(day, is_weekday(day))

    def add_days(self, day: date, count: int) -> date:
        """The count-th working day after (or, below zero, before) a day."""
        step = DAY if count > 0 else -DAY
        for _ in range(abs(count)):
            day += step
            while not self.is_working_day(day):
                day += step
        return day

    def on_or_after(self, day: date) -> date:
        return day if self.is_working_day(day) else self.add_days(day, 1)

    def days_between(self, earlier: date, later: date) -> int:
        """Working days after `earlier` up to and with `later`."""
        span = range((later - earlier).days)
        return sum(self.is_working_day(earlier + DAY * (n + 1)) for n in span)

    def add_hours(self, moment: datetime, hours: float) -> datetime:
        """The moment when so many working hours have passed."""
        left, here = timedelta(hours=hours), local(moment, self.zone)
        while True:
            for begins, ends in WORK if self.is_working_day(here.date()) else ():
                opens = max(here, datetime.combine(here.date(), begins, self.zone))
                closes = datetime.combine(here.date(), ends, self.zone)
                if opens >= closes:
                    continue
                if left <= closes - opens:
                    return (opens + left).astimezone(UTC)
                left -= closes - opens
            here = datetime.combine(here.date() + DAY, time(), self.zone)

    def next_ring(self, moment: datetime) -> datetime:
        """The first moment, from this one on, when work may ring."""
        here = local(moment, self.zone)
        while True:
            for begins, ends in RINGS if self.is_working_day(here.date()) else ():
                opens = datetime.combine(here.date(), begins, self.zone)
                if here < datetime.combine(here.date(), ends, self.zone):
                    return moment if here >= opens else opens.astimezone(UTC)
            here = datetime.combine(here.date() + DAY, time(), self.zone)
            moment = here.astimezone(UTC)

    def after_night(self, moment: datetime) -> datetime:
        """This moment, or the end of the night when it lies in it."""
        here = local(moment, self.zone)
        if here.time() >= NIGHT[0]:
            return at(here.date() + DAY, NIGHT[1], self.zone)
        return at(here.date(), NIGHT[1], self.zone) if here.time() < NIGHT[1] else moment

    def due(self, day: date) -> datetime:
        """The end of a day's work, when nobody said an hour."""
        return at(day, WORK_ENDS, self.zone)
