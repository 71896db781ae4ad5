"""Several orders in one sentence: «giao Bắc in tờ rơi chiều t4, còn Hoa lo hội trường»."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from language.answers.assignments.briefing import cleaned, closes, limits
from language.answers.assignments.giving import HANDED, opens_no_order, opens_work
from language.answers.assignments.people_named import (
    SOFT,
    is_moment,
    longest_head,
    moments_in,
    people_at_head,
    word_at,
)
from language.dates.moments import Calendar
from language.dates.when import when
from language.line.fold import fold
from language.line.names import Colleague, Match
from language.line.numbers import in_words
from language.line.phrases import phrases
from language.line.restore import read
from language.line.vocabulary import group
from language.line.words import Line

NUMBERS = in_words(3, 2)
COUNTED = re.compile(
    rf"\s*([2-9]|{'|'.join(NUMBERS)})\s+(?:việc|viec)(?: sau)?\s*:\s*", re.IGNORECASE
)
STOPS = frozenset(",;.")
PIECES = re.compile(r"\s*[,;]\s*|\.\s+")
MORE_HANDED = re.compile(
    r"(?:(?:và|va|còn|con|giao|việc|viec)\s+)*(?P<what>[^:,]+?)\s+cho\s+(?P<who>[^:,]+)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Order:
    """One of the orders of a sentence, and who is named to help with it."""

    text: str
    helpers: tuple[Match, ...] = ()


@dataclass(frozen=True, slots=True)
class _Opening:
    """Where an order before ends, and where the next one begins; nothing but its name and
    «phối hợp» makes it help with the one before."""

    end: int
    start: int
    helper: Match | None = None
    over: int = 0


def orders_in(text: str, roster: Sequence[Colleague]) -> list[Order]:
    """The sentence cut before each colleague to whom something else is given; whole where there
    is nobody else."""
    if several := _handed(text, roster):
        return several
    lead, _, rest, _ = people_at_head(text, roster)
    if lead.people and (counted := _counted(text, rest)):
        return counted
    begun = len(text) - len(rest)
    if not lead.people or not rest:
        return [Order(text)]
    line, found, start = read(text), [Order("")], 0
    for opening in _openings(line, begun, roster):
        before = line.given[start : opening.end]
        if opening.helper:
            helpers = (*found[-1].helpers, opening.helper)
            found[-1] = Order(found[-1].text + before, helpers)
        else:
            found[-1] = replace(found[-1], text=found[-1].text + before)
            found.append(Order(""))
        start = opening.over or opening.start
    found[-1] = replace(found[-1], text=found[-1].text + line.given[start:])
    return [replace(one, text=one.text.strip(" ,;.")) for one in found]


def _handed(text: str, roster: Sequence[Colleague]) -> list[Order]:
    """«giao việc băng rôn cho Nam, việc hội trường cho Hoa»."""
    first, *others = PIECES.split(text)
    found = [first]
    for piece in others if HANDED.fullmatch(first) else ():
        said = MORE_HANDED.fullmatch(piece)
        if said and longest_head(said["who"], roster)[0].people:
            found.append(f"giao việc {said['what']} cho {said['who']}")
        else:
            found[-1] += f", {piece}"
    return [Order(one) for one in found] if len(found) > 1 else []


def _counted(text: str, rest: str) -> list[Order]:
    """«giao Nam 2 việc: dọn nhà văn hóa t7, báo cáo số liệu t2»: so many as it says."""
    said = COUNTED.match(rest)
    pieces: list[str] = []
    for piece in PIECES.split(rest[said.end() :]) if said else ():
        if pieces and _is_only_a_limit(piece):
            pieces[-1] += f", {piece}"
        else:
            pieces.append(piece)
    head = text[: len(text) - len(rest)].rstrip(" :,")
    count = NUMBERS.get(fold(said[1])) or int(said[1]) if said else 0
    return [Order(f"{head}: {piece}") for piece in pieces] if len(pieces) == count > 1 else []


def ends_apart(text: str, now: datetime, calendar: Calendar | None) -> bool:
    """«…, thứ 4 xong»: the limit stands in a piece of its own, so it is everybody's."""
    pieces = PIECES.split(text)
    found = when(pieces[-1], now, calendar)
    return len(pieces) > 1 and limits(found) and closes(found.rest)


def _openings(line: Line, begun: int, roster: Sequence[Colleague]) -> list[_Opening]:
    found: list[_Opening] = []
    reached = next((i for i, w in enumerate(line.words) if w.start >= begun), len(line)) + 1
    for i in range(reached, len(line)):
        if i < reached:
            continue
        if opening := _opening(line, i, roster):
            found.append(opening)
            reached = word_at(line, opening.over or opening.start) + 1
    return found


def _opening(line: Line, i: int, roster: Sequence[Colleague]) -> _Opening | None:
    """At word i: a stop or a joining word, somebody's name, and what they are to do."""
    _, j = phrases("names", "order_joins").at(line, i)
    stopped = line.text_at(i - 1) in STOPS
    limited = _is_after_limit(line, i)
    if not (stopped or j > i or limited) or j >= len(line):
        return None
    name, after = longest_head(line.given[line.words[j].start :], roster)
    if not name.people or not after.strip() or is_moment(line, j, after):
        return None
    if limited and not (stopped or j > i or line.text_at(i) == "giao" or opens_work(after)):
        return None
    if _is_listed(line, i, roster) and not _is_given(line, i, after):
        return None
    end = line.words[i - 1].start if stopped else line.words[i - 1].end
    return _helping(line, end, name, after) or _working(line, j, end, after)


def _is_after_limit(line: Line, i: int) -> bool:
    """«… chiều t4 giao Hoa …», «… t4 Hoa lo …»: nothing stands between."""
    return line.text_at(i).isalpha() and any(mark.end == i for mark in moments_in(line))


def _is_listed(line: Line, i: int, roster: Sequence[Colleague]) -> bool:
    """«gửi anh Nam, chị Hoa»: another name stands before."""
    stop = i - 1 if line.text_at(i - 1) in STOPS else i
    if stop < 1 or not line.words[stop - 1].text.isalpha():
        return False
    name, rest = longest_head(line.piece(stop - 1, stop), roster)
    return bool(name.people) and not rest


def _is_given(line: Line, i: int, after: str) -> bool:
    """«còn», «giao», «Hoa:»: it says for itself that somebody else begins."""
    words = {line.bare_at(n) for n in (i, i + 1)}
    return bool(words & group("names", "gives")) or after.lstrip().startswith(":")


def _helping(line: Line, end: int, name: Match, after: str) -> _Opening | None:
    """«, Hoa phối hợp»: she helps with what was given before."""
    first = word_at(line, len(line.given) - len(after))
    _, over = phrases("names", "helping").at(line, first)
    while over > first and phrases("names", "closing").at(line, over)[1] > over:
        over = phrases("names", "closing").at(line, over)[1]
    whole = over > first and (over == len(line) or line.text_at(over) in STOPS)
    return _Opening(end, end, name, line.words[over - 1].end) if whole else None


def _working(line: Line, j: int, end: int, after: str) -> _Opening | None:
    """What follows the name is work: no «về», «đã», «ốm», and not only a limit."""
    said = cleaned(after.lstrip(": "))
    if not said or opens_no_order(said) or closes(said) or _is_only_a_limit(said):
        return None
    return _Opening(end, line.words[j].start)


def _is_only_a_limit(said: str) -> bool:
    """«trước thứ 5», «xong trong tuần»."""
    piece = read(SOFT.split(said)[0])
    taken = {n for mark in moments_in(piece) for n in range(mark.start, mark.end)}
    left = " ".join(word.text for n, word in enumerate(piece.words) if n not in taken)
    return closes(left)
