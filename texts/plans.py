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
        said = _lines(words, shorter, "plan.card", "plan.card_more", "plan.notes")
        if units(said) <= FITS:
            break
    return said


def plan_read(words: Words, facts: Facts) -> str:
    """Before anybody is told."""
    return "\n".join((words("plan.read", left=facts.get("left")), plan_card(words, facts)))


def whole_plan(words: Words, facts: Facts) -> str:
    return _lines(words, facts, "plan.whole_all", "plan.notes")


def _lines(words: Words, facts: Facts, *keys: str) -> str:
    return "\n".join(filter(None, (words(key, **facts) for key in keys)))


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


LAYOUTS = {
    "plan.card": plan_card,
    "plan.details": details_page,
    "plan.read": plan_read,
    "plan.whole": whole_plan,
}
