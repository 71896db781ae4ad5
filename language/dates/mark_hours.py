"""Finds hours and parts of the day: «8h30», «3 giờ kém 10», «sáng»."""

from language.dates.mark import Mark, counted, named
from language.line.numbers import Number, number_at
from language.line.phrases import phrases
from language.line.vocabulary import group
from language.line.words import Line

NEAR = 12  # words looked back at, so that a hostile line stays linear
HALF = ("rưỡi", "ruoi", "rưởi")
MINUTE = ("phút", "phut", "p", "ph", "'", "’", "′")
_HOUR = ("h", "g", "giờ", "gio", "gìơ", "hh")


def clock_mark(line: Line, i: int) -> Mark | None:
    """8h30, 8:30, 8 giờ rưỡi, 3 giờ kém 10, tám giờ."""
    number = _hour_number(line, i)
    if not number or number.value > 24 or _lasts(line, i, number.end):
        return None
    hour, j = int(number.value), number.end
    sign = line.text_at(j)
    if sign == ":" or (sign == "." and _dotted_hour(line, i, j)):
        return _colon(line, i, hour, j)
    if sign == "r" and line.words[j].glued and phrases("days", "part").at(line, j + 1)[0]:
        return Mark("clock", (hour, 30, False), i, j + 1)  # «8r sáng»
    if sign in HALF and hour <= 12 and not counted(line, j + 1):
        return Mark("clock", (hour, 30, False), i, j + 1)
    if sign not in _HOUR or (sign in ("h", "g", "hh") and number.words):
        return None
    if sign == "g" and not line.words[j].glued:
        return None
    return _hour_and_minutes(line, i, hour, j + 1)


def _lasts(line: Line, i: int, j: int) -> bool:
    """«làm mất 3 giờ mới xong»: so long, and no hour of the day."""
    if line.bare_at(j) not in ("gio", "h", "tieng"):
        return False
    lasting = phrases("days", "lasting")
    if line.bare_at(i - 2) in ("co", "gap") and line.text_at(i - 1) in ("mat", "mặt"):
        return False  # «co mat 7h», «gap mat 7h30» is there at seven
    return any(lasting.at(line, k)[1] == i for k in (i - 2, i - 1) if k >= 0)


def no_hour_mark(line: Line, i: int) -> Mark | None:
    """«25h», «8h70»: written as an hour of the day, and there is none such; «48h» are two days."""
    word = line.words[i]
    if not word.digits or len(word.text) > 2 or line.text_at(i + 1) not in _HOUR:
        return None
    minute = line.words[i + 2].value if i + 2 < len(line) and line.words[i + 2].glued else 0
    if word.value * 60 + minute <= 24 * 60 and minute <= 59:
        return None
    if (word.value % 12 == 0 and minute <= 0) or not line.words[i + 1].glued:
        return None
    return Mark("no_hour", None, i, i + 2 + (minute > 0))


def _hour_and_minutes(line: Line, i: int, hour: int, j: int) -> Mark | None:
    minute, end = _minutes(line, j)
    if minute is None or not 0 <= hour * 60 + minute <= 24 * 60:
        return None
    certain = len(line.text_at(i)) == 2 and line.text_at(i)[0] == "0"
    return Mark("clock", (*divmod(hour * 60 + minute, 60), certain), i, end)


def _hour_number(line: Line, i: int) -> Number | None:
    word = line.words[i]
    if word.digits:
        return Number(word.value, i + 1) if len(word.text) < 3 else None
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
    """The minutes after an hour (none: no such hour) and where they end."""
    if line.text_at(j) in HALF:
        return 30, j + 1
    less = line.bare_at(j) == "kem"
    number = number_at(line, j + less)
    if not number or not number.whole:
        return 0, j
    if not number.words and (len(line.text_at(j + less)) > 2 or number.end > j + less + 1):
        return 0, j
    if number.value > 59:
        return (None if line.words[j].glued else 0), j
    said = line.text_at(number.end) in MINUTE
    if not (less or said or line.words[j].glued) and _starts_other(line, j, number.end):
        return 0, j
    return int(-number.value if less else number.value), number.end + said


def _starts_other(line: Line, j: int, end: int) -> bool:
    """«17h 30/11»: what follows the hour is a date; «8h 45 người»: a count."""
    if line.text_at(end) in ("/", "-", ".", ":") and line.text_at(end + 1).isdecimal():
        return True
    if line.text_at(end) in _HOUR or line.bare_at(end) == "thang":
        return True
    if line.words[j].value == 0 and len(line.text_at(j)) != 2:
        return True
    if len(line.text_at(j)) == 2 and _nothing_counted(line, end):
        return False  # «trước 23 giờ 59 là phải gửi»
    round_minutes = line.words[j].value in range(0, 60, 5) or not line.words[j].digits
    return not round_minutes or counted(line, end)


def _nothing_counted(line: Line, j: int) -> bool:
    return not line.text_at(j).isalnum() or line.bare_at(j) in group("days", "behind_minutes")


def first_hour_mark(line: Line, i: int) -> Mark | None:
    """The first hour of «7-9h sáng mai», «7 đến 9h»."""
    word = line.words[i]
    if not word.digits or len(word.text) > 2 or word.value > 23:
        return None
    if line.text_at(i + 1) not in ("-", "–", "đến", "den", "tới") or i + 2 >= len(line):
        return None
    if line.text_at(i - 1) in ("/", "-", ".", ":") or line.bare_at(i - 1) in ("thu", "t", "ngay"):
        return None
    last = clock_mark(line, i + 2)
    if not last or last.value[0] <= word.value:
        return None
    return Mark("clock", (word.value, 0, False), i, i + 1)


def part_mark(line: Line, i: int) -> Mark | None:
    tag, end = phrases("days", "part_day").tag(line, i)
    if tag:
        part, offset = tag.split()
        return Mark("part_day", (part, int(offset)), i, end)
    tag, end = phrases("days", "part").tag(line, i)
    word = line.words[i]
    if not tag and word.text == "sang" and _behind_hour(line, i):
        tag, end = "morning", i + 1  # one bare word in a line with marks: «7h30 sang thứ 7»
    if not tag or named(line, i) or phrases("days", "bound").at(line, i)[1] > end:
        return None  # «sớm nhất là thứ 6»
    if word.text == "sang" and _moves_to(line, i):
        return None
    if _already(line, i, end):
        return None
    if word.text == "bs" and not (_day_follows(line, end) or _behind_hour(line, i)):
        return None  # «bs rồi gửi lại»: bổ sung
    if word.text == "toi" and tag == "evening" and _speaker(line, i):
        return None
    sure = word.marked or word.bare not in ("toi", "sang", "som")
    if not sure and tag == "evening" and (after_weekday(line, i) or _until(line, i)):
        return None  # «thu 7 toi» is «thứ 7 tới»
    return Mark("part", tag, i, end, sure=sure)


def _already(line: Line, i: int, end: int) -> bool:
    """«khuya rồi, anh ngủ đi»: how late it is, and no hour of anything."""
    opens = i == 0 or not line.text_at(i - 1).isalnum()
    return opens and end == i + 1 and line.text_at(end) in ("rồi", "roi", "r", "rùi", "lắm", "quá")


def _day_follows(line: Line, j: int) -> bool:
    """«bs t5», «bs mai»."""
    return bool(
        phrases("days", "weekday").at(line, j)[0] or phrases("days", "offset").at(line, j)[0]
    )


def _speaker(line: Line, i: int) -> bool:
    """«chieu mai toi nop»: behind a moment and before a deed, «toi» is the one who speaks."""
    after = line.bare_at(i + 1)
    if not after.isalpha() or after in group("days", "after_evening") or _behind_hour(line, i):
        return False
    if _day_follows(line, i + 1) or phrases("days", "month").at(line, i + 1)[0]:
        return False
    return i > 0 and _moment_ends(line, i)


def _moment_ends(line: Line, i: int) -> bool:
    """Does a day or a part of a day end right before the word at i?"""
    near = range(max(0, i - 3), i)
    listed = (phrases("days", "offset"), phrases("days", "part"), phrases("days", "part_day"))
    return any(p.at(line, j)[1] == i for p in listed for j in near) or after_weekday(line, i)


def _moves_to(line: Line, i: int) -> bool:
    """«sang tuần», «doi tu 8h sang 9h»: without its mark a word of moving, not the morning."""
    after = line.bare_at(i + 1)
    if after in ("tuan", "thang", "nam", "quy") or phrases("days", "part").at(line, i + 1)[0]:
        return True
    if after == "ngay" and line.bare_at(i + 3) == "moi":
        return True  # «sang ngay 27 moi gui duoc»
    if _behind_hour(line, i) or _moved_already(line, i):
        return False
    if line.bare_at(i - 2) in ("cho", "xin") and line.bare_at(i - 1) in group("days", "subject"):
        return True  # «cho em sang thu 6»
    return any(_moving_at(line, j, i) for j in range(max(0, i - NEAR), i))


def _moved_already(line: Line, i: int) -> bool:
    """«doi han thanh sang thu 5», «lui sang sang thu 5»: the word before has moved it."""
    return line.bare_at(i - 1) in ("thanh", "sang") and line.bare_at(i - 2) != "hoan"


def _behind_hour(line: Line, i: int) -> bool:
    """«8h sang thu 7», but not «8h sang 9h»."""
    before = any(_hour_ends(line, j, i) for j in (i - 2, i - 3, i - 4))
    return before and not (i + 1 < len(line) and clock_mark(line, i + 1))


def _hour_ends(line: Line, j: int, end: int) -> bool:
    clock = clock_mark(line, j) if j >= 0 else None
    return clock is not None and clock.end == end


def _moving_at(line: Line, j: int, i: int) -> bool:
    """«doi lich», «lui han tu»: a verb of moving and what is moved."""
    tag, end = phrases("days", "moving").tag(line, j)
    if line.bare_at(j) == "thanh":
        return False  # «hoan thanh sang thu 7»
    return bool(tag) and (end == i or line.bare_at(end) in group("days", "moved_thing"))


def _until(line: Line, i: int) -> bool:
    """«tu nay toi thu 6», «gia han toi 27/11»: without its mark «tới», not the evening."""
    if not (line.bare_at(i + 1) in ("thu", "ngay", "cuoi") or line.bare_at(i + 1).isdecimal()):
        return False
    opened = phrases("days", "opened")
    return any(
        opened.tag(line, j)[0] and line.bare_at(j - 1) != "thu" for j in range(max(0, i - NEAR), i)
    )


def after_weekday(line: Line, i: int) -> bool:
    weekdays = phrases("days", "weekday")
    return any(weekdays.tag(line, j)[1] == i for j in (i - 1, i - 2) if j >= 0)
