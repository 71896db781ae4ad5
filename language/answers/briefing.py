"""Splits a line of the Monday briefing into who, what and by when."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from language.dates.moments import Calendar, When
from language.dates.when import when
from language.line.fold import fold, tidy
from language.line.names import Colleague, Match, who
from language.line.phrases import phrases
from language.line.restore import read

FIRM = re.compile(r"\s*\|\s*|\s*:\s+|:(?=\D)|\s+[-–—]\s+|\t+")
SOFT = re.compile(r"\s*[,;]\s*|\s+[-–—]\s+|\s*\|\s*")
BULLET = re.compile(r"^\s*(?:\d{1,2}[.)]|[-+*•–])\s+")
EXPLICIT = re.compile(r"^(?!.*\btet\b).*(\d|\b(thu|cn|chu nhat|nay|mai|kia|tuan|thang|quy)\b)")
LONGEST_NAME = 7  # words, with the address and the unit


@dataclass(frozen=True, slots=True)
class BriefingLine:
    who: Match
    what: str
    when: When
    helpers: tuple[Match, ...] = ()


def briefing_line(
    text: str, roster: Sequence[Colleague], now: datetime, calendar: Calendar | None = None
) -> BriefingLine:
    """«Nam: vận động 6 hộ Hải Yên, thứ 6». What is not found stays empty and is asked."""
    line = BULLET.sub("", tidy(text[:4096]))
    lead, helpers, rest = _people(line, roster)
    what, moment = _until(rest, now, calendar)
    return BriefingLine(lead, _clean(what), moment, helpers)


def _until(rest: str, now: datetime, calendar: Calendar | None) -> tuple[str, When]:
    """A day in its own last piece, or named at the very end; «tiền Tết» is a title."""
    pieces = [0, *(cut.end() for cut in SOFT.finditer(rest))]
    what, best = rest, When()
    for start in reversed(pieces[1:] or pieces):
        found = when(rest[start:], now, calendar)
        if not found or _clean(found.rest) or (best and found.kind == "ask"):
            break
        best, what = found, rest[:start]
    if best:
        return what, best
    found = when(rest[pieces[-1] :], now, calendar)
    a, b = (pieces[-1] + place for place in found.place)
    if found and not rest[b:].strip(" .!") and EXPLICIT.search(fold(rest[a:b])):
        return rest[:a], found
    return rest, When()


def _clean(what: str) -> str:
    what = re.sub(r"\s+([,;.])", r"\1", what).strip(" ,;:|-–—.")
    return re.sub(r"\(\s*\)", "", what).strip()


def _people(line: str, roster: Sequence[Colleague]) -> tuple[Match, tuple[Match, ...], str]:
    """The people at the head of the line, and what is left."""
    for separator in (FIRM, SOFT):
        cut = separator.search(line)
        if not cut or not cut.start():
            continue
        found = _team(line[: cut.start()], roster)
        if found[0].people:
            return *found, line[cut.end() :]
    head, rest = _longest_head(line, roster)
    return head, (), rest


def _team(head: str, roster: Sequence[Colleague]) -> tuple[Match, tuple[Match, ...]]:
    """«Nam (phối hợp Hoa, Bắc)»: the first leads."""
    parts = [p for p in _split_team(head) if p]
    if not parts or len(parts) > 6:
        return Match(), ()
    found = [who(part, roster) for part in parts]
    if not all(m.people for m in found):
        return Match(), ()
    return found[0], tuple(found[1:])


def _split_team(head: str) -> list[str]:
    line = read(head)
    parts, start, i = [], 0, 0
    while i < len(line):
        _, end = phrases("names", "helpers").at(line, i)
        wall = line.text_at(i) in (",", "(", ")", ";")
        if wall or (end > i and i > 0):
            parts.append(line.piece(start, i))
            start = i = max(end, i + 1)
        else:
            i += 1
    parts.append(line.piece(start, len(line)))
    return [p.strip() for p in parts]


def _longest_head(line: str, roster: Sequence[Colleague]) -> tuple[Match, str]:
    """Without any sign between: «đ/c Dung VP gửi giấy mời chiều mai»."""
    words = read(line)
    for n in range(min(LONGEST_NAME, len(words)), 0, -1):
        found = who(words.piece(0, n), roster)
        if found.people and found.how in ("exact", "unmarked", "partly"):
            return found, line[words.words[n - 1].end :]
    return Match(), line
