"""How days out become volunteer days: the office's rule, as data."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

CONVERSION: tuple[tuple[timedelta, float], ...] = (
    (timedelta(hours=2), 1.0),
    (timedelta(0), 0.5),
)
"""At least so long counts as so many days. Another school or union: change the rows."""


@dataclass(frozen=True, slots=True)
class Spent:
    """What somebody gave: days by the rule, and hours by the clock."""

    days: float
    hours: float
    times: int


def days_of(lasted: timedelta) -> float:
    return next((days for least, days in CONVERSION if lasted >= least), 0.0)


def spent(days_out: Iterable[tuple[datetime, datetime]]) -> Spent:
    """The sum over days out, each told by its start and end."""
    lasted = [ends - starts for starts, ends in days_out]
    hours = sum(length.total_seconds() for length in lasted) / 3600
    return Spent(sum(map(days_of, lasted)), round(hours, 1), len(lasted))
