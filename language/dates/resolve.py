"""Turns what was said about one moment into days of the calendar; «hôm sau» into the day after
the one that was named before it."""

from datetime import date, datetime, timedelta

from language.dates.clause import Clause
from language.dates.lunar import on_fixed, on_fixed_lunar, on_lunar_month
from language.dates.mark import Mark
from language.dates.moments import Calendar, When, day_of
from language.dates.point import COUNTED_FROM, TimePoint, ask, none
from language.dates.point_dates import months_on, on_date, on_lunar, on_month_day
from language.dates.point_days import (
    on_months,
    on_offset,
    on_period,
    on_week,
    on_week_no,
    on_weekday,
)
from language.dates.point_hours import with_hour

DAYS = {"day": 1, "week": 7}
ON = "1"
"""«hôm sau», as it stands in the list; what is counted is a number of days."""


def resolve(point: TimePoint, now: datetime, calendar: Calendar) -> When:
    """The moment that is meant, seen from now."""
    if point.has("limit_today"):
        return When("before", now.date())
    if point.has("duration"):
        return _from_now(point, now, calendar)
    if point.has("no_hour"):
        return none("no_such_hour")
    days = days_of(point, now)
    if days.kind == "none":
        return days
    return with_hour(point, days, now)


def _from_now(point: TimePoint, now: datetime, calendar: Calendar) -> When:
    mark = point.marks["duration"]
    amount, unit, sense = mark.value
    if sense in ("ahead", "") and unit in DAYS and point.has(*COUNTED_FROM):
        return _days_from(point, int(amount * DAYS[unit]), now)
    sign = -1 if sense == "ago" else 1
    if unit in ("minute", "hour"):
        step = timedelta(minutes=amount * (60 if unit == "hour" else 1))
        return When("time", now + sign * step)
    if unit == "workday":
        day = _working_days(now.date(), int(amount) * sign, calendar)
    elif unit in ("month", "year") and amount == int(amount):
        day = months_on(now.date(), int(amount) * sign * (12 if unit == "year" else 1))
    else:
        length = {"day": 1, "week": 7, "month": 30, "year": 365}[unit]
        day = _safe_shift(now.date(), int(sign * amount * length))
        day = _in_that_week(day, point) if unit == "week" else day
    if point.has("clock", "part", "office"):
        return with_hour(point, When("day", day), now)
    return When("day", day)


def _days_from(point: TimePoint, count: int, now: datetime) -> When:
    """«trong ba ngày kể từ ngày mai»: that day is the first of them."""
    first = days_of(point, now)
    if first.kind == "ask" and first.other and first.likely == "day":
        likely, other = When("day", first.start), When("day", first.other.start)
        return ask(_so_long(likely, count), _so_long(other, count), why=first.why)
    return _so_long(first, count)


def _so_long(first: When, count: int) -> When:
    if first.kind != "day" or first.start is None:
        return first
    return When("span", first.start, _safe_shift(day_of(first.start), max(count, 1) - 1))


def _in_that_week(day: date, point: TimePoint) -> date:
    """«hai tuần nữa, vào thứ Bảy»."""
    weekday = point.get("weekday")
    return _safe_shift(day, weekday.value[0] - day.weekday()) if weekday else day


def _safe_shift(day: date, days: int) -> date:
    return day + timedelta(days=max(-36500, min(36500, days)))


def _working_days(day: date, count: int, calendar: Calendar) -> date:
    step = timedelta(days=1 if count > 0 else -1)
    left = min(abs(count), 400)
    for _ in range(2000):
        if not left:
            break
        day += step
        left -= calendar.is_working_day(day)
    return day


def days_of(point: TimePoint, now: datetime) -> When:
    """A day or a span of days; a question if more than one is meant; today if none is said."""
    today = now.date()
    for kind, finder in _FINDERS:
        if point.has(kind):
            found = finder(point, today)
            if found is not None:
                return found
    return When("day", today)


_FINDERS = (
    ("date", on_date),
    ("month_day", on_month_day),
    ("lunar", on_lunar),
    ("lunar_span", on_lunar_month),
    ("fixed", on_fixed),
    ("fixed_lunar", on_fixed_lunar),
    ("period", on_period),
    ("weekday", on_weekday),
    ("offset", on_offset),
    ("week", on_week),
    ("week_no", on_week_no),
    ("month_no", on_months),
    ("month", on_months),
    ("quarter_no", on_months),
    ("quarter", on_months),
    ("year_no", on_months),
    ("year", on_months),
)


def after_the_day_named(clauses: list[Clause], now: datetime, calendar: Calendar) -> list[Clause]:
    """«hôm sau» with no day before it names none, and its clause says nothing; «15/12 tổng kết,
    dự thảo có trước đấy 5 ngày» speaks of the day that is counted."""
    if not any(point.has("next_day") for clause in clauses for point in clause.points):
        return clauses
    named: date | None = None
    out: list[Clause] = []
    for clause in clauses:
        _without_its_date(clause)
        told = [point for point in clause.points if point.has("next_day")]
        counted = bool(named) and any(point.marks["next_day"].value != ON for point in told)
        for point in clause.points:
            if named and point in told:
                _put(point, named + timedelta(days=int(point.marks["next_day"].value)))
            if point not in told or named:
                named = _day_named(point, now, calendar) or named
        clause.offered |= bool(told) and len(clause.points) == 1 and clause.bound == "until"
        if not any(point.has("next_day") for point in clause.points):
            out = [clause] if counted else [*out, clause]
    return out


def _without_its_date(clause: Clause) -> None:
    """«hôm sau, 17/4» tells the day itself."""
    if any(point.has("date") for point in clause.points) and not any(clause.joins):
        clause.points = [point for point in clause.points if not point.has("next_day")]
        clause.joins = clause.joins[1:]


def _put(point: TimePoint, day: date) -> None:
    mark = point.marks.pop("next_day")
    point.marks["date"] = Mark("date", (day.day, day.month, day.year), mark.start, mark.end)


def _day_named(point: TimePoint, now: datetime, calendar: Calendar) -> date | None:
    if not (point.has_day or point.has("duration")):
        return None
    found = resolve(point, now, calendar)
    last = found.end or found.start
    return day_of(last) if last else None
