"""A second opinion on what an answer wants: it ranks what the grammar may not know, never acts.

A linear model over n-grams of letters and words, one table for each context. The weights stand
in `second.bin`, written by `python -m tests.language.second_training`.
"""

import json
import re
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise
from math import sqrt
from operator import itemgetter
from zlib import crc32

from language.line.fold import bare, tidy

BUCKETS = 1 << 14
LONGEST = 400
"""So many characters of a line tell what it wants; the rest only tells about it."""
LETTERS = (3, 4, 5)
WORD = re.compile(r"0+|[^\W\d_]+|\S")
STRETCHED = re.compile(r"([^\W\d_])\1{2,}")
DIGIT = re.compile(r"\d")

Ranked = Sequence[tuple[str, float]]


@dataclass(frozen=True, slots=True)
class Weights:
    """What is known of one context: a column of weights for each intent."""

    intents: Sequence[str]
    bias: Sequence[float]
    columns: Sequence[Sequence[int]]
    scale: float
    margin: float

    def rank(self, text: str) -> Ranked:
        """Every intent of the context with its score, likeliest first."""
        found = features(text)
        pick, unit = itemgetter(*found), self.scale / sqrt(len(found))
        scores = (b + unit * sum(pick(c)) for b, c in zip(self.bias, self.columns, strict=True))
        return sorted(zip(self.intents, scores, strict=True), key=itemgetter(1), reverse=True)


@lru_cache(maxsize=32)
def rank(text: str, context: str) -> Ranked:
    """What a line may want under this context, likeliest first."""
    return _tables()[context].rank(text)


def disagrees(text: str, context: str, intent: str) -> bool:
    """Is something else so much likelier that this reading should not act unasked?"""
    table = _tables()[context]
    return lead_over(intent, rank(text, context)) > table.margin


def lead_over(intent: str, ranked: Ranked) -> float:
    """How far the likeliest stands above an intent; nothing is known of one never seen here."""
    scores = dict(ranked)
    return ranked[0][1] - scores[intent] if intent in scores else 0.0


def features(text: str) -> Sequence[int]:
    """The buckets that a line falls into; an empty one has those of its two ends."""
    return tuple({crc32(gram) % BUCKETS for gram in _grams(text)})


def _grams(text: str) -> Iterator[bytes]:
    shown = DIGIT.sub("0", tidy(text[:LONGEST])[:LONGEST].lower())
    typed = WORD.findall(STRETCHED.sub(r"\1", shown))
    yield from (b"=%b" % _raw(word) for word in typed if not word.isascii())
    plain = [_raw(bare(word)) for word in typed]
    yield from _words([b"^", *plain, b"$"])
    yield from _letters(b" %b " % b" ".join(plain))


def _raw(word: str) -> bytes:
    return word.encode(errors="replace")


def _words(words: Sequence[bytes]) -> Iterator[bytes]:
    """One, two, three together, and two with any word between them."""
    yield from (b"1%b" % a for a in words)
    yield from (b"2%b %b" % pair for pair in pairwise(words))
    yield from (b"3%b %b %b" % three for three in zip(words, words[1:], words[2:], strict=False))
    yield from (b"_%b %b" % pair for pair in zip(words, words[2:], strict=False))


def _letters(line: bytes) -> Iterator[bytes]:
    for size in LETTERS:
        yield from (line[i : i + size] for i in range(len(line) - size + 1))


@cache
def _tables() -> dict[str, Weights]:
    """The weights, read when the first line asks for them."""
    head, _, body = (files("language") / "second.bin").read_bytes().partition(b"\n")
    columns = (array("b", body[i : i + BUCKETS]) for i in range(0, len(body), BUCKETS))
    return {
        context: Weights(columns=[next(columns) for _ in known["intents"]], **known)
        for context, known in json.loads(head).items()
    }
