"""Days of the lunar calendar and its feasts, found and looked up: «mùng 5», «rằm tháng giêng», «30
Tết», «giỗ tổ»."""

from datetime import date, timedelta

from language.dates.mark import Mark
from language.dates.mark_dates import month_at
from language.dates.moments import When
from language.dates.point import TimePoint, ask, none
from language.line.numbers import Number, number_at
from language.line.phrases import phrases
from language.line.words import Line


def lunar_mark(line: Line, i: int) -> Mark | None:
    """«mùng 5», «mùng 5 tháng 3 âm», «rằm tháng giêng», «30 Tết», «28 tháng chạp»."""
    tag, j = phrases("days", "lunar_day").tag(line, i)
    if tag == "15":
        month, end = _lunar_month(line, j)
        return Mark("lunar", (15, month, True), i, end)
    if not tag and _named_month(line, i) and line.bare_at(i) == "thang":
        month, end = _lunar_month(line, i)
        return Mark("lunar_span", month, i, end)
    number = number_at(line, j)
    if not number or not number.whole or not 1 <= number.value <= 31:
        return None
    if not tag:
        return _year_end(line, i, int(number.value), number.end) or _lunar_number(line, i, number)
    if number.value > 10 and not number.words:
        return None
    return _first_days(line, i, int(number.value), number.end)


def _first_days(line: Line, i: int, day: int, j: int) -> Mark:
    """«mùng 1/12», «mùng 1 Tết», «mùng 5 tháng 3 âm»: the day after «mùng»."""
    if line.text_at(j) == "/" and line.text_at(j + 1).isdecimal():
        month: int | None = line.words[j + 1].value
        sign, end = _lunar_word(line, j + 2)
        if not sign:
            return Mark("date", (day, month, None), i, j + 2)
        return Mark("lunar", (day, month, True), i, end)
    if line.bare_at(j) == "tet":
        return Mark("lunar", (day, 1, True), i, j + 1)
    month, end = _lunar_month(line, j)
    sign, end = _lunar_word(line, end)
    if sign == "solar":
        return _of_our_calendar(line, i, day, month, end)
    named = month in (1, 12) and end > j and _named_month(line, j)
    return Mark("lunar", (day, month, bool(sign) or named), i, end)


def _of_our_calendar(line: Line, i: int, day: int, month: int | None, j: int) -> Mark:
    """«mùng 5 dương», «mùng 5 dương tháng sau», «mùng 5 dương lịch tháng 12»."""
    named = month_at(line, j) if month is None and j < len(line) else None
    if named:
        return Mark("date", (day, *named.value), i, named.end)
    return Mark("date", (day, month, None), i, j) if month else Mark("month_day", day, i, j)


def _named_month(line: Line, j: int) -> bool:
    return j < len(line) and bool(phrases("days", "lunar_month").tag(line, j)[0])


def _year_end(line: Line, i: int, day: int, j: int) -> Mark | None:
    if line.bare_at(j) == "tet" and day > 20:
        return Mark("lunar", (day, 12, True), i, j + 1)
    if _named_month(line, j):
        month, end = _lunar_month(line, j)
        return Mark("lunar", (day, month, True), i, end)
    return None


def _lunar_number(line: Line, i: int, number: Number) -> Mark | None:
    """«15 âm», «15 âm lịch»: a day of a lunar month that is not named."""
    tag, end = _lunar_word(line, number.end)
    sure = line.text_at(number.end) == "âm" or end > number.end + 1
    if tag != "mark" or not sure or number.value > 30:
        return None
    return Mark("lunar", (int(number.value), None, True), i, end)


def _lunar_month(line: Line, j: int) -> tuple[int | None, int]:
    if j >= len(line):
        return None, j
    tag, end = phrases("days", "lunar_month").tag(line, j)
    if tag:
        return int(tag), end
    found = month_at(line, j)
    return (found.value[0], found.end) if found else (None, j)


def _lunar_word(line: Line, j: int) -> tuple[str, int]:
    return phrases("days", "lunar").tag(line, j) if j < len(line) else ("", j)


def lunar_sign_mark(line: Line, i: int) -> Mark | None:
    tag, end = _lunar_word(line, i)
    return Mark("lunar_sign", tag, i, end) if tag and line.bare_at(i) != "ta" else None


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
