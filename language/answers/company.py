"""Who comes along, said in passing: «dki cho e voi 2 ban nua», «doan em 12 nguoi»."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from domain.names import fold
from language.line.vocabulary import book

_IN_WORDS = {
    **{"mot": 1, "hai": 2, "ba": 3, "bon": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8, "chin": 9},
    **{"muoi": 10, "one": 1, "two": 2, "three": 3, "four": 4},
}
_LETTERS = re.compile(r"[^\W_]+")
_PIECE = re.compile(r"\s*[,;.\n]\s*")
Called = Mapping[int, Sequence[str]]
"""What each point may be called."""


@dataclass(frozen=True, slots=True)
class Company:
    """How many adults and children come along besides the writer."""

    adults: int = 0
    children: int = 0
    more: bool = False
    """Besides those who were told before."""

    def __bool__(self) -> bool:
        return bool(self.adults or self.children)


def read_company(text: str, called: Called) -> Company | None:
    """Those who are counted, or the one who is named; nothing where the line tells of nobody.
    «1 bạn ốm, còn 2 người»: the whole counts, said last."""
    line = _places(called).sub(" , ", _plain(text))
    counted = list(_counted().finditer(line))
    if whole := [found for found in counted if found["whole"]]:
        return Company(_besides(whole[-1]))
    if counted:
        return _sum(counted)
    named = _named().search(line)
    return Company(int(not named["child"]), int(bool(named["child"]))) if named else None


def _sum(counted: list[re.Match[str]]) -> Company:
    """«2 người lớn, 1 trẻ em»; «4 người» are the writer and three."""
    adults = sum(_besides(found) for found in counted if not found["little"])
    children = sum(_number(found) for found in counted if found["little"])
    return Company(adults, children, more=any(found["more"] for found in counted))


def _besides(found: re.Match[str]) -> int:
    tells = found["more"] or found["beside"] or found["grown"] or found["along"]
    return _number(found) if tells else max(0, _number(found) - 1)


def _number(found: re.Match[str]) -> int:
    return int(found["n"]) if found["n"].isdecimal() else _IN_WORDS[found["n"]]


def without_company(text: str, called: Called) -> str:
    """The line without the point it names and the company it tells of."""
    return ", ".join(filter(None, (_left_of(piece, called) for piece in _PIECE.split(text))))


def _left_of(piece: str, called: Called) -> str:
    line = _plain(piece)
    left = _places(called).sub(" ", line)
    for told in (_counted(), _named()):
        left = told.sub(" ", left)
    return piece if left == line else " ".join(left.split())


def _plain(text: str) -> str:
    return ", ".join(" ".join(_LETTERS.findall(fold(piece))) for piece in _PIECE.split(text))


def _places(called: Called) -> re.Pattern[str]:
    names = {" ".join(_LETTERS.findall(fold(name))) for some in called.values() for name in some}
    longest = sorted(names - {""}, key=len, reverse=True)
    if not longest:
        return re.compile(r"(?!)")
    return re.compile(rf"\b(?:{_any_of('towards')} )?(?:{'|'.join(map(re.escape, longest))})\b")


@cache
def _counted() -> re.Pattern[str]:
    number = rf"(?P<n>\d{{1,3}}|{'|'.join(_IN_WORDS)})"
    before = (
        rf"(?:(?P<more>{_any_of('more')})|(?P<beside>{_any_of('beside')})"
        rf"|(?P<whole>{_any_of('whole')})(?: {_any_of('mine')})*)"
    )
    who = rf"(?:(?P<grown>{_any_of('grown')})|(?P<little>{_any_of('little')})|{_any_of('people')})"
    writer = rf"(?:{_any_of('writer')} )?"
    along = rf"(?P<along>(?: {_any_of('along')})*)"
    return re.compile(rf"\b(?:(?:{writer}{before}) )?{number} {who}{along}\b")


@cache
def _named() -> re.Pattern[str]:
    one = rf"(?:{_any_of('adult')}|(?P<child>{_any_of('child')}))"
    return re.compile(rf"\b(?:{_any_of('writer')} )?{_any_of('beside')} {one}\b")


@cache
def _any_of(name: str) -> str:
    words = sorted({fold(one) for one in book("newcomers")["company"][name]}, key=len)
    return "(?:" + "|".join(map(re.escape, reversed(words))) + ")"
