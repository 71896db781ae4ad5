"""What an office writes down about itself: a day off, what an hour of volunteering counts, an hour
of every week («sáng t6 7h30»)."""

import re
from collections.abc import Mapping
from datetime import date, time, timedelta
from functools import cache

from domain.calendar import span
from domain.ledger import MOST_DAYS, MOST_HOURS, MOST_ROWS, Rule
from domain.office_hours import WeeklyHour
from domain.refusals import Refusal
from language.line.fold import fold
from language.line.vocabulary import book

MOST_OFF = 31
"""Days of one span."""
_END = r"(?P<day>\d{1,2})[/.](?P<month>\d{1,2})(?:[/.](?P<year>\d{4}))?\s*(?P<name>.*)"
_DAY = re.compile(_END.replace("[/.]", "[/.-]"), re.DOTALL)
_SPAN = re.compile(
    r"(?P<from_day>\d{1,2})(?:[/.](?P<from_month>\d{1,2}))?(?:[/.]\d{4})?"
    r"\s*(?:-|–|đến|tới|den|toi)\s*" + _END,
    re.DOTALL | re.IGNORECASE,
)
_HOLIDAY = (
    r"(?:le )?(?:tet|quoc khanh|gio to(?: hung vuong)?|giai phong|quoc te lao dong|nguyen dan|"
    r"(?<=nghi )le)(?: (?:duong lich|am lich|nguyen dan|\d{4}))*"
)
_ON = r"\d{1,2}[/.]\d{1,2}(?:[/.]\d{4})?"
_OFF = re.compile(
    rf"(?:(?:ca )?(?:co quan|van phong) )?(?:nghi )?(?:(?P<before>{_HOLIDAY}) )?(?:tu )?(?:ngay )?"
    rf"(?P<days>{_ON}\s*(?:-|–|den|toi)\s*(?:het )?{_ON}|{_ON})"
    rf"(?:[ ,]+(?:nghi )?(?P<behind>{_HOLIDAY}))?"
)
_STEP = re.compile(r"(\d+(?:[.,]\d+)?) *h *= *(\d+(?:[.,]\d+)?)")


def read_named_days(words: str, today: date) -> tuple[tuple[date, ...], str]:
    """`2/9 Quốc khánh` -> the next 2/9, and its name; `5/2-11/2 Tết` -> each day of the span."""
    found = _SPAN.fullmatch(words.strip()) or _DAY.fullmatch(words.strip())
    if found is None:
        raise Refusal("day_form")
    said = found.groupdict()
    try:
        last = _next(said["day"], said["month"], said["year"], today)
        first = last
        if said.get("from_day"):
            first = _before(said["from_day"], said["from_month"] or said["month"], last)
    except ValueError:
        raise Refusal("day_form") from None
    if (last - first).days >= MOST_OFF:
        raise Refusal("day_form")
    return span(first, last), said["name"]


def days_off_said(words: str, folded: str, today: date) -> tuple[tuple[date, ...], str] | None:
    """«5/2-11/2 Tết», «nghỉ tết từ 5/2 đến 11/2»: a holiday that is named, with its days; None
    where the line says anything else, or whose leave it is."""
    found = _OFF.fullmatch(folded.strip(" .!"))
    if found is None or len(folded) != len(words):
        return None
    part = "behind" if found["behind"] else "before"
    if not found[part]:
        return None
    name = words[slice(*found.span(part))].strip()
    try:
        days, _ = read_named_days(found["days"], today)
    except Refusal:
        return None
    return days, name[:1].upper() + name[1:]


def _next(day: str, month: str, year: str | None, today: date) -> date:
    found = date(int(year or today.year), int(month), int(day))
    return found if year or found >= today else found.replace(year=today.year + 1)


def _before(day: str, month: str, last: date) -> date:
    """The last such day that is not after the end: a span may begin in the old year."""
    found = date(last.year, int(month), int(day))
    return found if found <= last else found.replace(year=last.year - 1)


def read_rule(typed: str) -> Rule | None:
    """`2h=1 0h=0,5`: from two hours on a day, below it half a day; None when it is unclear."""
    steps = {_number(hours): _number(days) for hours, days in _STEP.findall(typed)}
    left_over = _STEP.sub("", typed).strip(" ;,\n")
    fits = 0 < len(steps) <= MOST_ROWS and max(steps) <= MOST_HOURS
    if not fits or left_over or max(steps.values()) > MOST_DAYS:
        return None
    return [(timedelta(hours=hours), days) for hours, days in sorted(steps.items(), reverse=True)]


def _number(typed: str) -> float:
    return float(typed.replace(",", "."))


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
