"""Which day a date means: «30/11», «ngày 5», a weekday and a date that disagree."""

import calendar as months
from datetime import date, timedelta

from language.dates.lunar import lunar_date, next_day, solar_day
from language.dates.mark import Mark
from language.dates.moments import When
from language.dates.point import TimePoint, ask, none

HALF_A_YEAR, NEAR = timedelta(days=183), timedelta(days=90)  # how far a coming date may be


def _real(day: int, month: int, year: int) -> date | None:
    return date(year, month, day) if 1 <= day <= months.monthrange(year, month)[1] else None


def on_date(point: TimePoint, today: date) -> When:
    day, month, year = point.marks["date"].value
    if not 1 <= month <= 12 or not _exists(day, month):
        return none("no_such_day")
    sign = point.get("lunar_sign")
    if sign and sign.value == "mark":
        return lunar_date(day, month, today, year)
    year = year or year_of(point, today)
    near = _candidates(day, month, today)
    if year is None and near and point.has("offset", "weekday"):
        return agree(point, today, *near)
    if year is not None:
        exact = _real(day, month, year)
        return _long_past(point, exact, today) if exact else none("no_such_day")
    back = [d for d in near if d < today]
    if point.mod == "past" and back:
        return When("day", max(back))
    return _date_without_year(day, month, today)


def _long_past(point: TimePoint, exact: date, today: date) -> When:
    """«27/11/2025» a year later: a slip of the year is asked; «20/11/2026» of last week is not."""
    found = agree(point, today, exact)
    again = _real(exact.day, exact.month, today.year)
    if today - exact < HALF_A_YEAR or not again or not today <= again < today + NEAR:
        return found
    return ask(found, When("day", again), why="past")


def year_of(point: TimePoint, today: date) -> int | None:
    if point.has("year_no"):
        return int(point.marks["year_no"].value)
    year = point.get("year")
    return today.year + year.value if year and year.value is not None else None


def near_year(no: int, present: int, point: TimePoint, today: date) -> int:
    """The year of a month or quarter: the one to come, after «vừa rồi» the one that is over."""
    return today.year - (no > present) if point.mod == "past" else today.year + (no < present)


def _candidates(day: int, month: int, today: date) -> list[date]:
    near = [_real(day, month, year) for year in (today.year, today.year + 1, today.year - 1)]
    return [d for d in near if d]


def _date_without_year(day: int, month: int, today: date) -> When:
    """The coming one; where the last one is much nearer, it has just passed and is asked."""
    this, last = _real(day, month, today.year), _real(day, month, today.year - 1)
    year = today.year if this and this >= today else today.year + 1
    while not (later := _real(day, month, year)):
        year += 1
    if later != this and (this is None or year > today.year + 1):
        return ask(When("day", later), why="no_such_day_next_year")
    passed = this if this and this < today else last
    if passed and today - passed < min(later - today, HALF_A_YEAR) and later - today > NEAR:
        return ask(When("day", later), When("day", passed), why="past")
    return When("day", later)


def agree(point: TimePoint, today: date, *dates: date) -> When:
    """A weekday and a date that disagree are asked."""
    weekday = point.get("weekday")
    wanted = set(weekday.value) if weekday else set()
    offset = point.get("offset")
    fits = [d for d in dates if not wanted or d.weekday() in wanted]
    if offset:
        fits = [d for d in fits if d == today + timedelta(days=offset.value)]
    near = [d for d in fits if len(dates) == 1 or abs((d - today).days) < 300]
    if near:
        return When("day", near[0])
    first = next((d for d in dates if d >= today), dates[0])
    if not wanted and not offset:
        return When("day", first)
    other = today + timedelta(days=offset.value) if offset else _near_weekday(first, wanted, today)
    return ask(When("day", first), When("day", other), why="disagree")


def _near_weekday(day: date, wanted: set[int], today: date) -> date:
    around = [day + timedelta(days=n) for n in range(-3, 4)]
    fit = [d for d in around if d.weekday() in wanted]
    return min(fit, key=lambda d: (d < today, abs((d - day).days)))


def on_month_day(point: TimePoint, today: date) -> When | None:
    day = point.marks["month_day"].value
    sign = point.get("lunar_sign")
    if sign and sign.value == "mark":
        found = next_day(day, None, today)
        return When("day", found) if found else none("no_such_day")
    month = point.get("month")
    if month and month.value is not None:
        first = months_on(today.replace(day=1), month.value)
        exact = _real(day, first.month, first.year)
        return When("day", exact) if exact else none("no_such_day")
    first = today.replace(day=1)
    ahead = [_real(day, m.month, m.year) for m in (months_on(first, n) for n in range(4))]
    coming = [d for d in ahead if d and d >= today]
    if point.mod == "past":
        back = (_real(day, m.month, m.year) for m in (months_on(first, -n) for n in range(3)))
        return When("day", next(d for d in back if d and d < today))
    if point.has("weekday", "offset"):
        return agree(point, today, *coming)
    soonest, last = When("day", coming[0]), months_on(first, 1) - timedelta(days=1)
    return ask(soonest, When("day", last), why="short_month") if last.day < day else soonest


def months_on(day: date, count: int) -> date:
    total = day.year * 12 + day.month - 1 + max(-600, min(600, count))
    year, month = divmod(total, 12)
    return date(year, month + 1, min(day.day, months.monthrange(year, month + 1)[1]))


def on_lunar(point: TimePoint, today: date) -> When:
    day, month, surely = point.marks["lunar"].value
    sign = point.get("lunar_sign")
    if point.has("year") and point.marks["year"].value == 1 and month is not None:
        found = solar_day(day, month, today.year + 1)
        lunar = When("day", found) if found else none("no_such_day")
        solar = _by_our_calendar(point, day, month, today)
        return lunar if surely or sign else ask(solar, lunar, why="lunar_or_solar")
    if sign:
        surely = sign.value == "mark"
    if surely:
        return lunar_date(day, month, today)
    solar = _by_our_calendar(point, day, month, today)
    return solar if sign else ask(solar, lunar_date(day, month, today), why="lunar_or_solar")


def _by_our_calendar(point: TimePoint, day: int, month: int | None, today: date) -> When:
    """«mùng 5», «mùng 5 tháng này», when the lunar calendar is not meant."""
    relative = point.get("month")
    if month:
        return _date_without_year(day, month, today) if _exists(day, month) else none()
    if relative and relative.value is not None:
        first = months_on(today.replace(day=1), relative.value)
        return When("day", first.replace(day=min(day, 28)))
    return on_month_day(TimePoint({"month_day": Mark("month_day", day, 0, 0)}), today) or none()


def _exists(day: int, month: int) -> bool:
    return 1 <= day <= (29 if month == 2 else months.monthrange(2026, month)[1])
