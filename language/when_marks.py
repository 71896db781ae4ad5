"""Finds the marks of time in a line: a weekday, a date, an hour, «trước», «tuần sau»."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from language.numbers import Number, number_at
from language.phrases import phrases
from language.words import Line

SECTIONS = (
    "offset",
    "week",
    "month",
    "quarter",
    "year",
    "edge",
    "office",
    "part",
    "part_day",
    "bound",
    "every",
    "fixed",
    "fixed_lunar",
    "filler",
)
ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
OTHER_WORDS = ("di", "co", "nha", "be", "cau", "mo", "thay", "dc")  # «di thu 7» is no «dì Thu»
TIGHT = re.compile(r"[./\-]")


@dataclass(frozen=True, slots=True)
class Mark:
    kind: str
    value: Any
    start: int  # first word
    end: int  # the word after it
    sure: bool = True  # False: without marks the word could mean something else


def marks_of(line: Line) -> list[Mark]:
    """All marks in order; a word that belongs to none is left out."""
    out: list[Mark] = []
    i = 0
    while i < len(line):
        mark = mark_at(line, i)
        if mark and mark.kind != "skip":
            out.append(mark)
        i = mark.end if mark else i + 1
    return out


def mark_at(line: Line, i: int) -> Mark | None:
    for matcher in _MATCHERS:
        found = matcher(line, i)
        if found:
            return found
    return None


def has_marks(line: Line) -> bool:
    """Somebody who writes marks anywhere in the line means a bare word as it stands."""
    return any(word.marked for word in line.words)


# --- things that look like time and are not --------------------------------


def _vague(line: Line, i: int) -> Mark | None:
    _, end = phrases("days", "vague").at(line, i)
    if line.text_at(end) == "/":
        return None  # «24/7» is no date, «24/7/2027» is
    return Mark("skip", None, i, end) if end > i else None


def _phone(line: Line, i: int) -> Mark | None:
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


def _place(line: Line, i: int) -> Mark | None:
    """«tổ 3 khu 7», «đường 30/4», «NQ 18»: the number is a name."""
    _, end = phrases("days", "place_before").at(line, i)
    if end == i or end >= len(line) or not line.words[end].digits:
        return None
    if line.text_at(end + 1) in ("h", "giờ", "g", ":"):
        return None
    if line.text_at(end + 1) in ("người", "ng", "nguoi", "đ/c"):
        return None  # «điểm trường 15 ng»
    if line.bare_at(end - 1) in ("duong", "cau", "cong", "truong") and counted(line, end + 1):
        return None  # «1,5km đường 2 khối rác»
    end += 1
    while end + 1 < len(line) and TIGHT.match(line.text_at(end)) and line.words[end].glued:
        if not line.words[end + 1].glued or line.text_at(end - 1) == "-":
            break
        end += 2
    return Mark("skip", None, i, end)


def named(line: Line, i: int) -> bool:
    """Is the word at i the name of a person: «chị Mai», «giao Mai»?"""
    before = phrases("days", "name_before")
    for length in (3, 2, 1):
        if i >= length:
            tag, end = before.tag(line, i - length)
            if end == i and tag:
                title = line.words[i - 1]
                sure = tag == "any" and (title.marked or title.bare not in OTHER_WORDS)
                return sure or line.words[i].capital
    if i == 0 and line.words[i].capital and line.text_at(1) == ":":
        return True
    return line.words[i].capital and i > 0 and _capital_is_rare(line, i)


def _capital_is_rare(line: Line, i: int) -> bool:
    before = line.words[i - 1]
    if before.text in (".", "!", "?", "\n", ":", "-", "•", "…"):
        return False
    if before.bare in (
        "ngay",
        "sang",
        "chieu",
        "toi",
        "trua",
        "dem",
        "den",
        "hom",
        "som",
        "h",
        "gio",
    ):
        return False
    letters = [w for w in line.words if w.text.isalpha()]
    return 2 * sum(w.capital for w in letters) <= len(letters)


# --- dates in figures ------------------------------------------------------


def _iso(line: Line, i: int) -> Mark | None:
    w = line.words
    if not (w[i].digits and len(w[i].text) == 4 and 1900 < w[i].value < 2200 and i + 4 < len(w)):
        return None
    if w[i + 1].text != "-" or w[i + 3].text != "-" or not (w[i + 2].digits and w[i + 4].digits):
        return None
    return Mark("date", (w[i + 4].value, w[i + 2].value, w[i].value), i, i + 5)


def _date(line: Line, i: int) -> Mark | None:
    """30/11, 30.11, 30-11, 05/12/2026."""
    w = line.words
    if not (w[i].digits and w[i].value <= 31 and len(w[i].text) < 3 and i + 2 < len(w)):
        return None
    sign = w[i + 1].text
    if sign not in "/.-" or not w[i + 2].digits or len(w[i + 2].text) > 2:
        return None
    day, month, end, year = w[i].value, w[i + 2].value, i + 3, None
    if end + 1 < len(w) and w[end].text == sign and w[end + 1].digits:
        year = _full_year(w[end + 1].text)
        if year is None:
            return Mark("skip", None, i, end + 2)
        end += 2
    if not (w[i + 1].glued and w[i + 2].glued) and not (sign == "/" and month <= 12):
        return None
    if counted(line, end) or (year is None and _reads_otherwise(line, i, end, sign, day, month)):
        return Mark("skip", None, i, end)
    if month > 12 or not month or not day:
        return Mark("skip", None, i, end)
    return Mark("date", (day, month, year), i, end)


def _range_start(line: Line, i: int, depth: int = 0) -> Mark | None:
    """The first day of «28-29/11», «28, 29/11», «28 và 29 tháng 11», «28 đến 30/11»."""
    word, sign = line.words[i], line.text_at(i + 1)
    if not word.digits or not 1 <= word.value <= 31 or len(word.text) > 2:
        return None
    if sign not in ("-", "–", ",", "và", "va", "đến", "den", "&", "+", "tới") or i + 2 >= len(
        line
    ):
        return None
    following = (
        _date(line, i + 2)
        or _month_day(line, i + 2)
        or (_range_start(line, i + 2, depth + 1) if depth < 4 else None)
    )
    if not following or following.kind not in ("date", "month_day"):
        return None
    first = following.value if following.kind == "month_day" else following.value[0]
    return Mark("month_day", word.value, i, i + 1) if first > word.value else None


def _hour_range_start(line: Line, i: int) -> Mark | None:
    """The first hour of «7-9h sáng mai», «7 đến 9h»."""
    word = line.words[i]
    if not word.digits or len(word.text) > 2 or word.value > 23:
        return None
    if line.text_at(i + 1) not in ("-", "–", "đến", "den", "tới") or i + 2 >= len(line):
        return None
    if line.text_at(i - 1) in ("/", "-", ".", ":") or line.bare_at(i - 1) in ("thu", "t", "ngay"):
        return None
    last = _clock(line, i + 2)
    if not last or last.value[0] <= word.value:
        return None
    return Mark("clock", (word.value, 0, False), i, i + 1)


def _limit_today(line: Line, i: int) -> Mark | None:
    """«trong ngày», «hết ngày», when no other day follows."""
    _, end = phrases("days", "today_limit").at(line, i)
    if end == i:
        return None
    following = _day_at(line, end)
    if following and following.kind in ("offset", "date", "weekday", "month_day", "lunar", "week"):
        return None
    if end < len(line) and number_at(line, end):
        return None
    return Mark("limit_today", 0, i, end)


def _full_year(text: str) -> int | None:
    if len(text) == 4 and 1900 < int(text) < 2200:
        return int(text)
    return 2000 + int(text) if len(text) == 2 else None


def _reads_otherwise(line: Line, i: int, end: int, sign: str, day: int, month: int) -> bool:
    """A dot may be a decimal, a hyphen a range: a date only when nothing else is likely."""
    if sign == "/":
        return False
    if sign == "-" and end < len(line) and line.text_at(end) in ("/", "h", "g", "giờ", ":", "."):
        return True
    asked = i > 0 and _is_lead(line, i)
    alone = end == len(line) or not line.text_at(end).isalnum()
    if sign == ".":
        return not (asked or (len(line.text_at(i + 2)) == 2 and (alone or day > 12))) or month > 12
    return not (asked or (day > 12 and (alone or i == 0)))


def _is_lead(line: Line, i: int) -> bool:
    lead = line.bare_at(i - 1)
    return lead in (
        "ngay",
        "den",
        "toi",
        "truoc",
        "sau",
        "tu",
        "han",
        "het",
        "nhat",
        "la",
        "sang",
        "hom",
        "nhat",
        "deadline",
        "qua",
    )


def counted(line: Line, j: int) -> bool:
    """Does a thing that is counted stand here: «6/9 khu», «thu 5 triệu»?"""
    _, end = phrases("days", "counted_after").at(line, j) if j < len(line) else ("", j)
    if end == j:
        return False
    if line.words[j].text in ("anh", "em", "chị", "e", "a") or line.words[j].capital:
        return False
    return not (line.text_at(j) in ("m", "k", "đ") and not line.words[j].glued)


def _month_day(line: Line, i: int) -> Mark | None:
    """«ngày 30», «30 tháng 11 năm 2026»; «ngày» may be missing before «tháng»."""
    lead = line.bare_at(i) == "ngay" and line.text_at(i) in ("ngày", "ngay")
    number = number_at(line, i + lead)
    if not number or not number.whole or not 1 <= number.value <= 31 or number.grouped:
        return None
    j, day = number.end, int(number.value)
    if line.text_at(j) in ("/", "-", ".") and line.text_at(j + 1).isdecimal() and not number.words:
        return None
    month = month_at(line, j)
    if month:
        return Mark("date", (day, *month.value), i, month.end)
    if not lead or counted(line, j) or _is_duration(line, j):
        return None
    return Mark("month_day", day, i, j)


def _is_duration(line: Line, j: int) -> bool:
    tag, _ = phrases("days", "unit").tag(line, j) if j < len(line) else ("", j)
    return tag in ("day", "week", "month", "year") and line.bare_at(j) != "thang"


def month_at(line: Line, i: int) -> Mark | None:
    """«tháng 11», «tháng mười một», «tháng 11/2026», «tháng 11 năm 2026», «th11»."""
    if line.bare_at(i) not in ("thang", "thg"):
        return None
    tag, _end = phrases("days", "lunar_month").tag(line, i)
    if tag:
        return None
    number = number_at(line, i + 1)
    if (
        not number
        or not 1 <= number.value <= 12
        or not number.whole
        or line.text_at(i + 1) == "sau"
    ):
        return None
    j = number.end
    if not number.words:  # «tháng 11 30 người» must not swallow more
        j = i + 2
    for sign in ("/", "-", "năm", "nam"):
        if line.text_at(j) == sign and len(line.text_at(j + 1)) == 4 and line.words[j + 1].digits:
            return Mark("month_no", (int(number.value), line.words[j + 1].value), i, j + 2)
    return Mark("month_no", (int(number.value), None), i, j)


def _quarter_no(line: Line, i: int) -> Mark | None:
    glued = line.text_at(i) == "q" and line.text_at(i + 1).isdecimal() and line.words[i + 1].glued
    if line.bare_at(i) != "quy" and not glued:
        return None
    word = line.text_at(i + 1)
    no = ROMAN.get(word) or (int(word) if word in ("1", "2", "3", "4") else 0)
    if not no:
        return None
    j, year = i + 2, None
    if line.bare_at(j) in ("/", "nam", "-") and len(line.text_at(j + 1)) == 4:
        year, j = line.words[j + 1].value, j + 2
    return Mark("quarter_no", (no, year), i, j) if year != -1 else None


def _week_no(line: Line, i: int) -> Mark | None:
    if line.bare_at(i) != "tuan" or not line.text_at(i + 1).isdecimal():
        return None
    no = line.words[i + 1].value
    return Mark("week_no", no, i, i + 2) if 1 <= no <= 53 and not counted(line, i + 2) else None


def _year_no(line: Line, i: int) -> Mark | None:
    if line.text_at(i) not in ("năm", "nam") or len(line.text_at(i + 1)) != 4:
        return None
    year = line.words[i + 1].value
    return Mark("year_no", year, i, i + 2) if 1900 < year < 2100 else None


# --- the lunar calendar ----------------------------------------------------


def _lunar(line: Line, i: int) -> Mark | None:
    """«mùng 5», «mùng 5 tháng 3 âm», «rằm tháng giêng», «30 Tết», «28 tháng chạp»."""
    tag, j = phrases("days", "lunar_day").tag(line, i)
    if tag == "15":
        month, end = _lunar_month(line, j)
        return Mark("lunar", (15, month, True), i, end)
    if not tag and _named_month(line, i) and line.bare_at(i) == "thang":
        month, end = _lunar_month(line, i)
        return Mark("lunar_span", month, i, end)
    number = number_at(line, j)
    if not number or not number.whole or not 1 <= number.value <= 31:
        return None
    if not tag:
        return _year_end(line, i, int(number.value), number.end) or _lunar_number(line, i, number)
    if number.value > 10 and not number.words:
        return None
    day, j = int(number.value), number.end
    if line.text_at(j) == "/" and line.text_at(j + 1).isdecimal():
        mark, end = _lunar_word(line, j + 2)
        if mark:
            return Mark("lunar", (day, line.words[j + 1].value, True), i, end)
        return Mark("date", (day, line.words[j + 1].value, None), i, j + 2)
    if line.bare_at(j) == "tet":
        return Mark("lunar", (day, 1, True), i, j + 1)
    month, end = _lunar_month(line, j)
    surely, end = _lunar_word(line, end)
    return Mark(
        "lunar",
        (
            day,
            month,
            bool(surely)
            or (month in (1, 12) and end > j and surely != "solar" and _named_month(line, j)),
        ),
        i,
        end,
    )


def _named_month(line: Line, j: int) -> bool:
    return j < len(line) and bool(phrases("days", "lunar_month").tag(line, j)[0])


def _year_end(line: Line, i: int, day: int, j: int) -> Mark | None:
    if line.bare_at(j) == "tet" and day > 20:
        return Mark("lunar", (day, 12, True), i, j + 1)
    if _named_month(line, j):
        month, end = _lunar_month(line, j)
        return Mark("lunar", (day, month, True), i, end)
    return None


def _lunar_number(line: Line, i: int, number: Number) -> Mark | None:
    """«15 âm», «15 âm lịch»: a day of a lunar month that is not named."""
    tag, end = _lunar_word(line, number.end)
    sure = line.text_at(number.end) == "âm" or end > number.end + 1
    if tag != "mark" or not sure or number.value > 30:
        return None
    return Mark("lunar", (int(number.value), None, True), i, end)


def _lunar_month(line: Line, j: int) -> tuple[int | None, int]:
    if j >= len(line):
        return None, j
    tag, end = phrases("days", "lunar_month").tag(line, j)
    if tag:
        return int(tag), end
    found = month_at(line, j)
    return (found.value[0], found.end) if found else (None, j)


def _lunar_word(line: Line, j: int) -> tuple[str, int]:
    return phrases("days", "lunar").tag(line, j) if j < len(line) else ("", j)


def _lunar_sign(line: Line, i: int) -> Mark | None:
    tag, end = _lunar_word(line, i)
    if not tag or (line.bare_at(i) == "ta" or (line.text_at(i) == "am" and False)):
        return None
    return Mark("lunar_sign", tag, i, end)


# --- hours -----------------------------------------------------------------

_HOUR = ("h", "g", "giờ", "gio", "gìơ", "hh")


def _clock(line: Line, i: int) -> Mark | None:
    """8h30, 8:30, 8 giờ rưỡi, 3 giờ kém 10, tám giờ."""
    number = _hour_number(line, i)
    if not number or number.value > 24:
        return None
    hour, j = int(number.value), number.end
    sign = line.text_at(j)
    if sign == ":" or (sign == "." and _dotted_hour(line, i, j)):
        return _colon(line, i, hour, j)
    if sign in ("rưỡi", "ruoi", "rưởi") and hour <= 12 and not counted(line, j + 1):
        return Mark("clock", (hour, 30, False), i, j + 1)
    if sign not in _HOUR or (sign in ("h", "g", "hh") and number.words):
        return None
    if sign == "g" and not line.words[j].glued:
        return None
    minute, j = _minutes(line, j + 1)
    if minute is None:
        return None
    total = hour * 60 + minute
    if total > 24 * 60 or total < 0:
        return None
    certain = len(line.text_at(i)) == 2 and line.text_at(i)[0] == "0"
    return Mark("clock", (total // 60, total % 60, certain), i, j)


def _hour_number(line: Line, i: int) -> Any:
    word = line.words[i]
    if word.digits:
        if len(word.text) > 2:
            return None
        return Number(word.value, i + 1)
    number = number_at(line, i)
    return number if number and number.whole and 0 < number.value <= 24 else None


def _dotted_hour(line: Line, i: int, j: int) -> bool:
    """«8.30 sáng»: a dot between hour and minutes only with a part of the day after it."""
    if not (
        len(line.text_at(j + 1)) == 2 and line.text_at(j + 1).isdecimal() and line.words[j].glued
    ):
        return False
    return bool(phrases("days", "part").at(line, j + 2)[0]) if j + 2 < len(line) else False


def _colon(line: Line, i: int, hour: int, j: int) -> Mark | None:
    minute = line.text_at(j + 1)
    if not (minute.isdecimal() and len(minute) == 2 and int(minute) < 60):
        return None
    if not (line.words[j].glued and line.words[j + 1].glued) or (hour == 24 and int(minute)):
        return None
    end = j + 2
    if line.text_at(end) == ":" and line.text_at(end + 1).isdecimal():
        end += 2
    if line.text_at(end) in ("h", "p") and line.words[end].glued:
        end += 1
    certain = line.text_at(i)[0] == "0"
    return Mark("clock", (hour, int(minute), certain), i, end)


def _minutes(line: Line, j: int) -> tuple[int | None, int]:
    if line.text_at(j) in ("rưỡi", "ruoi", "rưởi"):
        return 30, j + 1
    less = line.bare_at(j) == "kem"
    number = number_at(line, j + less)
    if not number or not number.whole:
        return 0, j
    if not number.words and (len(line.text_at(j + less)) > 2 or number.end > j + less + 1):
        return 0, j
    unit = line.text_at(number.end)
    said = unit in ("phút", "phut", "p", "ph", "'", "’", "′")
    if number.value > 59:
        return (None if line.words[j].glued else 0), j
    if less:
        return -int(number.value), number.end + said
    if not said and not line.words[j].glued and _starts_other(line, j, number.end):
        return 0, j
    return int(number.value), number.end + said


def _starts_other(line: Line, j: int, end: int) -> bool:
    """«17h 30/11»: what follows the hour is a date; «8h 45 người»: a count."""
    if line.text_at(end) in ("/", "-", ".", ":") and line.text_at(end + 1).isdecimal():
        return True
    if line.text_at(end) in _HOUR or line.bare_at(end) == "thang":
        return True
    round_minutes = line.words[j].value in range(5, 60, 5) or not line.words[j].digits
    return not round_minutes or counted(line, end)


def _part(line: Line, i: int) -> Mark | None:
    tag, end = phrases("days", "part_day").tag(line, i)
    if tag:
        part, offset = tag.split()
        return Mark("part_day", (part, int(offset)), i, end)
    tag, end = phrases("days", "part").tag(line, i)
    if not tag or named(line, i):
        return None
    word = line.words[i]
    if word.text == "sang" and line.bare_at(i + 1) in ("tuan", "thang", "nam", "quy"):
        return None  # «sang tuần» is next week
    sure = word.marked or word.bare not in ("toi", "sang", "som")
    if not sure and tag == "evening" and _after_weekday(line, i):
        return None  # «thu 7 toi» is «thứ 7 tới»
    return Mark("part", tag, i, end, sure=sure)


def _after_weekday(line: Line, i: int) -> bool:
    weekdays = phrases("days", "weekday")
    return any(weekdays.tag(line, j)[1] == i for j in (i - 1, i - 2) if j >= 0)


# --- words -----------------------------------------------------------------


def _weekday(line: Line, i: int) -> Mark | None:
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


def _offset(line: Line, i: int) -> Mark | None:
    tags, end = phrases("days", "offset").at(line, i)
    if not tags:
        return None
    first = line.words[i]
    if end == i + 1 and first.bare == "mai" and named(line, i):
        return Mark("skip", None, i, end)
    if first.text == "nay" and end == i + 1 and not has_marks(line) and _after_weekday(line, i):
        return None  # «thu bay nay» is «thứ bảy này»
    if end == i + 1 and first.bare in ("nay", "mot"):
        other_day = line.bare_at(i - 1) in ("hay", "hoac") and line.bare_at(i - 2) == "mai"
        alone = len(line) == 1 and not has_marks(line)
        if first.bare == "mot" and not (first.marked or alone or other_day):
            return None
        return Mark("offset", int(tags[0]), i, end, sure=first.marked or first.bare != "mot")
    tag = min(tags, key=lambda t: abs(int(t)))
    return Mark("offset", int(tag), i, end)


def _relative(section: str) -> Callable[[Line, int], Mark | None]:
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


def _duration(line: Line, i: int) -> Mark | None:
    """«3 ngày nữa», «nửa tiếng nữa», «1 tiếng rưỡi nữa», «2 ngày trước»; also «5 ngày» alone."""
    half = line.text_at(i) in ("nửa", "nữa") or line.text_at(i) == "nua"
    number = None if half else number_at(line, i)
    if not half and (not number or number.value > 1000):
        return None
    value, j = (0.5, i + 1) if half or number is None else (number.value, number.end)
    unit, j = phrases("days", "unit").tag(line, j) if j < len(line) else ("", j)
    if not unit:
        return None
    short_hour = unit == "hour" and line.text_at(j - 1) in ("h", "g")
    if line.text_at(j) in ("rưỡi", "ruoi", "rưởi"):
        value, j = value + 0.5, j + 1
    elif unit == "hour" and line.text_at(j).isdecimal() and line.words[j].glued:
        minutes = line.words[j].value
        if minutes < 60 and line.text_at(j + 1) in ("nữa", "nua", "p"):
            value, j = value + minutes / 60, j + 1
    sense, end = phrases("days", "later").tag(line, j) if j < len(line) else ("", j)
    if line.text_at(i) == "sau" and (has_marks(line) or line.bare_at(j) != "nua"):
        return None  # «sau ngày 30/11» is no «sáu ngày»
    if sense and _sense_belongs_to_next(line, j, end):
        sense = ""
    if sense and short_hour and line.bare_at(j) != "nua":
        sense = ""
    if sense == "ago" and line.bare_at(j) == "roi" and unit not in ("day", "week", "month"):
        sense = ""
    if not sense and line.bare_at(i - 1) == "day" and line.bare_at(i - 2) == "cach":
        return Mark("duration", (value, unit, "ago"), i, j)
    if not sense and line.bare_at(i - 1) in ("sau", "trong", "vong", "khoang", "noi"):
        sense = "ahead"
        if short_hour:
            return None
        if line.text_at(j).isdecimal():
            return Mark("filler", None, i, j)  # «trong hai ngày 28 và 29»
        return Mark("duration", (value, unit, sense), i, j)
    if not sense and unit in ("hour", "month", "year"):
        return None
    if not sense and unit == "day" and line.words[i].digits and line.text_at(j - 1) == "ng":
        return None
    return Mark("duration", (value, unit, sense), i, end if sense else j)


def _sense_belongs_to_next(line: Line, j: int, end: int) -> bool:
    """«2 ngày trước thứ 6»: the word opens what follows."""
    if line.bare_at(j) not in ("truoc", "sau", "toi") or end - j > 1:
        return False
    following = _day_at(line, end)
    return bool(following and following.kind in ("weekday", "date", "clock", "month_day"))


def _every(line: Line, i: int) -> Mark | None:
    tag, end = phrases("days", "every").tag(line, i)
    if not tag:
        return None
    if tag == "EACH":
        following = _day_at(line, end)
        if not following or following.kind not in (
            "weekday",
            "part",
            "clock",
            "month_day",
            "edge",
        ):
            return None
    return Mark("every", tag, i, end)


def _tagged(section: str) -> Callable[[Line, int], Mark | None]:
    def match(line: Line, i: int) -> Mark | None:
        tag, end = phrases("days", section).tag(line, i)
        if not tag or (section.startswith("fixed") and named(line, i)):
            return None
        return Mark(section, tag, i, end)

    return match


def _next_word(line: Line, i: int) -> Mark | None:
    tag, end = phrases("days", "next").tag(line, i)
    return Mark("next", tag, i, end) if tag else None


def _join(line: Line, i: int) -> Mark | None:
    tag, end = phrases("days", "join").tag(line, i)
    return Mark("join", tag, i, end) if tag else None


def _day_at(line: Line, i: int) -> Mark | None:
    """A look ahead: only what needs no further look ahead, so that reading stays linear."""
    if i >= len(line):
        return None
    return next((found for matcher in _PLAIN if (found := matcher(line, i))), None)


_PLAIN: tuple[Callable[[Line, int], Mark | None], ...] = (
    _iso,
    _clock,
    _tagged("fixed"),
    _tagged("fixed_lunar"),
    _lunar,
    _weekday,
    _date,
    _part,
    _offset,
    _month_day,
    month_at,
    _relative("week"),
    _tagged("edge"),
)
_MATCHERS: tuple[Callable[[Line, int], Mark | None], ...] = (
    _vague,
    _phone,
    _every,
    _place,
    _iso,
    _limit_today,
    _duration,
    _clock,
    _tagged("fixed"),
    _tagged("fixed_lunar"),
    _lunar,
    _weekday,
    _hour_range_start,
    _range_start,
    _date,
    _part,
    _offset,
    _tagged("office"),
    _month_day,
    month_at,
    _quarter_no,
    _week_no,
    _year_no,
    _relative("week"),
    _relative("month"),
    _relative("quarter"),
    _relative("year"),
    _tagged("edge"),
    _tagged("bound"),
    _join,
    _next_word,
    _lunar_sign,
    _tagged("filler"),
)
