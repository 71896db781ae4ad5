"""Repairs what was typed while the Vietnamese keyboard was off («ddax» and «d9a4» are «đã»), or
without the space between: «ngaymai», «khongdi», «hoivien»."""

import re
import unicodedata
from collections import Counter
from functools import cache, lru_cache

from language.line.fold import bare, one_tone_place
from language.line.vocabulary import BOOKS, group, known_words, words_of

TELEX_TONES = {"s": "\u0301", "f": "\u0300", "r": "\u0309", "x": "\u0303", "j": "\u0323"}
VNI_TONES = {"1": "\u0301", "2": "\u0300", "3": "\u0309", "4": "\u0303", "5": "\u0323"}
TELEX_SHAPES = (
    ("dd", "đ"),
    ("aa", "â"),
    ("ee", "ê"),
    ("oo", "ô"),
    ("uow", "ươ"),
    ("aw", "ă"),
    ("ow", "ơ"),
    ("uw", "ư"),
    ("wow", "ươ"),
    ("w", "ư"),
)
SURE_VNI = ("thu71", "gio72")  # «thứ», «giờ»: no such weekday, no such hour
VNI_LETTERS = {"a6": "â", "e6": "ê", "o6": "ô", "o7": "ơ", "u7": "ư", "a8": "ă", "d9": "đ"}
VOWELS = "aăâeêioôơuưy"
SYLLABLE = re.compile(
    r"(ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnprstvx])?"
    rf"[{VOWELS}]{{1,3}}(ch|ng|nh|[cmnpt])?"
)


@lru_cache(maxsize=4096)
def repair(word: str, *, vni: bool = False) -> str:
    """The Vietnamese word meant, or nothing when the word is fine or cannot be repaired.

    `vni`: other words of the line show that a figure after letters is a mark.
    """
    if word in known_words() or len(word) > 10:
        return ""
    if word.startswith("dd") and word[1:] in known_words():
        return "đ" + word[2:]  # «ddk», «ddtn»
    meant = _vni(word, vni) if any(c.isdigit() for c in word) else _telex(word)
    return meant if meant and bare(meant) in known_words() else ""


def _telex(word: str) -> str:
    body, tone = _take_tone(word, TELEX_TONES)
    for typed, letter in TELEX_SHAPES:
        body = body.replace(typed, letter)
    return _spell(body, tone, word)


def _vni(word: str, sure: bool) -> str:
    letters = word.rstrip("0123456789")
    sure = sure or word in SURE_VNI
    if not sure and letters.isalpha() and letters in known_words():
        return ""  # «khu7», «ngay2»: a word and a number
    body, tone = _take_tone(word, VNI_TONES)
    for typed, letter in _vni_shapes(body):
        body = body.replace(typed, letter)
    return _spell(body, tone, word)


def _vni_shapes(body: str) -> list[tuple[str, str]]:
    """Shape digits may stand right after the letter or at the end of the word."""
    shapes = list(VNI_LETTERS.items())
    if body and body[-1] in "678":
        for vowel in VOWELS:
            mark = vowel + body[-1]
            if vowel in body and mark in VNI_LETTERS:
                core = body[:-1].replace(vowel, VNI_LETTERS[mark], 1)
                shapes.append((body, core))
    return shapes


def _take_tone(word: str, tones: dict[str, str]) -> tuple[str, str]:
    for place in range(len(word) - 1, 0, -1):
        if word[place] in tones and any(c in VOWELS for c in word[:place]):
            return word[:place] + word[place + 1 :], tones[word[place]]
    return word, ""


def _spell(body: str, tone: str, typed: str) -> str:
    if not SYLLABLE.fullmatch(body) or (body == typed and not tone):
        return ""
    return one_tone_place(_put_tone(body, tone))


def _put_tone(body: str, tone: str) -> str:
    if not tone:
        return body
    first = 1 if body[:2] in ("qu", "gi") and any(c in VOWELS for c in body[2:]) else -1
    spots = [i for i, c in enumerate(body) if c in VOWELS and i != first]
    shaped = [i for i in spots if body[i] in "ăâêôơư"]
    closed = spots[-1] < len(body) - 1
    spot = shaped[-1] if shaped else spots[-1] if closed or len(spots) == 1 else spots[-2]
    return unicodedata.normalize("NFC", body[: spot + 1] + tone + body[spot + 1 :])


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
