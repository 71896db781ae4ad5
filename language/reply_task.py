"""Answers to a task card: accepted, in progress, blocked, done, more time, not mine."""

import re
from datetime import date, datetime, timedelta
from typing import Any

from language.answer import Answer, Reply, stamp
from language.moments import PlainWeek, When, day_of
from language.numbers import number_at
from language.phrases import phrases

TASK_WORDS = ("nv", "viec", "so", "vu", "ma", "#")
TASK_CODE = re.compile(r"nv-?\d{4}-0*(\d{1,4})", re.IGNORECASE)
MONEY = ("k", "tr", "trieu")


def about_task(answer: Answer) -> Reply | None:
    """Negation first, then the limit, then the state; a bare yes last."""
    task = task_number(answer)
    for reader in (
        _noise,
        _no,
        _more_time,
        _question,
        _stuck,
        _how_far,
        _done,
        _promise,
        _yes,
        _away,
    ):
        found = reader(answer)
        if found:
            return _with_task(found, task)
    return None


def _with_task(found: Reply, task: str) -> Reply:
    if task and found.intent in ("done", "accept", "extend", "progress", "blocked", "decline"):
        return Reply(found.intent, {"task": task, **found.slots}, found.when)
    return found


def task_number(answer: Answer) -> str:
    """«nv 0152», «việc 147», «xong 147», «NV-2026-0147»: without the leading zeros."""
    code = TASK_CODE.search(answer.text)
    if code:
        return code[1]
    w = answer.line.words
    for i, word in enumerate(w):
        if (
            not word.digits
            or not 2 <= len(word.text) <= 4
            or answer.line.text_at(i + 1) in ("%", "/", "h", ".")
        ):
            continue
        before = answer.line.bare_at(i - 1)
        lone = any(
            b == i
            for sort in ("done", "extend", "accept")
            for _, b in answer.cues.spans.get(sort, ())
        )
        counted = (
            phrases("days", "counted_after").at(answer.line, i + 1)[0] if i + 1 < len(w) else []
        )
        if before in TASK_WORDS or (lone and len(word.text) >= 2 and not counted):
            return word.text.lstrip("0")
    return ""


def _noise(answer: Answer) -> Reply | None:
    if len(answer.line) == 1 and answer.line.text_at(0) in ("?", ".", "…"):
        return Reply("noise", {"kind": "unclear"})
    return None


# --- no --------------------------------------------------------------------


def _no(answer: Answer) -> Reply | None:
    if not answer.has("decline") or (answer.asks and not answer.has("not")):
        return None
    if answer.has("done") and not answer.has("not", "notyet"):
        return None
    return Reply("decline", _reason(answer))


def _reason(answer: Answer) -> dict[str, Any]:
    a, _ = answer.cues.first("decline") or (0, 0)
    slots: dict[str, Any] = {"reason": None}
    for clause in answer.cues.clauses:
        if any(clause[0] <= x < clause[1] and y - x > 1 for x, y in answer.cues.spans["decline"]):
            continue
        slots["reason"] = answer.words(*clause)
        break
    if slots["reason"] is None and not answer.cues.covered(answer.all, "decline", "not"):
        away = next((s for s in answer.cues.spans.get("away", ()) if s[1] - s[0] > 1), None)
        slots["reason"] = answer.words(*(away or (0, a or len(answer.line))))
    giving = [
        s
        for s in answer.cues.spans["decline"]
        if answer.line.bare_at(s[0]) in ("giao", "nho", "chuyen", "phan", "cu")
    ]
    if giving and "nhầm" not in answer.words(*giving[0]):
        slots["proposal"] = answer.words(min(giving)[0], max(b for _, b in giving))
    return slots


def _away(answer: Answer) -> Reply | None:
    """Being away is no answer yet: it is asked what should happen."""
    if answer.has("away"):
        return Reply("blocked", {"note": answer.words(*answer.all), "need_confirm": True})
    return None


# --- more time -------------------------------------------------------------


def _more_time(answer: Answer) -> Reply | None:
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
    return Reply("extend", _new_limit(answer, days), moment if told else None)


def _asks_about_limit(answer: Answer) -> bool:
    return (
        answer.asks
        and answer.has("notyet")
        and answer.line.bare_at(len(answer.line) - 1) in ("chua", "a", "?")
    )


def _done_already(answer: Answer) -> bool:
    return answer.has("done") and not answer.has(
        "future", "not", "notyet", "partly", "extend", "extend_to"
    )


def _late_promise(answer: Answer) -> bool:
    """«đầu tuần sau e nộp nhé», «18/11 e gửi», «chắc phải tuần sau»: a day and a verb of handing in."""
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
    return not soon or _by_weekday(answer)


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
        if word.bare not in ("them", "lui", "cham", "han", "khat", "dai"):
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


WEEKDAY_NAMES = {
    "t2": "thứ 2",
    "t3": "thứ 3",
    "t4": "thứ 4",
    "t5": "thứ 5",
    "t6": "thứ 6",
    "t7": "thứ 7",
    "cn": "chủ nhật",
}


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
    words = {"dau": "đầu", "tuan": "tuần", "cuoi": "cuối", "giua": "giữa", "thang": "tháng", "thu": "thứ", "sau": "sau",
             "toi": "tới", "ngay": "ngày", "nua": "nữa", "mung": "mùng", "chieu": "chiều", "hom": "hôm", "het": "hết",
             "chu": "chủ", "nhat": "nhật", "gio": "giờ", "sang": "sáng", "thuw": "thứ", "nay": "này", "quy": "quý"}  # fmt: skip
    out = ""
    for i in range(start, end):
        word = answer.line.words[i]
        text = word.text if word.marked else words.get(word.bare, word.text)
        out += ("" if word.glued or not out else " ") + text
    return out


def _raw_days(answer: Answer) -> str:
    i = next(
        i
        for i, w in enumerate(answer.line.words)
        if w.bare in ("them", "lui", "cham", "khat", "dai")
        or (w.bare == "han" and number_at(answer.line, i + 1))
    )
    number = number_at(answer.line, i + 1)
    assert number is not None
    verb = {"them": "thêm", "lui": "lùi", "cham": "chậm"}.get(answer.line.bare_at(i), "thêm")
    return f"{verb} {_marked(answer, i + 1, number.end + 1)}"


def _promise(answer: Answer) -> Reply | None:
    """«mai em nộp» within the limit promises and changes nothing."""
    if (answer.when and answer.has("submit") and not answer.asks and not answer.has("done")) or (
        answer.when and answer.has("done") and answer.has("future")
    ):
        return Reply("progress", {"note": answer.words(*answer.all)}, answer.when)
    return None


# --- questions and troubles ------------------------------------------------


def _question(answer: Answer) -> Reply | None:
    if not answer.asks:
        return None
    return Reply("question", question_slots(answer))


def question_slots(answer: Answer) -> dict[str, Any]:
    slots: dict[str, Any] = {"text": answer.words(*answer.all)}
    topics = {tag for tag, _, _ in phrases("answers", "topics").find(answer.line)}
    order: tuple[str, ...] = (
        "age",
        "template",
        "due",
        "bring",
        "place",
        "time",
        "weather",
        "count",
        "transport",
        "who",
        "how",
        "content",
    )
    if answer.context != "assignment":
        order = tuple(t for t in order if t != "due")
    topic = next((t for t in order if t in topics), "")
    if topic:
        slots["topic"] = topic
    if topic == "age":
        age = next((w.value for w in answer.line.words if w.digits), None)
        slots |= {"age": age} if age is not None else {}
    return slots


def _stuck(answer: Answer) -> Reply | None:
    if not answer.has("blocked"):
        return None
    if answer.has("done") and not answer.has("strong_block", "not", "notyet"):
        return None
    if not answer.has("strong_block") and _percent(answer) is not None:
        return None
    first = answer.cues.first("blocked")
    assert first is not None
    start = first[1] if answer.line.bare_at(first[0]) in ("vuong", "dang", "bi", "mac") else 0
    return Reply(
        "blocked",
        {"note": answer.words(start if start < len(answer.line) else 0, len(answer.line))},
    )


# --- how far ---------------------------------------------------------------


def _how_far(answer: Answer) -> Reply | None:
    percent = _percent(answer)
    if percent is not None and not (percent == 100 and not answer.has("not", "notyet")):
        slots: dict[str, Any] = {"percent": percent}
        if any(
            w.bare in ("khoang", "tam", "co", "chung", "gan", "hon", "do")
            and not (w.bare == "co" and w.text != "cỡ")
            for w in answer.line.words
        ):
            slots["approx"] = True
        return Reply("progress", slots)
    ratio = _ratio(answer)
    if ratio and not answer.has("notyet"):
        share = round(100 * ratio[0] / ratio[1])
        note = answer.words(*answer.all).replace("được ", "")
        return Reply("progress", {"percent": share, "note": note, "ratio": list(ratio)})
    if answer.has("notyet"):
        return _not_yet(answer)
    if answer.has("not") and answer.has("work", "done"):
        return Reply("progress", {"note": answer.words(*answer.all), "need_confirm": True})
    if _part_of_mine(answer):
        return _own_part(answer)
    if (answer.has("doing") and not answer.has("done")) or _unfinished(answer):
        rest = _object_follows(answer)
        return Reply("progress", {"note": _progress_note(answer)} if rest else {})
    return None


def _object_follows(answer: Answer) -> bool:
    """«đang làm» says no more; «đang hoàn thành báo cáo» does."""
    end = max((b for _, b in answer.cues.spans.get("doing", ())), default=0)
    small = (
        "a",
        "nhe",
        "em",
        "e",
        "roi",
        "r",
        "d",
        "c",
        "nha",
        "dc",
        "duoc",
        "day",
        "viec",
        "nay",
    )
    return any(
        w.text[0].isalnum() and w.bare not in small for w in answer.line.words[end:]
    ) or not answer.has("doing")


def _unfinished(answer: Answer) -> bool:
    if not answer.has("done", "doing"):
        return False
    return answer.has("partly") or (
        answer.has("doing") and any(w.bare in ("dang", "dg", "dag") for w in answer.line.words)
    )


def _progress_note(answer: Answer) -> str:
    note = answer.words(*answer.all)
    return note.removeprefix("mới ").replace("phần ", "") if note.startswith("mới ") else note


def _not_yet(answer: Answer) -> Reply:
    slots: dict[str, Any] = {"note": answer.words(*answer.all)}
    if answer.has("done"):
        slots["done"] = False
    elif answer.has("work"):
        slots = {"percent": 0, **slots}
    return Reply("progress", slots)


def _percent(answer: Answer) -> int | None:
    for i, word in enumerate(answer.line.words):
        if word.text == "%" and i and answer.line.words[i - 1].digits:
            return (
                answer.line.words[i - 1].value if answer.line.words[i - 1].value <= 100 else None
            )
        if (
            word.bare == "phan"
            and answer.line.bare_at(i + 1) == "tram"
            and i
            and answer.line.words[i - 1].digits
        ):
            return answer.line.words[i - 1].value
    bare = " ".join(w.bare for w in answer.line.words)
    if (
        re.search(r"\b(duoc|dc|xong|lam) (mot |1 )?nua\b(?! (gio|tieng|ngay))", bare)
        and "nữa" not in answer.line.given
    ):
        return 50
    return None


def _ratio(answer: Answer) -> tuple[int, int] | None:
    w = answer.line.words
    for i in range(1, len(w) - 1):
        if w[i].text in ("/", "trên") and w[i - 1].digits and w[i + 1].digits:
            a, b = w[i - 1].value, w[i + 1].value
            counted = i + 2 < len(w) and phrases("days", "counted_after").at(answer.line, i + 2)[0]
            if 0 <= a <= b and b and counted:
                return a, b
    return None


def _part_of_mine(answer: Answer) -> bool:
    return (
        answer.has("part")
        and answer.has("done")
        and not answer.has("future")
        and "mới" not in answer.line.given.lower()
    )


def _own_part(answer: Answer) -> Reply:
    slots: dict[str, Any] = {"scope": "part", "need_confirm": True}
    last = max(b for _, b in answer.cues.spans["part"])
    rest = next((c for c in answer.cues.clauses if c[0] >= last), None)
    if rest:
        slots = {"note": answer.words(*rest), **slots}
    return Reply("done", slots)


# --- done and yes ----------------------------------------------------------


def _done(answer: Answer) -> Reply | None:
    """Only a line without any shadow of «not», «nearly», «when» or «will» is done."""
    if not answer.has("done") or answer.has("not", "notyet", "partly") or answer.asks:
        return None
    cues = answer.cues
    first = next((c for c in cues.clauses if cues.within(c, "done")), None)
    if first is None:
        first = answer.all
    begun = [
        c
        for c in cues.clauses
        if c[1] <= first[0] and not cues.covered(c, "accept", "greeting", more=_task_words(answer))
    ]
    head, rest = _head(answer, first)
    if cues.within(head, "future") or (begun and cues.within((0, first[0]), "future", "blocked")):
        return None
    whole = cues.covered(
        head,
        "done",
        "accept",
        "doing_it",
        more=_task_words(answer) | cues.times | _hundred(answer),
    )
    said = any(
        w.text in ("đã", "rồi", "r", "roi") or w.bare in ("da", "dax")
        for w in answer.line.words[head[0] : head[1]]
    )
    if (
        answer.when
        and answer.when.start is not None
        and day_of(answer.when.start) > answer.now.date()
    ):
        return None
    if not whole and not said:
        return Reply("progress", {"note": answer.words(*answer.all), "need_confirm": True})
    slots: dict[str, Any] = {}
    if rest[1] > rest[0] and not cues.covered(rest, "done", "accept", "thanks", "greeting"):
        slots["note"] = answer.words(*rest)
        if {"file", "anh", "bc", "bao"} & {w.bare for w in answer.line.words[rest[0] : rest[1]]}:
            slots["expects_file"] = "file" in {w.bare for w in answer.line.words}
    if not whole:
        slots = {"note": answer.words(*head), "need_confirm": True}
    if slots.get("expects_file") is False:
        del slots["expects_file"]
    return Reply("done", slots)


def _head(answer: Answer, first: tuple[int, int]) -> tuple[tuple[int, int], tuple[int, int]]:
    """The clause with «xong», cut after «rồi», and what follows."""
    spans = [s for s in answer.cues.spans["done"] if first[0] <= s[0] < first[1]]
    end = max((b for _, b in spans), default=first[1])
    i = end
    while i < first[1] and (i in answer.cues.polite):
        i += 1
    settled = any(answer.line.bare_at(j) in ("roi", "r", "rui", "a", "nhe") for j in range(end, i))
    if settled and i < first[1] and not answer.line.words[i].digits:
        return (first[0], i), (i, len(answer.line))
    return first, (min(first[1] + 1, len(answer.line)), len(answer.line))


def _hundred(answer: Answer) -> set[int]:
    return {i for i, w in enumerate(answer.line.words) if w.value == 100 or w.text == "%"}


def _task_words(answer: Answer) -> set[int]:
    number = task_number(answer)
    if not number:
        return set()
    known = {"nv", "viec", "so", "nhiem", "vu", "ma", "bao", "cao", "2026"}
    return {
        i
        for i, w in enumerate(answer.line.words)
        if w.text.lstrip("0") == number or w.bare in known
    }


def _yes(answer: Answer) -> Reply | None:
    if not answer.has("accept") or answer.has("not", "notyet", "decline") or answer.asks:
        return None
    if answer.only("accept", "greeting", more=_task_words(answer)) and not answer.has("thanks"):
        return Reply("accept")
    clauses = answer.cues.clauses
    if len(clauses) < 2 or not answer.cues.covered(clauses[0], "accept", more=_task_words(answer)):
        return None
    if not any(
        w.bare in ("nhan", "ro", "ok", "oke", "vang")
        for w in answer.line.words[clauses[0][0] : clauses[0][1]]
    ):
        return None
    rest = (clauses[1][0], len(answer.line))
    if answer.cues.within(rest, "blocked", "away", "cancel", "later"):
        return None
    return Reply("accept", {"note": answer.words(*rest)})
