"""Hours into volunteer days, by the rule that each office keeps as data."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

Rule = Sequence[tuple[timedelta, float]]
"""At least so long counts as so many days; the longest first."""
MOST_ROWS, MOST_HOURS, MOST_DAYS = 6, 24.0, 5.0


@dataclass(frozen=True, slots=True)
class Spent:
    """What somebody gave: days by the rule, and hours by the clock."""

    days: float
    hours: float


@dataclass(frozen=True, slots=True)
class Vouched:
    """What a certificate says: how much, from the first to the last day given, told when."""

    days: float
    hours: float
    since: date
    until: date
    issued: date


def days_of(lasted: timedelta, rule: Rule) -> float:
    return next((days for least, days in rule if lasted >= least), 0.0)


def spent(days_out: Iterable[tuple[datetime, datetime]], rule: Rule) -> Spent:
    """The sum over activities, each told by its start and end."""
    lasted = [ends - starts for starts, ends in days_out]
    hours = sum(length.total_seconds() for length in lasted) / 3600
    return Spent(sum(days_of(length, rule) for length in lasted), round(hours, 1))
