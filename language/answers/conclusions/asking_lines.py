"""Whose word somebody asks for: «xin ý kiến anh Lực: …», «xin ý kiến thường vụ Đoàn về việc …»."""

import re
from dataclasses import dataclass
from functools import cache, partial

from language.answers.matters.matter_lines import raised_in
from language.line.fold import fold
from language.line.patterns import any_of
from language.line.vocabulary import book

_any = partial(any_of, "items", "asked_of")
MOST_CALLED = 7  # words, with the address and the title


@dataclass(frozen=True, slots=True)
class AskedOf:
    """What, and of whom: as they are called, the chair, or a committee (of an organisation, by its
    code)."""

    words: str
    whom: str = ""
    chair: bool = False
    organisation: str = ""


def asked_of(text: str) -> AskedOf | None:
    """A word about something, behind a colon, «về», «cho»; «xin ý kiến anh Lực chưa» asks nothing
    of him."""
    folded = fold(text)
    found = _asks().fullmatch(folded)
    if found is None or len(folded) != len(text) or raised_in(text):
        return None
    whom, words = text[slice(*found.span("whom"))], text[found.start("words") :].strip()
    if not words or len(whom.split()) > MOST_CALLED:
        return None
    called = " ".join(re.findall(r"\w+", fold(whom)))
    if _chair().fullmatch(called):
        return AskedOf(words, chair=True)
    committee = _committee().fullmatch(called)
    if committee is None:
        return AskedOf(words, whom.strip(" ,"))
    behind = committee["of"] or ""
    return AskedOf(words, organisation=_organisations().get(behind, ""))


@cache
def _asks() -> re.Pattern[str]:
    ends = rf"\s*:(?!\d)\s*|[\s,]+{_any('about')}\s+|[\s,]+(?={_any('lets')}\b)"
    return re.compile(
        rf"(?s)\s*(?:{_any('small')}[\s,]+)*{_any('opens')}\s+(?:cua\s+)?"
        rf"(?P<whom>\S[^:\n]{{0,60}}?)(?:{ends})(?P<words>\S.*)"
    )


@cache
def _chair() -> re.Pattern[str]:
    return re.compile(rf"(?:{_any('address')} )*{_any('chair')}")


@cache
def _committee() -> re.Pattern[str]:
    return re.compile(rf"(?:{_any('address')} )*{_any('committee')}(?: (?P<of>.+))?")


@cache
def _organisations() -> dict[str, str]:
    listed = book("figures")["organisations"].items()
    return {fold(called): code for code, ways in listed for called in ways}
