"""Which days «thứ 7», «mai», a week, a month, a quarter or a year means, or only their end."""

import calendar as months
from datetime import date, timedelta

from language.dates.mark import Mark
from language.dates.moments import When, WhenKind
from language.dates.point import MONTHS_OF, TimePoint, ask, none
from language.dates.point_dates import agree, months_on, near_year, year_of

RECENT_DAYS = 60  # a week that is longer past is next year's
FAR = 366


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
    if week and point.has("edge") and not _within(days[0], point.marks["edge"].value):
        return None
    return _nearest(days[0], point.mod, today)


def _within(day: int, edge: str) -> bool:
    """«thứ 2 đầu tuần» is that Monday."""
    return day in {"start": (0, 1), "middle": (2, 3), "end": (4, 5, 6)}[edge]


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


def on_week(point: TimePoint, today: date) -> When | None:
    value = point.marks["week"].value
    edge = point.get("edge")
    if value is None and not edge:
        return none()
    monday = today + timedelta(days=7 * (value or 0) - today.weekday())
    if not edge:
        return _days("span", monday, 0, 6)
    first, last = {"start": (0, 1), "middle": (2, 3), "end": (5, 6)}[edge.value]
    if value is None and edge.value == "start":
        return _coming_start(monday, today)
    if value is None and monday + timedelta(days=last) < today:
        monday += timedelta(days=7)
    return _days("span", monday, first, last)


def _coming_start(monday: date, today: date) -> When:
    """«đầu tuần»: next week's, unless this week has only begun; then it is asked."""
    found = _days("span", monday, 7, 8)
    over = monday + timedelta(days=1) < today
    return found if over else ask(found, _days("span", monday, 0, 1))


def _days(kind: WhenKind, day: date, first: int, last: int) -> When:
    return When(kind, day + timedelta(days=first), day + timedelta(days=last))


def on_week_no(point: TimePoint, today: date) -> When:
    """The week of that number that is nearest; a year without it has none."""
    no, year = point.marks["week_no"].value
    if year is not None:
        return _week(no, year) or none("no_such_week")
    this = today.isocalendar().year
    near = [found for year in (this - 1, this, this + 1) if (found := _week(no, year))]
    best = min(near, key=lambda week: _weeks_off(week, today), default=None)
    return best if best and _weeks_off(best, today) <= FAR else none("no_such_week")


def _week(no: int, year: int) -> When | None:
    try:
        return _days("span", date.fromisocalendar(year, no, 1), 0, 6)
    except ValueError:
        return None


def _weeks_off(week: When, today: date) -> float:
    """How far a week is; one that is over counts for more, but for the last few."""
    assert isinstance(week.start, date)
    days = (week.start - today).days
    return days if days >= 0 else -days * (1 if days > -RECENT_DAYS else 5)


def on_period(point: TimePoint, today: date) -> When:
    """«6 tháng đầu năm»: months of a year that are reported together."""
    count, side, year, shift = point.marks["period"].value
    year = year or today.year + shift
    first = 1 if side == "start" else 13 - count
    begins = date(year, first, 1)
    return When("span", begins, months_on(begins, count) - timedelta(days=1))


def on_months(point: TimePoint, today: date) -> When | None:
    """A month, quarter or year, or its beginning, middle or end."""
    edge = point.get("edge")
    unit, first = _begin(point, today)
    length = MONTHS_OF[unit]
    last = months_on(first, length) - timedelta(days=1)
    told = point.has("month_no", "quarter_no", "year_no") or point.marks[unit].value is not None
    if not told and not edge:
        return none()
    if edge:
        if not told:
            first, last = _coming_edge(edge.value, first, last, length, today)
        return _edge(edge.value, unit, first, last)
    span = When("span", first, last)
    mark = point.get("month")
    return span if not mark or mark.sure else ask(span, _june(today), why="unmarked")


def _begin(point: TimePoint, today: date) -> tuple[str, date]:
    """The unit that was said, and the first day of it that is meant."""
    if point.has("month_no"):
        return "month", month_span(point, today)[0]
    if point.has("quarter_no"):
        no, year = point.marks["quarter_no"].value
        year = year or year_of(point, today) or near_year(no, (today.month + 2) // 3, point, today)
        return "quarter", date(year, 3 * no - 2, 1)
    if point.has("year_no"):
        return "year", date(year_of(point, today) or 1, 1, 1)
    unit = next((u for u in ("month", "quarter", "year") if point.has(u)), "month")
    length = MONTHS_OF[unit]
    this = today.replace(day=1, month=(today.month - 1) // length * length + 1)
    return unit, months_on(this, length * (point.marks[unit].value or 0))


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
    if unit == "month" and edge == "middle":
        return ask(When("day", first.replace(day=15)), _days("span", first, 10, 19), why="vague")
    if unit == "month":
        return _days("span", first, 0, 9)
    if edge == "start":
        return When("span", first, months_on(first, 1) - timedelta(days=1))
    third = (last - first).days // 3
    return When("span", first + timedelta(days=third), last - timedelta(days=third))
