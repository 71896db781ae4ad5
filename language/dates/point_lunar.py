"""Which day a lunar day or a festival means: «rằm tháng giêng», «30 Tết», «giỗ tổ»."""

from datetime import date, timedelta

from language.dates import lunar
from language.dates.moments import When
from language.dates.point import TimePoint, ask, none


def lunar_date(day: int, month: int | None, today: date, year: int | None = None) -> When:
    if day > 30 or (month is not None and not 1 <= month <= 12):
        return none("no_such_day")
    if year:
        exact = lunar.solar_day(day, month or 1, year)
        return When("day", exact) if exact else none("no_such_day")
    found = lunar.next_day(day, month, today)
    near_end = day == 30 and month == 12
    last = lunar.eve(today) if near_end else None
    if last and found != last:
        return ask(When("day", last), why="short_month")
    return When("day", found) if found else none("no_such_day")


def on_lunar_month(point: TimePoint, today: date) -> When:
    month = point.marks["lunar_span"].value
    first = lunar.next_day(1, month, today - timedelta(days=29))
    last = lunar.next_day(1, month % 12 + 1, first) if first else None
    return When("span", first, last - timedelta(days=1)) if first and last else none()


def on_fixed(point: TimePoint, today: date) -> When:
    day, month = map(int, point.marks["fixed"].value.split("-"))
    this = date(today.year, month, day)
    late = point.has("year") and point.marks["year"].value == 1
    return When("day", this if this >= today and not late else this.replace(year=today.year + 1))


def on_fixed_lunar(point: TimePoint, today: date) -> When:
    day, month = map(int, point.marks["fixed_lunar"].value.split("-"))
    found = lunar.next_day(day, month, today) if day else lunar.eve(today)
    return When("day", found) if found else none()
