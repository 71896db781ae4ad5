"""Finds stretches of time and what comes back: «3 ngày nữa», «mỗi sáng», «trong ngày»."""

from collections.abc import Callable

from language.dates.lunar import lunar_mark
from language.dates.mark import Mark, also_follows, has_marks
from language.dates.mark_dates import date_mark, iso_mark, month_at, month_day_mark
from language.dates.mark_days import listed, offset_mark, relative, weekday_mark
from language.dates.mark_hours import HALF, clock_mark, part_mark
from language.line.numbers import Number, number_at
from language.line.phrases import phrases
from language.line.words import Line

DAYS_IN, IT = {"day": 1, "week": 7}, ("do", "day", "ay", "no")
MONTHS, ONE_ON = 12, ("-1", "0", "1")
EACH_OF = ("weekday", "part", "clock", "month_day", "edge")


def duration_mark(line: Line, i: int) -> Mark | None:
    """«3 ngày nữa», «nửa tiếng nữa», «1 tiếng rưỡi nữa», «2 ngày trước»; also «5 ngày» alone."""
    amount = _amount(line, i)
    if not amount:
        return None
    value, unit, j = amount
    if line.text_at(i) == "sau" and (has_marks(line) or line.bare_at(j) != "nua"):
        return None  # «sau ngày 30/11» is no «sáu ngày»
    if _is_hour_of_day(line, i, unit, j) or (unit == "month" and _day_of_that_month(line, i, j)):
        return None
    short_hour = unit == "hour" and any(w.text in ("h", "g") for w in line.words[i:j])
    sense, end = _sense(line, j, unit, short_hour)
    if sense and line.bare_at(end) == "khi" and unit not in ("minute", "hour"):
        return Mark("skip", None, i, end + 1)  # «3 ngày sau khi có kết luận»
    if sense and phrases("days", "until_then").at(line, end)[0]:
        return Mark("skip", None, i, end)  # «còn một tiếng nữa là sang năm mới»
    if sense:
        return Mark("duration", (value, unit, sense), i, end)
    if line.text_at(i - 1) in ("còn", "con") and line.text_at(j) in ("là", "la"):
        return Mark("duration", (value, unit, "ahead"), i, j)  # «còn 3 ngày là đến hạn»
    if line.bare_at(i - 1) == "day" and line.bare_at(i - 2) == "cach":
        return Mark("duration", (value, unit, "ago"), i, j)
    if line.bare_at(i - 1) in ("sau", "trong", "vong", "khoang", "noi"):
        if short_hour and value < 24:
            return None
        if not line.text_at(j).isdecimal():
            return Mark("duration", (value, unit, "ahead"), i, j)
    return _amount_alone(line, i, value, unit, j)


def beside_day_mark(line: Line, i: int) -> Mark | None:
    """«trước đó 5 ngày», «một tuần sau đấy»: counted from the day that was named before."""
    side, j = _beside_it(line, i)
    amount = _amount(line, j) if side and j < len(line) else None
    if amount:
        end = amount[2]
    else:
        amount = _amount(line, i)
        side, end = _beside_it(line, amount[2]) if amount else (0, i)
    days = DAYS_IN.get(amount[1]) if amount else None
    if not (amount and side and days):
        return None
    return Mark("next_day", side * int(amount[0] * days), i, end)


def _beside_it(line: Line, i: int) -> tuple[int, int]:
    """Before (−1) or after (1) «đó», and where it ends."""
    side = {"truoc": -1, "sau": 1}.get(line.bare_at(i), 0)
    return (side, i + 2) if line.bare_at(i + 1) in IT else (0, i)


def _day_of_that_month(line: Line, i: int, j: int) -> bool:
    """«25 tháng trước» is a day of it; «5 tháng trước», «18 tháng nữa» are so long ago, ahead."""
    which = phrases("days", "month").tag(line, j - 1)[0]
    return line.words[i].digits and MONTHS < line.words[i].value < 32 and which in ONE_ON


def _amount_alone(line: Line, i: int, value: float, unit: str, j: int) -> Mark | None:
    """«5 ngày», «2 ngày 1 đêm»: so long, from nowhere in particular."""
    nights = number_at(line, j) if unit == "day" else None
    if nights and line.bare_at(nights.end) == "dem":
        return Mark("duration", (value, unit, ""), i, nights.end + 1)
    if unit == "day" and line.text_at(j).isdecimal():
        return Mark("filler", None, i, j)  # «trong hai ngày 28 và 29»
    if value == 2 and line.bare_at(j) in ("cuoi", "dau") and line.bare_at(j + 1) == "tuan":
        return Mark("filler", None, i, j)  # «2 ngày cuối tuần»
    people = unit == "day" and line.words[i].digits and line.text_at(j - 1) == "ng"
    if people or unit in ("hour", "month", "year"):
        return None
    return Mark("duration", (value, unit, ""), i, j)


def _is_hour_of_day(line: Line, i: int, unit: str, j: int) -> bool:
    """«khoảng 8 giờ tối mai», «sau 15 giờ thứ sáu» are hours, «khoảng 8 tiếng nữa» a stretch."""
    if unit != "hour" or line.bare_at(j - 1) != "gio" or line.bare_at(j) in ("nua", "sau"):
        return False
    if line.bare_at(i - 1) == "khoang":
        return True
    days = (part_mark, weekday_mark, offset_mark, date_mark, month_day_mark)
    j += line.bare_at(j) in ("ngay", "hom") and not month_day_mark(line, j)
    return j < len(line) and any(see(line, j) for see in days)


def _amount(line: Line, i: int) -> tuple[float, str, int] | None:
    """How many of which unit, and where it ends: «1 tiếng rưỡi», «2h15»; «t8 tuần sau» is none."""
    if line.text_at(i - 1) in ("t", "th", "thứ", "thu"):
        return None
    half = line.text_at(i) in ("nửa", "nữa", "nua")
    number = Number(0.5, i + 1) if half else number_at(line, i)
    if not number or not 0 < number.value <= 1000 or number.end >= len(line):
        return None
    unit, j = phrases("days", "unit").tag(line, number.end)
    if not unit:
        return None
    if line.text_at(j) in HALF:
        return number.value + 0.5, unit, j + 1
    minutes = line.words[j].value if j < len(line) and line.words[j].glued else -1
    if unit == "hour" and 0 <= minutes < 60 and line.text_at(j + 1) in ("nữa", "nua", "p"):
        return number.value + minutes / 60, unit, j + 1
    return number.value, unit, j


def _sense(line: Line, j: int, unit: str, short_hour: bool) -> tuple[str, int]:
    """«nữa», «trước» after an amount; nothing where the word belongs to what follows."""
    sense, end = phrases("days", "later").tag(line, j) if j < len(line) else ("", j)
    if sense and _sense_belongs_to_next(line, j, end):
        return "", j
    if short_hour and line.bare_at(j) != "nua":
        return "", j
    if sense == "ago" and line.bare_at(j) == "roi" and unit not in ("day", "week", "month"):
        return "", j
    return sense, end


def _sense_belongs_to_next(line: Line, j: int, end: int) -> bool:
    """«2 ngày trước thứ 6»: the word opens what follows."""
    if line.bare_at(j) not in ("truoc", "sau", "toi") or end - j > 1:
        return False
    following = mark_ahead(line, end)
    return bool(following and following.kind in ("weekday", "date", "clock", "month_day"))


def every_mark(line: Line, i: int) -> Mark | None:
    tag, end = phrases("days", "every").tag(line, i)
    if tag == "EACH":
        following = mark_ahead(line, end)
        if not following or following.kind not in EACH_OF:
            return None
    rate, before, _ = tag.partition("_BEFORE")
    if before and not (also_follows(line, i + 1) and (rate != "EACH" or _each_before(line, i))):
        return None
    return Mark("every", rate, i, end) if tag else None


def _each_before(line: Line, i: int) -> bool:
    """«thứ 7 nào cũng», «sáng nào cũng»."""
    near = range(max(0, i - 3), i)
    listed = (phrases("days", "weekday"), phrases("days", "part"))
    return any(p.at(line, j)[1] == i for p in listed for j in near)


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
