"""Finds weekdays and days told from today: «thứ 7», «ngày kia», «tuần sau»."""

from collections.abc import Callable

from language.mark import Mark, counted, has_marks, named
from language.mark_hours import after_weekday
from language.phrases import phrases
from language.words import Line


def weekday_mark(line: Line, i: int) -> Mark | None:
    tag, end = phrases("days", "weekday").tag(line, i)
    if not tag or (not line.words[i].marked and counted(line, end) and not _place_word(line, end)):
        return None
    last = line.words[end - 1]
    if last.digits and i > 0 and line.bare_at(i) == "thu" and named(line, i):
        return None
    if line.text_at(end) in ("%", "/") and line.text_at(end + 1).isdecimal():
        return None
    if (
        line.words[i].text == "t"
        and line.bare_at(i + 1).isdecimal()
        and not last.glued
        and end - i > 1
    ):
        return None
    days = [int(tag)]
    while last.digits and line.text_at(end) in (",", "-", "và", "va", "&", "+"):
        nxt = line.words[end + 1] if end + 1 < len(line) else None
        if not nxt or not nxt.digits or not 2 <= nxt.value <= 7 or len(nxt.text) > 1:
            break
        if line.text_at(end + 2) in ("/", "h", "g", ":", ".", "giờ", "-") or counted(
            line, end + 2
        ):
            break
        if line.text_at(end) == "-":
            days.extend(range(days[-1] + 1, nxt.value - 1))
        else:
            days.append(nxt.value - 2)
        end += 2
    return Mark("weekday", tuple(days), i, end)


def _place_word(line: Line, j: int) -> bool:
    """«thu 7 khu 5 ra quân»: a place after a weekday is not what it counts."""
    return line.bare_at(j) in (
        "khu",
        "thon",
        "to",
        "xa",
        "phuong",
        "ban",
        "diem",
        "chi",
        "anh",
        "em",
    )


def offset_mark(line: Line, i: int) -> Mark | None:
    tags, end = phrases("days", "offset").at(line, i)
    if not tags:
        return None
    first = line.words[i]
    if end == i + 1 and first.bare == "mai" and named(line, i):
        return Mark("skip", None, i, end)
    if first.text == "nay" and end == i + 1 and not has_marks(line) and after_weekday(line, i):
        return None  # «thu bay nay» is «thứ bảy này»
    if end == i + 1 and first.bare in ("nay", "mot"):
        other_day = line.bare_at(i - 1) in ("hay", "hoac") and line.bare_at(i - 2) == "mai"
        alone = len(line) == 1 and not has_marks(line)
        if first.bare == "mot" and not (first.marked or alone or other_day):
            return None
        return Mark("offset", int(tags[0]), i, end, sure=first.marked or first.bare != "mot")
    tag = min(tags, key=lambda t: abs(int(t)))
    return Mark("offset", int(tag), i, end)


def relative(section: str) -> Callable[[Line, int], Mark | None]:
    def match(line: Line, i: int) -> Mark | None:
        tag, end = phrases("days", section).tag(line, i)
        if not tag:
            return None
        if tag == "any":
            if section == "year" and line.text_at(i) != "năm":
                return None
            return Mark(section, None, i, end)
        sure = not (section == "month" and end - i == 2 and line.text_at(i + 1) == "sau")
        return Mark(section, int(tag), i, end, sure=sure or has_marks(line))

    return match


def listed(section: str) -> Callable[[Line, int], Mark | None]:
    def match(line: Line, i: int) -> Mark | None:
        tag, end = phrases("days", section).tag(line, i)
        if not tag or (section.startswith("fixed") and named(line, i)):
            return None
        return Mark(section, tag, i, end)

    return match


def next_mark(line: Line, i: int) -> Mark | None:
    tag, end = phrases("days", "next").tag(line, i)
    return Mark("next", tag, i, end) if tag else None


def join_mark(line: Line, i: int) -> Mark | None:
    tag, end = phrases("days", "join").tag(line, i)
    return Mark("join", tag, i, end) if tag else None
