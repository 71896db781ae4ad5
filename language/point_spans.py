"""Which days a week, a month, a quarter or a year means: «cuối tuần», «đầu tháng», «quý IV»."""

import calendar as months
from datetime import date, timedelta

from language.moments import When
from language.point import MONTHS_OF, Point, ask, none
from language.point_dates import months_on
from language.point_weekdays import month_span, year_of


def on_week(point: Point, today: date) -> When | None:
    value = point.marks["week"].value
    edge = point.get("edge")
    if value is None and not edge:
        return none()
    monday = today + timedelta(days=7 * (value or 0) - today.weekday())
    if not edge:
        return When("span", monday, monday + timedelta(days=6))
    first, last = {"start": (0, 1), "middle": (2, 3), "end": (5, 6)}[edge.value]
    if value is None and monday + timedelta(days=last) < today:
        monday += timedelta(days=7)
    if value is None and edge.value == "start":
        found = When("span", monday + timedelta(days=7), monday + timedelta(days=8))
        return (
            found
            if monday + timedelta(days=1) < today
            else ask(found, When("span", monday, monday + timedelta(days=1)))
        )
    return When("span", monday + timedelta(days=first), monday + timedelta(days=last))


def on_week_no(point: Point, today: date) -> When:
    no = point.marks["week_no"].value
    try:
        monday = date.fromisocalendar(today.year, no, 1)
        if monday + timedelta(days=60) < today:
            monday = date.fromisocalendar(today.year + 1, no, 1)
    except ValueError:
        return none("no_such_week")
    return When("span", monday, monday + timedelta(days=6))


def on_months(point: Point, today: date) -> When | None:
    """A month, quarter or year, or its beginning, middle or end."""
    unit = next((u for u in ("month", "quarter", "year") if point.has(u)), "month")
    edge = point.get("edge")
    if point.has("month_no"):
        unit, value = "month", 0
        first, last = month_span(point, today)
    elif point.has("quarter_no"):
        unit, value = "quarter", 0
        no, year = point.marks["quarter_no"].value
        first = date(
            year or year_of(point, today) or today.year + (no < (today.month + 2) // 3),
            3 * no - 2,
            1,
        )
        last = months_on(first, 3) - timedelta(days=1)
    elif point.has("year_no"):
        unit, value = "year", 0
        first, last = (
            date(year_of(point, today) or 1, 1, 1),
            date(year_of(point, today) or 1, 12, 31),
        )
    else:
        value = point.marks[unit].value
        if value is None and not edge:
            return none()
        length = MONTHS_OF[unit]
        begin = (today.month - 1) // length * length + 1
        first = months_on(today.replace(day=1, month=begin), length * (value or 0))
        last = months_on(first, length) - timedelta(days=1)
        if value is None and edge:
            first, last = _coming_edge(edge.value, first, last, length, today)
    if not edge:
        span = When("span", first, last)
        mark = point.get("month")
        return span if not mark or mark.sure else ask(span, _june(today), why="unmarked")
    return _edge(edge.value, unit, first, last)


def _june(today: date) -> When:
    year = today.year + (today.month > 6)
    return When("span", date(year, 6, 1), date(year, 6, 30))


def _coming_edge(
    edge: str, first: date, last: date, length: int, today: date
) -> tuple[date, date]:
    """«đầu tháng» said on the 23rd is next month's."""
    ends = {"start": first + timedelta(days=9), "middle": first + timedelta(days=19), "end": last}
    if ends[edge] >= today:
        return first, last
    first = months_on(first, length)
    return first, months_on(first, length) - timedelta(days=1)


def _edge(edge: str, unit: str, first: date, last: date) -> When:
    if edge == "end":
        return When("day", last)
    if unit == "month":
        a, b = (0, 9) if edge == "start" else (10, 19)
        return When("span", first + timedelta(days=a), first + timedelta(days=b))
    length = (last - first).days // 3
    if edge == "start":
        return When(
            "span", first, first.replace(day=months.monthrange(first.year, first.month)[1])
        )
    return When("span", first + timedelta(days=length), last - timedelta(days=length))
