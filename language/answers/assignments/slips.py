"""«nhầm, …»: what was just said of work is put right. The verdict («nhầm, đạt rồi»), which of
several is meant («à nhầm, 148 chứ», «149 t6 chứ»), or what was called off goes on: «147 để
nguyên»."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from language.answers.replies.corrections import read_elsewhere
from language.line.fold import fold
from language.line.patterns import NO, NOT


@dataclass(frozen=True, slots=True)
class VerdictSlip:
    """Which verdict is meant, of which work where its number is named, and why."""

    passes: bool
    number: int | None
    why: str


_SLIP = (
    r"(?:(?:a|ui|oi|chet|em|e|anh|chi|c|toi|xin loi|sorry|sr|bam|go|ghi|luc nay|vua roi)[ ,]+)*"
    r"(?:nham|lon|sua lai|dinh chinh)(?: (?:to|roi|r|day|mat|a))*"
)
_PASSES = (
    r"(?:(?:la|phai la|thanh|da) )*(?:dat|duyet)(?: (?:roi|r|nhe|nha|a|thoi|chu|e|em|c|chi))*"
)
_FAILS = (
    rf"(?:(?:la|phai la|thanh|con) )*(?:(?:chua|{NOT}) (?:dat|duyet|duoc)|tra lai|lam lai)"
    r"(?: (?:roi|r|nhe|nha|a|thoi|dau|e|em|c|chi))*"
)
_N = r"(?:(?:viec|nv|so) )*(?P<%s>\d{2,4})[ ,:]+"
_VERDICT = rf"(?:(?P<passes>{_PASSES})|(?P<fails>{_FAILS})(?:[ ,:;.-]+(?P<why>.+))?)"
_LOOKS = (
    re.compile(rf"(?:{_N % 'before'})?{_SLIP}[ ,.:;-]+(?:{_N % 'after'})?{_VERDICT}"),
    re.compile(
        rf"(?:{_N % 'before'})?(?:(?P<passes>{_PASSES})|(?P<fails>{_FAILS}))[ ,.:;-]+{_SLIP}"
    ),
)


def verdict_slip(text: str) -> VerdictSlip | None:
    """None where the line says anything else."""
    flat = " ".join(text.split()).strip(" .!")
    folded = fold(flat)
    looks = (look.fullmatch(folded) for look in _LOOKS) if len(folded) == len(flat) else ()
    said = next((match for match in looks if match), None)
    if said is None:
        return None
    parts = said.groupdict()
    number = parts["before"] or parts.get("after")
    why = flat[slice(*said.span("why"))] if parts.get("why") else ""
    return VerdictSlip(bool(parts["passes"]), int(number) if number else None, why)


_NO = (
    r"(?:(?:a|ui|oi|chet|da|e|em|c|chi|anh|xin loi|sorry|thoi)[ ,]+)*"
    rf"(?:(?:(?:ghi|go|noi|bam) )?(?:nham|lon)|sua lai|sua|dinh chinh|(?:{NO}) phai)"
    r"(?: (?:roi|viec|so|o))*[ ,:]+(?:(?:la|phai la|viec|nv|so|cua) )*"
)
_RATHER = r"(?: (?:chu|moi dung|co ma|co|thoi))(?: (?:nhe|nha|a|em|e|c|chi|anh))*"
_WORDS = re.compile(
    rf"(?P<slip>{_NO})?(?:(?:viec|nv|so) )?(?P<n>\d{{2,4}})[ ,:]+(?:(?:thi|la) )?(?P<words>.+?)"
    rf"(?P<rather>{_RATHER})?"
)
_NUMBER = re.compile(
    rf"(?P<slip>{_NO})?(?:(?:viec|nv|so) )?(?P<n>\d{{2,4}})(?P<rather>{_RATHER})?"
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


_BEFORE = r"(?:a|ui|oi|chet|em|e|anh|chi|c|toi|xin loi|nham|lon|khoan|thoi|sua lai)"
_OOPS = rf"(?:{_BEFORE}(?: roi| r)?[ ,.:]+)*"
_IT = r"(?:(?:viec|nv|so) )*(?P<%s>\d{2,4})"
_SMALL = r"(?:[ ,]+(?:nhe|nha|a|di|em|e|chi|c|anh|lai|nua|dau|cu|nhu cu|nhu truoc|binh thuong))*"
_STAYS = (
    r"(?:(?:cu|van|thi|hay|phai)[ ,]+)*(?:de nguyen|giu nguyen|giu lai|lam tiep|van lam|lam nhu cu"
    rf"|lam binh thuong|(?:{NO}|dung|khoi) (?:phai )?huy)"
)
_GOES_ON = (
    re.compile(rf"{_OOPS}{_IT % 'n'}[ ,:]+{_STAYS}{_SMALL}"),
    re.compile(
        rf"{_OOPS}(?:de nguyen|giu nguyen|khoi phuc|phuc hoi|bo huy|(?:{NO}|dung) huy)"
        rf" (?:lai )?{_IT % 'n'}{_SMALL}"
    ),
)


def goes_on(text: str) -> int | None:
    """The number of the work; nothing where the line says anything else."""
    said = " ".join(fold(text).split()).strip(" .!")
    found = next((m for m in (look.fullmatch(said) for look in _GOES_ON) if m), None)
    return int(found["n"]) if found else None
