"""Finds stretches of time and what comes back: «3 ngày nữa», «mỗi sáng», «trong ngày»."""

from collections.abc import Callable

from language.mark import Mark, has_marks
from language.mark_dates import date_mark, iso_mark, month_day_mark
from language.mark_days import listed, offset_mark, relative, weekday_mark
from language.mark_hours import clock_mark, part_mark
from language.mark_lunar import lunar_mark
from language.mark_months import month_at
from language.numbers import number_at
from language.phrases import phrases
from language.words import Line


def duration_mark(line: Line, i: int) -> Mark | None:
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
    following = mark_ahead(line, end)
    return bool(following and following.kind in ("weekday", "date", "clock", "month_day"))


def every_mark(line: Line, i: int) -> Mark | None:
    tag, end = phrases("days", "every").tag(line, i)
    if not tag:
        return None
    if tag == "EACH":
        following = mark_ahead(line, end)
        if not following or following.kind not in (
            "weekday",
            "part",
            "clock",
            "month_day",
            "edge",
        ):
            return None
    return Mark("every", tag, i, end)


def today_mark(line: Line, i: int) -> Mark | None:
    """«trong ngày», «hết ngày», when no other day follows."""
    _, end = phrases("days", "today_limit").at(line, i)
    if end == i:
        return None
    following = mark_ahead(line, end)
    if following and following.kind in ("offset", "date", "weekday", "month_day", "lunar", "week"):
        return None
    if end < len(line) and number_at(line, end):
        return None
    return Mark("limit_today", 0, i, end)


def mark_ahead(line: Line, i: int) -> Mark | None:
    """A look ahead: only what needs no further look ahead, so that reading stays linear."""
    if i >= len(line):
        return None
    return next((found for matcher in PLAIN if (found := matcher(line, i))), None)


PLAIN: tuple[Callable[[Line, int], Mark | None], ...] = (
    iso_mark,
    clock_mark,
    listed("fixed"),
    listed("fixed_lunar"),
    lunar_mark,
    weekday_mark,
    date_mark,
    part_mark,
    offset_mark,
    month_day_mark,
    month_at,
    relative("week"),
    listed("edge"),
)
