"""Brings every spelling of a Vietnamese text to one form, so that the same words compare equal."""

import re
import unicodedata
from functools import lru_cache

from domain import names

INVISIBLE = re.compile(
    "[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\u20e3\ufeff\ufe0e\ufe0f]"
)
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
SPACES = re.compile(r"\s+")
LEGACY_D = str.maketrans({"\u00d0": "Đ", "\u00f0": "đ", "\u0189": "Đ", "\u0256": "đ"})
TONES = "\u0300\u0301\u0303\u0309\u0323"
HALF_HORNED = re.compile(r"(?<!q)(?:[ưừứửữự][oòóỏõọ]|[uùúủũụ][ơờớởỡợ]|[ừứửữự][ơờớởỡợ])(?=\w)")
OLD_TONE_PLACE = dict(
    zip(
        ["oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ"],
        ["òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy"],
        strict=True,
    )
)


def tidy(text: str) -> str:
    """Composed letters, plain digits, no invisible signs, single spaces; case and marks stay."""
    text = unicodedata.normalize("NFKC", text.translate(LEGACY_D))
    text = INVISIBLE.sub("", CONTROL.sub(" ", text))
    return SPACES.sub(" ", text).strip()


def bare(text: str) -> str:
    """The same letters without marks: «Đông Triều» becomes «Dong Trieu»."""
    if text.isascii():
        return text
    apart = unicodedata.normalize("NFD", text.translate(LEGACY_D))
    letters = "".join(c for c in apart if not unicodedata.combining(c))
    return letters.replace("đ", "d").replace("Đ", "D")


def one_tone_place(word: str) -> str:
    """«hoà» and «hòa» are one word; the old place of the tone is kept, as on paper."""
    if word.isascii() or word.startswith("qu"):
        return word
    pair = word[-2:]
    return word[:-2] + OLD_TONE_PLACE[pair] if pair in OLD_TONE_PLACE else both_horns(word)


def both_horns(word: str) -> str:
    """«mưoi», «nguời», «đựoc»: of «ươ» one horn is never typed alone, but at the end («thuở»)."""
    found = HALF_HORNED.search(word)
    if found is None:
        return word
    tone = "".join(c for c in unicodedata.normalize("NFD", found[0]) if c in TONES)
    whole = "ư" + unicodedata.normalize("NFC", "ơ" + tone[:1])
    return word[: found.start()] + whole + word[found.end() :]


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """`domain.names.fold`: of each letter one, so that a place in it is a place in the text."""
    return names.fold(text)
