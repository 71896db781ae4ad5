"""The key under which a text is found: many readers ask it of one line, and it is made once."""

from functools import lru_cache

from domain import names


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """`domain.names.fold`: of each letter one, so that a place in it is a place in the text."""
    return names.fold(text)
