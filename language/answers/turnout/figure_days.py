"""«28/11 dtn 25», «t7 tuan truoc co 30 nguoi»: of which day a line of figures speaks."""

import re
from collections.abc import Collection, Mapping
from datetime import date, datetime, timedelta

from domain.kinds import KINDS
from domain.matter_kinds import KINDS as MATTERS
from domain.registers import REGISTERS
from language.dates.moments import When
from language.line.codes import days_of_codes
from language.line.fold import fold

_YEAR = r"(?:[/.]\d{2,4})?"
_DATE = re.compile(rf"(?i)(?:\bng[àa]y )?(?<![\d/.,])(\d{{1,2}})[/.](\d{{1,2}}){_YEAR}(?![\d/])")

_CODE = re.compile(
    rf"(?i)\s*({'|'.join(kind.prefix for kind in KINDS.values())})-?\s?"
    r"(?:(\d{1,2})/(\d{1,2})|(\d{2})(\d{2}))(-\d+)?[\s.?]*"
)
_PREFIXES = "|".join(
    [kind.prefix for kind in MATTERS.values()] + [kind.prefix for kind in REGISTERS.values()]
)
_OTHER = re.compile(rf"(?i)(?<!\w)(?:{_PREFIXES})-\d{{1,4}}(?!\w)")
_CLASS = re.compile(r"\b(?:lop|tap huan)\b(?:(?: \w+){0,4}? (?:so )?(\d{1,2})(?![\d/%.]|\w))?")
_PEOPLE = re.compile(r"\s*(?:nguoi|ng|ban|em|ho|dtn|pn|nd|ccb)\b")


def dates_in(text: str, today: date) -> list[date]:
    """Every date that is written as one, or stands in a code, the nearest year's."""
    pairs = [(int(found[1]), int(found[2])) for found in _DATE.finditer(text)]
    pairs += days_of_codes(text)
    years = (today.year - 1, today.year, today.year + 1)
    return [
        min(near, key=lambda day: abs(day - today))
        for day, month in pairs
        if (near := [on for year in years if (on := _date(year, month, day))])
    ]


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def names_another(text: str) -> bool:
    """«bỏ ý kiến YK-009 đi»: it is about what stands under a code, and counts nobody."""
    return _OTHER.search(text) is not None


def code_in(text: str) -> str:
    """«TH-2711», «T7-28/11», «T7-2811-2»: the code of an activity, and nothing else."""
    found = _CODE.fullmatch(text)
    if found is None:
        return ""
    day, month = found[2] or found[4], found[3] or found[5]
    return f"{found[1].upper()}-{int(day):02}{int(month):02}{found[6] or ''}"


def class_among(text: str, titles: Mapping[int, str]) -> tuple[list[int], str] | None:
    """«lớp 3 có 42 người»: which of these classes, and the line without it; None where no class
    is named."""
    words = " ".join(text.split())
    folded = fold(words)
    found = _CLASS.search(folded)
    if found is None or len(folded) != len(words):
        return None
    number, end = found[1], found.end()
    if number and _PEOPLE.match(folded[end:]):
        number, end = None, found.start(1)
    meant = [i for i, title in titles.items() if not number or number in fold(title).split()]
    return meant, _joined(words[: found.start()], words[end:])


def day_among(text: str, when: When, days: Collection[date]) -> tuple[date | None, str]:
    """The one of these days that is named, and the line without it."""
    for found in _DATE.finditer(text):
        named = [d for d in days if (d.day, d.month) == (int(found[1]), int(found[2]))]
        if named:
            return max(named), _joined(text[: found.start()], text[found.end() :])
    said = {_whole_day(when), _whole_day(when.other) if when.other else None} & set(days)
    return (max(day for day in said if day), when.rest) if any(said) else (None, text)


def _whole_day(when: When) -> date | None:
    """«sáng thứ 7» is of Saturday."""
    start, end = when.start, when.end
    if isinstance(start, datetime):
        one = when.kind == "span" and isinstance(end, datetime) and end.date() == start.date()
        return start.date() if one else None
    return start


def _joined(before: str, after: str) -> str:
    return f"{before.rstrip(' ,')} {after.lstrip(' ,')}".replace(" :", ":").strip(" :")


_WEEKDAY = r"(?:thu \d|thu bay|t\d|cn|chu nhat)(?: tuan)?"
_PLAINLY = re.compile(
    r"\b(?:hom nay|hnay|hom qua|hqua|ngay mai|sang mai|chieu mai|mai|ngay kia"
    rf"|{_WEEKDAY} (?:nay|toi|sau|truoc|roi|vua roi|vua qua))\b"
)
_THIS = re.compile(rf"\b{_WEEKDAY} nay\b")
_WEEK = timedelta(days=7)


def names_plainly(folded: str, day: date | None, today: date) -> bool:
    """«thứ 7 tới», «mai», «hôm qua»: which day, and no other; «thứ 7 này» on a Sunday may be
    yesterday."""
    if day is None or not _PLAINLY.search(folded):
        return False
    monday = today - timedelta(days=today.weekday())
    return not (_THIS.search(folded) and day > today and day - _WEEK >= monday)
