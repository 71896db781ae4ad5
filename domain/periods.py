"""Weeks and days, in the office's own time."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

OFFICE_ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
"""Where a new office stands unless it says otherwise, and whoever belongs to none."""


def local(moment: datetime, zone: ZoneInfo) -> datetime:
    return moment.astimezone(zone)


@lru_cache(maxsize=4096)
def at(day: date, clock: time, zone: ZoneInfo) -> datetime:
    """A moment by the office's wall clock, as UTC; a report asks for the same ones often."""
    return datetime.combine(day, clock, zone).astimezone(UTC)


def day_begins(moment: datetime, zone: ZoneInfo) -> datetime:
    """The midnight before a moment, by the office's wall clock, as UTC."""
    return at(local(moment, zone).date(), time(), zone)


def short_day(day: date, today: date) -> str:
    """`27/11`, and `05/01/2027` when it is not this year's: for a button."""
    return f"{day:%d/%m}" if day.year == today.year else f"{day:%d/%m/%Y}"


@dataclass(frozen=True, slots=True, order=True)
class Week:
    """Monday 00:00 up to, not including, the next Monday 00:00."""

    monday: date

    @classmethod
    def of(cls, day: date) -> "Week":
        return cls(day - timedelta(days=day.weekday()))

    @classmethod
    def before(cls, moment: datetime, zone: ZoneInfo) -> "Week":
        """The last full week before a moment."""
        return cls.of(local(moment, zone).date() - timedelta(days=7))

    @classmethod
    def parse(cls, code: str) -> "Week":
        """Read `2026-W47`; ValueError says what is expected."""
        try:
            year, week = map(int, code.split("-W"))
            return cls(date.fromisocalendar(year, week, 1))
        except ValueError:
            raise ValueError(f"{code!r} is not a week, expected a code such as 2026-W47") from None

    @property
    def code(self) -> str:
        year, week, _ = self.monday.isocalendar()
        return f"{year}-W{week:02}"

    @property
    def number(self) -> int:
        return self.monday.isocalendar().week

    @property
    def sunday(self) -> date:
        return self.monday + timedelta(days=6)

    @property
    def next(self) -> "Week":
        return Week(self.monday + timedelta(days=7))

    @property
    def previous(self) -> "Week":
        return Week(self.monday - timedelta(days=7))

    def begins(self, zone: ZoneInfo) -> datetime:
        return at(self.monday, time(), zone)

    def ends(self, zone: ZoneInfo) -> datetime:
        return at(self.monday + timedelta(days=7), time(), zone)


QUARTER_MONTHS = 3


@dataclass(frozen=True, slots=True, order=True)
class Span(Week):
    """A longer time that is told like a week: a month, a quarter, a year, the year so far."""

    last: date
    kind: str = "month"

    @classmethod
    def month(cls, year: int, number: int) -> "Span":
        return cls(date(year, number, 1), _month_ends(year, number), "month")

    @classmethod
    def quarter(cls, year: int, number: int) -> "Span":
        ends = QUARTER_MONTHS * number
        return cls(date(year, ends - 2, 1), _month_ends(year, ends), "quarter")

    @classmethod
    def year(cls, year: int) -> "Span":
        return cls(date(year, 1, 1), date(year, 12, 31), "year")

    @classmethod
    def so_far(cls, today: date) -> "Span":
        return cls(date(today.year, 1, 1), today, "so_far")

    @property
    def code(self) -> str:
        return f"{self.monday}/{self.last}"

    @property
    def number(self) -> int:
        quarter = (self.monday.month + 2) // QUARTER_MONTHS
        numbers = {"month": self.monday.month, "quarter": quarter}
        return numbers.get(self.kind, self.monday.year)

    @property
    def sunday(self) -> date:
        return self.last

    @property
    def next(self) -> Week:
        return Week.of(self.last + timedelta(days=1))

    @property
    def previous(self) -> "Span":
        """As many days before it."""
        ends = self.monday - timedelta(days=1)
        return Span(ends - (self.last - self.monday), ends, self.kind)

    def ends(self, zone: ZoneInfo) -> datetime:
        return at(self.last + timedelta(days=1), time(), zone)


def _month_ends(year: int, number: int) -> date:
    return date(year, number, monthrange(year, number)[1])
