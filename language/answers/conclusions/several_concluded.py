"""Conclusions without a number: «kết luận: 1. … giao Mây. 2. …», and how they are taken back."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Literal

from language.answers.assignments.people_named import longest_head
from language.line.fold import fold, tidy
from language.line.names import Colleague
from language.line.vocabulary import book

Undone = Literal["conclusion", "word", "last"]
_NUMBERED = re.compile(r"(?:^|(?<=[\s.;:]))(\d{1,2})[.)/](?=\s)")
_BARE = re.compile(r"(?:^|(?<=[.;:,] ))(\d{1,2}) (?=[A-ZĐÀ-Ỹ])")
"""«1 Mây … 2 Trận …», without a sign behind the number."""
_APART = re.compile(r"\s*(?:;|\n)\s*")
_GIVEN = re.compile(r"[ ,]+giao(?: cho)? (?=[^\W\d])")


def conclusions_opened(text: str) -> list[str]:
    """«kết luận …: 1. …. 2. …», «…; …»: the pieces; fewer than two are none."""
    opened = _opening().match(fold(text.strip()))
    said = text.strip()
    if opened is None or len(fold(said)) != len(said):
        return []
    rest = said[opened.end() :]
    cut = next((cut for look in (_NUMBERED, _BARE) if (cut := _cut(rest, look))), rest)
    pieces = [tidy(piece).strip(" .,;") for piece in _APART.split(cut)]
    found = [piece for piece in pieces if piece]
    return found if len(found) > 1 else []


def _cut(rest: str, look: re.Pattern[str]) -> str:
    """Where the numbers stand in their order from the first: each begins a line."""
    numbers = [int(found[1]) for found in look.finditer(rest)]
    in_order = len(numbers) > 1 and numbers == list(range(1, len(numbers) + 1))
    return look.sub("\n", rest) if in_order else ""


def lines_concluded(pieces: Sequence[str], roster: Sequence[Colleague]) -> list[str]:
    """Each as a line of work, whoever is to do it first: «… giao Mây» names her last."""
    return [_named_first(piece, roster) for piece in pieces]


def _named_first(piece: str, roster: Sequence[Colleague]) -> str:
    for given in reversed([*_GIVEN.finditer(fold(piece))]):
        behind = piece[given.end() :]
        named, rest = longest_head(behind, roster)
        if named.one:
            who = behind[: len(behind) - len(rest)].strip(" ,:")
            return f"{who}: {piece[: given.start()].strip(' ,')}, {rest.strip(' ,')}".rstrip(", ")
    return piece


def undone_in_words(folded: str) -> Undone | None:
    """«bỏ kết luận lúc nãy», «thu hồi cái vừa gửi», «rút ý kiến»: what is taken back."""
    found = _undoing().fullmatch(" ".join(folded.split()).strip(" .!"))
    if found is None or not (found["what"] or found["when"]):
        return None
    what = found["what"] or ""
    return "conclusion" if what in _of("conclusion") else "word" if what else "last"


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(rf"{_any('opens')}(?: {_any('of')})*\s*:\s*")


@cache
def _undoing() -> re.Pattern[str]:
    polite = rf"(?:[ ,]+{_any('polite')})*"
    what = rf"(?: {_any('thing')})*(?: (?P<what>{_any('conclusion')}|{_any('word')}))?"
    when = rf"(?P<when>(?: {_any('since')}(?: {_any('when')})*)?)"
    return re.compile(rf"(?:{_any('before')}[ ,]+)*{_any('verbs')}{polite}{what}{when}{polite}")


def _any(name: str) -> str:
    return "(?:" + "|".join(sorted(map(re.escape, _of(name)), key=len, reverse=True)) + ")"


def _of(name: str) -> list[str]:
    return [fold(one) for one in book("items")["several"][name]]
