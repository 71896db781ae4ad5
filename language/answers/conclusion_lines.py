"""A conclusion as it is typed: «KL 1: đồng ý gia hạn 27/11, Nhàn làm việc UBND, báo cáo t6»."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from domain.names import fold
from domain.people import Person
from language.answers.limits import Due, due_in
from language.answers.work_lines import Found, WorkLine, read_lines
from language.dates.moments import Calendar
from language.dates.when import when

CONCLUDED = re.compile(
    r"(?is)\s*(?:kl|kết luận|ket luan)\s*(?:mục|muc|số|so)?\s*(?P<code>xk[- ]?)?(?P<n>\d{1,4})"
    r"\s*:\s*(?P<words>\S.*)"
)
"""«KL 1: …» is of the first that the report asks; «KL XK3: …» says the code."""
_NEXT_ONE = re.compile(r"(?i)\n\s*(?:kl|kết luận|ket luan)\s*(?:xk[- ]?)?\d{1,4}\s*:")
_PIECE = re.compile(r"\s*[,;\n]\s*|\.\s+")
_MORE_TIME = re.compile(r"(?<!khong )(?<!ko )(?<!k )(?<!chua )\bgia han\b")


@dataclass(frozen=True, slots=True)
class ConclusionOpened:
    """Which item, by its place in the report or by its code, and the words."""

    number: int
    by_code: bool
    words: str
    several: bool
    """More than one stands in one message."""


@dataclass(frozen=True, slots=True)
class ConclusionSaid:
    """What the words may become: more time until a day, work for whoever is named. More than one
    of `leads` are several pieces of work."""

    until: Due | None = None
    leads: tuple[Found, ...] = ()
    what: str = ""
    due: Due = field(default_factory=Due)


def conclusion_opened(text: str) -> ConclusionOpened | None:
    found = CONCLUDED.fullmatch(text)
    if found is None:
        return None
    several = bool(_NEXT_ONE.search(found["words"]))
    return ConclusionOpened(int(found["n"]), bool(found["code"]), found["words"].strip(), several)


def conclusion_in(
    words: str, people: Sequence[Person], now: datetime, calendar: Calendar
) -> ConclusionSaid:
    """Piece by piece: more time; then the work, from the name of whoever leads it to the end."""
    pieces = [piece for piece in _PIECE.split(words) if piece.strip()]
    until = next((_until(piece, now) for piece in pieces if _gives_time(piece)), None)
    rest = [piece for piece in pieces if not _gives_time(piece)]
    named = [n for n, piece in enumerate(rest) if _line(piece, people, now, calendar).lead]
    if not named:
        return ConclusionSaid(until)
    leads = tuple(_line(rest[n], people, now, calendar).lead for n in named)
    line = _line(", ".join(rest[named[0] :]), people, now, calendar)
    return ConclusionSaid(until, leads, line.what, line.due)


def _gives_time(piece: str) -> bool:
    return bool(_MORE_TIME.search(fold(piece)))


def _until(piece: str, now: datetime) -> Due:
    return due_in(when(piece, now), now)


def _line(piece: str, people: Sequence[Person], now: datetime, calendar: Calendar) -> WorkLine:
    return read_lines(piece, people, now, calendar)[0]
