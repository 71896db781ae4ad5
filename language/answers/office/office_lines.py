"""What an office writes down about itself: a day off, and what an hour of volunteering counts."""

import re
from datetime import date, timedelta

from domain.calendar import span
from domain.ledger import MOST_DAYS, MOST_HOURS, MOST_ROWS, Rule
from domain.refusals import Refusal

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
