"""«thứ Hai 8h», «sáng t6 7h30», «8h»: an hour of every week, with its weekday where it is said."""

import re
from dataclasses import dataclass
from datetime import time

from domain.names import fold

_DAYS = {"hai": 0, "ba": 1, "tu": 2, "nam": 3, "sau": 4, "bay": 5}
_HOUR = re.compile(
    r"(?:(?P<part>sang|chieu) )?(?:(?:thu |t)(?P<day>[2-7]|hai|ba|tu|nam|sau|bay)"
    r"|(?P<sunday>chu nhat|cn))?,? ?(?:luc )?"
    r"(?P<hour>\d{1,2}) ?(?:h|g|:|gio) ?(?P<minute>\d{2})?(?: (?P<after>sang|chieu))?"
)
NOON = 12


@dataclass(frozen=True, slots=True)
class WeeklyHour:
    weekday: int | None
    clock: time


def weekly_hour(text: str) -> WeeklyHour | None:
    said = _HOUR.fullmatch(fold(text))
    if said is None:
        return None
    hour, minute = int(said["hour"]), int(said["minute"] or 0)
    if "chieu" in (said["part"], said["after"]) and hour < NOON:
        hour += NOON
    try:
        return WeeklyHour(_weekday(said), time(hour, minute))
    except ValueError:
        return None


def _weekday(said: re.Match[str]) -> int | None:
    if said["sunday"]:
        return 6
    day = said["day"] or ""
    return int(day) - 2 if day.isdigit() else _DAYS.get(day)
