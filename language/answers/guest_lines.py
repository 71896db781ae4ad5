"""What an invited citizen types: «bác đi được», «bác bận rồi cháu ạ»."""

from functools import cache

from language.line.once import fold
from language.line.vocabulary import book


def guest_says(text: str) -> str:
    """`yes`, `no`; nothing where the whole line says neither."""
    said = fold(text).strip(" .!,")
    while said and said not in _ways():
        shorter = _less(said)
        if shorter == said:
            return ""
        said = shorter
    return _ways().get(said, "")


def _less(said: str) -> str:
    """Less whoever speaks before it, or is spoken to behind it."""
    before = next((one for one in _around("before") if said.startswith(f"{one} ")), "")
    if before:
        return said.removeprefix(f"{before} ").strip(" ,")
    after = next((one for one in _around("after") if said.endswith(f" {one}")), "")
    return said.removesuffix(f" {after}").strip(" ,") if after else said


@cache
def _ways() -> dict[str, str]:
    listed = book("visits")["guests"]
    return {fold(said): way for way in ("yes", "no") for said in listed[way]}


@cache
def _around(side: str) -> tuple[str, ...]:
    return tuple(map(fold, book("visits")["guests"][side]))
