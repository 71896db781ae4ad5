"""Reads two moments together: «8h-11h thứ 7», «28 và 29/11», «thứ 3 hoặc thứ 5»."""

from datetime import datetime, timedelta

from language.clause import Clause
from language.mark import Mark
from language.moments import Calendar, Moment, When, at, day_of
from language.point import DAY_FIELDS, Point, ask, none
from language.resolve import resolve


def two_moments(clause: Clause, now: datetime, calendar: Calendar) -> When:
    a, b = clause.points[0], clause.points[1]
    join = clause.joins[0] or "and"
    _share(a, b)
    first, second = resolve(a, now, calendar), resolve(b, now, calendar)
    if len(clause.points) > 2:
        return ask(likeliest(first), likeliest(second), why="several") if first else second
    if not first or not second:
        return first or second
    if join == "or":
        return (
            ask(likeliest(first), likeliest(second), why="several") if first != second else first
        )
    if (
        first.kind == "ask"
        and join == "to"
        and first.other
        and not isinstance(first.start, datetime)
    ):
        start, last = last_of(first.other), last_of(likeliest(second))
        if start is not None and last is not None and day_of(start) <= day_of(last):
            first = first.other
    parts = a.has("part", "clock") and b.has("part", "clock") and first.start and second.start
    two_times = parts and not _same_day(first, second)  # «sáng thứ 7 và sáng chủ nhật»
    if join == "and" and (two_times or not _adjacent(first, second)):
        return ask(likeliest(first), likeliest(second), why="several")
    return _span(likeliest(first), likeliest(second), clause, now)


def likeliest(value: When) -> When:
    return When(value.likely, value.start, value.end) if value.kind == "ask" else value


def _same_day(first: When, second: When) -> bool:
    a, b = first.start, second.start
    return a is not None and b is not None and day_of(a) == day_of(b)


def _adjacent(first: When, second: When) -> bool:
    if first.start is None or second.start is None:
        return False
    gap = day_of(second.start) - day_of(first.end or first.start)
    return gap <= timedelta(days=1)


def _share(a: Point, b: Point) -> None:
    """What one side leaves out, the other has said: «8h-11h thứ 7», «28-29/11»."""
    if a.has("clock", "part") and not b.has("clock", "part", "office") and a.has("clock"):
        pass
    if b.has("clock") and a.has("clock") and not a.has("part") and b.has("part"):
        if a.marks["clock"].value[0] <= b.marks["clock"].value[0]:
            a.put(b.marks["part"])
        elif b.marks["part"].value == "noon":
            a.put(Mark("part", "morning", 0, 0))
    if not a.has_day and b.has_day:
        copy_days(b, a)
    elif a.has_day and not b.has_day:
        copy_days(a, b)
    if a.has("month_day") and b.has("date") and not a.has("date"):
        _, month, year = b.marks["date"].value
        a.marks["date"] = Mark("date", (a.marks.pop("month_day").value, month, year), 0, 0)
    if b.has("month_day") and a.has("date") and not b.has("date"):
        _, month, year = a.marks["date"].value
        b.marks["date"] = Mark("date", (b.marks.pop("month_day").value, month, year), 0, 0)
    if a.has("weekday") and b.has("weekday") and b.has("week") and not a.has("week"):
        a.put(b.marks["week"])


def copy_days(giver: Point, taker: Point) -> None:
    for kind in (*DAY_FIELDS, "edge"):
        if giver.has(kind):
            taker.marks.setdefault(kind, giver.marks[kind])
    taker.mod = taker.mod or giver.mod


def _span(first: When, second: When, clause: Clause, now: datetime) -> When:
    start, end = first.start, last_of(second)
    if start is None or end is None:
        return none()
    if isinstance(start, datetime) and isinstance(end, datetime):
        while end <= start and end - start > timedelta(hours=-12) and end.hour < 12:
            end += timedelta(hours=12)
        if start.date() != end.date() and clause.points[0].has_day is False:
            start = start.replace(year=end.year, month=end.month, day=end.day)
    elif isinstance(end, datetime):
        start = at(day_of(start), 0, 0, now)
    elif isinstance(start, datetime):
        end = at(end, 24, 0, now)
    if day_of(end) < day_of(start):
        later = _next_of(second, start)
        if later is None:
            return ask(When("span", start, start), why="backwards")
        end = later
    return When("span", start, end)


def _next_of(second: When, start: Moment) -> Moment | None:
    end = last_of(second)
    if end is None or (day_of(start) - day_of(end)).days > 7:
        return None
    return end + timedelta(days=7)


def last_of(value: When) -> Moment | None:
    return value.end or value.start
