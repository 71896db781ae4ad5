"""«à nhầm, 148 chứ», «149 t6 chứ», under several things that were read back: one of them is put
right."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from language.answers.replies.corrections import read_elsewhere
from language.line.once import fold
from language.line.yes_no import NO

_SLIP = (
    r"(?:(?:a|ui|oi|chet|da|e|em|c|chi|anh|xin loi|sorry|thoi)[ ,]+)*"
    rf"(?:(?:(?:ghi|go|noi|bam) )?(?:nham|lon)|sua lai|sua|dinh chinh|(?:{NO}) phai)"
    r"(?: (?:roi|viec|so|o))*[ ,:]+(?:(?:la|phai la|viec|nv|so|cua) )*"
)
_RATHER = r"(?: (?:chu|moi dung|co ma|co|thoi))(?: (?:nhe|nha|a|em|e|c|chi|anh))*"
_WORDS = re.compile(
    rf"(?P<slip>{_SLIP})?(?:(?:viec|nv|so) )?(?P<n>\d{{2,4}})[ ,:]+(?:(?:thi|la) )?(?P<words>.+?)"
    rf"(?P<rather>{_RATHER})?"
)
_NUMBER = re.compile(
    rf"(?P<slip>{_SLIP})?(?:(?:viec|nv|so) )?(?P<n>\d{{2,4}})(?P<rather>{_RATHER})?"
)


@dataclass(frozen=True, slots=True)
class PieceMended:
    """Of which number something else is said; no words: it is said of that number instead."""

    number: int
    instead: int
    words: str = ""


def piece_mended(text: str, among: Sequence[int]) -> PieceMended | None:
    """None where the line puts nothing of these right. Without the number that was wrong, it is
    the last one."""
    said = unicodedata.normalize("NFC", " ".join(text.split())).strip(" .!")
    folded = fold(said)
    if not among or len(folded) != len(said):
        return None
    return _another_number(folded, among) or _other_words(said, folded, among)


def _another_number(folded: str, among: Sequence[int]) -> PieceMended | None:
    found, alone = read_elsewhere(folded), _NUMBER.fullmatch(folded)
    told = alone and (alone["slip"] or alone["rather"])
    right = found.right if found else int(alone["n"]) if alone and told else None
    wrong = found.wrong if found and found.wrong else among[-1]
    if right is None or right in among or wrong not in among:
        return None
    return PieceMended(right, wrong)


def _other_words(said: str, folded: str, among: Sequence[int]) -> PieceMended | None:
    found = _WORDS.fullmatch(folded)
    if found is None or int(found["n"]) not in among or not (found["slip"] or found["rather"]):
        return None
    number = int(found["n"])
    return PieceMended(number, number, said[slice(*found.span("words"))])
