"""Reads what is said instead of an answer (a slip of the finger, a hindrance, «not now»), and
whether one stands beside thanks: «6/6 hộ đã ký, cảm ơn chị»."""

import re
from functools import cache

from language.answers.replies.answer import Answer, Reply, Slots
from language.answers.replies.reply_progress import percent_told
from language.answers.replies.typed import Typed
from language.line.numbers import number_at
from language.line.patterns import any_of, spelt
from language.line.phrases import phrases
from language.line.spans import words_in

ANSWERS = ("done", "accept", "decline", "extend")
ABLE = ("duoc", "dc")
WAITS = ("cho", "doi")
GIVEN = ("ky", "duyet", "gui", "dua", "cap", "tra", "dong", "phe", "chuyen", "cho")
"""What somebody else has not done yet."""


def slip(answer: Answer) -> Reply | None:
    """«chưa xong, em bấm nhầm nút»: what was tapped or sent before is to be looked at again."""
    if answer.context != "assignment" or answer.asks or answer.has("accept"):
        return None
    mended = "mistaken" in _states(answer) or _mends_a_figure(answer)
    if not mended or (answer.has("decline") and not _corrects(answer)):
        return None
    said: Slots = {"note": answer.words(*answer.all)}
    if answer.has("not", "notyet"):
        said["done"] = False
    elif (percent := percent_told(answer)) is not None:
        said["percent"] = percent  # «báo lộn, 139 75%»
    return Reply("correction", said)


_LATER_TODAY = re.compile(
    r"\b(?:mai|chieu|toi|trua|lat|ti|xiu|chut)(?: nay| mai| nua)?"
    r" (?:em|e|toi|minh|mk|chi|anh|bac|co|chu|chau)(?: se)?"
    r" (?:tra loi|rep|nhan lai|bao lai|bao cao lai|(?:bao cao|bao)(?: \w+){0,2} sau)\b"
)
"""«chiều tôi trả lời ạ», «chiều nay tôi báo cáo sau, đang chủ trì hội nghị»."""


def may_be_a_slip(typed: Typed) -> bool:
    """Under a task, and only there, it would be one where nothing else is said first."""
    return slip(Answer(typed, "assignment", None)) is not None


def _corrects(answer: Answer) -> bool:
    """«đính chính: 41 chứ không phải 412»: of a figure, and no refusal."""
    refusals = answer.cues.spans.get("decline", ())
    return all(answer.line.bare_at(b - 1) == "phai" for _, b in refusals) and any(
        word.digits for word in answer.line.words
    )


def _mends_a_figure(answer: Answer) -> bool:
    """«sửa lại là 9 hộ chứ không phải 6 hộ», «54 hộ chứ ko phải 45», and no share of the work."""
    mends = phrases("figures", "fix").tag(answer.line, 0)[1] > 0
    if mends and answer.has("decline") and _corrects(answer):
        return True
    if _wrong_and_right(answer):
        return True
    line, figures = answer.line, [i for i, w in enumerate(answer.line.words) if w.digits]
    nots = [
        i
        for i in range(1, len(line))
        if line.bare_at(i) == "phai" and line.bare_at(i - 1) in spelt("không")
    ]
    put_right = any(figures[0] < i < figures[-1] <= i + 2 for i in nots) if figures else False
    return put_right and "%" not in answer.text


def _wrong_and_right(answer: Answer) -> bool:
    """«hôm qua báo hai mươi hộ là nhầm, hai mươi ba hộ mới đúng»: a figure, and its better."""
    line = answer.line
    told = [i for i in range(len(line)) if line.bare_at(i) in ("nham", "sai", "lon")]
    right = [i for i in range(len(line)) if line.bare_words(i, i + 2) == "moi dung"]
    return bool(told and right) and any(number_at(line, i) for i in range(told[0], right[-1]))


def hindrance(answer: Answer) -> Reply | None:
    """«mất điện, không in được», «chờ công an đưa danh sách thì mới làm được»."""
    if answer.context != "assignment" or answer.asks or answer.has("extend", "later"):
        return None
    stopped = answer.has("not", "notyet") and "stopped" in _states(answer)
    held = stopped or _waits(answer) or _cannot_for(answer)
    refuses = answer.has("decline") and not answer.has("not_received")
    if not held or refuses:
        return None
    return Reply("blocked", {"note": answer.words(*answer.all)})


def _cannot_for(answer: Answer) -> bool:
    """«chưa xuất phát được vì biển động»: it cannot be done yet, and why."""
    line = answer.line
    nots = [b for sort in ("not", "notyet") for _, b in answer.cues.spans.get(sort, ())]
    able = [i for b in nots for i in range(b, min(b + 4, len(line))) if line.bare_at(i) in ABLE]
    return any(line.text_at(i + 1) in ("vì", "do", "tại") for i in able)


def not_now(answer: Answer) -> Reply | None:
    """«đang họp, tối chị trả lời»: no answer yet."""
    if answer.context != "assignment" or answer.asks or answer.has("away", "refuse"):
        return None
    said = answer.line.bare_words(*answer.all)
    promised = (
        answer.has("later_on") or _LATER_TODAY.search(said) or _asks_first(answer)
    ) and not answer.has(*ANSWERS)
    later = promised or ("busy" in _states(answer) and not answer.has(*ANSWERS, "submit"))
    return Reply("later", {"note": answer.words(*answer.all)}) if later else None


def _asks_first(answer: Answer) -> bool:
    """«để em hỏi cái Linh coi nó làm chưa rồi em báo»: first it is asked."""
    said = [w.bare for i, w in enumerate(answer.line.words) if w.text[0].isalpha()]
    while said and said[-1] in ("a", "nhe", "nha", "sau", "lai", "cho", "chi", "anh"):
        said.pop()
    opens = said[:1] == ["de"] and "hoi" in said[1:4]
    return opens and said[-1] in ("bao", "noi", "rep") and bool({"roi", "r"} & set(said[3:]))


def _states(answer: Answer) -> set[str]:
    marked = phrases("certainty", "loud_marked").find(answer.line)
    told = {tag for tag, a, _ in marked if answer.line.words[a].marked}
    return told | {tag for tag, _, _ in phrases("certainty", "loud").find(answer.line)}


def _waits(answer: Answer) -> bool:
    """First somebody else, and only then this: «chờ …, mới làm được», «chờ dấu, chưa ai ký»."""
    line, opens = answer.line, _first_word(answer)
    if _still_waits(answer):
        return True
    if line.bare_at(opens) not in WAITS or (line.text_at(opens) == "cho" and line.accented):
        return False
    then = (i for i in range(opens + 2, len(line)) if line.bare_at(i) in ("moi", "ms"))
    return any(answer.cues.within((i + 1, i + 4), "work", "done", "submit") for i in then)


def _still_waits(answer: Answer) -> bool:
    waits = [i for i, w in enumerate(answer.line.words) if w.text in ("chờ", "đợi")]
    owed = (b for _, b in answer.cues.spans.get("notyet", ()) if waits and b > waits[0])
    return any(answer.line.bare_at(i) in GIVEN for b in owed for i in (b, b + 1))


def _first_word(answer: Answer) -> int:
    line = answer.line
    talk = answer.cues.polite
    return next((i for i in range(len(line)) if i not in talk or line.bare_at(i) in WAITS), 0)


KIND = ("thanks", "greeting")
STOPS = (",", ".", ";", "!", ":")


def tells_beside(typed: Typed) -> bool:
    """A figure that is no date, or what was done; what follows the thanks is what they are for."""
    line, dates = typed.line, words_in(typed.line, typed.when.used)
    opens = {a for kind in KIND for a, _ in typed.cues.spans.get(kind, ())}
    beside, kind = [], False
    for i, word in enumerate(line.words):
        kind = (kind and word.text not in STOPS) or i in opens
        if not kind:
            beside.append(i)
    counts = any(line.words[i].digits and i not in dates for i in beside)
    return counts or bool(_did().search(" ".join(line.words[i].bare for i in beside)))


@cache
def _did() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of('aside', 'result', 'did')}\b")
