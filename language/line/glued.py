"""Cuts words that were typed without the space between them: «ngaymai», «khongdi», «hoivien»."""

from collections import Counter
from functools import cache, lru_cache

from language.line.fold import bare
from language.line.keyboard import SYLLABLE
from language.line.vocabulary import BOOKS, group, known_words, words_of

SHORTEST, LONGEST = 4, 14
LONGEST_SYLLABLE = 6
SHORT, COMMON = 6, 10
"""So often must the words of a short one stand in the lists: «codi», but no «camera»."""

Parts = tuple[str, ...]


@lru_cache(maxsize=4096)
def apart(word: str) -> Parts:
    """The words meant, letter for letter (none: it is one word, or nobody knows)."""
    plain = bare(word)
    fits = SHORTEST <= len(plain) <= LONGEST and len(plain) == len(word)
    if not fits or _is_one(plain):
        return ()
    ways = list(_ways(plain))
    if not ways:
        return ()
    best = max(ways, key=lambda way: (-len(way), min(map(_often, way))))
    if len(plain) <= SHORT and min(map(_often, best)) < COMMON:
        return ()
    return _cut(word, best)


def _is_one(plain: str) -> bool:
    listed = plain in known_words() or plain in group("unmarked", "borrowed")
    return listed or bool(SYLLABLE.fullmatch(plain))


def _ways(rest: str) -> list[Parts]:
    """Every row of known syllables that makes these letters up."""
    if not rest:
        return [()]
    heads = (rest[:n] for n in range(2, min(LONGEST_SYLLABLE, len(rest)) + 1))
    known = (head for head in heads if head in known_words() and SYLLABLE.fullmatch(head))
    return [(head, *tail) for head in known for tail in _ways(rest[len(head) :])]


def _often(word: str) -> int:
    return _counts()[word]


@cache
def _counts() -> Counter[str]:
    return Counter(word for name in BOOKS for word in words_of(name))


def _cut(word: str, parts: Parts) -> Parts:
    out, at = [], 0
    for part in parts:
        out.append(word[at : at + len(part)])
        at += len(part)
    return tuple(out)
