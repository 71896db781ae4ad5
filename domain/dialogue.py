"""What we are waiting to hear from somebody. Kept in storage, so a restart forgets nothing."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any
from zlib import crc32

from domain.hours import SPOKEN_OF

LIFE = timedelta(days=1)
"""A form that nobody finishes is forgotten after a day."""
NAME = "name"
"""What somebody wants to be called."""
WEEKEND, GROUPED = "weekend", "grouped"
"""«Khu của đồng chí có bao nhiêu người?», and a group that was recorded and may change."""
RINGING = frozenset({"calloff", "postpone", "shift"})
"""Their answer rings with many: one that is set aside is dropped for good."""
SET_ASIDE = "set_aside"
TWICE = 2
"""So often its person went on to something else, until a question waits for a reply alone."""
COUNTS = frozenset({"turnout", WEEKEND, GROUPED, "group", "roll"})
"""A number of people is waited for until its day is over, whatever else was said."""
STAYS = COUNTS | {"checklist.proof", "briefing"}
"""So is the photo of what was found on the spot, while the other items are marked, and what a
briefing gave, while other things are looked up."""
PHOTOGRAPHED = frozenset({"turnout"})
"""Photos of a day may come with what is waited for."""
LINES = "lines"
"""What several messages said, each under its number."""
PUSHED = frozenset({"work.answer"})
"""Somebody else asked: it may come into the middle of what its reader is writing."""


def mark_of(words: str) -> str:
    """Tells what was read back from what was before it: an old «Gửi» sends nothing newer."""
    return f"{crc32(words.encode()):08x}"


def is_of_words(topic: str) -> bool:
    """Whether it asks what earlier words were about."""
    return topic.rpartition(".")[2] == "which"


class Hears(StrEnum):
    """What a question can be answered with; words that plainly are something else pass it by."""

    ANYTHING = "anything"
    """Words that are carried on as they are: a question, a figure, «để em hỏi lại»."""
    RESULT = "result"
    """What came of something: words, figures, photos."""
    LINE = "line"
    """The same of no piece of work: a bare number too, which elsewhere names one."""
    REASON = "reason"
    """Words that say why: never a number of people."""
    NAME = "name"
    FIGURES = "figures"
    """A number of people, or what was achieved."""
    PHOTO = "photo"
    """Photos of a day, without a word; nobody else who counts people takes one."""
    COMING = "coming"
    """How many will come: never who came, nor what was done."""
    DAY = "day"
    CHOICE = "choice"
    """Which of several: a number, a name, a yes or no."""
    FORM = "form"
    """One answer of several; its own form reads it, and leaves it."""
    PERSON = "person"
    """Somebody's name, also one that reads as a yes: «Dung»."""
    YES = "yes"
    """A plain yes or no: something was read back, and waits for it."""
    NUMBERS = "numbers"
    """Numbers of a register: «không đổi» says that they are as before, and leaves nothing."""
    THANKS = "thanks"
    """«cảm ơn Nam đã lo cho 2 hộ»: a kind word, which elsewhere answers nothing."""
    VOICE = "voice"
    """It may be said aloud instead of typed."""


BY_BUTTON = "by_button"
"""Something was read back with a button that says yes: a typed yes is a tap on it."""
PRESS = "press"
"""The answer that keeps that button."""
PROSE = frozenset({Hears.ANYTHING, Hears.RESULT, Hears.LINE, Hears.REASON, Hears.NAME})
"""Almost any words answer these, so they are answered only while they are fresh."""


@dataclass(frozen=True, slots=True)
class Expectation:
    """A topic, the thing it is about, and the answers heard so far.

    `asked_in` is the message that asked, so that a reply decides which of several is meant.
    """

    topic: str
    subject: int = 0
    answers: Mapping[str, Any] = field(default_factory=dict)
    id: int = 0
    asked_in: int | None = None
    expires: datetime | None = None
    at: datetime | None = None
    """When it was asked."""
    said_in: int | None = None
    """The message whose words stand in it; nothing was done with them yet."""
    before: Mapping[str, Any] | None = None
    """What stood in it before that message; None where that one brought it."""
    passed_by: int = 0
    """How often its person went on to something else; words that were only answered, or that
    nobody understood, count once."""
    misheard: bool = False
    """Words came since that nobody understood: they may have been to change it."""

    @property
    def is_set_aside(self) -> bool:
        """A newer question is open, or its person went on to other things: only a reply to its
        own message still answers it."""
        return bool(self.answers.get(SET_ASIDE)) or self.is_left_behind

    @property
    def is_left_behind(self) -> bool:
        """Twice something else was said instead of an answer."""
        return self.passed_by >= TWICE and self.topic not in STAYS

    def was_said_in(self, message: int) -> bool:
        """Whether words of this message stand in it, and nothing was done with them."""
        return message == self.said_in or str(message) in self.answers.get(LINES, ())

    def without(self, message: int) -> "Expectation | None":
        """As it was before this message, which is said anew."""
        if message != self.said_in:
            return self
        if self.before is None:
            return None
        return replace(self, answers=self.before, said_in=None, before=None)

    @property
    def mark(self) -> str:
        """Of what is read back: its button carries it; the same before and after it was stored."""
        return mark_of(json.dumps(dict(self.answers), sort_keys=True, default=str))

    def is_read_as(self, mark: str) -> bool:
        """Whether that button said yes to what stands here; a typed yes has no mark."""
        return mark in ("", self.mark)

    @property
    def still_waits(self) -> bool:
        """A group, figures or who comes along, that were read back: «đúng» is their yes, also
        after a question of one's own, or another of ours, came between."""
        if self.topic == "family_read":
            return True
        read = {"group": "parts", "turnout": "read"}.get(self.topic)
        return read is not None and bool(self.answers.get(read))

    @property
    def asks_which(self) -> bool:
        """It asks what earlier words were about, not for new ones."""
        return is_of_words(self.topic)


def in_force(waiting: Sequence[Expectation]) -> list[Expectation]:
    """Of all open questions, the newest first: one that only asked which was meant gives way to
    any newer one, but to what somebody else asked meanwhile. Its buttons still work; new words
    are not for it."""
    return [
        e
        for n, e in enumerate(waiting)
        if not e.asks_which or all(newer.topic in PUSHED for newer in waiting[:n])
    ]


def listening(waiting: Sequence[Expectation], now: datetime) -> list[Expectation]:
    """Those of them that no newer question has set aside: new words may be for them. What
    earlier words were about is said just after them."""
    return [e for e in in_force(waiting) if not (e.is_set_aside or _is_too_late(e, now))]


def _is_too_late(question: Expectation, now: datetime) -> bool:
    late = question.at is not None and now - question.at > SPOKEN_OF
    return question.asks_which and late
