"""Reads a request for more time under a task card: until when, or how many days more."""

import re
from datetime import date, datetime, timedelta
from typing import Any

from language.answer import Answer, Reply, stamp
from language.cues import Span
from language.moments import PlainWeek, When, day_of
from language.numbers import number_at
from language.phrases import phrases

BECAUSE = ("vi", "do", "tai")
ADDING = ("them", "lui", "cham", "khat", "dai")

WEEKDAY_NAMES = {
    "t2": "thứ 2",
    "t3": "thứ 3",
    "t4": "thứ 4",
    "t5": "thứ 5",
    "t6": "thứ 6",
    "t7": "thứ 7",
    "cn": "chủ nhật",
}


def more_time(answer: Answer) -> Reply | None:
    strong, weak = answer.has("extend"), answer.has("extend_to")
    moment = answer.when
    days = _days_more(answer)
    told = bool(moment) and moment.kind != "every"
    if not strong and not (weak and (days or told)) and not _late_promise(answer):
        return None
    if not strong and answer.has("accept") and answer.cues.clauses and not (days or told):
        return None
    if _done_already(answer) and not strong:
        return None
    if _asks_about_limit(answer):
        return None
    slots = _new_limit(answer, days) | _reason(answer)
    return Reply("extend", slots, moment if told else None)


def _reason(answer: Answer) -> dict[str, Any]:
    """«…, phường chưa gửi số liệu»: the clause that speaks neither of the day nor of the wish."""
    for clause in answer.cues.clauses if len(answer.cues.clauses) > 1 else ():
        told = answer.cues.times & set(range(*clause))
        because = answer.line.bare_at(clause[0] - 1) in BECAUSE
        wish = answer.cues.within(clause, "extend", "extend_to", "accept") or _hands_in(
            answer, clause
        )
        if because or not (told or wish):
            return {"reason": answer.words(*clause)}
    return {}


def _hands_in(answer: Answer, clause: Span) -> bool:
    return answer.cues.within(clause, "submit", "submit_ask") and not answer.cues.within(
        clause, "not", "notyet"
    )


def _asks_about_limit(answer: Answer) -> bool:
    return (
        answer.asks
        and answer.has("notyet")
        and answer.line.bare_at(len(answer.line) - 1) in ("chua", "a", "?")
    )


def _done_already(answer: Answer) -> bool:
    shadows = ("future", "not", "notyet", "partly", "extend", "extend_to")
    to_come = ahead(answer) and not said_done(answer)
    return answer.has("done") and not answer.has(*shadows) and not to_come


def ahead(answer: Answer) -> bool:
    """Does it speak of a time still to come?"""
    last = answer.when.end or answer.when.start
    if isinstance(last, datetime):
        return last > answer.now
    return last is not None and last >= answer.now.date()


def said_done(answer: Answer) -> bool:
    return any(w.text in ("đã", "rồi", "r") or w.bare in ("da", "roi") for w in answer.line.words)


def _late_promise(answer: Answer) -> bool:
    """«đầu tuần sau e nộp nhé», «18/11 e gửi»: a day and a verb of handing in."""
    if not answer.when or answer.when.kind in ("every", "after") or not answer.has("submit"):
        return False
    if (
        answer.has("not", "notyet", "question")
        and not answer.has("submit_ask")
        and not _may_i(answer)
    ):
        return False
    if (
        answer.line.bare_at(0) == "da"
        and answer.line.text_at(0) != "dạ"
        and not answer.has("future")
    ):
        return False
    if _past_report(answer):
        return False
    last = answer.when.end or answer.when.start
    if last is None:
        return False
    soon = answer.due is not None and day_of(last) <= answer.due.date()
    if day_of(last) < answer.now.date():
        return answer.when.kind == "ask" or not answer.has("done")
    return not soon or (_by_weekday(answer) and answer.when.kind != "before")


def _may_i(answer: Answer) -> bool:
    """«mùng 1/12 em nộp được không ạ» asks for the day."""
    bare = " ".join(w.bare for w in answer.line.words)
    return "duoc khong" in bare or "dc ko" in bare or "dc khong" in bare or "duoc ko" in bare


def _past_report(answer: Answer) -> bool:
    bare = [w.bare for w in answer.line.words]
    texts = [w.text for w in answer.line.words]
    return (
        "đã" in texts
        or "rồi" in texts
        or "r" in bare
        or ("roi" in bare and not answer.has("future"))
    )


def _by_weekday(answer: Answer) -> bool:
    marks = [m.kind for m in answer.cues.marks]
    return "weekday" in marks and "week" not in marks and "date" not in marks


def _days_more(answer: Answer) -> int:
    """«xin thêm 2 ngày», «thêm 1 tuần»."""
    for i, word in enumerate(answer.line.words):
        if word.bare not in (*ADDING, "han"):
            continue
        number = number_at(answer.line, i + 1)
        if not number or not number.whole:
            continue
        unit, _ = (
            phrases("days", "unit").tag(answer.line, number.end)
            if number.end < len(answer.line)
            else ("", 0)
        )
        days = {"day": 1, "workday": 1, "week": 7, "month": 30}.get(unit, 0)
        if days:
            return int(number.value) * days
    return 0


def _new_limit(answer: Answer, days: int) -> dict[str, Any]:
    if days:
        start = (answer.due or answer.now).date()
        rolled = _working(start + timedelta(days=days))
        raw = _raw_days(answer)
        return {"add_days": days, "due": rolled.isoformat(), "due_raw": raw, "need_confirm": True}
    moment = answer.when
    if not moment or moment.start is None:
        return {"due": None, "due_raw": None, "need_confirm": True}
    raw = _raw(answer, moment)
    if moment.kind == "ask" and moment.why == "past" and moment.other and moment.other.start:
        return _past(moment.other.start, raw)
    due, vague = _limit(answer, moment)
    if due is None:
        return {"due": None, "due_raw": raw, "need_confirm": True}
    if day_of(due) < answer.now.date():
        return _past(due, raw)
    slots: dict[str, Any] = {"due": stamp(due), "due_raw": raw}
    if vague or _only_implied(answer):
        slots["need_confirm"] = True
    return slots


def _past(due: date | datetime, raw: str) -> dict[str, Any]:
    return {"due": stamp(due), "due_raw": raw, "need_confirm": True, "invalid": "past"}


def _only_implied(answer: Answer) -> bool:
    """A promise is not a request: it is asked."""
    bare = {w.bare for w in answer.line.words}
    asked = answer.has("extend") or bare & {"xin", "cho"} or _may_i(answer)
    return not asked or "moi" in bare


def _limit(answer: Answer, moment: When) -> tuple[date | datetime | None, bool]:
    due: date | datetime | None = moment.start
    if moment.kind == "span" and isinstance(moment.start, date) and moment.end is not None:
        long = (day_of(moment.end) - day_of(moment.start)).days
        if isinstance(moment.start, datetime):
            return moment.end, True
        return (moment.start, True) if long == 1 else (None, True)
    if due is not None and answer.due is not None and _by_weekday(answer):
        while day_of(due) <= answer.due.date():
            due += timedelta(days=7)
    return due, moment.kind == "ask"


def _working(day: date) -> date:
    while not PlainWeek().is_working_day(day):
        day += timedelta(days=1)
    return day


def _raw(answer: Answer, moment: When) -> str:
    start, end = moment.place
    inside = [i for i, w in enumerate(answer.line.words) if w.start >= start and w.end <= end]
    if not inside:
        return ""
    first = inside[0]
    while first < inside[-1] and answer.line.bare_at(first) in (
        "den",
        "toi",
        "truoc",
        "sang",
        "qua",
        "vao",
        "tu",
        "lui",
        "chuyen",
        "doi",
        "hoan",
        "gia",
        "han",
    ):
        first += 1
    text = _marked(answer, first, inside[-1] + 1)
    for short, full in WEEKDAY_NAMES.items():
        text = re.sub(rf"\b{short}\b", full, text)
    return text


def _marked(answer: Answer, start: int, end: int) -> str:
    """Time words with their marks again: «dau tuan sau» is «đầu tuần sau»."""
    words = {
        "dau": "đầu",
        "tuan": "tuần",
        "cuoi": "cuối",
        "giua": "giữa",
        "thang": "tháng",
        "thu": "thứ",
        "sau": "sau",
        "toi": "tới",
        "ngay": "ngày",
        "nua": "nữa",
        "mung": "mùng",
        "chieu": "chiều",
        "hom": "hôm",
        "het": "hết",
        "chu": "chủ",
        "nhat": "nhật",
        "gio": "giờ",
        "sang": "sáng",
        "thuw": "thứ",
        "nay": "này",
        "quy": "quý",
    }
    out = ""
    for i in range(start, end):
        word = answer.line.words[i]
        text = word.text if word.marked else words.get(word.bare, word.text)
        out += ("" if word.glued or not out else " ") + text
    return out


def _raw_days(answer: Answer) -> str:
    """«thêm 2 ngày», as it was counted."""
    for i, word in enumerate(answer.line.words):
        number = number_at(answer.line, i + 1) if word.bare in (*ADDING, "han") else None
        if number:
            verb = {"them": "thêm", "lui": "lùi", "cham": "chậm"}.get(word.bare, "thêm")
            return f"{verb} {_marked(answer, i + 1, number.end + 1)}"
    return ""


def promise(answer: Answer) -> Reply | None:
    """«mai em nộp» within the limit promises and changes nothing."""
    if (answer.when and answer.has("submit") and not answer.asks and not answer.has("done")) or (
        ahead(answer) and answer.has("done")
    ):
        return Reply("progress", {"note": answer.words(*answer.all)}, answer.when)
    return None
