"""Which day a weekday or «mai» means: «thứ 7», «thứ 6 tuần sau», «thứ 2 đầu tháng»."""

import calendar as months
from datetime import date, timedelta

from language.dates.mark import Mark
from language.dates.moments import When
from language.dates.point import TimePoint, ask
from language.dates.point_dates import agree, months_on, near_year, year_of


def on_weekday(point: TimePoint, today: date) -> When | None:
    days = point.marks["weekday"].value
    monday = today - timedelta(days=today.weekday())
    week = point.get("week")
    if point.has("offset"):
        return agree(point, today, today + timedelta(days=point.marks["offset"].value))
    if len(days) > 1:
        return _several(days, monday, week, today)
    if point.has("edge") and point.has("month", "month_no"):
        return _nth_weekday(point, days[0], today)
    if week and week.value is not None:
        return When("day", monday + timedelta(days=days[0] + 7 * week.value))
    if week and point.has("edge"):
        return None
    return _nearest(days[0], point.mod, today)


def _nearest(day: int, mod: str, today: date) -> When:
    """«thứ 7», «thứ 7 tới», «thứ 7 vừa rồi»; today's own weekday is asked."""
    if mod == "past":
        return When("day", today - timedelta(days=(today.weekday() - day - 1) % 7 + 1))
    if mod == "after":
        return When("day", today + timedelta(days=day - today.weekday() + 7))
    coming = today + timedelta(days=(day - today.weekday()) % 7)
    if coming != today or mod == "this":
        return When("day", coming)
    next_week = When("day", today + timedelta(days=7))
    return next_week if mod == "coming" else ask(next_week, When("day", today), why="same_weekday")


def _several(days: tuple[int, ...], monday: date, week: Mark | None, today: date) -> When:
    if week and week.value is not None:
        found = [monday + timedelta(days=d + 7 * week.value) for d in days]
    else:
        found = [today + timedelta(days=(d - today.weekday()) % 7) for d in days]
    found.sort()
    if (found[-1] - found[0]).days == len(found) - 1:
        return When("span", found[0], found[-1])
    return ask(When("day", found[0]), When("day", found[-1]), why="several")


def _nth_weekday(point: TimePoint, day: int, today: date) -> When:
    first, last = month_span(point, today)
    if point.marks["edge"].value == "end":
        return When("day", last - timedelta(days=(last.weekday() - day) % 7))
    found = first + timedelta(days=(day - first.weekday()) % 7)
    if found < today and point.has("month") and point.marks["month"].value is None:
        first = months_on(first, 1)
        found = first + timedelta(days=(day - first.weekday()) % 7)
    return When("day", found)


def month_span(point: TimePoint, today: date) -> tuple[date, date]:
    no = point.get("month_no")
    if no:
        month, year = no.value
        year = year or year_of(point, today) or near_year(month, today.month, point, today)
        first = date(year, month, 1)
    else:
        first = months_on(today.replace(day=1), point.marks["month"].value or 0)
    return first, first.replace(day=months.monthrange(first.year, first.month)[1])


def on_offset(point: TimePoint, today: date) -> When:
    mark = point.marks["offset"]
    found = When("day", today + timedelta(days=mark.value))
    return found if mark.sure else ask(found, why="unmarked")
