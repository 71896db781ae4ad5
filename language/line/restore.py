"""Reads a typed line, with the marks put back where a neighbour leaves no doubt about a word."""

from collections.abc import Iterator
from functools import cache

from language.line.fold import bare
from language.line.phrases import Phrases, typed_ways
from language.line.vocabulary import book, split
from language.line.words import Line, Word, cut


def read(given: str) -> Line:
    """The words of a line: «em bao» is «em báo», though «bao» alone may be a storm or a sack."""
    line = cut(given)
    return line if line.accented else Line(given, tuple(_marked_again(line)))


def _marked_again(line: Line) -> Iterator[Word]:
    i = 0
    while i < len(line):
        meant, end = _meant_at(line, i)
        yield from map(Word.meaning, line.words[i:end], split(meant))
        if not meant:
            yield line.words[i]
        i = max(end, i + 1)


def _meant_at(line: Line, i: int) -> tuple[str, int]:
    """The phrase that begins at word i, written with its marks (none: left as typed)."""
    if line.words[i].bare not in _first_words():
        return "", i
    meant, end = _sure("opening").tag(line, i) if i == 0 else ("", i)
    return (meant, end) if meant else _sure("beside").tag(line, i)


@cache
def _first_words() -> frozenset[str]:
    return frozenset(bare(split(way)[0]) for way in (*_typed("beside"), *_typed("opening")))


@cache
def _sure(section: str) -> Phrases:
    return Phrases((way, way) for way in _typed(section))


def _typed(section: str) -> Iterator[str]:
    for listed in book("unmarked")[section].values():
        yield from (way for phrase in listed for way in typed_ways("unmarked", phrase))
