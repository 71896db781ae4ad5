"""«thứ Hai 8h», «sáng t6 7h30», «8h»: an hour of every week, with its weekday where it is said."""

import re
from collections.abc import Mapping
from datetime import time
from functools import cache

from domain.office_hours import WeeklyHour
from language.line.once import fold
from language.line.vocabulary import book

_DAYS = {"hai": 0, "ba": 1, "tu": 2, "nam": 3, "sau": 4, "bay": 5}
_HOUR = re.compile(
    r"(?:(?P<part>sang|chieu) )?(?:(?:thu |t)(?P<day>[2-7]|hai|ba|tu|nam|sau|bay)"
    r"|(?P<sunday>chu nhat|cn))?,? ?(?:luc )?"
    r"(?P<hour>\d{1,2}) ?(?:h|g|:|gio) ?(?P<minute>\d{2})?(?: (?P<after>sang|chieu))?"
)
NOON = 12


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


def office_hour_in(text: str) -> tuple[str, WeeklyHour | None] | None:
    """«giờ hỏi kết quả», «giờ giao ban: thứ Hai 8h»: which of the office, and what it becomes."""
    line = fold(text)
    for words, name in _named().items():
        opens, rest = line.startswith(words), line.removeprefix(words)
        if opens and not rest:
            return name, None
        if opens and rest[0] in ": " and (said := weekly_hour(rest.strip(" :"))):
            return name, said
    return None


@cache
def _named() -> Mapping[str, str]:
    listed = book("intents")["hours"].items()
    return {fold(words): name for name, ways in listed for words in ways}
