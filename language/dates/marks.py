"""Finds the marks of time in a line: a weekday, a date, an hour, «trước», «tuần sau»."""

from collections.abc import Callable
from functools import cache

from language.dates.lunar import lunar_mark, lunar_sign_mark
from language.dates.mark import Mark, phone_mark, place_mark, vague_mark
from language.dates.mark_dates import (
    date_mark,
    first_day_mark,
    iso_mark,
    month_at,
    month_day_mark,
    no_day_mark,
    no_month_day_mark,
    period_mark,
    quarter_mark,
    short_month_mark,
    week_mark,
    year_mark,
)
from language.dates.mark_days import (
    join_mark,
    listed,
    next_mark,
    no_weekday_mark,
    offset_mark,
    relative,
    same_hour_mark,
    weekday_mark,
)
from language.dates.mark_hours import clock_mark, first_hour_mark, no_hour_mark, part_mark
from language.dates.mark_stretches import beside_day_mark, duration_mark, every_mark, today_mark
from language.line.phrases import phrases
from language.line.vocabulary import first_words, group
from language.line.words import Line, Word

OPENING = (
    *("weekday", "offset", "week", "month", "quarter", "year", "next", "edge", "office", "part"),
    *("part_day", "same_hour", "next_day", "weekend", "bound", "join", "today_limit", "every"),
    *("unit", "lunar", "lunar_day", "lunar_month", "fixed", "fixed_lunar", "filler", "vague"),
    "place_before",
)
"""The lists whose phrases begin a mark; the others stand beside one."""


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


def meant(line: Line, marks: list[Mark]) -> list[Mark]:
    """«không phải thứ 5 mà là thứ 6»: a moment that is denied is set aside."""
    out: list[Mark] = []
    denied, reached = False, -1
    for mark in marks:
        if line.text_at(mark.start) == "," or mark.start != reached:
            denied = False
        denied = denied or _denied_before(line, mark.start)
        reached = mark.end
        if not (denied or _compared_with(line, mark)):
            out.append(mark)
    return out


def in_order(line: Line, marks: list[Mark]) -> list[Mark]:
    """«thứ nhất …, thứ hai …», «ý kiến thứ ba»: the rank of what is said, and no weekday."""
    named = [m for m in marks if m.kind == "weekday"]
    spelled = [m for m in named if not line.words[m.end - 1].digits]
    ranks = {m.value for m in spelled if _ranked(line, m.start)}
    first = line.bare_words().find("thu nhat") if named else -1
    listed = named if first == 0 else spelled if first > 0 else []
    return [m for m in marks if not (m in listed or (m in spelled and m.value in ranks))]


def _ranked(line: Line, i: int) -> bool:
    nouns = phrases("days", "ordinal_of")
    near = range(max(0, i - 2), i)
    return any(tag == "any" and end == i for j in near for tag, end in nouns.all_at(line, j))


def without_length(line: Line, marks: list[Mark]) -> list[Mark]:
    """«trong 03 ngày, từ 30/11 đến 02/12»: how long it lasts, told beside its two ends."""
    told = [m for m in marks if m.kind == "duration" and _ends_follow(line, marks, m)]
    return [m for m in marks if m not in told and not (told and m.value == "within")]


def _ends_follow(line: Line, marks: list[Mark], length: Mark) -> bool:
    after = [m for m in marks if m.start >= length.end and line.text_at(m.start) != ","]
    return bool(after) and after[0].value == "from" and any(m.value == "until" for m in after)


def _compared_with(line: Line, mark: Mark) -> bool:
    """«hơn năm trước 0,5 điểm»: what was, to compare with."""
    past = mark.kind in ("week", "month", "quarter", "year") and (mark.value or 0) < 0
    return past and line.bare_at(mark.start - 1) in group("days", "compared")


def _denied_before(line: Line, i: int) -> bool:
    denied = phrases("days", "denied")
    return line.text_at(i) != "," and any(
        denied.at(line, j)[1] == i for j in (i - 1, i - 2, i - 3) if j >= 0
    )


def mark_at(line: Line, i: int) -> Mark | None:
    """Dates, figures and cues all ask for it: each word is looked at once."""
    if i not in line.seen:
        matchers = _MATCHERS if _may_open(line.words[i]) else ()
        line.seen[i] = next((mark for see in matchers if (mark := see(line, i))), None)
    found: Mark | None = line.seen[i]
    return found


def _may_open(word: Word) -> bool:
    """Most words begin no mark: that is seen at once."""
    return word.digits or not word.text.isalpha() or word.bare in _openers()


@cache
def _openers() -> frozenset[str]:
    return first_words("days", *OPENING) | first_words("numbers") | {"q", "t"}  # «q4», «t8»


_MATCHERS: tuple[Callable[[Line, int], Mark | None], ...] = (
    beside_day_mark,
    vague_mark,
    phone_mark,
    every_mark,
    place_mark,
    iso_mark,
    today_mark,
    period_mark,
    duration_mark,
    same_hour_mark,
    clock_mark,
    no_hour_mark,
    listed("fixed"),
    listed("fixed_lunar"),
    lunar_mark,
    weekday_mark,
    short_month_mark,
    no_weekday_mark,
    first_hour_mark,
    first_day_mark,
    no_day_mark,
    no_month_day_mark,
    date_mark,
    part_mark,
    offset_mark,
    listed("office"),
    listed("next_day"),
    listed("weekend"),
    month_day_mark,
    month_at,
    quarter_mark,
    week_mark,
    year_mark,
    relative("week"),
    relative("month"),
    relative("quarter"),
    relative("year"),
    listed("edge"),
    listed("bound"),
    join_mark,
    next_mark,
    lunar_sign_mark,
    listed("filler"),
)
