"""What people are good at, and who might do a piece of work: with reasons, never by itself."""

from collections.abc import Iterable
from dataclasses import dataclass

STRENGTHS = ("writing", "speaking", "digital", "law", "events", "arts", "training", "figures")
MOST = 3


@dataclass(frozen=True, slots=True)
class Suited:
    """What speaks for giving somebody this piece of work, and what against."""

    person_id: int
    strengths: tuple[str, ...]
    """Those confirmed ones that the work asks for."""
    knows_place: bool
    open_work: int
    weekends: int
    """Led in the last weeks."""
    needed_there: bool = False
    """The place needs more of the office for a time."""

    @property
    def comes_first(self) -> bool:
        return self.knows_place and self.needed_there


def suggested(people: Iterable[Suited]) -> list[Suited]:
    """Up to three for whom something speaks: who can do it before who is free; at a place that is
    weak or key, who knows it before everybody; those who are alike, the ones with less to do.
    They are named in the order of the roster."""
    fit = [one for one in people if one.strengths or one.knows_place]
    best = sorted(fit, key=_rank)[:MOST]
    return [one for one in fit if one in best]


def _rank(one: Suited) -> tuple[bool, int, bool, int, int]:
    known = (not one.comes_first, -len(one.strengths), not one.knows_place)
    return (*known, one.open_work, one.weekends)
