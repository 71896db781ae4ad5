"""Understands an answer by what it answers: a task, a turnout request, an activity, nothing."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Literal

from language.answers.answer import Answer, Reply, Typed, unknown
from language.answers.reply_activity import about_activity
from language.answers.reply_open import about_nothing, at_any_door
from language.answers.reply_task import about_task
from language.answers.reply_turnout import about_turnout

OWN_WORDS = ("note", "reason")
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
    return replace(found, typed=_typed(answer, found))


def _typed(answer: Answer, found: Reply) -> dict[str, str]:
    """Words that were also put in other words stand for the whole line."""
    told = {key: found.slots[key] for key in OWN_WORDS if found.slots.get(key)}
    return {key: answer.quotes.get(words, answer.text) for key, words in told.items()}
