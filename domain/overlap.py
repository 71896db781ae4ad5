"""Whether two plans meet: the same subject, place, theme or people, near in time."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum
from functools import cache
from operator import attrgetter
from typing import NamedTuple

from domain.office_days import RADAR, USUAL


class Level(IntEnum):
    """How much two plans overlap."""

    NONE = 0
    WEAK = 1
    MEDIUM = 2
    STRONG = 3


class By(StrEnum):
    """What two plans have in common."""

    SUBJECT = "subject"
    PLACE = "place"
    THEME = "theme"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Near:
    """So strong is it, where the windows are at most so many days apart."""

    level: Level
    days: int


RULES: Mapping[By, Near] = {
    By.SUBJECT: Near(Level.STRONG, USUAL[RADAR]),
    By.PLACE: Near(Level.MEDIUM, 30),
    By.THEME: Near(Level.WEAK, 90),
    By.PERSON: Near(Level.WEAK, 0),
}
"""`domain.md` 3.5. Somebody who is in both at once is busy, and no more than that."""


def farthest(subject_days: int) -> int:
    """So far apart two plans may lie at most and still meet."""
    return max(subject_days, *(near.days for by, near in RULES.items() if by is not By.SUBJECT))


class Plan(NamedTuple):
    """What is planned: about whom, where, on what, with whom, from when until when. `about` names
    it, such as `activity:12`. A tuple, for thousands of them are made for one proposal."""

    about: str
    first: date
    last: date
    subjects: frozenset[int] = frozenset()
    places: frozenset[int] = frozenset()
    themes: frozenset[int] = frozenset()
    people: frozenset[int] = frozenset()

    def named(self, by: By) -> frozenset[int]:
        return NAMED[by](self)


Of = Callable[[Plan], frozenset[int]]
NAMED: Mapping[By, Of] = {
    By.SUBJECT: attrgetter("subjects"),
    By.PLACE: attrgetter("places"),
    By.THEME: attrgetter("themes"),
    By.PERSON: attrgetter("people"),
}


class Overlap(NamedTuple):
    """How much, and why: what is in common by each rule, and how many days lie between."""

    level: Level
    common: Mapping[By, frozenset[int]]
    apart: int


def days_apart(one: Plan, other: Plan) -> int:
    """Days between two windows; none where they touch."""
    return max(0, (other.first - one.last).days, (one.first - other.last).days)


def compare(one: Plan, other: Plan, subject_days: int = USUAL[RADAR]) -> Overlap:
    """The strongest rule that holds; several raise it by one. How far apart two visits to the
    same subject still meet is the office's to say."""
    return _compare(one, _sought(one, subject_days), other)


Sought = list[tuple[By, int, frozenset[int], Of]]


def _sought(plan: Plan, subject_days: int) -> Sought:
    """What others may have in common with it, within how many days: the same for thousands."""
    days = {by: near.days for by, near in RULES.items()} | {By.SUBJECT: subject_days}
    named = ((by, days[by], plan.named(by), NAMED[by]) for by in RULES)
    return [one for one in named if one[2]]


def _compare(one: Plan, sought: Sought, other: Plan) -> Overlap:
    apart = days_apart(one, other)
    common = {
        by: shared for by, days, ids, of in sought if apart <= days and (shared := ids & of(other))
    }
    return Overlap(_level(tuple(common)), common, apart)


@cache
def _level(common: tuple[By, ...]) -> Level:
    strongest = max((RULES[by].level for by in common), default=Level.NONE)
    return Level(min(strongest + (len(common) > 1), Level.STRONG))


def overlapping(
    plan: Plan, others: Iterable[Plan], subject_days: int = USUAL[RADAR]
) -> list[tuple[Plan, Overlap]]:
    """Every other plan that it meets, the strongest and nearest first."""
    sought = _sought(plan, subject_days)
    found = [(one, _compare(plan, sought, one)) for one in others if one.about != plan.about]
    met = [(other, overlap) for other, overlap in found if overlap.level]
    return sorted(met, key=lambda pair: (-pair[1].level, pair[1].apart, pair[0].about))
