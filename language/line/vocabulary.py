"""Opens the word lists that office people can correct."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from language.line.fold import bare, one_tone_place, tidy

BOOKS = ("days", "figures", "answers", "names", "numbers", "unmarked")
WORD_OF_LIST = re.compile(r"\d+|[^\W\d_]+|\S")


@cache
def book(name: str) -> dict[str, Any]:
    """One word list, as it stands in `language/<name>.toml`."""
    return tomllib.loads((files("language") / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def group(name: str, tag: str) -> frozenset[str]:
    """Small words that play one part together, from the section [groups] of a list."""
    return frozenset(book(name)["groups"][tag])


@lru_cache(maxsize=1)
def known_words() -> frozenset[str]:
    """Every word of every list, without marks."""
    return frozenset(word for name in BOOKS for word in words_of(name))


def words_of(name: str) -> Iterator[str]:
    """Every word of one list, without marks."""
    return _words_in(book(name))


def _words_in(value: object) -> Iterator[str]:
    for phrase in _phrases_in(value):
        yield from (bare(word) for word in split(phrase) if word.isalpha())


def first_words(name: str) -> frozenset[str]:
    """What a phrase of one list may begin with, without marks."""
    return frozenset(bare(split(phrase)[0]) for phrase in _phrases_in(book(name)) if phrase)


def _phrases_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _phrases_in(part)
    elif isinstance(value, list):
        for part in value:
            yield from _phrases_in(part)


def split(phrase: str) -> list[str]:
    """A phrase of a list, cut the same way as a typed line."""
    lowered = tidy(phrase).lower()
    return [one_tone_place(word) for word in WORD_OF_LIST.findall(lowered)]
