"""Whether two plans meet: the same subject, place, theme or people, near in time."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum
from functools import cache
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


class PlannedSpan(NamedTuple):
    """What is planned: about whom, where, on what, with whom, from when until when. `about` names
    it, such as `activity:12`. A tuple, for thousands of them are made for one proposal."""

    about: str
    first: date
    last: date
    subjects: frozenset[int] = frozenset()
    places: frozenset[int] = frozenset()
    themes: frozenset[int] = frozenset()
    people: frozenset[int] = frozenset()

    @property
    def names(self) -> tuple[frozenset[int], ...]:
        """What it names by each rule, in their order."""
        return self[3:]


class Overlap(NamedTuple):
    """How much, and why: what is in common by each rule, and how many days lie between."""

    level: Level
    common: Mapping[By, frozenset[int]]
    apart: int


def days_apart(one: PlannedSpan, other: PlannedSpan) -> int:
    """Days between two windows; none where they touch."""
    if other.first > one.last:
        return (other.first - one.last).days
    return max(0, (one.first - other.last).days)


def compare(one: PlannedSpan, other: PlannedSpan, subject_days: int = USUAL[RADAR]) -> Overlap:
    """The strongest rule that holds; several raise it by one. How far apart two visits to the
    same subject still meet is the office's to say."""
    return _meeting(one, subject_days)(days_apart(one, other), *other.names)


def _meeting(plan: PlannedSpan, subject_days: int) -> Callable[..., Overlap]:
    """How others overlap it. Of thousands many name the same and are equally far: that is
    looked at once."""
    days = {by: near.days for by, near in RULES.items()} | {By.SUBJECT: subject_days}

    @cache
    def meet(apart: int, *names: frozenset[int]) -> Overlap:
        pairs = zip(days.items(), plan.names, names, strict=True)
        common = {
            by: shared
            for (by, far), mine, others in pairs
            if apart <= far and (shared := mine & others)
        }
        return Overlap(_level(common), common, apart)

    return meet


def _level(common: Iterable[By]) -> Level:
    levels = [RULES[by].level for by in common]
    return Level(min(max(levels, default=Level.NONE) + (len(levels) > 1), Level.STRONG))


def overlapping(
    plan: PlannedSpan, others: Iterable[PlannedSpan], subject_days: int = USUAL[RADAR]
) -> list[tuple[PlannedSpan, Overlap]]:
    """Every other plan that it meets, the strongest and nearest first."""
    meet = _meeting(plan, subject_days)
    met = [
        (other, overlap)
        for other in others
        if (overlap := meet(days_apart(plan, other), *other[3:])).level
        and other.about != plan.about
    ]
    return sorted(met, key=lambda pair: (-pair[1].level, pair[1].apart, pair[0].about))
