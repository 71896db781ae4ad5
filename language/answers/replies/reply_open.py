"""Answers to nothing in particular: a menu word, an opinion, a task named without its card."""

import re

from language.answers.replies.answer import Answer, Reply, Slots
from language.answers.replies.corrections import leading_number
from language.answers.replies.reply_new_limit import may_i
from language.answers.replies.reply_subject import task_number
from language.answers.replies.reply_task import about_task
from language.line.phrases import phrases
from language.line.vocabulary import group

PLAIN, ASKED = 4, {"nhieu", "may", "gi", "nao", "cung"}
"""So many words of asking for a list say it, whatever stands around them."""
PLACE = re.compile(r"(khu|thon|xom|to|ap|ban)\s+(?:pho\s+)?(\d{1,2}|[A-Z]\w+)")


def about_nothing(answer: Answer) -> Reply | None:
    if answer.has("stop") and (answer.only("stop") or plainly_stop(answer)):
        return Reply("stop") if _names_messages(answer) else Reply("stop", {"need_confirm": True})
    if answer.only("help"):
        return Reply("help")
    whole = _menu(answer)
    if whole:
        return whole
    if answer.has("opinion") and len(answer.line) > 4 and answer.line.bare_at(0) != "giao":
        return _deed_named(answer) or _opinion(answer)
    long = answer.has("help") and any(b - a > 1 for a, b in answer.cues.spans["help"])
    if long and not tells_of_helping(answer) and not answer.asks and (deed := _deed_named(answer)):
        return deed  # «xe không vào được 152»
    if long and not tells_of_helping(answer):
        a, b = max(answer.cues.spans["help"], key=lambda s: s[1] - s[0])
        return Reply("help", {"text": answer.words(a, max(b, len(answer.line)))})
    led = leading_number(answer.text) is not None or bool(task_number(answer))
    if answer.has("misdirected") and not (led or answer.has("done", "extend")):
        return Reply("noise", {"kind": "misdirected"})
    found = about_task(answer)
    if found and _allowed(answer, found):
        return found
    if answer.only("accept") and not answer.cues.clauses:
        return Reply("noise", {"kind": "ack"})  # «ok», «vâng»; «nhận» may mean the open task
    told = _tells_of_a_place(answer) or _tells_of_trouble(answer)
    return _opinion(answer) if told else None


def tells_of_helping(answer: Answer) -> bool:
    """«đã hướng dẫn cách đăng ký cho 12 hộ»: what was shown to others; «dạ hướng dẫn em cách gửi
    ảnh» asks for oneself."""
    if answer.asks:
        return False
    line, selves = answer.line, group("answers", "self")
    at = next((i for i, w in enumerate(line.words) if w.bare == "huong"), 0)
    shown = line.bare_at(at + 1) == "dan" and line.bare_at(at + 2) not in selves
    done = any(line.text_at(i) in ("da", "đã", "vừa", "vua", "mới", "đang") for i in range(at))
    return shown and (done or answer.has("done"))


def plainly_stop(answer: Answer) -> bool:
    """«đừng nhắn nữa phiền quá»: whole words of it, and no question."""
    return (may_i(answer) or not answer.asks) and any(
        b - a > 2 for a, b in answer.cues.spans["stop"]
    )


def _names_messages(answer: Answer) -> bool:
    """«dừng», «dung nhan tin»; «dung» without marks may be «đúng», «dung lam nua» anything."""
    words = [answer.line.words[i] for a, b in answer.cues.spans["stop"] for i in range(a, b)]
    return any(w.accented or w.bare in group("answers", "of_messages") for w in words)


def _tells_of_a_place(answer: Answer) -> bool:
    """«đường khu 5 ổ gà nhiều quá»: a theme and a place, and nothing of one's own work."""
    own = ("done", "accept", "extend", "doing", "later", "go", "decline", "notyet", "work")
    if answer.asks or answer.turnout or answer.when or answer.has(*own):
        return False
    themes = phrases("answers", "themes").find(answer.line)
    return bool(themes) and bool(_locality(answer)) and len(answer.line) > 4


def _deed_named(answer: Answer) -> Reply | None:
    """«xin gia hạn 158 …, bà con đi biển» speaks of a task, whoever else is in it."""
    found = about_task(answer)
    return found if found and found.slots.get("task") else None


def _menu(answer: Answer) -> Reply | None:
    for sort in ("week_schedule", "list_tasks"):
        if any(_whole(answer, a, b) for a, b in answer.cues.spans.get(sort, ())):
            return Reply(sort)
    return None


def _whole(answer: Answer, a: int, b: int) -> bool:
    """Nothing else is said but politeness and words of asking."""
    asked = {answer.line.bare_at(i) for i in range(a, b)} & ASKED
    if b - a >= PLAIN and asked:
        return True  # «tôi còn bao nhiêu nhiệm vụ chưa báo cáo»
    small = group("answers", "menu_word")
    rest = (i for i in range(len(answer.line)) if not a <= i < b)
    return all(
        i in answer.cues.polite
        or not answer.line.text_at(i)[0].isalnum()
        or answer.line.bare_at(i) in small
        for i in rest
    )


def _allowed(answer: Answer, found: Reply) -> bool:
    """Without a card only a line that names its task, or says no more than «xong», acts."""
    if found.slots.get("task"):
        return True
    if found.intent == "noise":
        return True
    return found.intent == "question" or (found.intent == "done" and answer.only("done"))


def _tells_of_trouble(answer: Answer) -> bool:
    """«đèn xóm trên hỏng cả tháng nay, chẳng ai sửa»: what is wrong with what all use."""
    own = ("done", "accept", "extend", "later", "go", "decline", "notyet", "opinion")
    if answer.asks or answer.turnout.total or answer.has(*own):
        return False
    themes = phrases("answers", "themes").find(answer.line)
    wrong = {tag for tag, _, _ in phrases("answers", "trouble").find(answer.line)}
    return bool(themes) and {"is", "lasts"} <= wrong


def _locality(answer: Answer) -> str:
    where = PLACE.search(" ".join(w.bare for w in answer.line.words))
    names = {"khu": "khu", "thon": "thôn", "xom": "xóm", "to": "tổ", "ap": "ấp", "ban": "bản"}
    return f"{names[where[1]]} {where[2]}" if where else ""


def _opinion(answer: Answer) -> Reply:
    slots: Slots = {}
    themes = phrases("answers", "themes").find(answer.line)
    if themes:
        slots["topic"] = max(themes, key=lambda t: t[2] - t[1])[0]
    where = _locality(answer)
    if where:
        slots["locality"] = where
    last = max((b for _, b in answer.cues.spans.get("opinion", ())), default=0)
    slots["text"] = answer.words(last if last < len(answer.line) - 1 else 0, len(answer.line))
    return Reply("opinion", slots)
