"""A paper that came in, named in a line: «CV 312/UBND ngày 24/11 rà soát hộ nghèo, trước 5/12»."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache, partial

from language.line.patterns import any_of


@dataclass(frozen=True, slots=True)
class PaperSaid:
    """Its number as people ask for it, how it was named, its day, and the rest of the line."""

    number: str
    said: str
    day: date | None
    rest: str


def incoming_paper(text: str, folded: str, today: date) -> PaperSaid | None:
    """Only where the line begins with it; a bare number needs a word that means a letter."""
    found = _look().match(folded) if len(folded) == len(text) else None
    if found is None:
        return None
    said, start = found.end("named"), found.end()
    if limit := _limit().match(folded, start):
        start = limit.end()
    rest = text[start:].strip(" ,;:-–.\n")
    number = found["number"] or found["bare"]
    return PaperSaid(number, text[:said].strip(" ,;:-–"), _day(found, today), rest)


@dataclass(frozen=True, slots=True)
class PaperAsked:
    """Which paper is looked for: its number, its day, or both."""

    number: str
    day: date | None


def paper_asked(folded: str, today: date) -> PaperAsked | None:
    """«cv 312», «công văn ngày 16/11», «312/UBND-VX đến đâu rồi»: a paper, and nothing besides."""
    for look in _asked():
        if found := look.fullmatch(folded.strip(" .?!")):
            said = found.groupdict()
            day = _day(found, today)
            if day or not found["day"]:
                return PaperAsked(said.get("number") or said.get("bare") or "", day)
    return None


def _day(found: re.Match[str], today: date) -> date | None:
    """The last such day that there was."""
    if not found["day"]:
        return None
    try:
        on = date(int(found["year"] or today.year), int(found["month"]), int(found["day"]))
    except ValueError:
        return None
    return on if found["year"] or on <= today else on.replace(year=today.year - 1)


_any = partial(any_of, "papers", "papers")
_SIGNED = r"(?P<number>\d{1,6})[/-][\w/.-]*[^\W\d][\w/.-]*"
_DATE = r"(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})(?:[/.-](?P<year>\d{4}))?"
_DAY = rf"ngay {_DATE}"
_ITS_DAY = rf"(?:ngay |(?=[\d/.-]{{3,6}}\d{{4}}\b)){_DATE}"
"""Of a paper that came; «19/11/2026» is its day, «19/11» alone may be the limit."""


def _number(first: str = "") -> str:
    """How a paper is named; `first` is what besides may stand before a number with its sign."""
    bare = r"(?P<bare>\d{1,6})(?![\d/.%-])"
    kinds, letters = _any("kinds"), _any("letters")
    so = r"(?: den)?(?: so)?[ :]*"
    return rf"(?:(?:(?:{kinds}){so}{first}){_SIGNED}|(?:{letters}){so}{bare})"


@cache
def _look() -> re.Pattern[str]:
    named = rf"(?P<named>{_number('|so ')}(?:[ ,]*{_ITS_DAY})?)"
    return re.compile(rf"{named}(?:[ ,.:–-]*(?:ve viec|v/v|ve)\b)?")


@cache
def _limit() -> re.Pattern[str]:
    """«Hạn báo cáo 10/12»: the word of the limit is not what is to be done."""
    return re.compile(rf"[ ,;:.–-]*(?:{_any('limits')}) (?=(?:{_any('due_for')})\b)")


@cache
def _asked() -> tuple[re.Pattern[str], ...]:
    """By its number as it is named, by its number and sign alone, by its day."""
    by_day = rf"{_any('letters')}(?: den)? (?:ngay )?{_DATE}"
    named = (rf"{_number()}(?:[ ,]*{_DAY})?", rf"{_SIGNED}(?:[ ,]*{_DAY})?", by_day)
    seek, closing = f"(?:{_any('seek')} )?", f"(?: {_any('closing')})?"
    return tuple(re.compile(f"{seek}{one}{closing}") for one in named)
