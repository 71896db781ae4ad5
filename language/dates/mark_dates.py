"""Finds what is written in figures: «30/11», «28-29/11», «tháng 12», «quý IV», «tuần 48»."""

from language.dates.mark import Mark, counted, measured
from language.line.numbers import Number, number_at
from language.line.phrases import phrases
from language.line.vocabulary import book, group
from language.line.words import Line

FRACTIONS = ((1, 2), (1, 3), (2, 3), (1, 4), (3, 4))  # «xong 3/4» is no third of April
RANGE_SIGNS = (
    *("-", "–", ",", "và", "va", "với", "voi", "đến", "den", "&", "+", "tới"),
    *("hay", "hoặc", "hoac"),
)
ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
IN_WORDS = {"một": 1, "mot": 1, "hai": 2, "ba": 3, "bốn": 4, "bon": 4, "tư": 4, "tu": 4}
COUNTED_TIMES = ("lan", "ky", "dot", "buoi", "cuoc", "ngay")
NEAR_DAY = 8
MONTHS, LAST_WEEKDAY = 12, 7
NO_DAY = (0, 0, None)


def iso_mark(line: Line, i: int) -> Mark | None:
    w = line.words
    if not (w[i].digits and len(w[i].text) == 4 and 1900 < w[i].value < 2200 and i + 4 < len(w)):
        return None
    if w[i + 1].text not in ("-", "/") or w[i + 3].text != w[i + 1].text:
        return None
    if not (w[i + 2].digits and w[i + 4].digits):
        return None
    return Mark("date", (w[i + 4].value, w[i + 2].value, w[i].value), i, i + 5)


def date_mark(line: Line, i: int) -> Mark | None:
    """30/11, 30.11, 30-11, 05/12/2026."""
    w = line.words
    if not _two_figures(line, i):
        return None
    sign, day, month = w[i + 1].text, w[i].value, w[i + 2].value
    year, end = _year_after(line, sign, i + 3)
    if year == 0:
        return Mark("skip", None, i, end)
    if not (w[i + 1].glued and w[i + 2].glued) and not (sign == "/" and month <= 12):
        return None
    other = _reads_otherwise(line, i, end, sign, day, month) or _is_share(line, i, end)
    if year is None and _is_a_name(line, i, end):
        return Mark("skip", None, i, end)
    if (other and year is None) or not (day and 1 <= month <= 12):
        return Mark("skip", None, i, end)
    return Mark("date", (day, month, year), i, end)


def _is_a_name(line: Line, i: int, end: int) -> bool:
    """«giải bóng 26/3», «quỹ 8/3»: called after a holiday; «quỹ 8/3 tới» is of that day."""
    named = phrases("days", "named_after")
    before = any(named.at(line, j)[1] == i for j in range(max(0, i - 3), i))
    feast = f"{line.words[i].value}-{line.words[i + 2].value}" in book("days")["fixed"]
    return before and feast and not phrases("days", "next").at(line, end)[0]


def no_day_mark(line: Line, i: int) -> Mark | None:
    """«hạn 32/12», «15/13/2026», «32/12» alone: written as a date, and there is no such day."""
    w = line.words
    if i + 2 >= len(w) or line.text_at(i + 1) != "/" or not (w[i + 1].glued and w[i + 2].glued):
        return None
    day, month, (year, end) = w[i].value, w[i + 2].value, _year_after(line, "/", i + 3)
    alone = i == 0 and end == len(line)
    meant = bool(year) or alone or _is_lead(line, i)
    too_late = 31 < day < 40 and 1 <= month <= 12 and meant
    full = bool(year) and len(line.text_at(end - 1)) == 4
    no_month = 1 <= day <= 31 and 12 < month < 100 and (full or alone)
    return Mark("date", (day, month, year), i, end) if too_late or no_month else None


def no_month_day_mark(line: Line, i: int) -> Mark | None:
    """«ngày 32», «trước ngày 45», «ngày 5 tháng 0»: said like a day, and there is none such."""
    lead = line.text_at(i) in ("ngày", "ngay")
    if (lead or _is_lead(line, i)) and _no_such_month_day(line, i + lead):
        return Mark("date", NO_DAY, i, i + lead + 3)
    if not lead or i + 1 >= len(line):
        return None
    after = line.text_at(i + 2)
    ends = not after or not after[0].isalnum() or line.bare_at(i + 2) in group("days", "polite")
    meant = ends and after not in ("/", "-", "%", "+")
    return Mark("date", NO_DAY, i, i + 2) if meant and 31 < line.words[i + 1].value < 100 else None


def _no_such_month_day(line: Line, i: int) -> bool:
    """«32 tháng 12», «5 tháng 13»."""
    figures = [line.text_at(j) for j in (i, i + 2)]
    if line.bare_at(i + 1) != "thang" or not all(f.isdecimal() and len(f) < 3 for f in figures):
        return False
    day, month = map(int, figures)
    return not (1 <= day <= 31 and 1 <= month <= MONTHS)


def _two_figures(line: Line, i: int) -> bool:
    w = line.words
    if not (w[i].digits and w[i].value <= 31 and len(w[i].text) < 3 and i + 2 < len(w)):
        return False
    return w[i + 1].text in "/.-" and w[i + 2].digits and len(w[i + 2].text) < 3


def _year_after(line: Line, sign: str, j: int) -> tuple[int | None, int]:
    """The year and where it ends; 0 for a third figure that is no year."""
    if line.text_at(j) != sign or j + 1 >= len(line) or not line.words[j + 1].digits:
        return None, j
    return _full_year(line.text_at(j + 1)) or 0, j + 2


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
    if sign == "." and i == 0 and month <= 12 and len(line.text_at(i + 2)) == 2:
        return measured(line, i) or counted(line, end)  # «3.12 chị nhớ họp»
    if sign == ".":
        return not (asked or (len(line.text_at(i + 2)) == 2 and (alone or day > 12))) or month > 12
    return not (asked or (day > 12 and (alone or i == 0)))


def _is_share(line: Line, i: int, end: int) -> bool:
    """«đạt 8/10», «6/9 khu», «3/4 số hộ»: so many of so many."""
    if line.text_at(i - 1) == "ngày":
        return False  # «ngày 11/6 đồng chí lên gặp»
    lesser = line.words[i].value <= line.words[i + 2].value
    if lesser and line.text_at(i - 1) in group("days", "before_share"):
        return True
    fraction = (line.words[i].value, line.words[i + 2].value) in FRACTIONS
    if fraction and i + 3 == end and _of_a_whole(line, i, end):
        return True
    told = (fraction and end == len(line)) or line.bare_at(end) in group("days", "after_share")
    if line.bare_at(i - 1) == "xong" and told:
        return True
    if not lesser and line.words[i].value > 12:
        return False  # «28/11 khu em họp» is no share
    return counted(line, end + (line.bare_at(end) in group("days", "share_of")))


def _of_a_whole(line: Line, i: int, end: int) -> bool:
    """«1/3 chưa ký cam kết», «3/4 tnv là sinh viên»: a part of what was counted."""
    if _is_lead(line, i):
        return False
    who = phrases("figures", "people", "organisations").at(line, end)[0]
    return bool(who) or line.bare_at(end) in group("days", "of_a_part")


def _is_lead(line: Line, i: int) -> bool:
    return line.bare_at(i - 1) in group("days", "before_date")


def first_day_mark(line: Line, i: int, depth: int = 0) -> Mark | None:
    """The first day of «28-29/11», «28, 29/11», «28 và 29 tháng 11», «28 đến 30/11»."""
    day, j = _small_number(line, i)
    if not 1 <= day <= 31 or line.text_at(j) not in RANGE_SIGNS or j + 1 >= len(line):
        return None
    through = line.bare_at(j + 1) == "het"
    if through and _to_the_end_of_a_month(line, i, j + 2):
        return Mark("month_day", day, i, j)
    after = j + 1 + through
    following = (
        date_mark(line, after) or month_day_mark(line, after) if after < len(line) else None
    )
    if not following and depth < 4:
        following = first_day_mark(line, j + 1, depth + 1)
    if not following or following.kind not in ("date", "month_day"):
        return None
    last = following.value if following.kind == "month_day" else following.value[0]
    return Mark("month_day", day, i, j) if last > day else None


def _to_the_end_of_a_month(line: Line, i: int, j: int) -> bool:
    """«26 đến hết tháng này»; «được 26 đến hết tháng này» counts something."""
    month = month_at(line, j) or phrases("days", "month").at(line, j)[0]
    return bool(month) and line.bare_at(i - 1) not in group("days", "counts_so_many")


def _small_number(line: Line, i: int) -> tuple[int, int]:
    """A day in figures, or in two words: «từ hai bảy đến hai chín tháng mười một»."""
    word = line.words[i]
    if word.digits:
        return (word.value if len(word.text) < 3 else 0), i + 1
    number = number_at(line, i)
    told = number and number.whole and number.end > i + 1
    return (int(number.value), number.end) if number and told else (0, i)


def month_day_mark(line: Line, i: int) -> Mark | None:
    """«ngày 30», «30 tháng 11 năm 2026»; «ngày» may be missing before «tháng»."""
    lead = line.text_at(i) in ("ngày", "ngay", "hôm")
    if _between_two(line, i) or _from_then_on(line, i):
        return Mark("month_day", line.words[i].value, i, i + 1)
    if not lead and (_behind_part(line, i) or _another_day(line, i)):
        return Mark("month_day", line.words[i].value, i, i + 1)
    number = number_at(line, i + lead)
    if not number or not number.whole or not 1 <= number.value <= 31 or number.grouped:
        return None
    j, day = number.end, int(number.value)
    if line.text_at(j) in ("/", "-", ".") and line.text_at(j + 1).isdecimal() and not number.words:
        return None
    month = month_at(line, j)
    if month:
        return Mark("date", (day, *month.value), i, month.end)
    plain = not number.words or number.end > i + 1
    which = phrases("days", "month").tag(line, j)[0] if plain else ""
    if which == "0" or (which in ("-1", "1") and (lead or day > MONTHS)):
        return Mark("month_day", day, i, j)  # «15 tháng này», «25 tháng trước»
    if not lead or (counted(line, j) and not _someone_acts(line, i, j)) or _is_duration(line, j):
        return None
    if line.text_at(j + 1).isdecimal() and line.bare_at(j + 2) in ("hang", "moi"):
        return Mark("skip", None, i, j + 2)  # «ngày 15 và 30 hàng tháng»: two days, so ask
    if line.text_at(i) == "hôm" and phrases("days", "next").tag(line, j)[0] != "past":
        return None  # only «hôm 21 vừa rồi»
    return Mark("month_day", day, i, j)


def _between_two(line: Line, i: int) -> bool:
    """«từ 25 đến 28» and nothing else: two days of a month."""
    first = i if line.bare_at(i - 1) == "tu" else i - 2
    if not (first > 0 and line.bare_at(first - 1) == "tu" and first + 2 < len(line)):
        return False
    days = 0 < line.words[first].value < line.words[first + 2].value < 32
    ends = all(word.bare in group("days", "polite") for word in line.words[first + 3 :])
    return days and ends and line.bare_at(first + 1) in ("den", "toi")


def _from_then_on(line: Line, i: int) -> bool:
    """«từ 21 trở đi»; «các khu từ 5 trở đi» are places."""
    opens = 0 < line.words[i].value < 32 and line.bare_at(i - 1) == "tu"
    onwards = line.bare_at(i + 1) == "tro" and line.bare_at(i + 2) == "di"
    return opens and onwards and line.bare_at(i - 2) not in group("days", "place_or_person")


def _someone_acts(line: Line, i: int, j: int) -> bool:
    """«ngay 5 bac nop», «trước ngày 30 khu nộp»: who does something then, and nothing counted."""
    place = line.text_at(i) == "ngày" or line.bare_at(i - 1) in group("days", "before_date")
    listed = group("days", "place_or_person" if place else "person_after")
    each = line.bare_at(i - 1) in ("moi", "mot", "1", "cu")
    return line.bare_at(j) in listed and not each and line.text_at(j + 1).isalpha()


def _behind_part(line: Line, i: int) -> bool:
    """«chiều 26», «sáng 28 nhé»: no hour is called so, and nothing is counted."""
    after = line.text_at(i + 1)
    if not 12 < line.words[i].value < 32 or after in ("/", "-", "%", ":", "h", "g", ".", "+"):
        return False
    if after.isdecimal() or counted(line, i + 1) or _people_or_unit(line, i + 1):
        return False
    parts = phrases("days", "part")
    return any(parts.at(line, j)[1] == i for j in (i - 1, i - 2) if j >= 0)


def _another_day(line: Line, i: int) -> bool:
    """«mai em bận, 28 em làm»: behind a comma, and somebody acts then."""
    if _second_day(line, i):
        return True
    number = 0 < line.words[i].value < 32 and line.text_at(i - 1) == ","
    acts = line.bare_at(i + 1) in group("days", "subject") and line.text_at(i + 2).isalpha()
    named = phrases("days", "offset", "weekday")
    return number and acts and any(named.at(line, j)[0] for j in range(max(0, i - NEAR_DAY), i))


def _second_day(line: Line, i: int) -> bool:
    """«vào ngày 1 và 15», «ngày 28 hay 29»: one more of them, and nothing is counted."""
    joined = line.text_at(i - 1) in ("và", "va", "hay", "hoặc", "hoac")
    first = line.text_at(i - 3) in ("ngày", "ngay") and line.text_at(i - 2).isdecimal()
    if not (joined and first and 0 < line.words[i].value < 32):
        return False
    after = line.text_at(i + 1)
    who = line.bare_at(i + 1) in group("days", "subject") and line.text_at(i + 2).isalpha()
    counts = after.isalnum() and not who and (counted(line, i + 1) or _people_or_unit(line, i + 1))
    return not counts and after not in ("/", "-", "%", ":", "h", "g", ".")


def _people_or_unit(line: Line, j: int) -> bool:
    return bool(phrases("figures", "people", "units", "organisations").at(line, j)[0])


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
    number = _tenth(line, i + 1) or number_at(line, i + 1) or _fourth(line, i + 1)
    if not number or not number.whole or not 1 <= number.value <= 12:
        return None
    if line.text_at(i + 1) == "sau":
        return None
    j = number.end if number.words else i + 2  # «tháng 11 30 người» must not swallow more
    for sign in ("/", "-", "năm", "nam"):
        if line.text_at(j) == sign and len(line.text_at(j + 1)) == 4 and line.words[j + 1].digits:
            return Mark("month_no", (int(number.value), line.words[j + 1].value), i, j + 2)
    j += line.bare_at(j) == "nay"  # «thang 12 nay»: this one, and no today
    return Mark("month_no", (int(number.value), None), i, j)


def short_month_mark(line: Line, i: int) -> Mark | None:
    """«đến hết t8», «cuối t12», «t4/2027»: no weekday is called so."""
    no = line.words[i + 1].value if i + 1 < len(line) and line.words[i + 1].glued else 0
    year = line.text_at(i + 3) if line.text_at(i + 2) == "/" else ""
    if line.text_at(i) == "t" and 1 <= no <= MONTHS and year.isdecimal() and len(year) == 4:
        return Mark("month_no", (no, _full_year(year)), i, i + 4)
    if line.text_at(i) != "t" or line.bare_at(i - 1) not in group("days", "of_month"):
        return None
    told = no == 1 or LAST_WEEKDAY < no <= MONTHS
    return Mark("month_no", (no, None), i, i + 2) if told else None


def _tenth(line: Line, i: int) -> Number | None:
    """«tháng mười năm nay» is no fifteenth."""
    told = line.bare_at(i) == "muoi" and phrases("days", "year").tag(line, i + 1)[0]
    return Number(10, i + 1, words=True) if told and told != "any" else None


def _fourth(line: Line, i: int) -> Number | None:
    """«tháng tư»: no other number is called so by itself."""
    alone = line.text_at(i) == "tư" or (line.text_at(i) == "tu" and i + 1 == len(line))
    return Number(4, i + 1, words=True) if alone else None


def quarter_mark(line: Line, i: int) -> Mark | None:
    glued = line.text_at(i) == "q" and line.text_at(i + 1).isdecimal() and line.words[i + 1].glued
    if line.bare_at(i) != "quy" and not glued:
        return None
    no = _quarter_no(line, i + 1)
    if not no:
        return None
    j, year = i + 2, None
    if line.bare_at(j) in ("/", "nam", "-") and len(line.text_at(j + 1)) == 4:
        year, j = line.words[j + 1].value, j + 2
    return Mark("quarter_no", (no, year), i, j) if year != -1 else None


def _quarter_no(line: Line, i: int) -> int:
    """«quý IV», «quý 4», «quý một năm tới»; «mỗi quý một lần» is no first quarter."""
    word = line.text_at(i)
    if word in ROMAN or word in ("1", "2", "3", "4"):
        return ROMAN.get(word) or int(word)
    year_follows = line.bare_at(i + 1) == "nam"
    plain = line.words[i].marked if i < len(line) else False
    told = year_follows or (plain and line.bare_at(i + 1) not in COUNTED_TIMES)
    return IN_WORDS.get(word, 0) if told else 0


def week_mark(line: Line, i: int) -> Mark | None:
    if line.bare_at(i) != "tuan" or not line.text_at(i + 1).isdecimal():
        return None
    no, year, j = line.words[i + 1].value, None, i + 2
    if line.bare_at(j) in ("/", "-", "nam") and len(line.text_at(j + 1)) == 4:
        year, j = line.words[j + 1].value, j + 2
    if not 1 <= no <= 53 or counted(line, i + 2) or year == -1:
        return None
    return Mark("week_no", (no, year), i, j)


def period_mark(line: Line, i: int) -> Mark | None:
    """«6 tháng đầu năm», «6 tháng cuối năm 2026», «9 tháng năm 2026»: months that are reported."""
    number = number_at(line, i)
    if not number or not number.whole or not 1 < number.value < 12:
        return None
    if line.text_at(number.end) not in ("tháng", "thang"):
        return None
    j, side = number.end + 1, {"dau": "start", "cuoi": "end"}.get(line.bare_at(number.end + 1), "")
    j += bool(side)
    if line.text_at(j) not in ("năm", "nam"):
        return None
    year = line.words[j + 1].value if j + 1 < len(line) else -1
    told = 1900 < year < 2100
    relative, end = phrases("days", "year").tag(line, j)
    if not (side or told):
        return None
    shift = int(relative) if relative.lstrip("-").isdecimal() else 0
    value = (int(number.value), side or "start", year if told else None, shift)
    return Mark("period", value, i, j + 2 if told else max(end, j + 1))


def year_mark(line: Line, i: int) -> Mark | None:
    if line.text_at(i) not in ("năm", "nam") or len(line.text_at(i + 1)) != 4:
        return None
    year = line.words[i + 1].value
    return Mark("year_no", year, i, i + 2) if 1900 < year < 2100 else None
