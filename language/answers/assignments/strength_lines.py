"""What a piece of work asks of whoever does it: «soạn kế hoạch», «tập huấn VNeID»."""

import re
from collections.abc import Mapping, Sequence
from functools import cache, partial

from language.line.either import any_of
from language.line.once import fold
from language.line.vocabulary import book

_any = partial(any_of, "strengths", "told")
_ME = r"(?:(?:da|chi oi|anh oi) )*(?:(?:em|e|toi|minh|t|chau) )?(?:cung |rat |kha )?"


def strengths_wanted(text: str) -> Sequence[str]:
    said = f" {' '.join(fold(text).replace(',', ' ').split())} "
    return [one for one, words in _wants().items() if any(f" {w} " in said for w in words)]


def strengths_told(text: str) -> Sequence[str]:
    """«em biết làm video», told of oneself; none where a word is left over."""
    said = " ".join(re.findall(r"\w+", fold(text)))
    found = re.fullmatch(rf"{_ME}{_any('knows')} (?P<what>\D+)", said)
    if found is None:
        return []
    left = f" {found['what']} "
    for words in _wants().values():
        for one in sorted(words, key=len, reverse=True):
            left = left.replace(f" {one} ", " ")
    words = re.sub(rf"\b{_any('around')}\b", " ", left).split()
    return [] if words else strengths_wanted(found["what"])


def strengths_asked(text: str) -> Sequence[str]:
    """«ai biết làm video nhỉ»: of which strength."""
    said = " ".join(re.findall(r"\w+", fold(text)))
    found = re.fullmatch(rf"(?:co )?(?:nhung )?ai {_any('knows')} (?P<what>\D+)", said)
    return strengths_wanted(found["what"]) if found else []


@cache
def _wants() -> Mapping[str, Sequence[str]]:
    return {one: [fold(w) for w in words] for one, words in book("strengths")["wants"].items()}
