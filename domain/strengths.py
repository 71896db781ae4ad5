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


def suggested(people: Iterable[Suited]) -> list[Suited]:
    """Up to three for whom something speaks: who can do it before who is free; those who are
    alike, the ones with less to do. They are named in the order of the roster."""
    fit = [one for one in people if one.strengths or one.knows_place]
    best = sorted(
        fit, key=lambda s: (-len(s.strengths), not s.knows_place, s.open_work, s.weekends)
    )[:MOST]
    return [one for one in fit if one in best]
