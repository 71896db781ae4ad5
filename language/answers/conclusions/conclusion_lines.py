"""A conclusion as it is typed: «KL 1: đồng ý gia hạn 27/11, Nhàn làm việc UBND, báo cáo t6»."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache

from domain.people import Person
from language.answers.assignments.people_named import longest_head
from language.answers.assignments.work_lines import Found, WorkLine, as_colleagues, read_lines
from language.answers.replies.limits import Due, due_in
from language.dates.moments import Calendar
from language.dates.when import when
from language.line.fold import fold
from language.line.names import Colleague
from language.line.patterns import UNDENIED
from language.line.vocabulary import book

CONCLUDED = re.compile(
    r"(?is)\s*(?:kl|kết luận|ket luan)\s*(?:mục|muc|số|so)?\s*(?P<code>xk[- ]?)?(?P<n>\d{1,4})"
    r"\s*:\s*(?P<words>\S.*)"
)
"""«KL 1: …» is of the first that the report asks; «KL XK3: …» says the code."""
_NEXT_ONE = re.compile(r"(?i)\n\s*(?:kl|kết luận|ket luan)\s*(?:xk[- ]?)?\d{1,4}\s*:")
_PIECE = re.compile(r"\s*[,;\n]\s*|\.\s+")
_GIVES = re.compile(r"(?:giao|yeu cau|phan cong|nho)\b")
_WORD = re.compile(r"(?<!\S)\w")
_MORE_TIME = re.compile(rf"{UNDENIED}(?<!chua )\bgia han\b")


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
    roster = as_colleagues(people)
    pieces = [one for piece in _PIECE.split(words) for one in _given_apart(piece, roster)]
    until = next((_until(piece, now) for piece in pieces if _gives_time(piece)), None)
    rest = [piece for piece in pieces if not _gives_time(piece)]
    named = [n for n, piece in enumerate(rest) if _line(piece, people, now, calendar).lead]
    if not named:
        return ConclusionSaid(until)
    lines = (one for n in named for one in read_lines(rest[n], people, now, calendar))
    leads = tuple(one.lead for one in lines if one.lead)
    line = _line(", ".join(rest[named[0] :]), people, now, calendar)
    said = " ".join(re.findall(r"\w+", fold(line.what)))
    what = "" if said in _plain_ways() else line.what
    due = line.due if line.due.is_said else _only_day(pieces, now)
    return ConclusionSaid(until, leads, what, due)


def _only_day(pieces: Sequence[str], now: datetime) -> Due:
    """«đồng ý tổ chức, 20/12, Điền chủ trì»: the one day of the line is his limit; of two none."""
    days = [due for due in (_until(piece, now) for piece in pieces) if due.at]
    return days[0] if len({due.at for due in days}) == 1 else Due()


def _given_apart(piece: str, roster: Sequence[Colleague]) -> list[str]:
    """«mục 1 đồng ý 200 suất giao Nhàn lo»: who is named begins a piece of their own."""
    begins = [word.start() for word in _WORD.finditer(piece)]
    at = next((n for n in begins if _begins_work(piece[n:], roster)), 0)
    return [one for one in (piece[:at], piece[at:]) if one.strip()]


def _begins_work(said: str, roster: Sequence[Colleague]) -> bool:
    """«giao Nhàn …», «Nhàn lo»: a name behind the verb of giving, or before what is to be done."""
    named, rest = longest_head(said, roster)
    gives = _GIVES.match(fold(said)) is not None
    return bool(named.people) and (gives or _begins_plainly(rest))


def _begins_plainly(rest: str) -> bool:
    words = re.findall(r"\w+", fold(rest))
    return any(" ".join(words[:n]) in _plain_ways() for n in range(1, len(words) + 1))


@cache
def _plain_ways() -> frozenset[str]:
    """«lo», «xử lý»: of whoever has the item in hand, and no more than that."""
    return frozenset(map(fold, book("items")["conclusions"]["plain"]))


def _gives_time(piece: str) -> bool:
    return bool(_MORE_TIME.search(fold(piece)))


def _until(piece: str, now: datetime) -> Due:
    return due_in(when(piece, now), now)


def _line(piece: str, people: Sequence[Person], now: datetime, calendar: Calendar) -> WorkLine:
    return read_lines(piece, people, now, calendar)[0]
