"""Cuts a typed line into words and remembers where in the line each of them stood."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from language.line.codes import CODE
from language.line.fold import CONTROL, INVISIBLE, LEGACY_D, bare, one_tone_place
from language.line.mistyped import apart, repair
from language.line.vocabulary import group

LONGEST = 4096
LAZY = ("sang",)
"""«sag mai» is «sáng mai»: whoever leaves a letter out leaves out the marks as well."""
VOWELS, LAUGHS = "aeiouy", set("ik")
"""«kkk» laughs, and denies nothing; «iii» is a figure."""
WORD = re.compile(rf"{CODE}|\d+|[^\W\d_]+|\S")
STRETCHED = re.compile(r"([^\W\d_])\1{2,}")
# A stop at the end needs a tone; «ie», «uo», «eu», «uan», «enh» need a mark on the vowel.
NO_SYLLABLE = re.compile(r"[a-z]*[aeiouy](c|ch|p|t)|(?!qu)[a-z]*(ie|uo|eu|ye|uan|enh)[a-z]*")
VNI_MIX = re.compile(r"(?<![^\W_])[a-zđ]+\d[a-z0-9đ]*(?![^\W_])")


@dataclass(frozen=True, slots=True)
class Word:
    text: str  # lower case, composed, with the marks as typed
    bare: str  # without marks
    start: int  # place in the line as it was given
    end: int
    glued: bool  # nothing stands between it and the word before
    capital: bool
    marked: bool
    value: int = -1  # of a word made of digits
    repaired: bool = False  # typed with the Vietnamese keyboard off
    restored: bool = False  # typed without marks; its neighbours told which word it is

    @property
    def accented(self) -> bool:
        """Did the one who typed it write its marks?"""
        return self.marked and not self.restored

    @property
    def stripped(self) -> bool:
        """Is it no Vietnamese word as typed, without marks?"""
        if self.marked or self.digits:
            return False
        return bool(NO_SYLLABLE.fullmatch(self.text)) or self.text in group("unmarked", "no_word")

    def meaning(self, text: str) -> "Word":
        """The same typed word, known to be this one; what was marked stays as it is."""
        if self.marked or self.digits or (self.repaired and self.text != text):
            return self
        return replace(self, text=text, marked=True, restored=True)

    @property
    def digits(self) -> bool:
        return self.value >= 0


@dataclass(frozen=True)
class Line:
    given: str
    words: tuple[Word, ...]

    @cached_property
    def seen(self) -> dict[int, Any]:
        """What was found at each word, kept by those who look for it."""
        return {}

    @cached_property
    def numbers(self) -> dict[int, Any]:
        """The number that begins at a word, kept by the one who reads it."""
        return {}

    @cached_property
    def patchy(self) -> bool:
        """A word that is none without marks («truoc», «chua») shows that marks are missing."""
        return any(word.stripped for word in self.words)

    @cached_property
    def accented(self) -> bool:
        """Whoever writes the marks means a bare word as it stands: «cho» is not «chờ» then."""
        if self.patchy:
            return False
        long = [w for w in self.words if len(w.text) > 1 and w.text.isalpha()]
        return len(long) > 2 and 5 * sum(w.accented for w in long) >= 2 * len(long)

    @cached_property
    def shouted(self) -> bool:
        """Typed all in capitals: then a capital shows no name."""
        return self.given.isupper() and len(self.words) > 2

    def __len__(self) -> int:
        return len(self.words)

    def bare_at(self, i: int) -> str:
        return self.words[i].bare if 0 <= i < len(self.words) else ""

    def bare_words(self, start: int = 0, end: int | None = None) -> str:
        """The words from one place to another as they read without marks; signs are left out."""
        return " ".join(word.bare for word in self.words[start:end] if word.text[0].isalnum())

    def text_at(self, i: int) -> str:
        return self.words[i].text if 0 <= i < len(self.words) else ""

    def piece(self, i: int, j: int) -> str:
        """What was typed from word i up to (not including) word j."""
        if i >= j:
            return ""
        return self.given[self.words[i].start : self.words[j - 1].end]


def cut(given: str) -> Line:
    """The words of a line. Only the first 4,096 characters are looked at."""
    clean, places = _compose(given[:LONGEST])
    lowered = clean.lower()
    if len(lowered) != len(clean):  # a few foreign capitals grow when lowered
        lowered = "".join(c.lower()[:1] for c in clean)
    return Line(given, tuple(_words(clean, lowered, places)))


def _compose(given: str) -> tuple[str, list[tuple[int, int]]]:
    """Composed text and, for each character, the stretch of the given text it came from."""
    if given.isascii():
        return CONTROL.sub(" ", given), [(i, i + 1) for i in range(len(given))]
    out: list[str] = []
    places: list[tuple[int, int]] = []
    for start, end in _clusters(given):
        piece = unicodedata.normalize("NFKC", given[start:end].translate(LEGACY_D))
        piece = CONTROL.sub(" ", INVISIBLE.sub("", piece))
        out.append(piece)
        places.extend([(start, end)] * len(piece))
    return "".join(out), places


def _clusters(given: str) -> Iterator[tuple[int, int]]:
    start = 0
    for i in range(1, len(given) + 1):
        if i == len(given) or not unicodedata.combining(given[i]):
            yield start, i
            start = i


def _words(clean: str, lowered: str, places: list[tuple[int, int]]) -> Iterator[Word]:
    edge, before = -1, ""
    for start, end, text, typed_raw in _pieces(lowered):
        plain = bare(text)
        yield Word(
            text=text,
            bare=plain,
            start=places[start][0],
            end=places[end - 1][1],
            glued=start == edge and not (text.isalpha() and before.isalpha()),
            capital=clean[start : start + 1].isupper(),
            marked=plain != text and not typed_raw,  # a repaired word may be any of its kind
            repaired=typed_raw,
            value=int(text) if text.isdecimal() and text.isascii() and len(text) < 10 else -1,
        )
        edge, before = end, text


def _with_ng(word: str) -> str:
    """«xog», «khoảg»: no syllable ends in a lone «g»."""
    lazy = word[-1] == "g" and bare(word[-2]) in VOWELS
    return f"{word[:-1]}ng" if lazy and word not in group("unmarked", "borrowed") else word


def _pieces(lowered: str) -> Iterator[tuple[int, int, str, bool]]:
    mixed = {m.start(): m for m in VNI_MIX.finditer(lowered)}
    vni = any(repair(m.group()) for m in mixed.values())
    skip_to = 0
    for found in WORD.finditer(lowered):
        start = found.start()
        if start < skip_to:
            continue
        if start in mixed and (fixed := repair(mixed[start].group(), vni=vni)):
            skip_to = mixed[start].end()
            yield start, skip_to, fixed, True
            continue
        word = found.group()
        if len(word) > 2 and not set(word) <= LAUGHS:
            word = _with_ng(STRETCHED.sub(r"\1", word))
        fixed = repair(word) if len(word) > 1 and word.isascii() and word.isalpha() else ""
        parts = apart(word) if not fixed and word.isalpha() and word == found.group() else ()
        if parts:
            yield from _one_by_one(start, parts)
        else:
            lazy = word != found.group() and word.isascii() and word in LAZY
            yield start, found.end(), fixed or one_tone_place(word), bool(fixed) or lazy


def _one_by_one(start: int, parts: Iterable[str]) -> Iterator[tuple[int, int, str, bool]]:
    for part in parts:
        yield start, start + len(part), one_tone_place(part), False
        start += len(part)
