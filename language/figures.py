"""Picks out of a report line what each number is: people, an organisation's, a measure, a time."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from language.numbers import Number, number_at
from language.phrases import Phrases, phrases
from language.vocabulary import book
from language.when_marks import mark_at
from language.words import Line

SECTIONS = (
    "total",
    "present",
    "planned",
    "absent",
    "sex",
    "approximate",
    "approximate_after",
    "delta",
    "fix",
    "nothing",
    "pairs",
    "vague",
    "people",
    "places",
    "labels",
    "chat",
)
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
SEPARATORS = (",", ";", "+", "&", "\n", ".", "|", "•", "*", "và")
YES_AFTER = ("a", "em", "e", "anh", "chi", "c", "ah")
ALWAYS_WORDS = ("khong", "nam", "ba", "sau", "bay", "tu", "mot")


@dataclass(slots=True)
class Item:
    kind: str
    value: Any
    start: int
    end: int
    role: str = ""  # what a number turned out to be
    grouped: bool = False
    approx: bool = False


def items_of(line: Line, organisations: Any) -> list[Item]:
    """The line as a row of items; times, phones, places and money are told apart first."""
    out: list[Item] = []
    i = 0
    while i < len(line):
        item = _item(line, i, organisations, out)
        out.append(item)
        i = item.end
    return out


def _item(line: Line, i: int, organisations: Any, before: list[Item]) -> Item:
    text = line.text_at(i)
    for found in (
        _ratio(line, i, before),
        _percent(line, i),
        _place(line, i),
        _time(line, i, before),
    ):
        if found:
            return found
    found = _number_in_words(line, i) or _named(line, i, organisations) or _number(line, i)
    if found:
        return found
    if text in SEPARATORS:
        return Item("sep", text, i, i + 1)
    if text in (":", "=", "là"):
        return Item("colon", text, i, i + 1)
    if text in ("-", "–", "—", "đến", "tới", "den", "toi", "~"):
        return Item("dash", text, i, i + 1)
    return Item("other" if text[0].isalnum() else "sign", text, i, i + 1)


# --- things that are no people ---------------------------------------------


def _ratio(line: Line, i: int, before: list[Item]) -> Item | None:
    """45/60, 45 trên 60: so many of so many."""
    word = line.words[i]
    if not word.digits or i + 2 >= len(line):
        return None
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


def _may_be_date(line: Line, i: int, second: Number, before: list[Item]) -> bool:
    if not (1 <= line.words[i].value <= 31 and 1 <= second.value <= 12):
        return False
    if second.end < len(line) and _people(line, second.end):
        return False
    last = next((b for b in reversed(before) if b.kind not in ("chat", "colon")), None)
    return not (last and last.kind in ("present", "absent", "people", "total"))


def _people(line: Line, j: int) -> bool:
    """«co» without marks is «có» before it is «cô»."""
    listed = phrases("figures", "people").at(line, j)[0]
    return bool(listed) and not phrases("figures", "present").at(line, j)[0]


def _is_date(line: Line, i: int, second: Number, before: list[Item]) -> bool:
    if not _may_be_date(line, i, second, before):
        return False
    if line.bare_at(i - 1) in ("ngay", "hom") or any(b.kind == "time" for b in before[-3:]):
        return True
    others = sum(w.digits for w in line.words) - 2
    return others > 0


def _percent(line: Line, i: int) -> Item | None:
    found = number_at(line, i) if line.words[i].digits else None
    if not found or (line.text_at(found.end) not in ("%",) and line.bare_at(found.end) != "phan"):
        return None
    if line.bare_at(found.end) == "phan" and line.bare_at(found.end + 1) != "tram":
        return None
    return Item("percent", found.value, i, found.end + 1 + (line.text_at(found.end) != "%"))


def _time(line: Line, i: int, before: list[Item]) -> Item | None:
    mark = mark_at(line, i)
    if not mark:
        return None
    digits = any(w.digits for w in line.words[mark.start : mark.end])
    if mark.kind == "skip":
        if phrases("figures", "planned").at(line, i)[0]:
            return None
        return Item("skip", None, i, mark.end) if digits and not _starts_number(line, i) else None
    if mark.kind not in TIMES:
        return None
    if mark.kind in ("year", "month", "week") and mark.value is None:
        return None
    if mark.kind == "month_day" and line.bare_at(i) != "ngay":
        return None
    if mark.kind == "date" and line.text_at(i + 1) in (".", "-") and line.bare_at(i - 1) != "ngay":
        return None
    if mark.kind == "duration" and not mark.value[2]:
        return None
    return Item("time", mark.kind, i, mark.end)


def _starts_number(line: Line, i: int) -> bool:
    """A number the clock reader only refused as a date: «20/30 người», «28.5 km»."""
    word = line.words[i]
    return word.digits and len(word.text) < 6 and not (word.text[0] == "0" and len(word.text) > 2)


@lru_cache(maxsize=1)
def _place_names() -> Phrases:
    return Phrases((name, name) for name in book("figures")["places"]["any"])


def _place(line: Line, i: int) -> Item | None:
    """«khu 3», «điểm 2»."""
    name, end = _place_names().tag(line, i)
    if not name or end >= len(line) or not 0 <= line.words[end].value < 100:
        return None
    if line.text_at(end + 1) in ("/", "%") and line.text_at(end + 2).isdecimal():
        return None
    if name in ("đường", "điểm") and phrases("figures", "units").at(line, end + 1)[0]:
        return None  # «1,5km đường 2 khối rác»
    return Item("place", f"{name} {line.words[end].value}", i, end + 1)


# --- words and numbers -----------------------------------------------------


def _named(line: Line, i: int, organisations: Any) -> Item | None:
    """The longest phrase of any list; an organisation before people before chatter."""
    best: Item | None = None
    for section in ("organisations", *SECTIONS):
        book = organisations if section == "organisations" else phrases("figures", section)
        tag, end = book.tag(line, i)
        if not tag or (section == "labels" and not _label(line, end)):
            continue
        if (
            section == "approximate"
            and not _counts(line, end)
            and line.text_at(i) not in ("~", "≈")
        ):
            continue
        if section == "places" or (
            section == "chat" and tag in ("of", "instead", "not_but") and not _counts(line, end)
        ):
            continue
        if best is None or end > best.end:
            kind = tag if section in ("sex", "delta") else section
            best = Item(kind, tag, i, end)
    return _settle(line, best) if best else None


def _settle(line: Line, item: Item) -> Item:
    word = line.words[item.start]
    if item.kind == "absent" and word.text == "vang" and line.bare_at(item.end) in YES_AFTER:
        return Item("chat", "any", item.start, item.end)  # «vang a 45 nguoi»
    if item.kind == "male" and not word.marked and word.bare == "nam" and not _sexes(line):
        return Item("other", word.text, item.start, item.end)
    if item.kind == "absent" and word.text == "vang":
        item.value = "vang"
    if item.kind == "absent" and word.bare in ("bo", "om", "ban") and not _counts(line, item.end):
        return Item("other", word.text, item.start, item.end)
    return item


def _sexes(line: Line) -> bool:
    return any(w.text == "nữ" or w.text == "nu" for w in line.words)


def _label(line: Line, j: int) -> bool:
    return line.text_at(j) in (":", "=") and number_at(line, j + 1) is not None


def _counts(line: Line, j: int) -> bool:
    return j < len(line) and (number_at(line, j) is not None)


def _number(line: Line, i: int) -> Item | None:
    found = number_at(line, i)
    if not found or (found.words and not _word_number(line, i, found)):
        return None
    if line.words[i].digits and len(line.words[i].text) > 6:
        return Item("skip", None, i, found.end)
    measure, end = _unit(line, found)
    if measure:
        return Item("measure", (found.value, measure), i, end)
    if not found.whole:
        return Item("skip", found.value, i, found.end)
    item = Item("num", int(found.value), i, found.end, grouped=found.grouped)
    tag, end = phrases("figures", "approximate_after").tag(line, found.end)
    if tag:
        item.approx, item.end = True, end
    return item


def _number_in_words(line: Line, i: int) -> Item | None:
    """«nam muoi» is fifty and no man, «tam muoi ba» may be eighty-three: then it is asked."""
    bare = line.bare_at(i)
    if line.words[i].marked or bare not in ("nam", "tam") or (bare == "nam" and _sexes(line)):
        return None
    item = _number(line, i)
    if not item or item.end <= i + 1 or item.kind != "num":
        return None
    item.approx = item.approx or bare == "tam"
    return item


def _word_number(line: Line, i: int, found: Number) -> bool:
    """A single unmarked word is a number only beside what it counts."""
    word = line.words[i]
    if found.end > i + 1:
        return True
    if word.bare == "khong":
        return False
    if word.marked or word.bare not in ALWAYS_WORDS:
        return len(line) == 1 or _beside(line, i, found.end)
    return _beside(line, i, found.end) and word.bare != "nam"


def _beside(line: Line, i: int, j: int) -> bool:
    sections = ("people", "organisations", "absent", "present", "planned")
    if j < len(line) and any(phrases("figures", s).at(line, j)[0] for s in sections):
        return True
    if j < len(line) and phrases("figures", "units").at(line, j)[0]:
        return True
    ends_here = j >= len(line) or line.text_at(j) in SEPARATORS
    return (
        ends_here
        and i > 0
        and any(
            phrases("figures", s).at(line, k)[1] == i
            for s in sections
            for k in range(max(0, i - 4), i)
        )
    )


def _says_more(line: Line, j: int) -> bool:
    """«60 co mat 45»: «co» is no flag here."""
    return any(phrases("figures", s).at(line, j)[0] for s in ("present", "planned", "absent"))


def _unit(line: Line, found: Number) -> tuple[str, int]:
    j = found.end
    tag, end = phrases("figures", "units").tag(line, j) if j < len(line) else ("", j)
    if not tag or (tag.startswith("other") and _says_more(line, j)):
        return "", j
    _, people_end = phrases("figures", "people").at(line, j)
    _, org_end = phrases("figures", "organisations").tag(line, j)
    if people_end > end or org_end >= end or (people_end == end and tag.startswith("guided")):
        return "", j
    text = line.text_at(j)
    if (
        text in ("m", "k", "đ", "t")
        and end == j + 1
        and not line.words[j].glued
        and not line.words[j].digits
    ):
        return ("", j) if text != "m" else (tag, end)
    if (
        tag.startswith("other")
        and text in ("điểm", "khu", "thôn", "tổ", "nhóm", "lần")
        and line.text_at(end).isdecimal()
    ):
        return "", j  # «20 khu 3»: a place follows
    if text == "con" and line.text_at(end).isdecimal():
        return "", j  # «thieu 3 con 42»
    if tag == "households*1" and text in ("nhà", "nha") and line.bare_at(j + 1) == "van":
        return "", j
    if text in ("giờ", "gio") or (
        tag.startswith("money") and text in ("đ", "d") and line.text_at(j + 1) == "/"
    ):
        return "", j
    more = line.text_at(end)
    if tag.startswith("money") and more.isdecimal() and line.words[end].glued and len(more) == 1:
        return f"{tag}+{more}", end + 1  # 1tr5
    return tag, end
