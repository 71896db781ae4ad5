"""A mark of time in a line, and what only looks like one: a count, a name, a phone, a place."""

import re
from dataclasses import dataclass
from typing import Any

from language.line.numbers import number_at
from language.line.phrases import phrases
from language.line.vocabulary import group
from language.line.words import Line

TIGHT = re.compile(r"[./\-]")
ALSO_NEAR = 4
LONGEST_NUMBER = 4
"""Words of a number: «một trăm hai mươi»."""


@dataclass(frozen=True, slots=True)
class Mark:
    kind: str
    value: Any
    start: int  # first word
    end: int  # the word after it
    sure: bool = True  # False: without marks the word could mean something else


def has_marks(line: Line) -> bool:
    """Somebody who writes marks anywhere in the line means a bare word as it stands."""
    return not line.patchy and any(word.accented for word in line.words)


def counted(line: Line, j: int) -> bool:
    """Does a thing that is counted stand here: «6/9 khu», «thu 5 triệu»?"""
    _, end = phrases("days", "counted_after").at(line, j) if j < len(line) else ("", j)
    if end == j:
        return False
    if line.text_at(j) == "nha" and line.bare_at(end) not in group("days", "after_house"):
        return False  # «tre nhat thu 6 nha»
    if line.text_at(j) == "con" and line.text_at(j + 1).isdecimal():
        return False  # «đến 4/12 con 2 ho» is «còn»
    if line.words[j].text in ("anh", "em", "chị", "e", "a"):
        return False
    if phrases("days", "no_count").at(line, j)[1] >= end:
        return False  # «8/11 tổ chức hội thi», «thứ 5 báo cáo»
    if _stands_out(line, j) or line.bare_at(end) == "cung":
        return False  # «5/12 hoặc 6/12 chị cũng được»
    return not (line.text_at(j) in ("m", "k", "đ") and not line.words[j].glued)


def measured(line: Line, i: int) -> bool:
    """«850 m», «2,5 tấn»: the number at i is so much of something, and nothing's name."""
    number = number_at(line, i)
    return number is not None and bool(phrases("figures", "sized").at(line, number.end)[0])


def named(line: Line, i: int) -> bool:
    """Is the word at i the name of a person: «chị Mai», «giao Mai»?"""
    tag = _title_before(line, i)
    if tag and counts_who(line, i):
        return _stands_out(line, i)
    if tag:
        title = line.words[i - 1]
        sure = title.marked or title.bare not in group("days", "no_title")
        return (tag == "any" and sure) or _stands_out(line, i)
    if not line.words[i].capital:
        return False
    return _calls_somebody(line) if i == 0 else _capital_is_rare(line, i)


def titled(line: Line, i: int) -> bool:
    """«anh Năm», «đ/c Tư»: a capital right after a title."""
    return bool(_title_before(line, i)) and _stands_out(line, i)


def titled_twice(line: Line, i: int) -> bool:
    """«c Thu Ba»: both words of a name are capitals."""
    return i + 1 < len(line) and line.words[i + 1].capital


def _stands_out(line: Line, i: int) -> bool:
    return line.words[i].capital and not line.shouted


def _calls_somebody(line: Line) -> bool:
    """«Mai: gửi file», «Mai với Lan đi chợ»."""
    with_another = line.bare_at(1) in ("voi", "va", "cung") and len(line) > 2
    return line.text_at(1) == ":" or (with_another and line.words[2].capital)


def counts_who(line: Line, i: int) -> bool:
    """«15 chi em thu 7», «10 người thứ 7»: what stands before is so many, and nobody's title."""
    people = (i - length for length in (3, 2, 1) if i > length)
    listed = phrases("figures", "people", "organisations")
    who = next((j for j in people if listed.at(line, j)[1] == i), None)
    if who is None:
        return False
    numbers = (number_at(line, k) for k in range(max(0, who - LONGEST_NUMBER), who))
    return any(number and number.end == who for number in numbers)


def _title_before(line: Line, i: int) -> str:
    before = phrases("days", "name_before")
    found = (before.tag(line, i - length) for length in (3, 2, 1) if i >= length)
    return next((tag for tag, end in found if tag and end == i), "")


def _capital_is_rare(line: Line, i: int) -> bool:
    before = line.words[i - 1]
    if before.text in ".!?\n:-•…" or before.bare in group("days", "before_mai"):
        return False
    letters = [w for w in line.words if w.text.isalpha()]
    return 2 * sum(w.capital for w in letters) <= len(letters)


def vague_mark(line: Line, i: int) -> Mark | None:
    _, end = phrases("days", "vague").at(line, i)
    if end == i:
        return None
    if phrases("days", "every", "bound").at(line, i)[1] > end:
        return None  # «ngày nào cũng», «sớm nhất là thứ 6»
    told, hour = phrases("days", "same_hour").at(line, i + 1)
    if told and phrases("days", "offset", "weekday", "week").at(line, hour)[0]:
        return None  # «đến giờ này mai»
    if line.bare_at(i) == "sang" and line.text_at(i - 1).isdecimal():
        return None  # «20/3 sang năm mới làm»
    if line.bare_at(end - 1) == "nao" and also_follows(line, end):
        return None  # «sáng nào cũng dọn»
    if line.text_at(end) == "/" or titled(line, i):
        return None  # «24/7» is no date, «24/7/2027» is; «đ/c Tu trước 30/11» has a name
    return Mark("skip", None, i, end)


def also_follows(line: Line, j: int) -> bool:
    """«nào cũng», «tháng nào khu cũng»: nothing but who does it stands between;
    «hôm nào cũng được» leaves the day open."""
    near = (k for k in range(j, j + ALSO_NEAR) if line.bare_at(k) == "cung")
    return any(line.bare_at(k + 1) not in group("days", "any_will_do") for k in near)


def phone_mark(line: Line, i: int) -> Mark | None:
    """A long row of digits, with or without spaces and dots."""
    word = line.words[i]
    if not word.text.isdecimal() or not (word.text[0] == "0" or len(word.text) > 4):
        return None
    digits, j = len(word.text), i + 1
    while j < len(line) and digits < 20:
        step = 1 if line.text_at(j) in ".- " else 0
        if not line.text_at(j + step).isdecimal() or len(line.text_at(j + step)) < 3:
            break
        digits, j = digits + len(line.text_at(j + step)), j + step + 1
    return Mark("skip", None, i, j) if digits >= 8 else None


def _who(line: Line, j: int) -> bool:
    return bool(phrases("figures", "people", "organisations").at(line, j)[0])


def _is_digital(line: Line, i: int) -> bool:
    """«lớp công dân số 29/12»: behind it stands no number of a house."""
    before = f"{line.bare_at(i - 2)} {line.bare_at(i - 1)}"
    return line.bare_at(i) == "so" and i > 1 and before in group("days", "digital")


def place_mark(line: Line, i: int) -> Mark | None:
    """«tổ 3 khu 7», «đường 30/4», «NQ 18»: the number is a name."""
    _, end = phrases("days", "place_before").at(line, i)
    if end == i or end >= len(line) or not line.words[end].digits:
        return None
    of_places = line.bare_at(end + 3) in ("thon", "khu", "to", "xom")  # «số 9/12 thôn tôi đi»
    if line.text_at(end + 1) in ("h", "giờ", "g", ":") or (_is_digital(line, i) and not of_places):
        return None
    if line.text_at(end + 1) in ("người", "ng", "nguoi", "chị", "bạn", "bác"):
        return None  # «điểm trường 15 ng»
    if line.bare_at(end - 1) == "truong" and _who(line, end + 1):
        return None  # «nhà trường 5 thầy cô»
    if measured(line, end):
        return None  # «1,5km đường 2 khối rác», «cống 1,2 km»
    if line.bare_at(end - 1) in ("duong", "cau", "cong", "truong") and counted(line, end + 1):
        return None
    end += 1
    while end + 1 < len(line) and TIGHT.match(line.text_at(end)) and line.words[end].glued:
        if not line.words[end + 1].glued or line.text_at(end - 1) == "-":
            break
        end += 2
    return Mark("skip", None, i, end)
