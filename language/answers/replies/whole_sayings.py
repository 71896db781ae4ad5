"""What a whole short line says, less the small words around it: a section of `visits.toml` lists
the ways to say it, and what may stand before and behind."""

from functools import cache

from language.line.once import fold
from language.line.vocabulary import book


def whole_saying(text: str, section: str, ways: tuple[str, ...], marks: str = "") -> str:
    """One of the ways; nothing where the whole line says none. `marks` go with what is taken."""
    said = fold(text).strip(f" .!{marks}")
    known = _listed(section, ways)
    while said and said not in known:
        shorter = _less(said, section)
        if shorter == said:
            return ""
        said = shorter.strip(f" {marks}") if marks else shorter
    return known.get(said, "")


def _less(said: str, section: str) -> str:
    """Less one of the small words before it, or behind it."""
    before = next((one for one in _around(section, "before") if said.startswith(f"{one} ")), "")
    if before:
        return said.removeprefix(f"{before} ")
    after = next((one for one in _around(section, "after") if said.endswith(f" {one}")), "")
    return said.removesuffix(f" {after}") if after else said


@cache
def _listed(section: str, ways: tuple[str, ...]) -> dict[str, str]:
    listed = book("visits")[section]
    return {fold(said): way for way in ways for said in listed[way]}


@cache
def _around(section: str, side: str) -> tuple[str, ...]:
    return tuple(map(fold, book("visits")[section][side]))
