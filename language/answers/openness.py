"""Whether a visit is announced, said by itself: «công khai», «đi đột xuất nhé»."""

from functools import cache

from language.line.once import fold
from language.line.vocabulary import book

OPEN, HIDDEN = "open", "hidden"


def openness_in(text: str) -> str:
    """`open`, `hidden`; nothing where the whole line does not say one of them."""
    said = fold(text).strip(" .!")
    while said and said not in _ways():
        shorter = _less(said)
        if shorter == said:
            return ""
        said = shorter
    return _ways().get(said, "")


def _less(said: str) -> str:
    """Less one word of no meaning before it, or behind it."""
    before = next((one for one in _around("before") if said.startswith(f"{one} ")), "")
    if before:
        return said.removeprefix(f"{before} ")
    after = next((one for one in _around("after") if said.endswith(f" {one}")), "")
    return said.removesuffix(f" {after}") if after else said


@cache
def _ways() -> dict[str, str]:
    listed = book("visits")["openness"]
    return {fold(said): way for way in (OPEN, HIDDEN) for said in listed[way]}


@cache
def _around(side: str) -> tuple[str, ...]:
    return tuple(map(fold, book("visits")["openness"][side]))
