"""The hours at which the office's clock wakes something, by weekday, in the office's own zone."""

from collections.abc import Mapping

Hours = Mapping[str, int | str]


def at(hour: int | str, minute: int | str = 0, day: str = "*") -> Hours:
    """`at(7, 30, "mon-fri")`, `at("*", "*/15")`: weekdays by name, never by number."""
    return {"day_of_week": day, "hour": hour, "minute": minute}
