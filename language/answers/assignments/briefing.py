"""Splits a line of the Monday briefing into who, what and by when."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from language.answers.assignments.people_named import SOFT, people_at_head
from language.dates.clause import LIMITS
from language.dates.mark import Mark
from language.dates.marks import marks_of
from language.dates.moments import Calendar, When
from language.dates.when import when
from language.line.fold import fold, tidy
from language.line.names import Colleague, Match
from language.line.phrases import phrases
from language.line.restore import read
from language.line.vocabulary import group

BULLET = re.compile(r"^\s*(?:\d{1,2}[.)]|[-+*•–])\s+")
EXPLICIT = re.compile(r"^(?!.*\btet\b).*(\d|\b(thu|cn|chu nhat|nay|mai|kia|tuan|thang|quy)\b)")
DAYS = {"weekday", "offset", "date", "month_day"}
PERIODS = {"month_no", "quarter_no", "year_no", "week_no", "period"}
RELATIVE = {"week", "month", "quarter", "year"}
NO_SUCH = ("no_such_day", "no_such_hour", "no_such_week")


@dataclass(frozen=True, slots=True)
class BriefingLine:
    who: Match
    what: str
    when: When
    helpers: tuple[Match, ...] = ()
    firm: bool = False  # «Nam: …»: the sign says that it is given to somebody


def briefing_line(
    text: str, roster: Sequence[Colleague], now: datetime, calendar: Calendar | None = None
) -> BriefingLine:
    """«Nam: vận động 6 hộ Hải Yên, thứ 6». What is not found stays empty and is asked."""
    line = BULLET.sub("", tidy(text[:4096]))
    lead, helpers, rest, firm = people_at_head(line, roster)
    what, moment = _until(rest, now, calendar)
    return BriefingLine(lead, cleaned(what), moment, helpers, firm)


def _until(rest: str, now: datetime, calendar: Calendar | None) -> tuple[str, When]:
    """A day in its own last piece, named at the very end, or first of all; «tiền Tết» is a title,
    «báo cáo tháng 11» too."""
    pieces = [0, *(cut.end() for cut in SOFT.finditer(rest))]
    what, best = rest, When()
    for start in reversed(pieces[1:] or pieces):
        found = when(rest[start:], now, calendar)
        only = start == 0 and bool(cleaned(found.rest))
        if not limits(found) or not closes(found.rest) or (best and found.kind == "ask") or only:
            break
        best, what = found, rest[:start]
    if limits(best):
        return what, best
    start = pieces[-1]
    said = _after_bound(rest, start, now, calendar) or _at_end(rest, start, now, calendar)
    heads = next(filter(None, _heads(rest, pieces, now, calendar)), None)
    return said or heads or _before_more(rest, now, calendar) or (rest, When())


def _before_more(rest: str, now: datetime, calendar: Calendar | None) -> tuple[str, When] | None:
    """«mua nước uống t6, 10 thùng»: the limit closes the first piece, and no time is after it."""
    cut = SOFT.search(rest)
    if cut is None or when(rest[cut.end() :], now, calendar):
        return None
    first = rest[: cut.start()]
    said = _after_bound(first, 0, now, calendar) or _at_end(first, 0, now, calendar)
    return (f"{said[0].rstrip()}{rest[cut.start() :]}", said[1]) if said else None


def _heads(
    rest: str, pieces: list[int], now: datetime, calendar: Calendar | None
) -> Iterator[tuple[str, When] | None]:
    return (_at_head(rest, start, now, calendar) for start in (pieces[-1], 0))


def limits(found: When) -> bool:
    """A day, an hour, or one that there is not; what comes back each week is no limit."""
    return (bool(found) and found.kind != "every") or found.why in NO_SUCH


def _after_bound(
    rest: str, start: int, now: datetime, calendar: Calendar | None
) -> tuple[str, When] | None:
    """«làm báo cáo tháng 11 hạn 30/11»: from the word of the limit on."""
    line = read(rest[start:])
    marks = list(marks_of(line))
    for number, mark in enumerate(marks):
        if mark.kind == "bound" and mark.value in LIMITS:
            at = start + line.words[_day_of_hour(marks, number)].start
            found = when(rest[at:], now, calendar)
            if limits(found) and found.place[0] == 0 and closes(found.rest):
                return rest[:at], found
    return None


def _day_of_hour(marks: Sequence[Mark], bound: int) -> int:
    """«nộp báo cáo t6 trước 11h»: an hour alone belongs to the day right before its limit; the
    word at which the limit begins."""
    own = any(mark.kind in DAYS for mark in marks[bound + 1 :])
    before = marks[bound - 1] if bound and not own else None
    joined = before is not None and before.kind in DAYS and before.end == marks[bound].start
    return before.start if before and joined else marks[bound].start


def _at_end(
    rest: str, start: int, now: datetime, calendar: Calendar | None
) -> tuple[str, When] | None:
    """«rà soát ds hộ nghèo t4 xong gửi c»: a day with nothing behind it that is to be done."""
    found = when(rest[start:], now, calendar)
    a, b = (start + place for place in found.place)
    if not limits(found) or not closes(rest[b:]) or not EXPLICIT.search(fold(rest[a:b])):
        return None
    if cleaned(rest[b:]) and not rest[:a].strip():
        return None  # «thứ 5 báo cáo» is what is to be done
    return None if _is_reported(rest[:a], rest[a:b]) else (rest[:a], found)


def _at_head(
    rest: str, start: int, now: datetime, calendar: Calendar | None
) -> tuple[str, When] | None:
    """«7h sáng mai đón đoàn», «soạn giấy mời, mai trình anh»: first in its piece."""
    piece = SOFT.split(rest[start:].strip(), maxsplit=1)[0]
    found = when(piece, now, calendar)
    a, b = found.place
    if not limits(found) or a or not EXPLICIT.search(fold(piece[a:b])) or not piece[b:].strip():
        return None
    behind = rest[start:].strip()[b:].lstrip()
    return None if _is_reported("", piece[a:b]) else (rest[:start] + behind, found)


def _is_reported(before: str, said: str) -> bool:
    """«quý 4», «tháng 11», «báo cáo tuần này»: the time that the work is about, no limit."""
    kinds = {mark.kind for mark in marks_of(read(said))} - {"filler"}
    noun = fold(before).split()[-1:]
    about = bool(noun) and noun[0] in group("days", "before_period")
    return kinds <= PERIODS or (about and kinds <= PERIODS | RELATIVE)


def closes(words: str) -> bool:
    """Nothing, or only «xong», «gửi c nhé», «phải có»."""
    line = read(cleaned(words))
    closing, i = phrases("names", "closing"), 0
    while i < len(line):
        _, end = closing.at(line, i)
        if end == i and line.text_at(i).isalnum():
            return False
        i = max(end, i + 1)
    return True


def cleaned(what: str) -> str:
    what = re.sub(r"\s+([,;.])", r"\1", what).strip(" ,;:|-–—.!")
    what = what.removesuffix("(").rstrip(" ,;:-–")
    return re.sub(r"\(\s*\)", "", what).strip()
