"""Who answers for what and who can do what, as it is typed: «ai lo tập huấn», «Bền phụ trách giám
sát từ 1/12», «em biết làm video»."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, partial

from language.dates.moments import When, day_of
from language.line.fold import fold
from language.line.patterns import any_of
from language.line.vocabulary import book

_GIVES = r"(?:(?:giao(?: cho| nhiem vu cho)?|phan cong(?: cho)?|cu|de) )?"
_TASK = r"(?: (?:ve|mang|viec|phan|cong tac))?"
_BEFORE = re.compile(r"^(?:(?:ke )?tu nay |nay )")
WhenOf = Callable[[str], When]
EVERY = "every"


@dataclass(frozen=True, slots=True)
class DutyAsked:
    duty: str
    on: date | None = None

    @property
    def is_of_each(self) -> bool:
        """«t7 ai trực»: no duty is named."""
        return self.duty == EVERY


@dataclass(frozen=True, slots=True)
class DutyDropped:
    """Whom the words name, who is to answer for it no longer."""

    duty: str
    called: str


@dataclass(frozen=True, slots=True)
class DutyGiven:
    """Whom the words name, for what, from when until when."""

    called: str
    duty: str
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class CalledFor:
    """Somebody named where somebody was asked for, with the days that were said."""

    called: str
    since: date | None = None
    until: date | None = None


def duty_asked(text: str, when_of: WhenOf) -> DutyAsked | None:
    """«ai phụ trách giám sát tuần sau vậy em»: of which duty, on which day where that is said."""
    duty = _asked(text)
    when = when_of(text)
    if duty or not when.start:
        return DutyAsked(duty) if duty else None
    duty = _asked(when.rest)
    return DutyAsked(duty, day_of(when.start)) if duty else None


def _asked(text: str) -> str:
    said = _bare(text)
    if said in _whole():
        return EVERY
    found = re.fullmatch(rf"ai (?:dang |se )?(?:{_verbs('carries')}){_TASK} (?P<duty>.+)", said)
    return _duty(found["duty"]) if found else ""


def duty_given(text: str, when_of: WhenOf) -> DutyGiven | None:
    """Nothing is said besides a name, the duty and the days."""
    one = called_for(text, when_of)
    said = fold(one.called)
    look = rf"{_GIVES}(?P<who>\S.*?) (?:{_verbs('gives')}){_TASK} (?P<duty>.+)"
    found = re.fullmatch(look, _BEFORE.sub("", said))
    duty = _duty(_bare(found["duty"])) if found else ""
    if found is None or not duty or found["who"] == "ai" or len(said) != len(one.called):
        return None
    who = one.called[said.index(found["who"]) :][: len(found["who"])]
    return DutyGiven(who, duty, one.since, one.until)


def duty_dropped(text: str) -> DutyDropped | None:
    """«thôi không giao Dung phụ trách giám sát nữa», «bỏ phụ trách tập huấn của Bền»"""
    said = _bare(text).removesuffix(" nua")
    gives, drops = _verbs("gives"), _verbs("drops")
    looks = (
        rf"(?:{drops})(?: khong)?(?: (?:cho|giao(?: cho)?))? (?P<who>\S.*?) (?:{gives}){_TASK}"
        r" (?P<duty>.+)",
        rf"(?:{drops}) (?:{gives}){_TASK} (?P<duty>.+?) (?:cua|doi voi|voi) (?P<who>.+)",
        rf"(?P<who>\S.*?) (?:thoi|khong con|het|nghi) (?:{gives}){_TASK} (?P<duty>.+)",
    )
    for look in looks:
        found = re.fullmatch(look, said)
        if found and (duty := _duty(found["duty"])):
            return DutyDropped(duty, found["who"])
    return None


def called_for(text: str, when_of: WhenOf) -> CalledFor:
    """«anh Bền từ 1/12 đến 31/12»: the name, and from when until when."""
    said = " ".join(text.split()).strip(" .!")
    when = when_of(said)
    start, end = when.start, when.end
    rest = " ".join(when.rest.split()).strip(" ,.!")
    if when.kind == "span" and start and end:
        return CalledFor(rest, day_of(start), day_of(end))
    if when.kind in ("after", "day") and start:
        return CalledFor(rest, day_of(start))
    if when.kind == "before" and start:
        return CalledFor(rest, None, day_of(start))
    return CalledFor(said)


def _bare(text: str) -> str:
    """Without what stands around a line and means nothing."""
    words = re.findall(r"[\w]+", fold(text))
    while words and words[-1] in _around():
        words.pop()
    return " ".join(words)


def _duty(said: str) -> str:
    return _duties().get(" ".join(re.findall(r"\w+", said)), "")


@cache
def _around() -> frozenset[str]:
    return frozenset(
        word for one in book("duties")["around"]["after"] for word in fold(one).split()
    )


@cache
def _whole() -> frozenset[str]:
    return frozenset(map(fold, book("duties")["asks"]["every"]))


@cache
def _verbs(which: str) -> str:
    return "|".join(re.escape(fold(verb)) for verb in book("duties")["verbs"][which])


@cache
def _duties() -> dict[str, str]:
    listed = book("duties")["duty"].items()
    return {
        " ".join(re.findall(r"\w+", fold(said))): duty for duty, ways in listed for said in ways
    }


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
