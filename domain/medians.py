"""How long work takes, by the median: until it is accepted, until its result is reported."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median

from domain.calendar import DAY, WorkingCalendar
from domain.hours import WORK
from domain.periods import local
from domain.work_counts import Task

HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Medians:
    """Of what was accepted, and of what was reported done, in a time; in working hours, and in
    working days."""

    accepted: int
    hours: float | None
    finished: int
    days: float | None


def medians(
    tasks: Iterable[Task], begins: datetime, ends: datetime, calendar: WorkingCalendar
) -> Medians:
    hours, days = [], []
    for task in tasks:
        if task.accepted and begins <= task.accepted < ends:
            hours.append(working_hours(task.issued, task.accepted, calendar))
        if task.sent and begins <= task.sent < ends:
            days.append(_days(task.issued, task.sent, calendar))
    return Medians(len(hours), _middle(hours), len(days), _middle(days))


def working_hours(earlier: datetime, later: datetime, calendar: WorkingCalendar) -> float:
    """How much of the office's hours lies between two moments."""
    here, until, passed = local(earlier, calendar.zone), local(later, calendar.zone), timedelta()
    day = here.date()
    while day <= until.date():
        for begins, ends in WORK if calendar.is_working_day(day) else ():
            opens = max(here, datetime.combine(day, begins, calendar.zone))
            closes = min(until, datetime.combine(day, ends, calendar.zone))
            passed += max(closes - opens, timedelta())
        day += DAY
    return passed / HOUR


def _days(earlier: datetime, later: datetime, calendar: WorkingCalendar) -> int:
    zone = calendar.zone
    return calendar.days_between(local(earlier, zone).date(), local(later, zone).date())


def _middle(numbers: list[float] | list[int]) -> float | None:
    return round(float(median(numbers)), 1) if numbers else None
