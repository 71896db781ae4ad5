"""Days of the lunar calendar, as people still count festivals."""

from datetime import date, timedelta


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
