"""A paper that came in, named in a line: «CV 312/UBND ngày 24/11 rà soát hộ nghèo, trước 5/12»."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from domain.names import fold
from language.line.vocabulary import book


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
    said, rest = text[: found.end()].strip(" ,;:-–"), text[found.end() :].strip(" ,;:-–.\n")
    return PaperSaid(found["number"] or found["bare"], said, _day(found, today), rest)


def paper_asked(folded: str) -> str:
    """«cv 312», «tìm công văn 312»: the number of a paper, and nothing besides."""
    found = _asked().fullmatch(folded.strip(" .?!"))
    return found["number"] or found["bare"] if found else ""


def _day(found: re.Match[str], today: date) -> date | None:
    """The last such day that there was."""
    if not found["day"]:
        return None
    try:
        on = date(int(found["year"] or today.year), int(found["month"]), int(found["day"]))
    except ValueError:
        return None
    return on if found["year"] or on <= today else on.replace(year=today.year - 1)


def _any(sort: str) -> str:
    words = sorted(map(fold, book("papers")["papers"][sort]), key=len, reverse=True)
    return "|".join(map(re.escape, words))


def _number() -> str:
    signed = r"(?P<number>\d{1,6})[/-][\w/.-]*[^\W\d][\w/.-]*"
    bare = r"(?P<bare>\d{1,6})(?![\d/.%-])"
    kinds, letters = _any("kinds"), _any("letters")
    so = r"(?: den)?(?: so)?[ :]*"
    return rf"(?:(?:{kinds}){so}{signed}|(?:{letters}){so}{bare})"


@cache
def _look() -> re.Pattern[str]:
    day = r"(?:[ ,]*ngay (?P<day>\d{1,2})[/.-](?P<month>\d{1,2})(?:[/.-](?P<year>\d{4}))?)?"
    return re.compile(_number() + day)


@cache
def _asked() -> re.Pattern[str]:
    return re.compile(rf"(?:(?:{_any('seek')}) )?{_number()}")
