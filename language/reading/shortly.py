"""The short answers: a yes, a no, «thôi», a code."""

import re
from collections.abc import Sequence
from functools import cached_property

from language.answers.replies import yes_no as short
from language.answers.replies.aside import (
    asks,
    asks_beyond_work,
    leaves_aside,
    only_waits,
    puts_off,
    reports_a_paper,
    says_no_need,
    says_why,
    sends_again,
    takes_back,
    thanks_others,
)
from language.answers.replies.choices import choice_among
from language.answers.replies.yes_no import Way, YesNo
from language.answers.turnout.group_changes import nobody_comes
from language.line.codes import certificate_code, invite_code
from language.reading.line import TypedLine


class Short(TypedLine):
    """Answers of a word or two, and what puts a question by."""

    @cached_property
    def yes_no(self) -> YesNo:
        return short.yes_no(self.text)

    @cached_property
    def plainly(self) -> YesNo:
        """«ok c», «dạ vâng», «gửi», «không»: a yes or a no, and nothing besides."""
        return short.plainly(self.text)

    @cached_property
    def after_yes(self) -> str:
        """«dung, nghi t5»: what is said again after the yes."""
        return short.after_yes(self.text)

    @cached_property
    def after_no(self) -> str:
        """«khong phai, nghi t5»: what is said instead of what was read back."""
        return short.after_no(self.text)

    @cached_property
    def may_be_a_name(self) -> bool:
        """«Dung»: what reads as a yes may be somebody."""
        return short.may_be_a_name(self.text)

    @cached_property
    def is_not(self) -> bool:
        """«không», «ko»: of a question it may be the answer."""
        return short.is_not(self.text)

    @cached_property
    def sends(self) -> bool:
        """«gửi», «đúng», under what is shown before it is sent."""
        return short.sends(self.text)

    @cached_property
    def only_sends(self) -> bool:
        """«gửi», «đúng rồi gửi đi», and no mere «ok» or «đúng»."""
        return self.sends and not self.yes_no

    def is_word_of(self, label: str) -> bool:
        """«gửi đi» for «Gửi», «đúng rồi» for «Đúng», «giao» for «Giao việc»: the word of this
        button, with no more around it than a yes or a courtesy."""
        return short.is_word_of(self.text, label)

    @cached_property
    def leaves(self) -> bool:
        """«thôi», «bỏ qua», «khoan, để hỏi lại đã»: the question is to be left."""
        return self.yes_no == "no" or leaves_aside(self.text, self.words)

    @cached_property
    def only_waits(self) -> bool:
        """«khoan, để chị Hạnh xem đã»: what stands there is to stay, and not to go yet."""
        return self.yes_no != "no" and only_waits(self.text, self.words)

    @cached_property
    def takes_back(self) -> bool:
        """«à nhầm, không phải buổi đó, cứ để nguyên»: what was begun is not meant."""
        return takes_back(self.text, self.words)

    @property
    def thanks_others(self) -> bool:
        """«gửi lời cảm ơn người tham gia»: an order, and no thanks to us."""
        return thanks_others(self.words)

    @cached_property
    def sends_again(self) -> bool:
        """«bổ sung rồi ạ», «em gửi lại»: what was wanting in a report is there."""
        return sends_again(self.words) and not self.asks

    @property
    def reports_a_paper(self) -> bool:
        return reports_a_paper(self.words)

    @property
    def asks_beyond_work(self) -> bool:
        """«giao ban thứ 2 mấy giờ»: a question that is of no work of one's own."""
        return self.asks and asks_beyond_work(self.words)

    @cached_property
    def puts_off(self) -> bool:
        """«để mai em báo», «lát em gửi ảnh»: an answer comes, but not now."""
        return puts_off(self.text, self.words)

    @property
    def says_why(self) -> bool:
        """«chờ số liệu của phường», «vì mưa»: it begins as a reason does."""
        return says_why(self.words)

    @property
    def says_no_need(self) -> bool:
        """«không cần nữa»: asked why it is called off, that is why."""
        return says_no_need(self.words)

    @cached_property
    def asks(self) -> bool:
        """«mấy giờ tập trung ạ»: a question, which answers none of ours."""
        return asks(self.text, self.words)

    @cached_property
    def asks_somewhere(self) -> bool:
        """«139 xong chưa, thứ 4 phải xong nhé»: one piece of it is a question."""
        pieces = (self.of(piece) for piece in re.split(r"[,;.]", self.text))
        return self.asks or any(piece.asks for piece in pieces)

    def choice_among(self, labels: Sequence[str]) -> Sequence[int] | None:
        """«149», «cái thứ 2», «cả hai», «không cái nào»: which of the shown are meant."""
        return choice_among(self.text, labels)

    @cached_property
    def invite(self) -> str | None:
        """«CB-4F7K-9MTX», as somebody known must write it."""
        return invite_code(self.text, prefixed=True)

    @cached_property
    def bare_invite(self) -> str | None:
        """The same, perhaps without its letters, as a stranger may."""
        return invite_code(self.text, prefixed=False)

    @cached_property
    def certificate(self) -> str | None:
        return certificate_code(self.text)

    @cached_property
    def takes_work(self) -> bool:
        """«nhận»: «ok» under nothing is only politeness."""
        return short.takes(self.text)

    @cached_property
    def way_meant(self) -> Way:
        """«vướng», «không nhận», «chỉ ghi», «thôi»: which way a doubtful «no» is settled."""
        return short.way_meant(self.text)

    @cached_property
    def withdraws_group(self) -> bool:
        """«0», «rút nhóm», «không ai đi»."""
        return short.withdraws(self.text) or nobody_comes(self.words)

    @cached_property
    def needs_nobody(self) -> bool:
        """«không cần»: nobody stands in."""
        return short.needs_nobody(self.text)

    @cached_property
    def says_nothing(self) -> bool:
        """«0»: nobody, or nothing to say."""
        return short.is_nothing(self.text)

    @cached_property
    def remarks(self) -> Sequence[str]:
        """A line each; «0» is none."""
        return [] if self.says_nothing else self.text.splitlines()
