"""The numbers of a register as they are typed: «GP1 61/52/45, vướng giá 4, vắng chủ 2, do …»."""

import re
from dataclasses import dataclass
from functools import cache

from domain.names import fold
from domain.registers import REGISTERS, Told
from language.line.vocabulary import book

_PREFIXES = "|".join(kind.prefix for kind in REGISTERS.values())
_CODE = re.compile(rf"(?i)\s*({_PREFIXES})[- ]?(\d{{1,4}})\b[\s:,]*")
_ROW = re.compile(r"\s*(\d{1,6}(?:\s*/\s*\d{1,6}){1,5})(?!\s*/)(.*)", re.DOTALL)
_STUCK = re.compile(r"(.+?)[\s:]+(\d{1,6})")
_WHY = re.compile(r"(?i)(?:giảm\s+)?(?:do|vì)\s+(.+)")
_WHOLE = re.compile(r"(.+?)[\s,;:]+(\d{1,6})(?:\s*hộ)?\s*", re.IGNORECASE)


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
    """«61/52/45, vướng giá 4, do kiểm đếm lại»; None where something in it is not understood."""
    found = _ROW.fullmatch(text)
    if found is None:
        return None
    stuck, why = dict[str, int](), ""
    for piece in filter(None, (part.strip(" .") for part in re.split(r"[,;\n]", found[2]))):
        said, counted = _WHY.fullmatch(piece), _STUCK.fullmatch(piece)
        reason = _reasons().get(_bare(counted[1])) if counted else None
        if counted and reason:
            stuck[reason] = stuck.get(reason, 0) + int(counted[2])
        elif said:
            why = said[1]
        else:
            return None
    return Told([int(number) for number in found[1].split("/")], stuck, why)


def _bare(said: str) -> str:
    return fold(said).removeprefix("vuong ")


@cache
def _reasons() -> dict[str, str]:
    reasons = book("registers")["reasons"].items()
    return {_bare(said): reason for reason, ways in reasons for said in ways}


def founded_in(text: str) -> tuple[str, int] | None:
    """«Tuyến Hải Yên - Ninh Dương, 64 hộ»: a name and its whole."""
    found = _WHOLE.fullmatch(text.strip())
    return (found[1].strip(" ,;:"), int(found[2])) if found else None
