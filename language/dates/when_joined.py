"""Reads two moments together: «8h-11h thứ 7», «28 và 29/11», «thứ 3 hoặc thứ 5»."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import pairwise

from language.dates.clause import Clause
from language.dates.mark import Mark
from language.dates.moments import Calendar, Moment, PlainWeek, When, at, day_of
from language.dates.point import DAY_FIELDS, MONTHS_OF, TimePoint, ask, none
from language.dates.resolve import resolve


def two_moments(clause: Clause, now: datetime, calendar: Calendar) -> When:
    a, b = clause.points[0], clause.points[1]
    join = clause.joins[0] or "and"
    if join == "to" and _only_unit(b):
        return _to_its_end(a, b, clause, now, calendar)
    _share(a, b)
    first, second = resolve(a, now, calendar), resolve(b, now, calendar)
    if join == "instead":
        return second
    if join == "or" and first == second and a.mod != b.mod:
        second = _a_week_on(second)
    if not first or not second:
        return first or second
    if len(clause.points) > 2 and (row := _in_a_row(clause, now, calendar)):
        return row
    apart = join == "and" and _apart(a, b, first, second)
    if len(clause.points) > 2 or apart or (join == "or" and first != second):
        return ask(likeliest(first), likeliest(second), why="several")
    if join == "or":
        return first
    if join == "to":
        first = _earlier(first, second)
    return _span(likeliest(first), likeliest(second), clause, now)


def _a_week_on(value: When) -> When:
    """«thứ 7 này hay thứ 7 tới»."""
    return replace(value, start=value.start + timedelta(days=7)) if value.start else value


def _in_a_row(clause: Clause, now: datetime, calendar: Calendar) -> When | None:
    """«25, 26, 27/11»: days one after another are one stretch."""
    for point in reversed(clause.points[:-1]):
        _share(point, clause.points[-1])
    found = [resolve(point, now, calendar) for point in clause.points]
    days = [day.start for day in found if day.kind == "day" and type(day.start) is date]
    if len(days) < len(found) or (days[-1] - days[0]).days != len(days) - 1:
        return None
    one_by_one = all(b - a == timedelta(days=1) for a, b in pairwise(days))
    return When("span", days[0], days[-1]) if one_by_one else None


def _only_unit(point: TimePoint) -> bool:
    return point.has(*MONTHS_OF, "week") and not (point.has_day or point.has("edge"))


def _to_its_end(
    a: TimePoint, b: TimePoint, clause: Clause, now: datetime, calendar: Calendar
) -> When:
    """«từ 1/12 đến hết tháng»: the end of the month in which it begins."""
    first = resolve(a, now, calendar)
    if not first or first.start is None:
        return first
    return _span(likeliest(first), bare_unit(b, at(day_of(first.start), 0, 0, now)), clause, now)


def bare_unit(point: TimePoint, now: datetime) -> When:
    """«hết tuần», «hết tháng», «hết năm»."""
    for unit in ("week", *MONTHS_OF):
        if point.has(unit):
            return resolve(TimePoint({unit: Mark(unit, 0, 0, 0)}), now, PlainWeek())
    return none()


def _apart(a: TimePoint, b: TimePoint, first: When, second: When) -> bool:
    """«sáng thứ 7 và sáng chủ nhật» is no one stretch, «thứ 7 và chủ nhật» is."""
    if first.start is None or second.start is None:
        return True
    both_hours = a.has("part", "clock") and b.has("part", "clock")
    gap = day_of(second.start) - day_of(first.end or first.start)
    same_day = day_of(first.start) == day_of(second.start)
    return (both_hours and not same_day) or gap > timedelta(days=1)


def _earlier(first: When, second: When) -> When:
    """A doubtful day before «đến» is the one that still comes before the other end."""
    if first.kind != "ask" or not first.other or isinstance(first.start, datetime):
        return first
    start, last = last_of(first.other), last_of(likeliest(second))
    if start is None or last is None or day_of(start) > day_of(last):
        return first
    return first.other


def likeliest(value: When) -> When:
    return (
        When(value.likely, value.start, value.end, by_start=value.by_start)
        if value.kind == "ask"
        else value
    )


def _share(a: TimePoint, b: TimePoint) -> None:
    """What one side leaves out, the other has said: «8h-11h thứ 7», «28-29/11»."""
    if a.has("clock") and b.has("clock") and b.has("part") and not a.has("part"):
        _share_part(a, b)
    if not a.has_day and b.has_day:
        copy_days(b, a)
    elif a.has_day and not b.has_day:
        copy_days(a, b)
    _share_month(a, b)
    _share_month(b, a)
    if _of_one_week(a, b):
        a.put(b.marks["week"])


def _of_one_week(a: TimePoint, b: TimePoint) -> bool:
    """«thứ 3 đến thứ 5 tuần sau»; «t6 này hay t6 tuần sau» are of two."""
    if not (a.has("weekday") and b.has("weekday") and b.has("week")) or a.has("week"):
        return False
    return not a.mod and a.marks["weekday"].value != b.marks["weekday"].value


def _share_part(a: TimePoint, b: TimePoint) -> None:
    """«2h-4h chiều» are both in the afternoon, «8h-11h trưa» begins in the morning."""
    if a.marks["clock"].value[0] <= b.marks["clock"].value[0]:
        a.put(b.marks["part"])
    elif b.marks["part"].value == "noon":
        a.put(Mark("part", "morning", 0, 0))


def _share_month(taker: TimePoint, giver: TimePoint) -> None:
    if taker.has("month_day") and giver.has("date") and not taker.has("date"):
        _, month, year = giver.marks["date"].value
        day = taker.marks.pop("month_day").value
        taker.marks["date"] = Mark("date", (day, month, year), 0, 0)


def copy_days(giver: TimePoint, taker: TimePoint) -> None:
    for kind in (*DAY_FIELDS, "edge"):
        if giver.has(kind):
            taker.marks.setdefault(kind, giver.marks[kind])
    taker.mod = taker.mod or giver.mod


def _span(first: When, second: When, clause: Clause, now: datetime) -> When:
    start, end = first.start, last_of(second)
    if start is None or end is None:
        return none()
    if isinstance(start, datetime) and isinstance(end, datetime):
        end = _after_start(start, end)
        if start.date() != end.date() and not clause.points[0].has_day:
            start = start.replace(year=end.year, month=end.month, day=end.day)
    elif isinstance(end, datetime):
        start = at(day_of(start), 0, 0, now)
    elif isinstance(start, datetime):
        end = at(end, 24, 0, now)
    if day_of(end) < day_of(start):
        if (day_of(start) - day_of(end)).days > 7 or last_of(second) is None:
            return ask(When("span", start, start), why="backwards")
        end += timedelta(days=7)
    return When("span", start, end)


def _after_start(start: datetime, end: datetime) -> datetime:
    """«8h - 2h»: the end is in the afternoon."""
    while end <= start and end - start > timedelta(hours=-12) and end.hour < 12:
        end += timedelta(hours=12)
    return end


def last_of(value: When) -> Moment | None:
    return value.end or value.start
