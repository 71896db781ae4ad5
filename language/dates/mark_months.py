"""Finds months, quarters, weeks and years by number: «tháng 12», «quý IV», «tuần 48»."""

from language.dates.mark import Mark, counted
from language.line.numbers import Number, number_at
from language.line.phrases import phrases
from language.line.words import Line

ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def month_at(line: Line, i: int) -> Mark | None:
    """«tháng 11», «tháng mười một», «tháng 11/2026», «tháng 11 năm 2026», «th11»."""
    if line.bare_at(i) not in ("thang", "thg"):
        return None
    tag, _end = phrases("days", "lunar_month").tag(line, i)
    if tag:
        return None
    number = number_at(line, i + 1) or _fourth(line, i + 1)
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


def _fourth(line: Line, i: int) -> Number | None:
    """«tháng tư»: no other number is called so by itself."""
    alone = line.text_at(i) == "tư" or (line.text_at(i) == "tu" and i + 1 == len(line))
    return Number(4, i + 1, words=True) if alone else None


def quarter_mark(line: Line, i: int) -> Mark | None:
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


def week_mark(line: Line, i: int) -> Mark | None:
    if line.bare_at(i) != "tuan" or not line.text_at(i + 1).isdecimal():
        return None
    no = line.words[i + 1].value
    return Mark("week_no", no, i, i + 2) if 1 <= no <= 53 and not counted(line, i + 2) else None


def year_mark(line: Line, i: int) -> Mark | None:
    if line.text_at(i) not in ("năm", "nam") or len(line.text_at(i + 1)) != 4:
        return None
    year = line.words[i + 1].value
    return Mark("year_no", year, i, i + 2) if 1900 < year < 2100 else None
