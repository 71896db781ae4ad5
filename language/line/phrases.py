"""Finds the phrases of the word lists in a typed line."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import product

from language.line.fold import bare
from language.line.vocabulary import book, split
from language.line.words import Line, Word


class _Step:
    __slots__ = ("bare", "exact", "tags")

    def __init__(self) -> None:
        self.exact: dict[str, _Step] = {}
        self.bare: dict[str, list[_Step]] = {}
        self.tags: list[str] = []

    def follow(self, word: Word) -> list[_Step]:
        """Marks are evidence: a marked word must be spelt so, an unmarked one may be any."""
        if word.marked:
            found = self.exact.get(word.text)
            return [found] if found else []
        return self.bare.get(word.bare, [])

    def grow(self, word: str) -> _Step:
        if word not in self.exact:
            self.exact[word] = _Step()
            self.bare.setdefault(bare(word), []).append(self.exact[word])
        return self.exact[word]


class Phrases:
    """Phrases with a tag each; finds the longest one that begins at a word."""

    def __init__(self, entries: Iterable[tuple[str, str]]) -> None:
        self._root = _Step()
        for tag, phrase in entries:
            step = self._root
            for word in split(phrase):
                step = step.grow(word)
            if tag not in step.tags:
                step.tags.append(tag)

    def at(self, line: Line, i: int) -> tuple[list[str], int]:
        """The tags of the longest phrase at word i (none: empty) and where it ends."""
        words, root = line.words, self._root
        if i >= len(words):
            return [], i
        word = words[i]
        if word.text not in root.exact if word.marked else word.bare not in root.bare:
            return [], i  # most words begin none: that is seen at once
        found = self._along(line, i)
        return found[-1] if found else ([], i)

    def _along(self, line: Line, i: int) -> list[tuple[list[str], int]]:
        """Every phrase that begins at word i."""
        words = line.words
        steps = self._root.follow(words[i]) if i < len(words) else ()
        out: list[tuple[list[str], int]] = []
        j = i
        while steps:
            if tags := self._tags(line, i, j, steps):
                out.append((tags, j + 1))
            j += 1
            if j == len(words):
                break
            steps = [after for step in steps for after in step.follow(words[j])]
        return out

    def _tags(self, line: Line, i: int, j: int, steps: list[_Step]) -> list[str]:
        """A single bare word in a line with marks must be in the list as it stands."""
        if i == j and line.accented and not line.words[i].repaired:
            exact = self._root.exact.get(line.words[i].text)
            return exact.tags if exact else []
        return [tag for step in steps for tag in step.tags]

    def all_at(self, line: Line, i: int) -> list[tuple[str, int]]:
        """Every phrase that begins at word i, short ones too."""
        return [(tag, end) for tags, end in self._along(line, i) for tag in tags]

    def tag(self, line: Line, i: int) -> tuple[str, int]:
        tags, end = self.at(line, i)
        return (tags[0] if tags else ""), end

    def find(self, line: Line) -> list[tuple[str, int, int]]:
        """Every phrase of the line, longest first at each place, without overlaps."""
        out: list[tuple[str, int, int]] = []
        i = 0
        while i < len(line):
            tags, end = self.at(line, i)
            out.extend((tag, i, end) for tag in tags)
            i = max(end, i + 1)
        return out


@cache
def phrases(name: str, *sections: str) -> Phrases:
    """The phrases of sections of one list; the tag is the key they stand under."""
    entries: list[tuple[str, str]] = []
    for section in sections:
        for tag, listed in book(name)[section].items():
            entries.extend((tag, typed) for phrase in listed for typed in typed_ways(name, phrase))
    return Phrases(entries)


def typed_ways(name: str, phrase: str) -> Iterable[str]:
    """«em nhận được» is also typed «e nhận đc»; a word alone keeps its own spelling."""
    shorts, words = book(name).get("shortened", {}), phrase.split()
    if len(words) == 1:
        return [phrase]
    return map(" ".join, product(*([word, *shorts.get(word, ())] for word in words)))
