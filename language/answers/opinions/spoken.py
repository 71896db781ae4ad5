"""What people say, raised in a line: «bà con khu 4 phản ánh cống tắc, 12 hộ nói», «ý kiến của
nhân dân khu 3: rác không ai thu»."""

import re
from functools import cache

from domain.matter_kinds import OPINION
from language.answers.matters.matter_lines import Raised
from language.line.fold import fold
from language.line.patterns import NO, any_of
from language.line.vocabulary import book

FEWEST, LONGEST = 3, 300
"""So many words at least are an opinion without a colon, so many letters at most are said back."""
_ASKS = re.compile(rf"(?:gi|ve gi|the nao|sao|nhung gi|thang|tuan)\b|.* (?:{NO}|chua)$")
_WORD = re.compile(r"[^\W_]+")


def opinion_raised(text: str) -> Raised | None:
    """What they say, with the place that is named beside them."""
    words = _said(text)
    return Raised(OPINION.code, words) if words else None


def _said(text: str) -> str:
    line = " ".join(text.split())
    if "?" in line or len(fold(line)) != len(line):
        return ""
    head, colon, words = line.partition(":")
    if colon and words.strip() and (headed := _head().fullmatch(fold(head))):
        return line[max(map(headed.start, ("people", "says", "place"))) :]
    return _spoken(line)


def opinion_words(text: str) -> str:
    """Without the word that opens it; nothing of what asks, or is no one line."""
    line = text.strip()
    found = _opening().match(fold(line)) if len(fold(line)) == len(line) else None
    words = line[found.end() :] if found else line
    too_long = len(words) > LONGEST or "\n" in words or "?" in words
    return "" if too_long or len(words.split()) < FEWEST else words


def begins_with_people(text: str) -> bool:
    people, opens = any_of("matters", "spoken", "people"), any_of("matters", "spoken", "heads")
    return re.match(rf"\s*(?:{people}|{opens})\b", fold(text)) is not None


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(rf"{any_of('matters', 'spoken', 'heads')}(?: la| cua)?[ ,:]+")


def _spoken(line: str) -> str:
    found = _says().match(fold(line))
    if found is None or not _denials().isdisjoint(_WORD.findall(found["where"])):
        return ""
    words = line[found.end() :]
    if len(words.split()) < FEWEST or _ASKS.match(fold(words)):
        return ""
    return line if found["where"].strip() else words


@cache
def _head() -> re.Pattern[str]:
    """What stands before a colon, with whose or where it is."""
    people, place = any_of("matters", "spoken", "people"), any_of("matters", "spoken", "places")
    opens, said = any_of("matters", "spoken", "opens"), any_of("matters", "spoken", "heads")
    says = any_of("matters", "spoken", "says")
    some = rf"(?:{people}|\d{{1,4}} (?:ho|nha)(?: dan)?)"
    return re.compile(
        rf"\s*(?:{opens}(?: cua)? (?P<people>{some}(?: \w+){{1,6}})"
        rf"|(?P<says>{people}(?: \w+){{0,4}} {says})"
        rf"|{said}(?: o)? (?P<place>{place} \w+(?: \w+){{0,3}}))\s*"
    )


@cache
def _says() -> re.Pattern[str]:
    people, says = any_of("matters", "spoken", "people"), any_of("matters", "spoken", "says")
    others = any_of("matters", "spoken", "other_deeds")
    return re.compile(
        rf"\s*{people}(?P<where>(?: \w+){{0,4}}?) (?!{others}\b){says}(?: la| rang)?[ ,]+"
    )


@cache
def _denials() -> frozenset[str]:
    return frozenset(map(fold, book("matters")["spoken"]["denies"]))
