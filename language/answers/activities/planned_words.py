"""The words of `planned.toml`, as one looks for them in a line."""

import re
from functools import cache, partial

from language.line import patterns
from language.line.fold import fold
from language.line.numbers import in_words
from language.line.vocabulary import book

any_of = partial(patterns.any_of, "planned")


@cache
def words(section: str, name: str) -> frozenset[str]:
    return frozenset(fold(one) for one in book("planned")[section][name])


@cache
def leading(side: str) -> frozenset[str]:
    return words("leads", side)


@cache
def head() -> re.Pattern[str]:
    polite = rf"(?:(?:{any_of('heads', 'polite')}|[^\s,]+ oi)[ ,]+)*"
    after = rf"(?:[ :,]+{any_of('heads', 'polite')}(?![^\s,.:]))*"
    sure, likely = any_of("heads", "sure"), any_of("heads", "likely")
    return re.compile(rf"{polite}(?:(?P<sure>{sure})|{likely})(?![^\s,.:]){after}")


@cache
def deed() -> re.Pattern[str]:
    alone, place = any_of("deeds", "any"), any_of("places", "any")
    near = rf"{any_of('deeds', 'before_place')}(?= {place}\b)"
    return re.compile(rf"\b(?:{alone}|{near})\b|{_class()}")


def _class() -> str:
    """«tap huan chuyen doi so», «mo lop cong dan so», where a line or its first words begin so."""
    opens, taught = any_of("classes", "opens"), any_of("classes", "taught")
    return rf"^(?:{opens} {taught}|(?!lop\b){opens})\b"


@cache
def class_head() -> re.Pattern[str]:
    """What a title does without where its kind is said already."""
    begins, opens = any_of("classes", "begins"), any_of("classes", "opens")
    return re.compile(rf"(?:{begins} )?(?:lop )?tap huan[ ,:]+|{begins} (?={opens}\b)")


@cache
def place() -> re.Pattern[str]:
    return re.compile(rf"{any_of('places', 'any')}\b")


@cache
def several() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:\d{{1,2}}|{'|'.join(in_words(5, 2))}) diem\b(?: (?:la|gom|nhu sau))*\s*:?"
    )


@cache
def many() -> re.Pattern[str]:
    before, who = any_of("counts", "before"), any_of("counts", "any")
    return re.compile(rf"(?:\b{before} )*\b\d{{1,4}} ?{who}\b")


@cache
def led() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of('leads', 'after')}\b")


@cache
def gathers() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of('places', 'gathers')}\b(?: (?:tai|o|luc|:))*")


@cache
def at() -> re.Pattern[str]:
    return re.compile(rf"{any_of('places', 'at')}\b")


def without_at(said: str) -> str:
    """«tập trung tại NVH khu 2» is NVH khu 2."""
    folded = fold(said)
    found = gathers().match(folded) or at().match(folded)
    return said[found.end() :] if found and len(folded) == len(said) else said


def headed(head: str) -> str:
    """What a line is of that begins so: «địa điểm: …», «người phụ trách: …»."""
    return next((what for what in book("planned")["lines"] if head in words("lines", what)), "")


@cache
def at_in() -> re.Pattern[str]:
    return re.compile(rf"(?<= ){any_of('places', 'at')}\b")


@cache
def kinds() -> dict[str, re.Pattern[str]]:
    return {kind: re.compile(rf"\b{any_of('kinds', kind)}\b") for kind in book("planned")["kinds"]}
