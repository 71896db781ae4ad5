"""Understands an answer by what it answers: a task, a turnout request, an activity, nothing."""

from collections.abc import Callable
from datetime import datetime
from typing import Literal

from language.answer import Answer, Reply, unknown
from language.reply_activity import about_activity
from language.reply_open import about_nothing, at_any_door
from language.reply_task import about_task
from language.reply_turnout import about_turnout

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
    answer = Answer.of(text, context, now, due)
    return at_any_door(answer) or _ROOMS[context](answer) or unknown()
