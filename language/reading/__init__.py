"""What was typed, as one value: each thing is read from it when it is asked, and only once."""

from collections.abc import Sequence
from datetime import datetime
from functools import cached_property

from domain.people import Person
from domain.periods import OFFICE_ZONE, local
from language.answers.activities.planned import plans_a_day
from language.answers.assignments.several_said import puts_right
from language.answers.replies.aside import asks_for_a_room
from language.answers.replies.reply import reply_to
from language.answers.replies.typed import Typed
from language.answers.whole_lines import (
    asks_certificate,
    asks_own_hours,
    known_or_of_a_look,
    look_of,
    says_it_is_known,
)
from language.line.codes import names_a_code, things_named
from language.reading.activities import OfActivities
from language.reading.followed import CODED, REGISTERS, OfMatters
from language.reading.line import Intents, first_of
from language.reading.office import OFFICE, OfOffice
from language.reading.reported import ITEMS, OfReport
from language.reading.shortly import Short
from language.reading.visits import VISITS, VISITS_HERE, VISITS_NAMED, VISITS_PROPOSED, OfVisits
from language.reading.work import PAPERS, SLIPS, WISHES

OF_WORK = ("accept", "done", "extend", "progress", "blocked", "decline")
"""What may be said of one's own work."""
SEVERAL = 2


class Reading(OfActivities, OfReport, OfMatters, OfVisits, OfOffice, Short):
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
    def acts_on_number(self) -> bool:
        """«xong 157 12 hộ», «157 70%»: work is named, and what becomes of it; «157 mới 70% vì mưa»
        tells why."""
        if self.has_lines or self.says_why:
            return False
        said = self.meaning("assignment")
        far = "percent" in said.slots and not (said.doubtful or self.reason)
        counted = bool(self.done_counted and said.number)
        return bool(self.done_number or counted or (far and (said.number or self.leading_number)))

    @cached_property
    def may_say_of_several(self) -> bool:
        """At least two numbers of work, each with something said of it, or all that is new."""
        if self.takes_all is not None:
            return True
        if self.asks or puts_right(self.text) or (self.has_lines and not self._numbered_lines):
            return False
        opening, said = self.said_of_each(self.numbers_of_work)
        if len(said) + opening < SEVERAL:
            return False
        read = (self.of(words).meaning("assignment") for _, words in said)
        return opening or any(one.intent in OF_WORK for one in read)

    @property
    def _numbered_lines(self) -> bool:
        """«154 đã đăng ký 32 người⏎159 đang chờ phường»: each line names its work."""
        lines = [self.of(line) for line in self.text.splitlines() if line.strip()]
        return all(len(line.numbers_of_work) == 1 for line in lines)

    @cached_property
    def intent(self) -> str:
        """What the whole line is, wherever it is typed; empty when it says something else."""
        coded, known = first_of(CODED, self), self.by_heart or look_of(self.text)
        return coded or known or first_of(READ, self)

    @cached_property
    def plans_a_day(self) -> bool:
        """«t7 tuần sau trồng cây khu 2 Hải Yên 7h30, a Sơn phụ trách»: a day in one sentence."""
        plans = not self.asks and plans_a_day(self.words, self.when)
        return plans and not self.changes_a_day

    def is_said_to_one(self, people: Sequence[Person]) -> bool:
        """«Sơn dọn kho thứ 7»: to a colleague; «mai dọn vệ sinh» begins with a day."""
        day_first = bool(self.when.used) and not self.when.used[0][0] and ":" not in self.text
        return not day_first and self.calls_first(people)

    def asks_by_name(self, people: Sequence[Person]) -> bool:
        """«143 den dau Nam»: a question, and behind it the name of whom it is put to."""
        before, _, last = self.text.rstrip(" .!?").rpartition(" ")
        return self.of(before).asks and bool(self.of(last).is_name_of(people))

    @cached_property
    def is_for_us(self) -> bool:
        """«nhắc CV-001», «đến đâu rồi»: it is plainly said to us, and nobody's name."""
        return bool(self.asks or self.decision or self.is_courtesy or names_a_code(self.text))

    @cached_property
    def of_things(self) -> Sequence[tuple[str, int]]:
        """«GS19 xong buổi làm việc»: what the line is about, where it names no work."""
        named, rest = things_named(self.text)
        besides = self.of(rest)
        work = named and (besides.names_assignment or besides.numbers or besides.leading_number)
        return () if work else named

    @cached_property
    def besides_things(self) -> str:
        """«GS15 ảnh tủ lưu mẫu»: the line without what it names."""
        return " ".join(things_named(self.text)[1].split()).strip(" ,:-")

    @cached_property
    def asks_for_a_room(self) -> bool:
        """«mượn phòng họp chiều mai», and no word on work."""
        of_work = self.names_assignment or self.leading_number or self.has_lines
        return not of_work and asks_for_a_room(self.words)

    @property
    def is_of_week(self) -> bool:
        """«duyệt báo cáo»: what is decided is the report of the week."""
        return self.decision is not None and self.decision.kind == "report"

    @property
    def grants_and_asks(self) -> bool:
        """«đạt, kinh phí hết bao nhiêu»: a yes, and a question behind it."""
        said = self.decision
        if said is None or said.kind != "yes" or said.loose or not said.reason:
            return False
        behind = self.of(said.reason)
        return behind.asks or behind.meaning("none").intent == "question"


READ: Intents[Reading] = (
    ("waits_outside", lambda line: line.waits_outside),
    *SLIPS,
    ("undo", lambda line: line.undone_in_words),
    ("conclusions_opened", lambda line: line.conclusions_opened),
    *VISITS_PROPOSED,
    ("activity_planned", lambda line: line.plans_a_day),
    ("day_change", lambda line: line.amends_a_day),
    ("cannot_lead", lambda line: line.cannot_lead),
    ("parents_said", lambda line: line.parents_said is not None),
    ("group_of_a_day", lambda line: line.group_of_a_day and not line.asks),
    ("body_change", lambda line: line.body_change),
    ("word_to", lambda line: line.says_word_to),
    *REGISTERS,
    ("register_more", lambda line: line.register_more and not (line.items or line.matter_line)),
    *OFFICE,
    ("directed", lambda line: line.directed),
    ("ledger", lambda line: asks_own_hours(line.words)),
    ("figures_asked", lambda line: line.figures_asked and line.is_from_today),
    *ITEMS,
    ("new_work", lambda line: line.paper_asks_for_work),
    *VISITS_NAMED,
    ("office_days", lambda line: line.office_days),
    *VISITS,
    ("letter_of", lambda line: line.letter_of),
    ("answered_by_code", lambda line: line.answered_by_code),
    ("matters_each", lambda line: line.matters_each),
    ("matter_line", lambda line: line.matter_line),
    *VISITS_HERE,
    *PAPERS,
    ("absence", lambda line: line.absence),
    ("room_asked", lambda line: line.asks_for_a_room),
    ("back_on", lambda line: line.back_on),
    ("away_dropped", lambda line: line.away_dropped),
    ("day_off_line", lambda line: line.days_off_said),
    ("activity_order", lambda line: line.activity_order),
    ("whose_number", lambda line: line.whose_number),
    ("decision", lambda line: line.grants_and_asks),
    ("figures_asked", lambda line: line.figures_asked),
    ("ledger", lambda line: asks_certificate(line.words)),
    ("activity_question", lambda line: line.activity_question),
    *WISHES,
    ("several_of_own", lambda line: line.may_say_of_several and not line.decision),
    ("stand_in", lambda line: line.stand_in_said and not line.decision),
    ("step_words", lambda line: line.step_words and not line.decision),
    ("week_report", lambda line: line.is_of_week),
    ("decision", lambda line: line.decision),
    ("activity_order", lambda line: line.order_by_name),
    ("known", lambda line: says_it_is_known(line.words) and not line.asks),
    ("day_page", lambda line: line.day_page),
    ("register_pair", lambda line: line.register_pair),
    ("proposal_mended", lambda line: line.mends_proposal),
    ("item_asked", lambda line: line.asks_of_item),
    ("away_told", lambda line: line.away_told and not line.asks_beyond_work),
    ("class_understood", lambda line: line.understood is not None),
    ("away_on_free_day", lambda line: line.away_when_nobody_works and not line.asks),
)
"""Read word by word, in this order: each room's own, and what one room reads between another's."""


def intents() -> frozenset[str]:
    """Every intent that a whole line may have."""
    return known_or_of_a_look() | {intent for intent, _ in (*CODED, *READ)}


def open_books(now: datetime) -> None:
    """Read the word lists in before the first person waits for them."""
    here = local(now, OFFICE_ZONE)
    line = Reading("xong, mai gửi ảnh", here)
    line.meaning("none")
    first_of((*CODED, *READ), line)
    intents()
    reply_to(Typed("ĐTN 20, 3 m3 rác", here), "turnout")
