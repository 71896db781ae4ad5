"""Opens the word lists that office people can correct."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from language.line.fold import bare, one_tone_place, tidy

BOOKS = ("days", "figures", "answers", "names", "numbers", "unmarked")
NAMED = re.compile(r"\{(\D+?)\}")
"""«{không} nhận»: a yes or a no that is spelt in `yes_no.toml`."""
WORD_OF_LIST = re.compile(r"\d+|[^\W\d_]+|\S")


@cache
def book(name: str) -> dict[str, Any]:
    """One word list, as it stands in `language/<name>.toml`, with «{ok}» in each of its ways."""
    found: dict[str, Any] = _in_all_ways(_written(name))
    return found


@cache
def _written(name: str) -> dict[str, Any]:
    return tomllib.loads((files("language") / f"{name}.toml").read_text(encoding="utf-8"))


def spellings() -> dict[str, list[str]]:
    """Every way to type a yes or a no."""
    found: dict[str, list[str]] = _written("yes_no")["spelt"]
    return found


def _in_all_ways(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _in_all_ways(part) for name, part in value.items()}
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return list(dict.fromkeys(way for one in value for way in _ways(one)))
    return value


def _ways(phrase: str) -> Iterator[str]:
    named = NAMED.search(phrase)
    if named is None:
        yield phrase
        return
    for way in spellings()[named[1]]:
        yield from _ways(phrase.replace(named[0], way, 1))


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


def first_words(name: str, *sections: str) -> frozenset[str]:
    """What a phrase of one list, or of some sections of it, may begin with, without marks."""
    listed = {section: book(name)[section] for section in sections} or book(name)
    return frozenset(bare(split(phrase)[0]) for phrase in _phrases_in(listed) if phrase)


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
