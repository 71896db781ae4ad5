"""Understands an answer: first what is said the same everywhere, then by what it answers."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Literal

from language.answers.replies.answer import Answer, Reply, Slots, unknown
from language.answers.replies.asked_of_bot import (
    asks_for_own_work,
    asks_how_to_use,
    asks_when_we_meet,
    from_now_on,
    wants_no_messages,
)
from language.answers.replies.reply_activity import about_activity
from language.answers.replies.reply_beside import tells_beside
from language.answers.replies.reply_open import about_nothing, plainly_stop, tells_of_helping
from language.answers.replies.reply_task import about_task, takes_it
from language.answers.replies.reply_turnout import about_turnout
from language.answers.replies.spoken import with_words
from language.answers.replies.typed import Typed
from language.line.phrases import phrases
from language.line.vocabulary import group

BUSINESS = (
    "done",
    "notyet",
    "not",
    "extend",
    "blocked",
    "decline",
    "cancel",
    "doing",
    "no_event",
    "later",
    "opinion",
    "complaint",
)
TELLING = ("done", "extend", "blocked", "decline", "cancel")
"""With these a «đừng nhắn nữa» is a sigh beside an answer."""
NEAR = 4
OF_WORK = ("assignment", "none")
DATA_RIGHTS = (("data_delete", "delete"), ("data_fix", "correct"), ("data_view", "view"))
Context = Literal["assignment", "turnout", "activity", "none"]

_ROOMS: dict[str, Callable[[Answer], Reply | None]] = {
    "assignment": about_task,
    "turnout": about_turnout,
    "activity": about_activity,
    "none": about_nothing,
}


def reply(
    text: str, context: Context = "none", *, now: datetime, due: datetime | None = None
) -> Reply:
    """What a person wants with an answer. `due` is the present limit of the task answered."""
    return reply_to(Typed(text, now), context, due)


def reply_to(typed: Typed, context: Context, due: datetime | None = None) -> Reply:
    """The same of words that may be read already."""
    answer = Answer(typed, context, due)
    found = at_any_door(answer) or _ROOMS[context](answer) or unknown()
    return with_words(answer, replace(found, typed=_typed(answer, found)))


def _typed(answer: Answer, found: Reply) -> Slots:
    """Words that were also put in other words stand for the whole line."""
    typed: Slots = {}
    if note := found.slots.get("note"):
        typed["note"] = answer.quotes.get(note, answer.text)
    if reason := found.slots.get("reason"):
        typed["reason"] = answer.quotes.get(reason, answer.text)
    return typed


def at_any_door(answer: Answer) -> Reply | None:
    """Accusations, rights over one's data, thanks: the same under every card."""
    if not any(w.text[0].isalnum() for w in answer.line.words):
        return _signs(answer)
    if answer.has("complaint") and not _of_work(answer):
        return Reply("complaint_redirect")
    for sort, action in DATA_RIGHTS:
        if answer.has(sort) and not (answer.cues.denied(sort) or _forbidden(answer, sort)):
            return Reply("data_rights", {"action": action})
    if _asks_to_be_forgotten(answer):
        return Reply("data_rights", {"action": "delete"})
    if found := _of_the_bot(answer):
        return found
    if answer.has("stop") and plainly_stop(answer) and not answer.has(*TELLING):
        return Reply("stop", {"need_confirm": True}) if answer.context != "none" else None
    if answer.has("thanks") and not _business(answer):
        return Reply("noise", {"kind": "thanks"})
    if answer.has("greeting") and not _business(answer) and not answer.asks:
        return Reply("noise", {"kind": "greeting"})
    return None


def _forbidden(answer: Answer, sort: str) -> bool:
    """«chớ có xóa tên tui»; «đừng lưu» is itself such a word."""
    starts = [a for a, _ in answer.cues.spans[sort]]
    near = [{answer.line.text_at(i) for i in (a - 1, a - 2)} for a in starts]
    return all(words & {"chớ", "đừng", "dung"} for words in near)


def _of_the_bot(answer: Answer) -> Reply | None:
    """One's own work, the week, how it is used: shown under whatever card it is asked."""
    said, spans = answer.line.bare_words(), answer.cues.spans
    if asks_for_own_work(said) or any(
        _asks_for_a_list(answer, a, b) for a, b in spans.get("list_tasks", ())
    ):
        return Reply("list_tasks")
    in_the_week = any(_asks_for_the_week(answer, *at) for at in spans.get("week_schedule", ()))
    here = answer.context == "none" or "lich hop" in said
    if in_the_week or (here and asks_when_we_meet(said)):
        return Reply("week_schedule")
    if asks_how_to_use(said) or _asks_how(answer) or _asks_to_be_shown(answer):
        return Reply("help")
    beside = answer.has("done", "extend", "blocked") and not from_now_on(said)
    leaves = answer.context == "none" and wants_no_messages(said) and not beside
    return Reply("stop") if leaves else None


def _asks_for_a_list(answer: Answer, a: int, b: int) -> bool:
    """«cho tôi xin danh sách các nhiệm vụ được giao»."""
    wished = {"xin", "cho"} & {answer.line.bare_at(i) for i in range(max(0, a - 3), a)}
    if answer.line.bare_at(a) == "danh":
        return b - a > 2 and bool(wished)
    besides = any(answer.line.bare_at(i) == "ngoai" for i in range(a))
    return besides and answer.asks  # «ngoài việc này em còn việc gì nữa không»


def _asks_how(answer: Answer) -> bool:
    """«muốn báo xong thì bấm nút nào»: how this works, whatever it is asked under."""
    told = answer.cues.spans.get("help", ())
    return answer.asks and any(answer.line.bare_at(a) in ("bam", "bot", "xai") for a, _ in told)


def _asks_to_be_shown(answer: Answer) -> bool:
    """«đề nghị hướng dẫn cách gửi ảnh»; «đã hướng dẫn cách phân loại rác» is work."""
    asked = [end for _, end in answer.cues.spans.get("show_how", ())]
    of_bot = (a for a, _ in answer.cues.spans.get("with_the_bot", ()))
    told = answer.has("done", "doing") or tells_of_helping(answer)
    return bool(asked) and not told and any(0 <= a - min(asked) < NEAR for a in of_bot)


def _asks_for_the_week(answer: Answer, a: int, b: int) -> bool:
    """«ngoài việc này, cho tôi xem lịch công tác»; «để em xem lịch đã» looks at one's own."""
    line = answer.line
    wished = group("answers", "wished") & {line.bare_at(i) for i in range(max(0, a - NEAR), a)}
    named = line.bare_at(a) == "lich" and b - a > 2
    return bool(wished) and named and line.bare_at(b) not in ("da", "roi")


def _asks_to_be_forgotten(answer: Answer) -> bool:
    """«xóa giúp chị tên với số điện thoại»: only whom it is done for stands between."""
    line, small = answer.line, group("answers", "forget_for")
    if _named_and_put_by(answer):
        return True
    for i in (i for i, w in enumerate(line.words) if w.bare in group("answers", "forget")):
        j = i + 1
        while j < len(line) and line.bare_at(j) in small:
            j += 1
        told, end = phrases("answers", "own_data").at(line, j)
        if j > i + 1 and told and line.bare_at(end) in group("answers", "after_own_data"):
            return not answer.asks and not _denied_at(answer, i)
    return False


def _named_and_put_by(answer: Answer) -> bool:
    """«lấy số điện thoại tôi ở đâu ra đấy, xóa đi»: what is kept, then what to do with it."""
    kept = [end for _, _, end in phrases("answers", "own_data").find(answer.line)]
    told = [start for _, start, _ in phrases("answers", "put_by").find(answer.line)]
    return bool(kept and told) and min(kept) <= max(told) and not _denied_at(answer, max(told))


def _denied_at(answer: Answer, i: int) -> bool:
    nots = (b for kind in ("not", "notyet") for _, b in answer.cues.spans.get(kind, ()))
    return any(0 <= i - b <= 1 for b in nots)


def _of_work(answer: Answer) -> bool:
    return answer.typed.of_own_work or _harmless(answer) or _is_unpaid(answer)


def _harmless(answer: Answer) -> bool:
    """Work on complaints is office work: «đã xong báo cáo tuyên truyền luật khiếu nại»."""
    return answer.has("office_work") and not answer.has("accused")


def _is_unpaid(answer: Answer) -> bool:
    """«cán bộ thôn chưa nhận tiền phụ cấp»: nobody took any."""
    paid, spans = group("answers", "paid"), answer.cues.spans.get("complaint", ())
    only = all(answer.line.bare_words(a, b) in paid for a, b in spans)
    return only and answer.cues.denied("complaint")


def _business(answer: Answer) -> bool:
    """Does the line say more than thanks or a greeting?"""
    return (
        answer.has(*BUSINESS)
        or _tells_figures(answer)
        or (answer.context in OF_WORK and tells_beside(answer.typed))
        or (bool(answer.when) and answer.has("submit"))
        or (answer.context == "assignment" and takes_it(answer))
        or (answer.context == "activity" and _comes_politely(answer))
    )


def _tells_figures(answer: Answer) -> bool:
    told = answer.turnout
    if told.total is not None and told.why != "date_or_ratio":
        return True
    return answer.context == "turnout" and bool(told) and told.why != "names"


def _comes_politely(answer: Answer) -> bool:
    """«em đi ạ, cảm ơn anh»."""
    return answer.has("go") and answer.only("go", "thanks", "greeting")


def _signs(answer: Answer) -> Reply | None:
    if answer.has("accept", "done", "go"):
        return None
    if answer.has("greeting"):
        return Reply("noise", {"kind": "greeting"})
    if answer.has("thanks"):
        return Reply("noise", {"kind": "thanks"})
    emoji = any(ord(w.text[0]) > 0x2100 for w in answer.line.words)
    return Reply("noise", {"kind": "greeting" if emoji else "unclear"})
