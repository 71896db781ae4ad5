"""«20/11 dự lễ, 8 giờ sáng hôm sau»: the day after the one that was named before it."""

from datetime import date, datetime, timedelta

from language.dates.clause import Clause
from language.dates.mark import Mark
from language.dates.moments import Calendar, day_of
from language.dates.point import TimePoint
from language.dates.resolve import resolve


def after_the_day_named(clauses: list[Clause], now: datetime, calendar: Calendar) -> list[Clause]:
    """«hôm sau» with no day before it names none, and its clause says nothing."""
    if not any(point.has("next_day") for clause in clauses for point in clause.points):
        return clauses
    named: date | None = None
    out = []
    for clause in clauses:
        told = [point for point in clause.points if point.has("next_day")]
        for point in clause.points:
            if named and point in told:
                _put(point, named + timedelta(days=1))
            if point not in told or named:
                named = _day_named(point, now, calendar) or named
        clause.offered |= bool(told) and len(clause.points) == 1 and clause.bound == "until"
        if not any(point.has("next_day") for point in clause.points):
            out.append(clause)
    return out


def _put(point: TimePoint, day: date) -> None:
    mark = point.marks.pop("next_day")
    point.marks["date"] = Mark("date", (day.day, day.month, day.year), mark.start, mark.end)


def _day_named(point: TimePoint, now: datetime, calendar: Calendar) -> date | None:
    if not (point.has_day or point.has("duration")):
        return None
    found = resolve(point, now, calendar)
    last = found.end or found.start
    return day_of(last) if last else None
