"""What the reading of answers, certainty and days says of a line."""

import re
from collections.abc import Sequence
from datetime import datetime
from functools import cached_property
from typing import Self

from language.answers.assignments import decisions, wishes
from language.answers.replies.answer import Reply
from language.answers.replies.aside import mended
from language.answers.replies.corrections import says_it_fails
from language.answers.replies.limits import Due, due_in, moment_of, past_in, read_reason
from language.answers.replies.meaning import Meaning, meaning_of
from language.answers.replies.reply import Context, reply_to
from language.certainty.certain import Certainty, certainty_of
from language.dates.moments import When
from language.line.spans import Place
from language.reading.line import TypedLine


class Wanted(TypedLine):
    """What somebody wants, how sure that is, and until when."""

    def reply(self, context: Context, due: datetime | None = None) -> Reply:
        """What the line answers to a task, a request for figures, an activity, or nothing."""
        return self._once((context, due), lambda: reply_to(self._typed, context, due))

    def meaning(self, context: Context, due: datetime | None = None) -> Meaning:
        """The same, with the person's own words."""
        return self._once(
            ("meaning", context, due), lambda: meaning_of(self.reply(context, due), self.text)
        )

    def certainty(self, context: Context, due: datetime | None = None) -> Certainty:
        """Whether that may act, or is asked first."""
        return self._once(
            ("sure", context, due),
            lambda: certainty_of(
                self.reply(context, due),
                self._typed,
                context,
                due,
                self._said_besides(self.meaning(context, due)),
            ),
        )

    def _said_besides(self, meaning: Meaning) -> Sequence[Place]:
        """The words of readers that have an answer of their own: «k làm đc» is asked, «chưa có
        số liệu» is an obstacle, «chờ CA ký» leaves the work open."""
        fails = says_it_fails(self.text, meaning)
        waits = (
            wishes.waits_for_others(self.text, self.words)
            if meaning.intent == "progress"
            else None
        )
        return [place for place in (fails, waits) if place]

    @cached_property
    def is_courtesy(self) -> bool:
        """«cảm ơn chị», «chúc cả nhà ngày mới vui»: it answers nothing."""
        names_something = ":" in self.text or not any(map(str.isalpha, self.text))
        return not names_something and self.reply("none").intent == "noise"

    @property
    def when(self) -> When:
        return self._typed.when

    def _when_of(self, text: str) -> When:
        return self.of(text).when

    @cached_property
    def due(self) -> Due:
        """Until when: sure, to be asked, or nothing."""
        return due_in(self.when, self.now)

    def wished(self, due: datetime | None = None) -> datetime | None:
        """Until when more time is asked for; a day ends with its work."""
        said = self.meaning("assignment", due).slots.get("due")
        return moment_of(said, self.calendar) if said else None

    @cached_property
    def past(self) -> datetime | None:
        """When something was done, if a day before today is named."""
        return past_in(self.when, self.now)

    @cached_property
    def reason(self) -> str:
        """What stands after «vì», «do» or a comma; a mere day is no reason."""
        return read_reason(self.text, self.now)[1]

    @property
    def before_reason(self) -> str:
        """The line without it."""
        return read_reason(self.text, self.now)[0]

    @cached_property
    def decision(self) -> decisions.Decision | None:
        """«đạt», «146 ok», «nhắc Nam 139 đi»: what one who decides wants, wherever it is typed."""
        return decisions.read_decision(
            self.text, self.words, self._is_only_a_day, lambda: bool(self.when)
        )

    @property
    def asks_who(self) -> bool:
        """«ai chưa nhận việc»: of people, and not of one's own work."""
        return "ai" in self.words.split()

    @property
    def is_of_more_time(self) -> bool:
        """«không gia hạn nữa», «giữ hạn cũ»."""
        return decisions.is_of_more_time(self.text)

    @property
    def is_a_day(self) -> bool:
        """«thứ 6 nhé chị»: a day, and nothing besides."""
        return self._is_only_a_day(self.words)

    @cached_property
    def mended_day(self) -> Self | None:
        """«ý là thứ 5 chứ», «sửa lại là thứ Năm»: the day that is meant instead."""
        day = self.of(self.mended)
        return day if day.text and day.is_a_day else None

    @cached_property
    def mended(self) -> str:
        """«nhầm, Hoa chứ»: what is meant instead of what was said before; empty where that is
        not said."""
        return mended(self.text, self.words)

    def limit_instead_of(self, due: datetime) -> datetime | None:
        """The day that is named; an hour alone is of the day that stood there."""
        if self.when.kind == "time" and self.due.at:
            return due.astimezone(self.now.tzinfo).replace(
                hour=self.due.at.hour, minute=self.due.at.minute
            )
        return self.due.at

    def _is_only_a_day(self, text: str) -> bool:
        if not self.when:
            return False
        due = self.due if text == self.words else self.of(text).due
        return bool(due.at or due.readings) and decisions.only_a_day(due.rest)

    @cached_property
    def new_limit(self) -> datetime | None:
        """«bổ sung trước 25/11», «thiếu địa chỉ, chiều mai nộp lại»: a limit that is named as
        one."""
        if decisions.names_a_limit(self.text):
            return self.due.at
        return next((one.due.at for one in self._pieces if one.hands_in_again), None)

    @property
    def limits_if(self) -> bool:
        """«nếu mai kịp thì mai nộp»: a day is named, and only on a condition."""
        return bool(self.when) and decisions.has_condition(self.words)

    @property
    def hands_in_again(self) -> bool:
        """«chiều mai nộp lại»: until when, and not why."""
        return bool(self.due.at) and decisions.hands_in_again(self.due.rest)

    @property
    def is_only_new_limit(self) -> bool:
        """The same of the whole line."""
        return all(one.hands_in_again or one.is_a_day for one in self._pieces)

    @cached_property
    def _pieces(self) -> Sequence[Self]:
        return [self.of(piece) for piece in re.split(r"\s*[,;]\s*", self.text) if piece]
