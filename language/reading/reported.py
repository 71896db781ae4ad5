"""A line about the weekly report."""

import re
from collections.abc import Sequence
from datetime import datetime
from functools import cached_property

from domain.people import Person
from language.answers.assignments.people_named import CalledFirst
from language.answers.assignments.work_lines import Found, as_colleagues
from language.answers.conclusions.conclusion_lines import (
    ConclusionOpened,
    ConclusionSaid,
    conclusion_in,
    conclusion_opened,
)
from language.answers.conclusions.item_lines import (
    ReportLinesSaid,
    Way,
    asks_first,
    bare_item,
    by_codes,
    items_in,
    way_in,
    way_opened,
)
from language.answers.conclusions.several_concluded import (
    Undone,
    conclusions_opened,
    lines_concluded,
    undone_in_words,
)
from language.answers.digest import leader_words
from language.answers.digest.leader_words import leader_asks
from language.answers.digest.report_periods import (
    PeriodAsked,
    asks_week_before,
    report_period,
    week_approved,
)
from language.reading.line import Intents, among
from language.reading.wanted import Wanted

A_FEW_WORDS = 5
DAYS = re.compile(r"(?<![\d/])\d{1,2}/\d{1,2}(?:/\d{4})?(?![\d/])")


class OfReport(Wanted):
    """What is said of the report: its items, its conclusions and its week."""

    @cached_property
    def items(self) -> Sequence[ReportLinesSaid]:
        """«mục 1 đồng ý», «số 2 để tuần sau»: of what the report asks."""
        return items_in(self.text, self.words)

    @cached_property
    def bare_item(self) -> ReportLinesSaid | None:
        """«4 để giao ban bàn»: of an item, where the report is spoken of."""
        return bare_item(self.text)

    @cached_property
    def answered_by_code(self) -> Sequence[ReportLinesSaid]:
        """«XK2 đồng ý, XK3 đưa ra giao ban»"""
        return by_codes(self.text)

    @cached_property
    def item_way(self) -> Way | None:
        """What the words say of an item that is known already: «đồng ý», «sao rồi»."""
        return way_in(self.words)

    @cached_property
    def item_opened(self) -> Way | None:
        """«để tới 9/12», «hỏi anh Điền đã»: what they begin with; it decides nothing."""
        return way_opened(self.text)

    @cached_property
    def asks_of_item(self) -> bool:
        """«hỏi anh Điền đã»: somebody is to be asked, and no number says of what."""
        return len(self.text.split()) <= A_FEW_WORDS and asks_first(self.text)

    @cached_property
    def report_period(self) -> PeriodAsked | None:
        """«tháng 11», «quý 4», «từ đầu năm»: whose report is asked for."""
        return report_period(self.text)

    @cached_property
    def asks_week_before(self) -> bool:
        """«tuần trước thì sao»: the report before the one that is spoken of."""
        return asks_week_before(self.text)

    @property
    def week_approved(self) -> int | None:
        """«duyệt báo cáo tuần 48»"""
        return week_approved(self.text)

    @cached_property
    def conclusion(self) -> ConclusionOpened | None:
        """«KL 1: đồng ý gia hạn 27/11»: what is concluded, and of which item."""
        return conclusion_opened(self.text)

    @cached_property
    def conclusions_opened(self) -> Sequence[str]:
        """«kết luận giao ban: 1. …. 2. …»: each of several."""
        return conclusions_opened(self.text)

    def lines_concluded(self, people: Sequence[Person]) -> Sequence[str]:
        """Each as a line of work, whoever is to do it first."""
        return lines_concluded(self.conclusions_opened, as_colleagues(people))

    @cached_property
    def undone_in_words(self) -> Undone | None:
        """«bỏ kết luận lúc nãy», «thu hồi cái vừa gửi»: what is taken back."""
        return undone_in_words(self.words)

    def concluded(self, people: Sequence[Person]) -> ConclusionSaid:
        """What the words of a conclusion become."""
        return self._once(
            ("concluded", among(people)),
            lambda: conclusion_in(self.text, people, self.now, self.calendar),
        )

    @cached_property
    def leader_asks(self) -> str:
        """«có gì chờ tôi không», «việc tôi giao tới đâu rồi»: which of them; else nothing."""
        return leader_asks(self.words)

    @cached_property
    def thanks(self) -> bool:
        """«tuần này làm tốt, cảm ơn anh em»: it asks nobody for anything."""
        return leader_words.thanks(self.text)

    @cached_property
    def agrees_with(self) -> bool:
        """«đồng ý với anh Khải»: an opinion, and nothing besides."""
        return leader_words.agrees_with(self.text)

    @cached_property
    def agrees_to_it(self) -> bool:
        """«đồng ý đến 30/12», under an answer: nothing more is asked."""
        return leader_words.agrees_to_it(self.text)

    @cached_property
    def returns(self) -> datetime | None:
        """«để sau tết, khoảng 20/2»: on which day it comes back; the day behind the comma is
        the nearer one. «de toi 9/12», «để đến 9/12 bàn»: the only day of the words."""
        last = self.text.rpartition(",")[2]
        nearer = self.of(last).due.at if last != self.text else None
        days = DAYS.findall(self.text)
        alone = self.of(days[0]).due.at if len(days) == 1 and days[0] != self.text else None
        return self.due.at or nearer or alone

    @property
    def may_be_a_day(self) -> bool:
        """«sau Tết, khoảng 20/2», «không rõ»: no order that came meanwhile."""
        return self.is_a_day or len(self.text.split()) <= A_FEW_WORDS

    @cached_property
    def names_late(self) -> bool:
        """«vì sao quá hạn 3»: of what is late."""
        return leader_words.names_late(self.words)

    @cached_property
    def taken_back(self) -> tuple[str, int] | None:
        """«bỏ cái CD-010 đi»: which matter is to be taken back."""
        return leader_words.taken_back(self.text)

    def asks_whom(self, people: Sequence[Person]) -> Found:
        """«hỏi anh Điền đã»: whom, and not what."""
        return self._once(
            ("asks whom", among(people)),
            lambda: leader_words.asks_whom(self.text, as_colleagues(people)),
        )

    @cached_property
    def says_word_to(self) -> bool:
        """«nhắn chị Mây: …»: somebody is to be told something."""
        return leader_words.says_word_to(self.text)

    def word_to(self, people: Sequence[Person]) -> CalledFirst | None:
        """Whom, and what."""
        return self._once(
            ("word to", among(people)),
            lambda: leader_words.word_to(self.text, as_colleagues(people)),
        )

    def said_to(self, people: Sequence[Person]) -> Found:
        """«cái này hỏi anh Điền đã»: whom the words are said to."""
        return self._once(
            ("said to", among(people)),
            lambda: leader_words.said_to(self.text, as_colleagues(people)),
        )


ITEMS: Intents[OfReport] = (
    ("report_item", lambda line: line.items),
    ("matter_dropped", lambda line: line.taken_back),
    ("slowest", lambda line: line.leader_asks == "slowest"),
    ("waits_for_me", lambda line: line.leader_asks == "waits_for_me"),
    ("given_work", lambda line: line.leader_asks == "given_work"),
    ("last_conclusions", lambda line: line.leader_asks == "last_conclusions"),
    ("report_points", lambda line: line.leader_asks == "report_points"),
    ("weekly_report", lambda line: line.asks_week_before),
)
