"""A plan as it is shown back: whole when it fits a telephone, else its longest parts shorter."""

from collections.abc import Iterator, Mapping
from typing import Any

from texts.catalogue import Words
from texts.digest import units

Facts = Mapping[str, Any]
FITS = 420
SPARE = ("notes", "rain_plan", "content", "expected", "bring", "kind", "targets", "closes")
"""What a card that is still too long leaves out, in this order; «Sửa thông tin» says it."""
FEW = 3
DETAILS = (
    "content",
    "bring",
    "rain_plan",
    "notes",
    "cohosts",
    "lasts",
    "least",
    "expected",
    "closes",
    "age",
    "children",
)


def plan_card(words: Words, facts: Facts) -> str:
    said = ""
    for shorter in _shorter(facts):
        said = words("plan.card", **shorter) + "\n" + words("plan.card_more", **shorter)
        if units(said) <= FITS:
            break
    return said


def _shorter(facts: Facts) -> Iterator[Facts]:
    """The whole; its points in brief; a few of many; less of what is told besides."""
    points = facts["points"]
    left = {**facts, "brief": [], "more": None}
    yield left
    left = {**left, "points": [], "brief": points}
    yield left
    few = {"brief": points[:FEW], "more": len(points[FEW:]) or None}
    yield (left := {**left, **few})
    for name in SPARE:
        yield (left := {**left, name: ""})


def details_page(words: Words, facts: Facts) -> str:
    """A line each: what is written down, or an example of how it is typed."""
    lines = [
        words(f"plan.detail.{name}", **facts) if facts.get(name) else words(f"plan.example.{name}")
        for name in DETAILS
    ]
    return "\n".join([words("plan.details_head", **facts), *lines])
