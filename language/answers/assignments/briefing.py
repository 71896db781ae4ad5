"""Splits a line of the Monday briefing into who, what and by when."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from language.dates.clause import LIMITS
from language.dates.mark import Mark
from language.dates.marks import marks_of
from language.dates.moments import Calendar, When
from language.dates.when import when
from language.line.fold import fold, tidy
from language.line.names import Colleague, Match, is_no_name, who
from language.line.phrases import phrases
from language.line.restore import read
from language.line.vocabulary import group
from language.line.yes_no import YES

FIRM = re.compile(r"\s*\|\s*|\s*:\s+|:(?=\D)|\s+[-–—]\s+|\t+")
AGREED = (
    rf"(?:(?:{YES}|được|duoc|thế|the|vậy|vay"
    r"|(?:(?:việc |viec )?\d{3,4}[ ,:]+)?(?:à|a|ơ)?\s*(?:nhầm|nham|lộn|quên|quen)(?: rồi| roi)?)"
    r"[ ,:]+)*"
)
"""«ok», «158 à nhầm»: what stands before a line belongs to what was said before."""
GIVES = re.compile(rf"{AGREED}giao\b", re.IGNORECASE)
AGREES = re.compile(AGREED, re.IGNORECASE)
HANDED = re.compile(
    rf"{GIVES.pattern}\s+(?:thêm |them )?(?:(?:việc|viec|nhiệm vụ|nhiem vu)\s+)?"
    r"(?P<what>(?!lại\b|lai\b)[^:,]+?)\s+cho\s+(?P<who>[^:]+?)",
    re.IGNORECASE,
)
SOFT = re.compile(r"\s*[,;]\s*|\s+[-–—]\s+|\s*\|\s*")
BULLET = re.compile(r"^\s*(?:\d{1,2}[.)]|[-+*•–])\s+")
EXPLICIT = re.compile(r"^(?!.*\btet\b).*(\d|\b(thu|cn|chu nhat|nay|mai|kia|tuan|thang|quy)\b)")
DAYS = {"weekday", "offset", "date", "month_day"}
PERIODS = {"month_no", "quarter_no", "year_no", "week_no", "period"}
RELATIVE = {"week", "month", "quarter", "year"}
NO_SUCH = ("no_such_day", "no_such_hour", "no_such_week")
MOST_HELPERS = 5
LONGEST_NAME = 7  # words, with the address and the unit


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


def turned_round(text: str) -> str:
    """«ok giao việc băng rôn cho Nam, thứ 6» is «Nam: băng rôn, thứ 6»; the yes before a line
    belongs to what was said before."""
    said = HANDED.fullmatch(tidy(text))
    if said is None:
        return without_agreement(text)
    name, comma, day = said["who"].partition(",")
    return f"{name}: {said['what']}{comma}{day}"


def without_agreement(text: str) -> str:
    agreed = AGREES.match(text)
    return text[agreed.end() :] if agreed else text


def without_giving(text: str) -> str:
    """«giao việc làm maket»: without the verb of giving."""
    return re.sub(rf"{GIVES.pattern}(?:\s+(?:việc|viec))?\s+", "", text, count=1, flags=re.I)


def is_handed(text: str) -> bool:
    """«ok giao Nam làm băng rôn»: work that is given by the verb."""
    return bool(GIVES.match(tidy(text)))


def is_heading(text: str) -> bool:
    """«Giao ban xong c giao việc nhé:», «KẾT LUẬN GIAO BAN 30/11»: what stands above the lines."""
    headed = phrases("names", "headings").at(read(text), 0)[0]
    return text.isupper() or bool(headed) or text.rstrip().endswith(":")


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
        if is_no_name(words.text_at(n - 1), words.text_at(n) if n < len(words) else ""):
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
