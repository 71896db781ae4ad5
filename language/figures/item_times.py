"""Takes ratios, shares, places and times out of a report line: they count nobody."""

from functools import lru_cache

from language.dates.mark import Mark, measured
from language.dates.marks import mark_at
from language.figures.headcount import Item
from language.line.numbers import Number, digit_at, number_at
from language.line.phrases import Phrases, phrases
from language.line.vocabulary import book, group
from language.line.words import Line

TIMES = (
    "date",
    "weekday",
    "clock",
    "month_day",
    "month_no",
    "offset",
    "part",
    "part_day",
    "week",
    "week_no",
    "month",
    "office",
    "lunar",
    "fixed",
    "fixed_lunar",
    "duration",
    "every",
    "year_no",
    "quarter_no",
    "limit_today",
    "year",
)

MANY_WEEKS = 4
TEXT_ENDS = (":", ",", ";", ".")
DISTRICTS, HOUSES = 100, 10_000
LAST_DAY = 31
"""So far do people number their khu and their houses."""
REACH = 12
LATE, LATE_REACH = ("muon", "tre", "cham", "som"), 3
GATHERED = ("chi hội", "đội", "nhóm", "lớp")


def ratio_item(line: Line, i: int, before: list[Item]) -> Item | None:
    """45/60, 45 trên 60: so many of so many."""
    word = line.words[i]
    if i + 2 >= len(line):
        return None
    if not word.digits:
        return _ratio_in_words(line, i)
    _, j = phrases("figures", "people").at(line, i + 1)
    of, j = phrases("figures", "chat").tag(line, j) if j < len(line) else ("", j)
    second = number_at(line, j) if of == "of" and j < len(line) and line.words[j].digits else None
    if not second or line.text_at(second.end) == "/" or not second.whole:
        return None
    if line.text_at(j - 1) == "/" and _is_date(line, i, second, before):
        return None
    item = Item("ratio", (word.value, int(second.value)), i, second.end)
    item.approx = line.text_at(i + 1) == "/" and _may_be_date(line, i, second, before)
    return item


def _ratio_in_words(line: Line, i: int) -> Item | None:
    """«mười trên mười bốn», «chín người trên mười hai»: the fewer of the more."""
    came = number_at(line, i)
    if not came:
        return None
    _, j = phrases("figures", "people").at(line, came.end)
    of, j = phrases("figures", "chat").tag(line, j)
    whole = number_at(line, j) if of == "of" else None
    if not whole or not (came.whole and whole.whole and came.value <= whole.value):
        return None
    if not any(word.marked for word in line.words[i : whole.end]):
        return None
    if phrases("figures", "units").at(line, whole.end)[0]:
        return Item("vague", "any", i, whole.end)  # «hai trên ba cây số»
    return Item("ratio", (int(came.value), int(whole.value)), i, whole.end)


def _is_day_and_month(line: Line, i: int, second: Number) -> bool:
    return 1 <= line.words[i].value <= 31 and 1 <= second.value <= 12


def _may_be_date(line: Line, i: int, second: Number, before: list[Item]) -> bool:
    if not _is_day_and_month(line, i, second):
        return False
    if second.end < len(line) and _who_follows(line, second.end):
        return False
    last = next((b for b in reversed(before) if b.kind not in ("chat", "colon")), None)
    return not (last and last.kind in ("present", "absent", "people", "total"))


def _counts_them(line: Line, j: int) -> bool:
    """«thôn 21 người», but «khu 7 người dân 20», «khu 7 người 20»."""
    if line.bare_at(j + 1) not in ("nguoi", "ng"):
        return False
    after = (number_at(line, k) for k in (j + 2, j + 3))
    return line.words[j].digits and not any(after)


def _ends_with_people(line: Line, j: int) -> bool:
    """Nothing but who they are follows in this clause."""
    listed, end = phrases("figures", "people").at(line, j)
    return bool(listed) and line.text_at(end) in ("", *TEXT_ENDS)


def _who_follows(line: Line, j: int) -> bool:
    """«5/8 người», «5/8 tn»: so many of them; «28/11 dtn 25» has a figure of its own."""
    tag, end = phrases("figures", "organisations").tag(line, j)
    return _people(line, j) or (bool(tag) and number_at(line, end) is None)


def _people(line: Line, j: int) -> bool:
    """«co» without marks is «có» before it is «cô»."""
    listed = phrases("figures", "people").at(line, j)[0]
    return bool(listed) and not phrases("figures", "present").at(line, j)[0]


def _is_date(line: Line, i: int, second: Number, before: list[Item]) -> bool:
    if line.bare_at(i - 1) in ("ngay", "hom") and _is_day_and_month(line, i, second):
        return True  # «dk 12 nguoi ngay 5/12»
    if not _may_be_date(line, i, second, before):
        return False
    if before and before[-1].kind == "organisations":
        return False  # «dtn 10/12, ccb 5/5»
    if any(b.kind == "time" for b in before[-3:]):
        return True
    others = sum(w.digits for w in line.words) - 2
    return others > 0


def percent_item(line: Line, i: int) -> Item | None:
    found = number_at(line, i) if line.words[i].digits else None
    if not found or (line.text_at(found.end) not in ("%",) and line.bare_at(found.end) != "phan"):
        return None
    if line.bare_at(found.end) == "phan" and line.bare_at(found.end + 1) != "tram":
        return None
    return Item("percent", found.value, i, found.end + 1 + (line.text_at(found.end) != "%"))


NUMBERED = 2
"""«phường 3»: a word, and its number."""
PLACE_DIGITS = 2
"""«K12» is a khu, «K100» is none."""


def _is_amount(line: Line, i: int, mark: Mark) -> bool:
    """«8 giờ công»: of hours that were worked, not of the clock; the unit ends behind the mark."""
    number = number_at(line, i)
    tag, end = phrases("figures", "units").tag(line, number.end) if number else ("", 0)
    return end > mark.end and bool(tag) and not tag.startswith("other")


def _late_by(line: Line, i: int) -> bool:
    """«đến muộn 15p»: minutes; «gv 3 ph 10» are parents."""
    near = range(max(0, i - LATE_REACH), i)
    said = any(line.bare_at(j) in LATE for j in near) or line.bare_at(i + 2) == "nua"
    short = line.bare_at(i + 1) in ("p", "ph") and line.words[i + 1].glued
    return said and short and line.words[i].digits


def _is_a_day(line: Line, i: int) -> bool:
    """«hôm 28 có ai đăng ký chưa», «bữa 5»: a day, and nobody is counted."""
    day = line.bare_at(i) in ("hom", "bua") and number_at(line, i + 1)
    written = day and line.words[i + 1].digits and 1 <= day.value <= LAST_DAY
    return bool(written) and not _who_follows(line, i + 2)


def time_item(line: Line, i: int, before: list[Item]) -> Item | None:
    if _late_by(line, i):
        return Item("time", "duration", i, i + 2)
    if _is_a_day(line, i):
        return Item("time", "month_day", i, i + 2)
    mark = mark_at(line, i)
    if not mark or _is_amount(line, i, mark):
        return None
    digits = any(w.digits for w in line.words[mark.start : mark.end])
    if mark.kind == "skip":
        if phrases("figures", "planned").at(line, i)[0]:
            return None
        told = _starts_number(line, i) or _is_one_of_several(line, mark, before)
        last = line.words[mark.end - 1]
        number = last.value if last.digits and mark.end - i == NUMBERED else None
        return Item("skip", number, i, mark.end) if digits and not told else None
    if mark.kind not in TIMES:
        return None
    if mark.kind in ("year", "month", "week") and mark.value is None:
        return None
    if mark.kind == "month_day" and line.bare_at(i) != "ngay":
        return None
    if mark.kind == "date" and line.text_at(i + 1) in (".", "-") and line.bare_at(i - 1) != "ngay":
        return None
    if mark.kind == "duration" and (not mark.value[2] or _counts_people(line, mark)):
        return None
    if mark.kind == "every" and line.bare_at(mark.end - 1) == "nam" and _people(line, mark.end):
        return None  # «có mỗi năm bác»
    if mark.kind == "weekday" and line.bare_at(mark.end) in ("truoc", "trc"):
        return Item("time", "past", i, mark.end + 1)  # «t7 trước»
    return Item("time", "past" if _is_past(mark) else mark.kind, i, mark.end)


def _is_past(mark: Mark) -> bool:
    return mark.kind in ("week", "month") and mark.value < 0


def _is_one_of_several(line: Line, mark: Mark, before: list[Item]) -> bool:
    """«chi đoàn 7, còn lại bà con 18», «LĐLĐ phường 4, CĐ cơ sở 36»: how many of it came, for
    others follow with their own."""
    body = line.bare_at(mark.end - 2) == "doan" or (before and before[-1].kind == "organisations")
    if not body or line.text_at(mark.end) not in TEXT_ENDS:
        return False
    rest, after = phrases("figures", "chat").tag(line, mark.end + 1)
    start = after if rest == "rest" else mark.end + 1
    tag, end = phrases("figures", "organisations").tag(line, start)
    if not _place_names().tag(line, end)[0]:
        _, end = phrases("figures", "chat").tag(line, end)  # «CĐ cơ sở 36»
    return bool(tag) and number_at(line, end) is not None


def _counts_people(line: Line, mark: Mark) -> bool:
    """«3 ng nữa», «tuần này 25 tuần trước 30»: the figure of a report, no stretch of time."""
    amount, unit, _ = mark.value
    if unit == "week" and amount > MANY_WEEKS:
        return True
    return any(word.text == "ng" for word in line.words[mark.start : mark.end])


def _starts_number(line: Line, i: int) -> bool:
    """A number the clock reader only refused as a date: «20/30 người», «28.5 km»."""
    word = line.words[i]
    return word.digits and len(word.text) < 6 and not (word.text[0] == "0" and len(word.text) > 2)


@lru_cache(maxsize=1)
def _place_names() -> Phrases:
    return Phrases((name, name) for name in book("figures")["places"]["any"])


def _by_letter(line: Line, i: int) -> bool:
    """«K2», «P3»: a khu or a phố by its letter, written in one."""
    named = line.text_at(i) in ("k", "p") and not line.words[i].glued and i + 1 < len(line)
    return named and line.words[i + 1].glued and len(line.text_at(i + 1)) <= PLACE_DIGITS


def place_item(line: Line, i: int, before: list[Item]) -> Item | None:
    """«khu 3», «điểm 2», «K2»."""
    name, end = _place_names().tag(line, i)
    if _by_letter(line, i):
        return Item("place", f"{line.text_at(i)}{line.text_at(i + 1)}", i, i + 2)
    if _is_in_a_series(line, i):
        return Item("place", f"{line.text_at(i)} {_ordinal(line, i + 1)}", i, i + 2)
    if name and _said_in_words(line, i, end):
        return Item("place", f"{name} {_ordinal(line, end)}", i, end + 1)
    most = HOUSES if name in group("figures", "house_numbers") else DISTRICTS
    if not name or end >= len(line) or not 0 <= line.words[end].value < most:
        return None
    if line.text_at(end + 1) in ("/", "%") and line.text_at(end + 2).isdecimal():
        return None
    if line.bare_at(end + 1) in ("nguoi", "ng") and i > 0 and line.words[i - 1].digits:
        return None  # «5 tổ 45 người»
    if _people(line, end + 1) and (name in GATHERED or _counts_them(line, end)):
        return None  # «chi hội 15 chị em», «đường thôn 21 người»
    if before and before[-1].kind == "organisations" and _ends_with_people(line, end + 1):
        return None  # «phụ nữ thôn 12 chị»
    if measured(line, end):
        return None  # «tổ 1,5 tấn rác», «cống 300 m»
    if name in ("đường", "điểm") and phrases("figures", "units").at(line, end + 1)[0]:
        return None  # «1,5km đường 2 khối rác»
    last = _class_end(line, end + 1)
    letters = "".join(word.text for word in line.words[end + 1 : last])
    return Item("place", f"{name} {line.words[end].value}{letters.upper()}", i, last)


def _said_in_words(line: Line, i: int, j: int) -> bool:
    """«điểm khu bốn có ba mươi hai người»: the fourth, where a figure of its own follows."""
    number = number_at(line, j)
    if line.text_at(i) not in group("figures", "series") or not number or number.end != j + 1:
        return False
    if line.words[j].digits or not line.words[j].marked or not _ordinal(line, j):
        return False
    lists = phrases("figures", "people", "units", "organisations", "beside")
    counts = lists.at(line, j + 1)[0] and line.text_at(j + 1) not in ("có",)
    figures = (number_at(line, k) for k in range(j + 1, min(len(line), j + REACH)))
    return not counts and any(figures)


def _is_in_a_series(line: Line, i: int) -> bool:
    """«tổ một mười hai người tổ hai chín người», «ca 1 10 bạn, ca 2 12 bạn»: one after another."""
    if line.text_at(i) not in group("figures", "series"):
        return False
    at = _ordinal(line, i + 1)
    near = range(max(0, i - REACH), min(len(line), i + REACH))
    same = (j for j in near if j != i and line.text_at(j) == line.text_at(i))
    return bool(at) and _numbers_one(line, i) and any(_next_to(line, j, at) for j in same)


def _next_to(line: Line, j: int, at: int) -> bool:
    return abs(_ordinal(line, j + 1) - at) == 1 and _numbers_one(line, j)


def _numbers_one(line: Line, i: int) -> bool:
    """Does a figure follow the number that it is called by?"""
    return number_at(line, i + 2) is not None and bool(_ordinal(line, i + 1))


def _ordinal(line: Line, j: int) -> int:
    if j < len(line) and line.words[j].digits:
        return line.words[j].value if line.words[j].value < DISTRICTS else 0
    return digit_at(line, j)


def _class_end(line: Line, j: int) -> int:
    """«lớp 11A2»: the letter and the figure that are typed on to it."""
    letter = j < len(line) and line.words[j].glued and len(line.text_at(j)) == 1
    if not letter or not line.text_at(j).isalpha():
        return j
    figure = j + 1 < len(line) and line.words[j + 1].glued and line.words[j + 1].digits
    return j + 1 + figure
