"""Understands an answer: first what is said the same everywhere, then by what it answers."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Literal

from language.answers.answer import Answer, Reply, Slots, unknown
from language.answers.reply_activity import about_activity
from language.answers.reply_open import about_nothing, plainly_stop
from language.answers.reply_task import about_task, takes_it
from language.answers.reply_turnout import about_turnout
from language.answers.spoken import with_words
from language.answers.typed import Typed

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
    if answer.has("complaint") and not _harmless(answer):
        return Reply("complaint_redirect")
    for sort, action in DATA_RIGHTS:
        if answer.has(sort) and not answer.cues.denied(sort):
            return Reply("data_rights", {"action": action})
    if any(_asks_for_a_list(answer, a, b) for a, b in answer.cues.spans.get("list_tasks", ())):
        return Reply("list_tasks")
    if _asks_how(answer):
        return Reply("help")
    if answer.has("stop") and plainly_stop(answer) and not answer.has(*TELLING):
        return Reply("stop", {"need_confirm": True}) if answer.context != "none" else None
    if answer.has("thanks") and not _business(answer):
        return Reply("noise", {"kind": "thanks"})
    if answer.has("greeting") and not _business(answer) and not answer.asks:
        return Reply("noise", {"kind": "greeting"})
    return None


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


def _harmless(answer: Answer) -> bool:
    """Work on complaints is office work: «đã xong báo cáo tuyên truyền luật khiếu nại»."""
    return answer.has("office_work") and not answer.has("accused")


def _business(answer: Answer) -> bool:
    """Does the line say more than thanks or a greeting?"""
    return (
        answer.has(*BUSINESS)
        or _tells_figures(answer)
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
