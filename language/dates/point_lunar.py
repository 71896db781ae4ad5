"""Which day a lunar day or a festival means: «rằm tháng giêng», «30 Tết», «giỗ tổ»."""

from datetime import date, timedelta

from language.dates.moments import When
from language.dates.point import TimePoint, ask, none


def solar_day(day: int, month: int, year: int) -> date | None:
    """The day of our calendar; none if that lunar month has no such day."""
    from lunar_vn import convert_lunar_to_solar, convert_solar_to_lunar

    try:
        found: date = convert_lunar_to_solar(day, month, year)
        back = convert_solar_to_lunar(found.day, found.month, found.year)
    except (ValueError, OverflowError):
        return None
    return found if (back.day, back.month, back.leap) == (day, month, False) else None


def next_day(day: int, month: int | None, today: date) -> date | None:
    """The first day from today on that the lunar calendar calls so."""
    months = (month,) if month else range(1, 13)
    found = [solar_day(day, m, y) for y in range(today.year - 1, today.year + 2) for m in months]
    return min((d for d in found if d and d >= today), default=None)


def new_year(today: date) -> date | None:
    """The next first day of Tết."""
    return next_day(1, 1, today)


def eve(today: date) -> date | None:
    """The last day of the lunar year that is running."""
    first = new_year(today + timedelta(days=1))
    return first - timedelta(days=1) if first else None


def lunar_date(day: int, month: int | None, today: date, year: int | None = None) -> When:
    if day > 30 or (month is not None and not 1 <= month <= 12):
        return none("no_such_day")
    if year:
        exact = solar_day(day, month or 1, year)
        return When("day", exact) if exact else none("no_such_day")
    found = next_day(day, month, today)
    near_end = day == 30 and month == 12
    last = eve(today) if near_end else None
    if last and found != last:
        return ask(When("day", last), why="short_month")
    return When("day", found) if found else none("no_such_day")


def on_lunar_month(point: TimePoint, today: date) -> When:
    month = point.marks["lunar_span"].value
    first = next_day(1, month, today - timedelta(days=29))
    last = next_day(1, month % 12 + 1, first) if first else None
    return When("span", first, last - timedelta(days=1)) if first and last else none()


def on_fixed(point: TimePoint, today: date) -> When:
    day, month = map(int, point.marks["fixed"].value.split("-"))
    this = date(today.year, month, day)
    late = point.has("year") and point.marks["year"].value == 1
    return When("day", this if this >= today and not late else this.replace(year=today.year + 1))


def on_fixed_lunar(point: TimePoint, today: date) -> When:
    day, month = map(int, point.marks["fixed_lunar"].value.split("-"))
    found = next_day(day, month, today) if day else eve(today)
    return When("day", found) if found else none()
