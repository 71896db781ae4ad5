"""Several pieces of work in one line: «duyệt 141, 143», «gia hạn 160 đến 24/12, 153 đến 10/1»."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from language.line.once import fold
from language.line.yes_no import AGREED, OK

What = Literal["approve", "move", "nudge"]
_N = r"(?:(?:viec|nv|so)\s+)?(?:nv-?\d{4}-)?0*(?P<n>\d{1,4})"
_BEGINS: tuple[tuple[What, str], ...] = (
    (
        "approve",
        rf"(?:(?:{AGREED})[ ,]+)?(?:duyet|dat|nghiem thu|thong qua)(?: bao cao)?",
    ),
    ("move", r"(?:(?:cho|dong y|cho phep)\s+)?(?:gia han|lui han)(?: cho| them)?"),
    ("nudge", r"(?:nhac|don doc|giuc)(?: [^\W\d]+){0,2}"),
)
_ENDS = {
    "approve": rf"(?:\s+(?:dat|{OK}|duyet|luon|nhe|nha))*",
    "move": r"(?:\s+(?:den|toi|sang|lui den)\s+(?P<day>.+))?",
    "nudge": r"(?:\s+(?:nhe|nha|di|giup|gap|xong som))*",
}
_APART = re.compile(r"\s*[,;]\s*|\s+(?:va|voi|cung)\s+(?=\d|viec|nv|duyet|gia han|nhac)")


@dataclass(frozen=True, slots=True)
class SeveralOrders:
    """What is to be done with which numbers, each with the day that was said of it."""

    what: What
    each: tuple[tuple[int, str], ...]


def several_orders(text: str) -> SeveralOrders | None:
    """No word is left over, and no number is dropped; else it is another line."""
    if "\n" in text.strip():
        return None
    pieces = [piece for piece in _APART.split(fold(text).strip(" .!")) if piece]
    for what, verb in _BEGINS:
        each = _each(pieces, what, verb)
        if len(each) > 1:
            return SeveralOrders(what, tuple(each))
    return None


def _each(pieces: Sequence[str], what: What, verb: str) -> list[tuple[int, str]]:
    first = re.compile(rf"{verb}\s+{_N}{_ENDS[what]}")
    later = re.compile(rf"(?:{verb}\s+)?{_N}{_ENDS[what]}")
    found = [(first if not n else later).fullmatch(piece) for n, piece in enumerate(pieces)]
    said = [(int(one["n"]), one.groupdict().get("day") or "") for one in found if one]
    return _with_days(said, what) if len(said) == len(pieces) else []


def _with_days(said: Sequence[tuple[int, str]], what: What) -> list[tuple[int, str]]:
    """«150, 149 đến thứ 6»: a day is of all that stand before it without one."""
    days, day = list[tuple[int, str]](), ""
    for number, own in reversed(said):
        day = own or day
        days.insert(0, (number, day))
    return days if what != "move" or all(d for _, d in days) else []
