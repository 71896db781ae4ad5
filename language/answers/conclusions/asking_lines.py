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
    """What, and of whom: as they are called, the chair, a committee (of an organisation, by its
    code), or a `title` that somebody may hold there, as it was typed."""

    words: str
    whom: str = ""
    chair: bool = False
    organisation: str = ""
    title: str = ""
    deputy: bool = False

    @property
    def each(self) -> list[str]:
        """«anh Điền và chị Mây»: one by one."""
        between = [found.span() for found in _besides().finditer(fold(self.whom))]
        begins = (0, *(end for _, end in between))
        ends = (*(begin for begin, _ in between), len(self.whom))
        return [self.whom[a:b].strip() for a, b in zip(begins, ends, strict=True)]


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
    called = " ".join(re.findall(r"\w+", fold(whom).replace("/", "")))
    if _chair().fullmatch(called):
        return AskedOf(words, chair=True)
    if titled := _titled(words, whom.strip(" ,"), called):
        return titled
    committee = _committee().fullmatch(called)
    if committee is None:
        return AskedOf(words, whom.strip(" ,"))
    behind = committee["of"] or ""
    return AskedOf(words, organisation=_organisations().get(behind, ""))


def _titled(words: str, whom: str, called: str) -> AskedOf | None:
    """«chủ tịch LĐLĐ», «bí thư thành đoàn», «phó chủ tịch»."""
    found = _title().fullmatch(called)
    if found is None:
        return None
    code = _organisations().get(found["of"] or "", "")
    if found["of"] and not code:
        return None
    deputy = found["deputy"] is not None
    return AskedOf(words, organisation=code, title=whom, deputy=deputy)


@cache
def _title() -> re.Pattern[str]:
    holds = rf"(?:(?P<deputy>{_any('deputies')})|{_any('heads')})"
    return re.compile(rf"(?:{_any('address')} )*{holds}(?: (?P<of>.+))?")


@cache
def _besides() -> re.Pattern[str]:
    return re.compile(rf"\s+{_any('besides')}\s+|\s*[,&]\s*")


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
    named = {fold(called): code for code, ways in listed for called in ways}
    return named | {fold(called): "DTN" for called in book("items")["asked_of"]["youth"]}
