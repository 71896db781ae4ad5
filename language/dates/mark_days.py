"""Finds weekdays and days told from today: «thứ 7», «ngày kia», «tuần sau»."""

from collections.abc import Callable
from itertools import takewhile

from language.dates.mark import (
    Mark,
    counted,
    counts_who,
    has_marks,
    measured,
    named,
    titled,
    titled_twice,
)
from language.dates.mark_dates import NO_DAY, month_at
from language.dates.mark_hours import after_weekday, clock_mark
from language.line.numbers import number_at
from language.line.phrases import phrases
from language.line.vocabulary import group
from language.line.words import Line

FAR = 12
NEAR = 3
NO_WEEKDAYS = ("8", "9", "tám", "tam", "chín", "chin")


def weekday_mark(line: Line, i: int) -> Mark | None:
    tag, end = phrases("days", "weekday").tag(line, i)
    if not tag or _no_weekday(line, i, end):
        return None
    days = [int(tag)]
    while line.words[end - 1].digits and _another_weekday(line, end):
        number = line.words[end + 1].value
        through = line.text_at(end) == "-"
        days.extend(range(days[-1] + 1, number - 1) if through else [number - 2])
        end += 2
    return Mark("weekday", tuple(days), i, end)


def no_weekday_mark(line: Line, i: int) -> Mark | None:
    """«thứ 8 họp», «sáng thứ 9», «t8 tuần sau»: said like a weekday, and there is none such."""
    named = line.text_at(i) in ("thứ", "thu")
    short = line.text_at(i) in ("t", "th") and i + 1 < len(line) and line.words[i + 1].glued
    if not (named or short) or line.text_at(i + 1) not in NO_WEEKDAYS:
        return None
    of_week = phrases("days", "week").tag(line, i + 2)[0] not in ("", "any")
    in_part = i > 0 and bool(phrases("days", "part").at(line, i - 1)[0])
    opens = of_week or in_part or (named and i == 0 and line.words[i + 1].digits)
    plain = opens and not counted(line, i + 2) and line.text_at(i + 2) not in ("/", "h")
    return Mark("date", NO_DAY, i, i + 2) if plain else None


def _no_weekday(line: Line, i: int, end: int) -> bool:
    """A count («thu 5 triệu»), a person («chị Thu 5 tuổi»), a share or «t 7» of something."""
    first, last = line.words[i], line.words[end - 1]
    if _is_ordinal(line, i, end) or (not last.digits and _is_rank(line, i, end)):
        return True
    what = counted(line, end) and not (_place_word(line, end) or _has_its_figure(line, end))
    if not first.marked and what:
        return True
    if last.digits and measured(line, end - 1):
        return True  # «thu 4,5 tạ rác»
    if first.text in ("thu", "thư") and titled(line, i) and titled_twice(line, i):
        return True  # «sdt c Thu Ba»
    if last.digits and i > 0 and first.text in ("thu", "thư") and named(line, i):
        return not _another_offered(line, end)
    if line.text_at(end) in ("%", "/") and line.text_at(end + 1).isdecimal():
        return line.text_at(end) == "%" or not _moment_at(line, end + 1)  # «t6/14h»
    return first.text == "t" and last.digits and not last.glued and end - i > 1


def _is_ordinal(line: Line, i: int, end: int) -> bool:
    """«ngõ thứ hai», «lần thứ 4», «đội thứ 3 từ trái»: one of what is counted."""
    if line.text_at(i) not in ("thứ", "thu"):
        return False
    nouns = phrases("days", "ordinal_of")
    near = (j for j in (i - 2, i - 1) if j >= 0)
    before = {tag: j for j in near for tag, at in nouns.all_at(line, j) if at == i}
    if "counts" in before or (before and phrases("days", "counted_from").at(line, end)[0]):
        return True
    if phrases("days", "next", "week").at(line, end)[0]:
        return False  # «dọn ngõ thứ 7 này»
    if "people" in before and counts_who(line, i):
        return False  # «dk 10 nguoi thu 7»
    if "people" in before:
        return line.bare_at(before["people"] - 1) not in group("days", "before_all")
    return "place" in before and _stands_by_itself(line, before["place"])


def _stands_by_itself(line: Line, i: int) -> bool:
    """«nhà tôi ở ngõ thứ hai»; in «dọn ngõ thứ 7» it is what is done, on some day."""
    alone = i == 0 or not line.text_at(i - 1).isalnum()
    return alone or line.bare_at(i - 1) in group("days", "before_place")


def _is_rank(line: Line, i: int, end: int) -> bool:
    """«về thứ ba hội thi», «xếp thứ tư toàn phường»."""
    near = {line.bare_at(j) for j in range(end, end + 3)}
    return line.bare_at(i - 1) in group("days", "before_rank") and bool(
        near & group("days", "ranked_in")
    )


def _moment_at(line: Line, j: int) -> bool:
    """An hour, or a date with its month: «14h», «26/11»."""
    month = line.words[j + 2].value if j + 2 < len(line) else 0
    return bool(clock_mark(line, j)) or (line.text_at(j + 1) == "/" and 1 <= month <= 12)


def _another_weekday(line: Line, j: int) -> bool:
    """«thứ 2, 4, 6»: one more figure that is no date, no hour and counts nothing."""
    if line.text_at(j) not in (",", "-", "và", "va", "&", "+"):
        return False
    if line.text_at(j + 1) not in ("2", "3", "4", "5", "6", "7"):
        return False
    after = line.text_at(j + 2)
    hour = ("h", "g", ":", ".", "giờ", "rưỡi", "ruoi", "kém", "kem")
    return after not in ("/", *hour, "-") and not counted(line, j + 2)


def _another_offered(line: Line, j: int) -> bool:
    """«hen chi thu 3 hoac thu 4»: two weekdays to choose from, nobody called Thu."""
    joined, after = phrases("days", "join").tag(line, j)
    return bool(joined) and bool(phrases("days", "weekday").tag(line, after)[0])


def _has_its_figure(line: Line, j: int) -> bool:
    """«thu 7 ccb dk 5 bac»: an organisation whose number follows in its clause."""
    found, end = phrases("figures", "organisations").at(line, j)
    near = takewhile(lambda k: line.text_at(k).isalnum(), range(end, min(end + NEAR, len(line))))
    return bool(found) and any(number_at(line, k) for k in near)


def _place_word(line: Line, j: int) -> bool:
    """«thu 7 khu 5 ra quân»: a place after a weekday is not what it counts."""
    return line.bare_at(j) in group("days", "place_or_person")


def offset_mark(line: Line, i: int) -> Mark | None:
    tags, end = phrases("days", "offset").at(line, i)
    if not tags:
        return None
    first = line.words[i]
    if first.text == "ngay" and line.text_at(end - 1) == "mot" and month_at(line, end):
        return None  # «ngay mot thang nam» is the first of May
    if first.text == "hn" and first.capital:
        return None  # «đi HN»
    if end == i + 1 and first.bare == "mai" and (named(line, i) or line.bare_at(end) == "oi"):
        return Mark("skip", None, i, end)
    if first.text == "nay" and end == i + 1 and not has_marks(line) and after_weekday(line, i):
        return None  # «thu bay nay» is «thứ bảy này»
    if end == i + 1 and first.bare in ("nay", "mot", "kia"):
        other_day = line.bare_at(i - 1) in ("hay", "hoac") and line.bare_at(i - 2) == "mai"
        other_day = other_day or _another_day_then(line, i) or _onwards(line, i)
        other_day = other_day or (i == 0 and line.bare_at(1) in ("e", "em", "toi", "tui", "minh"))
        alone = len(line) == 1 and not has_marks(line)
        if first.bare == "mot" and not (first.marked or alone or other_day or _hour_at(line, end)):
            return None
        if first.bare == "kia" and not other_day:
            return None
        return Mark("offset", int(tags[0]), i, end, sure=first.marked or first.bare != "mot")
    tag = min(tags, key=lambda t: abs(int(t)))
    return Mark("offset", int(tag), i, end)


def _onwards(line: Line, i: int) -> bool:
    """«tu mot tro di»."""
    return line.bare_at(i - 1) == "tu" and bool(phrases("days", "onwards").at(line, i + 1)[0])


def _another_day_then(line: Line, i: int) -> bool:
    """«mai tui no ranh, mot tui di»."""
    begins = line.text_at(i - 1) == "," and line.bare_at(i + 1) in group("days", "subject")
    return begins and any(line.bare_at(j) == "mai" for j in range(max(0, i - FAR), i))


def _hour_at(line: Line, j: int) -> bool:
    """«mot 8h»: the day after tomorrow, for no one counts so."""
    return j < len(line) and line.words[j].digits and clock_mark(line, j) is not None


def same_hour_mark(line: Line, i: int) -> Mark | None:
    """«giờ này mai», «mai giờ này»: this very hour, of the day that stands beside it."""
    _, end = phrases("days", "same_hour").at(line, i)
    if end == i:
        return None
    days = phrases("days", "offset", "weekday", "week")
    beside = days.at(line, end)[0] or any(days.at(line, j)[1] == i for j in (i - 3, i - 2, i - 1))
    return Mark("same_hour", None, i, end) if beside else None


def _is_a_name(line: Line, i: int) -> bool:
    """«gia hạn 139 cho Nam tới thứ 6»: a capital letter inside a line, or where others have their
    marks and it has none."""
    word = line.words[i]
    return word.capital and not (word.marked or line.shouted) and (i > 0 or line.accented)


def relative(section: str) -> Callable[[Line, int], Mark | None]:
    def match(line: Line, i: int) -> Mark | None:
        tag, end = phrases("days", section).tag(line, i)
        if not tag or titled(line, i) or (section in ("year", "quarter") and _is_a_name(line, i)):
            return None  # «anh Năm trước thứ 5», «anh Quý sau 30/11»
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
        if not tag or (section.startswith("fixed") and titled(line, i)):
            return None
        if line.bare_at(i) == "tet" and line.text_at(i - 1) in group("days", "before_tet"):
            return None  # «quà Tết cho hộ nghèo»
        if line.bare_at(i) == "tu" and titled(line, i):
            return None  # «d/c Tu nop truoc 30/11»
        return Mark(section, tag, i, end)

    return match


def next_mark(line: Line, i: int) -> Mark | None:
    tag, end = phrases("days", "next").tag(line, i)
    return Mark("next", tag, i, end) if tag else None


def join_mark(line: Line, i: int) -> Mark | None:
    tag, end = phrases("days", "join").tag(line, i)
    return Mark("join", tag, i, end) if tag else None
