"""Works out until when more time is wanted, and in which words it was asked."""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import lru_cache
from itertools import pairwise

from language.answers.replies.answer import Answer, Slots, stamp
from language.dates.moments import PlainWeek, When, day_of
from language.line.numbers import number_at
from language.line.patterns import spelt
from language.line.phrases import phrases
from language.line.vocabulary import book, group

MAY_I = (*spelt("không", "hông"), "hong", "hem", "hk")
ADDING = ("them", "lui", "cham", "khat", "dai", "xin", "tre")
BETWEEN = ("lai", "tre")
UNTIL = ("den", "toi", "het", "truoc")
SHORT_WEEKDAY = re.compile(r"\b(?:t[2-7]|cn)\b")


def days_more(answer: Answer) -> int:
    """«xin thêm 2 ngày», «thêm 1 tuần»."""
    return next((days for _, _, days in _added(answer)), 0)


def _added(answer: Answer) -> Iterator[tuple[int, int, int]]:
    """Each verb of adding, where its number of days ends, and how many days that is."""
    for i, word in enumerate(answer.line.words):
        after = i + 1 + (answer.line.bare_at(i + 1) in BETWEEN)  # «lùi lại hai ngày»
        number = number_at(answer.line, after) if word.bare in (*ADDING, "han") else None
        if not number or not number.whole or number.end >= len(answer.line):
            continue
        unit, _ = phrases("days", "unit").tag(answer.line, number.end)
        days = {"day": 1, "workday": 1, "week": 7, "month": 30}.get(unit, 0)
        if days:
            yield i, number.end, int(number.value) * days


def new_limit(answer: Answer, days: int) -> Slots:
    if days:
        start = (answer.due or answer.now).date()
        rolled = _working(start + timedelta(days=days))
        raw = _raw_days(answer)
        return {"add_days": days, "due": rolled.isoformat(), "due_raw": raw, "need_confirm": True}
    moment = answer.when
    if not moment or moment.start is None:
        return {"due": None, "due_raw": None, "need_confirm": True}
    raw = raw_limit(answer, moment)
    if moment.kind == "ask" and moment.why == "past" and moment.other and moment.other.start:
        return _past(moment.other.start, raw)
    due, vague = _limit(answer, moment)
    if due is None:
        return {"due": None, "due_raw": raw, "need_confirm": True}
    if day_of(due) < answer.now.date():
        return _past(due, raw)
    slots: Slots = {"due": stamp(due), "due_raw": raw}
    if vague or _only_implied(answer):
        slots["need_confirm"] = True
    return slots


def _past(due: date | datetime, raw: str) -> Slots:
    return {"due": stamp(due), "due_raw": raw, "need_confirm": True, "invalid": "past"}


def _only_implied(answer: Answer) -> bool:
    """A promise is not a request: it is asked."""
    bare = {w.bare for w in answer.line.words}
    asked = answer.has("extend") or bare & {"xin", "cho"} or may_i(answer)
    return not asked or bool(bare & {"moi", "kip"})  # «thứ 6 không kịp» names no new day


def may_i(answer: Answer) -> bool:
    """«mùng 1/12 em nộp được không ạ» asks for the day."""
    pairs = pairwise(w.bare for w in answer.line.words)
    return any(a in ("duoc", "dc") and b in MAY_I for a, b in pairs)


def by_weekday(answer: Answer) -> bool:
    marks = [m.kind for m in answer.cues.marks]
    return "weekday" in marks and "week" not in marks and "date" not in marks


def _limit(answer: Answer, moment: When) -> tuple[date | datetime | None, bool]:
    due: date | datetime | None = moment.start
    if _is_part_of_day(moment) and answer.has("extend", "extend_to") and not _goes_to(answer):
        due = moment.end
    elif moment.kind == "span" and isinstance(moment.start, date) and moment.end is not None:
        long = (day_of(moment.end) - day_of(moment.start)).days
        if isinstance(moment.start, datetime):
            return moment.end, True
        return (moment.start, True) if long == 1 else (None, True)
    if due is not None and answer.due is not None and by_weekday(answer):
        while day_of(due) <= answer.due.date():
            due += timedelta(days=7)
    counted = any(m.kind == "duration" for m in answer.cues.marks)  # «sau 2 ngày»: from when?
    return due, counted or moment.kind == "ask"


def _is_part_of_day(moment: When) -> bool:
    """«đến sáng thứ 6»: until that morning is over."""
    first, last = moment.start, moment.end
    if not (isinstance(first, datetime) and isinstance(last, datetime)):
        return False
    return moment.kind == "span" and first.date() == last.date()


def _goes_to(answer: Answer) -> bool:
    """«xin sang thứ 4» is no morning, «đến sang thu 4» is one typed without marks."""
    line = answer.line
    parts = (m.start for m in answer.cues.marks if line.text_at(m.start) == "sang")
    return any(line.bare_at(i - 1) not in UNTIL for i in parts)


def _working(day: date) -> date:
    while not PlainWeek().is_working_day(day):
        day += timedelta(days=1)
    return day


def _raw_days(answer: Answer) -> str:
    """«thêm 2 ngày», as it was counted."""
    for i, end, _ in _added(answer):
        verb = {"lui": "lùi", "cham": "chậm"}.get(answer.line.bare_at(i), "thêm")
        return f"{verb} {marked_again(answer, i + 1, end + 1)}"
    return ""


@lru_cache(maxsize=1)
def _marked_words() -> dict[str, str]:
    listed = book("answers")["time_words"].items()
    return {bare: full for full, bares in listed for bare in bares}


def raw_limit(answer: Answer, moment: When) -> str:
    """«đầu tuần sau»: the wished limit, in the words it was asked with."""
    start, end = moment.place
    inside = [i for i, w in enumerate(answer.line.words) if w.start >= start and w.end <= end]
    if not inside:
        return ""
    first = inside[0]
    while first < inside[-1] and answer.line.bare_at(first) in group("answers", "before_limit"):
        first += 1
    text = marked_again(answer, first, inside[-1] + 1)
    return SHORT_WEEKDAY.sub(lambda short: _marked_words()[short[0]], text)


def marked_again(answer: Answer, start: int, end: int) -> str:
    """Time words with their marks again: «dau tuan sau» is «đầu tuần sau»."""
    out = ""
    for word in answer.line.words[start:end]:
        known = not word.marked and not SHORT_WEEKDAY.fullmatch(word.bare)
        text = _marked_words().get(word.bare, word.text) if known else word.text
        out += ("" if word.glued or not out else " ") + text
    return out
