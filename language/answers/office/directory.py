"""Whose telephone is asked for: «số của Tuyên», «danh bạ Chu Văn Nam», «Mây số bao nhiêu»."""

import re
from functools import cache, partial

from language.line.fold import fold
from language.line.patterns import any_of

_any = partial(any_of, "directory", "directory")
_STOPS = " .,!?"


def whose_number(text: str, words: str) -> str:
    """The words of the line that name somebody, as they were typed; empty when none is asked."""
    typed, folded = " ".join(text.split()).strip(_STOPS), words.strip(_STOPS)
    found = _look().fullmatch(folded)
    if found is None:
        return ""
    group = "after" if found["after"] else "before"
    named = slice(*found.span(group))
    return typed[named] if len(typed) == len(folded) else found[group]


@cache
def _look() -> re.Pattern[str]:
    polite, closing = f"(?:{_any('polite')} )*", f"(?: {_any('closing')})*"
    before = rf"{_any('before')} (?P<after>.+?){closing}"
    return re.compile(rf"{polite}(?:{before}|(?P<before>.+?) {_any('after')}{closing})")


def whom_to_fix(text: str, words: str) -> str:
    """«sửa danh bạ Tuyên», «sửa người Tuyên»: whose card; nothing where it is one's own."""
    typed, folded = " ".join(text.split()).strip(_STOPS), words.strip(_STOPS)
    found = _fix().fullmatch(folded)
    if found is None or found["who"] in _ME or len(typed) != len(folded):
        return ""
    return typed[slice(*found.span("who"))]


@cache
def _fix() -> re.Pattern[str]:
    return re.compile(rf"{_any('fix')} {_any('card')} (?P<who>[^\d,:]+?)(?: {_any('closing')})*")


_OF = re.compile(r"(?i)\bc(?:ủ|u)a\s+(.+)$")
_ME = frozenset({"toi", "em", "minh", "t", "e", "toi di", "em di", "minh di", "toi nhe", "em a"})


def of_whom(text: str) -> str:
    """Behind the last «của», where that is not whoever speaks."""
    found = _OF.search(text.strip(" .!?"))
    said = fold(found[1]) if found else ""
    own = said in _ME or said.split(" ")[0] in _ME if said else True
    return "" if own or found is None else found[1].strip()
