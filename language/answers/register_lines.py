"""The numbers of a register as they are typed: «GP1 61/52/45, vướng giá 4, vắng chủ 2, do …»."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from domain.names import fold
from domain.registers import REGISTERS, Told
from language.line.vocabulary import book

_PREFIXES = "|".join(kind.prefix for kind in REGISTERS.values())
_CODE = re.compile(rf"(?i)\s*({_PREFIXES})[- ]?(\d{{1,4}})\b[\s:,]*")
_OF_WHAT = "(?:hộ|ho|người|nguoi|hội viên|hoi vien)"
_ROW = re.compile(r"\s*(\d{1,6}(?:\s*[/;]\s*\d{1,6}){1,5})(?!\s*/)(.*)", re.DOTALL)

_COUNTED = re.compile(
    rf"(?i)(?:có |đã )*(?P<n>\d{{1,6}})\s*{_OF_WHAT}?\s+(?:đã |da )?(?P<what>\D+)"
    rf"|(?P<first>\D+?)\s*:?\s*(?P<last>\d{{1,6}})\s*{_OF_WHAT}?"
)
_OPENED = re.compile(
    rf"(?i)\s*(?:(?P<again>mở lại|mo lai)|sửa|sua|xem)?\s*({_PREFIXES})(-?)(\d{{1,4}})\b"
    r"[\s:,]*(.*)",
    re.DOTALL,
)
_STUCK = re.compile(r"(.+?)[\s:]+(\d{1,6})")
_WHY = re.compile(r"(?i)(?:giảm\s+)?(?:do|vì)\s+(.+)")
_WHOLE = re.compile(
    rf"(.+?)[\s,;:]+(\d{{1,3}}(?:\.\d{{3}})+|\d{{1,6}})\s*{_OF_WHAT}?\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """Which register is meant, where the line says it, and what is told of it."""

    prefix: str
    number: int
    told: Told


def register_line(text: str) -> RegisterLine | None:
    """A line that begins with a register's code and tells its numbers."""
    found = _CODE.match(text)
    told = told_in(text[found.end() :]) if found else None
    return RegisterLine(found[1].upper(), int(found[2]), told) if found and told else None


def told_in(text: str) -> Told | None:
    """«61/52/45, vướng giá 4, do kiểm đếm lại», «62 hộ tiếp cận, 55 đồng thuận, 48 bàn giao»;
    None where something in it is not understood."""
    found = _ROW.fullmatch(text)
    if found:
        numbers = [int(number) for number in re.split(r"[/;]", found[1])]
        return _with_reasons(numbers, _pieces(found[2]))
    named, rest = _named(_pieces(text))
    chains = (kind.chain[1:] for kind in REGISTERS.values())
    chain = next((chain for chain in chains if set(chain) == set(named)), None)
    return _with_reasons([named[one] for one in chain], rest) if chain else None


def _pieces(text: str) -> list[str]:
    return [part for part in (piece.strip(" .") for piece in re.split(r"[,;\n]", text)) if part]


def _named(pieces: Sequence[str]) -> tuple[dict[str, int], list[str]]:
    """What is counted by its word, and the pieces that say something else."""
    named, rest = dict[str, int](), list[str]()
    for piece in pieces:
        found = _COUNTED.fullmatch(piece)
        counts = _counts().get(fold(found["what"] or found["first"]).strip()) if found else None
        if found and counts and counts not in named:
            named[counts] = int(found["n"] or found["last"])
        else:
            rest.append(piece)
    return named, rest


def _with_reasons(numbers: Sequence[int], pieces: Sequence[str]) -> Told | None:
    stuck, why = dict[str, int](), ""
    for piece in pieces:
        said, counted = _WHY.fullmatch(piece), _STUCK.fullmatch(piece)
        reason = _reasons().get(_bare(counted[1])) if counted else None
        if counted and reason:
            stuck[reason] = stuck.get(reason, 0) + int(counted[2])
        elif said:
            why = said[1]
        else:
            return None
    return Told(numbers, stuck, why)


@dataclass(frozen=True, slots=True)
class RegisterOpened:
    """Which register a line begins with; `again` where it is to be opened again."""

    prefix: str
    number: int
    again: bool


def register_opened(text: str) -> RegisterOpened | None:
    """«GP-01», «mở lại GP-01», «GP-01 62 hộ»."""
    found = _OPENED.fullmatch(text)
    if found is None or (found[5].strip() and not found[3]):
        return None
    again = bool(found["again"]) and not found[5].strip()
    return RegisterOpened(found[2].upper(), int(found[4]), again)


@dataclass(frozen=True, slots=True)
class RegisterNumbers:
    """Numbers of a register that is called by its name, or not at all."""

    called: str
    told: Told | None


def register_numbers(text: str) -> RegisterNumbers | None:
    """«Tuyến Hải Yên: 62 hộ tiếp cận, 55 đồng thuận, 48 bàn giao»: two of its words at least."""
    opening, colon, rest = text.partition(":")
    pieces = _pieces(rest if colon else text)
    known = [piece for piece in pieces if _is_of_a_register(piece)]
    if len(known) < 2:
        return None
    return RegisterNumbers(opening.strip() if colon else "", told_in(rest if colon else text))


def _is_of_a_register(piece: str) -> bool:
    found = _COUNTED.fullmatch(piece)
    said = fold(found["what"] or found["first"]).strip() if found else ""
    return said in _counts() or said in _beside()


@cache
def _counts() -> dict[str, str]:
    counts = book("registers")["counts"].items()
    return {fold(said): name for name, ways in counts for said in ways}


@cache
def _beside() -> frozenset[str]:
    return frozenset(map(fold, book("registers")["beside"]["counts"]))


def _bare(said: str) -> str:
    return fold(said).removeprefix("vuong ")


@cache
def _reasons() -> dict[str, str]:
    reasons = book("registers")["reasons"].items()
    return {_bare(said): reason for reason, ways in reasons for said in ways}


def founded_in(text: str) -> tuple[str, int] | None:
    """«Tuyến Hải Yên - Ninh Dương, 64 hộ»: a name and its whole."""
    found = _WHOLE.fullmatch(text.strip())
    return (found[1].strip(" ,;:"), int(found[2].replace(".", ""))) if found else None
