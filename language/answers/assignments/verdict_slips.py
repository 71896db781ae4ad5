"""«nhầm, đạt rồi», «nhầm, chưa đạt, thiếu ds»: the verdict that was just given, put right."""

import re
from dataclasses import dataclass

from language.line.once import fold
from language.line.yes_no import NOT


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
