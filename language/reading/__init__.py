"""What was typed, as one value: each thing is read from it when it is asked, and only once."""

from collections.abc import Sequence
from datetime import datetime
from functools import cached_property

from domain.people import Person
from domain.periods import OFFICE_ZONE, local
from language.answers import wishes
from language.answers.answer import Typed
from language.answers.codes import names_a_code
from language.answers.planned import plans_a_day
from language.answers.reply import reply_to
from language.answers.whole_lines import intent_of
from language.reading.activities import OfActivities
from language.reading.followed import OfMatters
from language.reading.office import OfOffice
from language.reading.reported import OfReport
from language.reading.shortly import Short
from language.reading.visits import OfVisits


class Reading(Short, OfActivities, OfReport, OfMatters, OfVisits, OfOffice):
    """A typed line, and all that may be asked of it. `now` is the office's own time.

    A file for each thing a line may be about; what is counted and what is said of work come
    with what is followed (`followed.py`).
    """

    @property
    def may_say_of_photo(self) -> bool:
        """«hóa đơn đỏ đây c», just after a photo that came without a word."""
        other = self.numbers or self.asks or self.has_lines or ":" in self.text or self.leaves
        kind = self.intent or self.is_courtesy or self.plainly or self.tells_nothing
        return bool(self.text) and not (other or kind)

    @cached_property
    def intent(self) -> str:
        """What the whole line is, wherever it is typed; empty when it says something else."""
        known = intent_of(self.text, self.words)
        if known:
            return known
        if self.elsewhere:
            return "elsewhere"
        if self.recalls_report:
            return "recall_report"
        if self.drops_proof:
            return "drop_proof"
        if self.plans_a_day:
            return "activity_planned"
        if self.body_change:
            return "body_change"
        if self.says_word_to:
            return "word_to"
        if self.register_opened:
            return "register_opened"
        if self.register_numbers:
            return "register_numbers"
        if self.members_said:
            return "members_said"
        if self.register_more and not self.items:
            return "register_more"
        if self.away_asked:
            return "away_asked"
        if self.strengths_asked:
            return "strengths_asked"
        if self.strengths_told:
            return "strengths_told"
        if self.place_line:
            return "place_line"
        if self.duty_asked:
            return "duty_asked"
        if self.duty_dropped:
            return "duty_dropped"
        if self.duty_given:
            return "duty_given"
        if self.office_hour:
            return "office_hour"
        if self.directed:
            return "directed"
        if self.items:
            return "report_item"
        if self.taken_back:
            return "matter_dropped"
        if self.leader_asks:
            return self.leader_asks
        if self.asks_week_before:
            return "weekly_report"
        if wishes.brings_a_paper(self.words):
            return "new_work"
        if self.of_visits:
            return self.of_visits
        if self.paper_asked:
            return "paper_asked"
        if self._brings_a_paper:
            return "incoming_paper"
        if self.absence:
            return "absence"
        if self.activity_order:
            return "activity_order"
        if self.whose_number:
            return "whose_number"
        if self.grants_and_asks:
            return "decision"
        if self.activity_question:
            return "activity_question"
        if wishes.brings_work(self.words):
            return "new_work"
        if wishes.asks_together(self.words):
            return "company"
        if self.several_orders:
            return "several_orders"
        if self.praises and not self.decision:
            return "praise"
        if self.decision is None:
            return "step_words" if self.step_words else ""
        return "week_report" if self.decision.kind == "report" else "decision"

    @cached_property
    def plans_a_day(self) -> bool:
        """«t7 tuần sau trồng cây khu 2 Hải Yên 7h30, a Sơn phụ trách»: a day in one sentence."""
        return not self.asks and plans_a_day(self.words, self.when)

    def is_said_to_one(self, people: Sequence[Person]) -> bool:
        """«Sơn dọn kho thứ 7»: to a colleague; «mai dọn vệ sinh» begins with a day."""
        day_first = bool(self.when.used) and not self.when.used[0][0] and ":" not in self.text
        return not day_first and self.calls_first(people)

    @cached_property
    def is_for_us(self) -> bool:
        """«nhắc CV-001», «đến đâu rồi»: it is plainly said to us, and nobody's name."""
        return bool(self.asks or self.decision or self.is_courtesy or names_a_code(self.text))

    @property
    def grants_and_asks(self) -> bool:
        """«đạt, kinh phí hết bao nhiêu»: a yes, and a question behind it."""
        said = self.decision
        if said is None or said.kind != "yes" or said.loose or not said.reason:
            return False
        behind = self.of(said.reason)
        return behind.asks or behind.meaning("none").intent == "question"

    @cached_property
    def of_visits(self) -> str:
        """What the whole line says of visits and what came of them; empty where it does not."""
        said = {
            "visit_line": self.visit_line,
            "visits_of_year": self.visits_of_year,
            "office_days": self.office_days,
            "visit_proposed": self.proposal,
            "visits_when": self.visits_when,
            "visits_outside": self.outside,
            "letter_of": self.letter_of,
            "answered_by_code": self.answered_by_code,
            "matter_line": self.matter_line,
            "visit_here": self.said_here,
            "visit_paper": self.visit_paper,
        }
        return next((intent for intent, found in said.items() if found), "")


def open_books(now: datetime) -> None:
    """Read the word lists in before the first person waits for them."""
    here = local(now, OFFICE_ZONE)
    intent_of("xong, mai gửi ảnh", "xong, mai gui anh")
    Reading("xong, mai gửi ảnh", here).meaning("none")
    reply_to(Typed("ĐTN 20, 3 m3 rác", here), "turnout")
