"""«khen chị Mai làm chủ nhật xanh tốt», «biểu dương đ/c Nam»: who is praised, and for what."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from language.answers.assignments.briefing import longest_head
from language.answers.assignments.work_lines import Found
from language.line.names import Colleague
from language.line.once import fold

_PRAISES = r"(?:bieu duong|tuyen duong|khen ngoi|khen|hoan nghenh)"
_LINE = re.compile(rf"(?:(?P<n>\d{{2,4}})\b[^\d]{{0,40}}?[ ,]+)?{_PRAISES}\s+(?=[^\W\d])")

_AND = re.compile(r"\s*(?:[,+&]|(?:và|va|với|voi|cùng|cung)\b)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PraiseSaid:
    """Whom, for which work, and in which words."""

    whom: tuple[Found, ...]
    number: int | None
    words: str


def praises(text: str) -> bool:
    """The line begins so, or behind the number of the work and a few words."""
    return _LINE.match(fold(text).strip()) is not None


def praise_in(text: str, roster: Sequence[Colleague]) -> PraiseSaid | None:
    flat = " ".join(text.split())
    found = _LINE.match(fold(flat))
    if found is None or len(fold(flat)) != len(flat):
        return None
    whom, rest = _named(flat[found.end() :], roster)
    number = int(found["n"]) if found["n"] else None
    return PraiseSaid(whom, number, flat if number else rest.strip(" ,.:;-"))


def _named(said: str, roster: Sequence[Colleague]) -> tuple[tuple[Found, ...], str]:
    """«Nhàn và Nam», «Nhàn, Nam, Lực»: all who are named before the words begin."""
    found = list[Found]()
    left = after = said
    while True:
        match, after = longest_head(after, roster)
        one = Found(int(match.one.key)) if match.one else Found()
        if not match.people or one in found:
            return tuple(found), left
        found.append(one)
        left, joined = after, _AND.match(after)
        if joined is None:
            return tuple(found), left
        after = after[joined.end() :]
