"""A plan as it is shown back: whole when it fits a telephone, else its longest parts shorter."""

from collections.abc import Iterator, Mapping
from typing import Any

from texts.catalogue import Words
from texts.digest import units

Facts = Mapping[str, Any]
FITS = 420
SPARE = ("rain_plan", "content", "expected", "bring")
"""What a card that is too long leaves out, in this order; the volunteers' card says it."""


def plan_card(words: Words, facts: Facts) -> str:
    said = ""
    for shorter in _shorter(facts):
        said = words("plan.card", **shorter) + "\n" + words("plan.card_more", **shorter)
        if units(said) <= FITS:
            break
    return said


def _shorter(facts: Facts) -> Iterator[Facts]:
    """The whole; then fewer of many points; then less of what is told besides."""
    points = facts["points"]
    left = {**facts, "more": None}
    yield left
    for shown in range(len(points) - 1, 1, -1):
        left = {**facts, "points": points[:shown], "more": len(points) - shown}
        yield left
    for name in SPARE:
        left = {**left, name: ""}
        yield left
