"""Whether two plans meet: the same subject, place, theme or people, near in time."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum


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
    By.SUBJECT: Near(Level.STRONG, 180),
    By.PLACE: Near(Level.MEDIUM, 30),
    By.THEME: Near(Level.WEAK, 90),
    By.PERSON: Near(Level.WEAK, 0),
}
"""`domain.md` 3.5. Somebody who is in both at once is busy, and no more than that."""
FARTHEST = max(near.days for near in RULES.values())


@dataclass(frozen=True, slots=True)
class Plan:
    """What is planned: about whom, where, on what, with whom, from when until when. `about` names
    it, such as `activity:12`."""

    about: str
    first: date
    last: date
    subjects: frozenset[int] = frozenset()
    places: frozenset[int] = frozenset()
    themes: frozenset[int] = frozenset()
    people: frozenset[int] = frozenset()

    def named(self, by: By) -> frozenset[int]:
        match by:
            case By.SUBJECT:
                return self.subjects
            case By.PLACE:
                return self.places
            case By.THEME:
                return self.themes
            case By.PERSON:
                return self.people


@dataclass(frozen=True, slots=True)
class Overlap:
    """How much, and why: what is in common by each rule, and how many days lie between."""

    level: Level
    common: Mapping[By, frozenset[int]]
    apart: int


def days_apart(one: Plan, other: Plan) -> int:
    """Days between two windows; none where they touch."""
    return max(0, (other.first - one.last).days, (one.first - other.last).days)


def compare(one: Plan, other: Plan) -> Overlap:
    """The strongest rule that holds; several raise it by one."""
    apart = days_apart(one, other)
    common = {
        by: shared
        for by, near in RULES.items()
        if apart <= near.days and (shared := one.named(by) & other.named(by))
    }
    strongest = max((RULES[by].level for by in common), default=Level.NONE)
    raised = strongest + (1 if len(common) > 1 else 0)
    return Overlap(Level(min(raised, Level.STRONG)), common, apart)


def overlapping(plan: Plan, others: Iterable[Plan]) -> list[tuple[Plan, Overlap]]:
    """Every other plan that it meets, the strongest and nearest first."""
    found = [(other, compare(plan, other)) for other in others if other.about != plan.about]
    met = [(other, overlap) for other, overlap in found if overlap.level]
    return sorted(met, key=lambda pair: (-pair[1].level, pair[1].apart, pair[0].about))
