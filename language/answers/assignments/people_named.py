"""The people at the head of a line of work: who is called, who leads it, who else takes part."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from language.answers.assignments.giving import (
    opens_work,
)
from language.dates.mark import Mark
from language.dates.marks import marks_of
from language.line.fold import tidy
from language.line.names import Colleague, Match, is_no_name, who
from language.line.patterns import OK
from language.line.phrases import phrases
from language.line.restore import read
from language.line.words import Line

SOFT = re.compile(r"\s*[,;]\s*|\s+[-–—]\s+|\s*\|\s*")
FIRM = re.compile(r"\s*\|\s*|\s*:\s+|:(?=\D)|\s+[-–—]\s+|\t+")
MOST_HELPERS = 5
_GREETING = re.compile(
    rf"(?:(?:chào|chao|à|a|này|nay|alo|ê|dạ|da|{OK}|thế|the|vậy|vay)[ ,]+)*",
    re.IGNORECASE,
)
LONGEST_NAME = 7  # words, with the address and the unit


def people_at_head(
    line: str, roster: Sequence[Colleague]
) -> tuple[Match, tuple[Match, ...], str, bool]:
    """The people at the head of the line, what is left, and whether a sign stands between."""
    for separator in (FIRM, SOFT):
        cut = separator.search(line)
        if not cut or not cut.start():
            continue
        lead, helpers = _team(line[: cut.start()], roster)
        if lead.people:
            more, rest = _listed(line[cut.end() :], roster) if separator is SOFT else ((), "")
            return lead, (*helpers, *more), rest or line[cut.end() :], separator is FIRM
    head, rest = longest_head(line, roster)
    if not head.people:
        return head, (), rest, False
    helpers, rest = _with_others(rest, roster)
    others, rest = _in_a_row(rest, roster)
    return head, (*helpers, *others), rest, False


def _in_a_row(rest: str, roster: Sequence[Colleague]) -> tuple[tuple[Match, ...], str]:
    """«Nam Hoa Bắc mỗi người 1 khu»: names with nothing between them, where two more are written
    as such or it is said that they do it together; «Nam dat hoa tuoi» buys flowers."""
    found: list[Match] = []
    left, written = rest, True
    while len(found) < MOST_HELPERS:
        one, after = longest_head(left, roster)
        if not one.people or not after.startswith(" "):
            break
        found.append(one)
        written = written and read(left).words[0].capital
        left = after
    together = bool(found) and phrases("names", "together").at(read(left), 0)[1] > 0
    return (tuple(found), left) if together or (written and len(found) > 1) else ((), rest)


def _listed(rest: str, roster: Sequence[Colleague]) -> tuple[tuple[Match, ...], str]:
    """«giao Nam, Bắc, Hoa phát tờ rơi»: who else is named before the work; «Nam, mai nộp» has
    nobody else."""
    found: list[Match] = []
    while len(found) < MOST_HELPERS:
        line = read(rest)
        one, after = longest_head(rest, roster)
        named = next((w for w in line.words if w.start >= len(rest) - len(after)), None)
        place = bool(named and named.capital and after.startswith(" "))
        moment = any(mark.start == 0 and mark.kind != "filler" for mark in marks_of(line))
        if not one.people or place or moment or (line.accented and not line.words[0].capital):
            break
        found.append(one)
        rest = after.lstrip(" ,")
    return tuple(found), rest if found else ""


def _with_others(rest: str, roster: Sequence[Colleague]) -> tuple[tuple[Match, ...], str]:
    """«Bắc với Ánh chuẩn bị hội trường»: who else is named before the work begins."""
    found: list[Match] = []
    while len(found) < MOST_HELPERS:
        line = read(rest)
        _, end = phrases("names", "helpers").at(line, 0)
        if not end or end >= len(line):
            break
        start = line.words[end].start
        one, after = longest_head(rest[start:], roster)
        following = read(after)
        if not one.people or (len(following) and following.words[0].capital):
            break  # «và Bình Ngọc» is a place
        found.append(one)
        rest = after
    return tuple(found), rest


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


def longest_head(line: str, roster: Sequence[Colleague]) -> tuple[Match, str]:
    """Without any sign between: «đ/c Dung VP gửi giấy mời chiều mai»."""
    words = read(line)
    ends = next((n for n, word in enumerate(words.words) if word.text in ",;:"), len(words))
    for n in range(min(LONGEST_NAME, ends), 0, -1):
        if not words.text_at(n - 1)[-1:].isalnum():
            continue  # «Mây + Ánh»: the sign is not her name
        if is_no_name(*(words.text_at(i) if i < len(words) else "" for i in range(n - 1, n + 2))):
            continue  # «nam nay» is «năm nay»
        found = who(words.piece(0, n), roster)
        if found.people and found.how in ("exact", "unmarked", "partly"):
            return found, _called(line[words.words[n - 1].end :])
    return Match(), line


def _called(rest: str) -> str:
    """«nam ơi rà soát ds»."""
    line = read(rest)
    _, end = phrases("names", "called").at(line, 0)
    return rest[line.words[end - 1].end :].lstrip(" ,") if end else rest


def word_at(line: Line, place: int) -> int:
    return next((i for i, w in enumerate(line.words) if w.start >= place), len(line))


def moments_in(line: Line) -> list[Mark]:
    """But for «quy» and «nam» alone, which may be names."""
    found = (mark for mark in marks_of(line) if mark.kind != "filler")
    return [mark for mark in found if mark.value is not None]


def is_moment(line: Line, j: int, after: str) -> bool:
    """«, mai nộp» is tomorrow; whoever writes marks and capitals means flowers with «hoa», but
    not with «hoa lo hội trường»."""
    behind = word_at(line, len(line.given) - len(after))
    named = line.words[behind - 1]
    if any(mark.start < behind and mark.end > j for mark in moments_in(line)):
        return True
    addressed = behind - j > 1
    called = named.capital or addressed or after.startswith(":") or opens_work(after)
    return line.accented and not called


@dataclass(frozen=True, slots=True)
class CalledFirst:
    """The colleague, and the words to them."""

    person: int
    words: str


def called_first(text: str, roster: Sequence[Colleague]) -> CalledFirst | None:
    """«anh Quý ơi 143 xong chưa», «Mây: xem lại việc 139»; «mai 139 xong» is tomorrow."""
    flat = tidy(text)
    greeted = _GREETING.match(flat)
    said = flat[greeted.end() if greeted else 0 :] if "\n" not in text.strip() else ""
    found, after = longest_head(said, roster)
    if found.one is None or not after.strip() or is_moment(read(said), 0, after):
        return None
    return CalledFirst(int(found.one.key), after.strip(" ,:;-–—|"))
