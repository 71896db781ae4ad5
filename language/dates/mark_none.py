"""Sets aside what looks like a time and is not: phones, places, papers, vague words."""

import re

from language.dates.mark import Mark, counted, titled
from language.line.phrases import phrases
from language.line.words import Line


def vague_mark(line: Line, i: int) -> Mark | None:
    _, end = phrases("days", "vague").at(line, i)
    if line.text_at(end) == "/" or titled(line, i):
        return None  # «24/7» is no date, «24/7/2027» is; «đ/c Tu trước 30/11» has a name
    return Mark("skip", None, i, end) if end > i else None


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


TIGHT = re.compile(r"[./\-]")


def place_mark(line: Line, i: int) -> Mark | None:
    """«tổ 3 khu 7», «đường 30/4», «NQ 18»: the number is a name."""
    _, end = phrases("days", "place_before").at(line, i)
    if end == i or end >= len(line) or not line.words[end].digits:
        return None
    if line.text_at(end + 1) in ("h", "giờ", "g", ":"):
        return None
    if line.text_at(end + 1) in ("người", "ng", "nguoi", "chị", "bạn", "bác"):
        return None  # «điểm trường 15 ng»
    if line.bare_at(end - 1) in ("duong", "cau", "cong", "truong") and counted(line, end + 1):
        return None  # «1,5km đường 2 khối rác»
    end += 1
    while end + 1 < len(line) and TIGHT.match(line.text_at(end)) and line.words[end].glued:
        if not line.words[end + 1].glued or line.text_at(end - 1) == "-":
            break
        end += 2
    return Mark("skip", None, i, end)
