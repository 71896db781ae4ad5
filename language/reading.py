"""What was typed, as one value: each thing is read from it when it is asked, and only once."""

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from datetime import date, datetime, time
from functools import cached_property
from typing import Any, TypeVar

from domain.absences import AbsenceSaid
from domain.activities import NewPoint
from domain.calendar import WorkingCalendar
from domain.campaigns import Plan
from domain.ledger import Rule
from domain.names import fold
from domain.people import Person
from domain.periods import OFFICE_ZONE, local
from domain.plans import About, Details, Places, PointChange, PointLines
from domain.registers import Told
from domain.turnout import Figures
from domain.visits import Named, OutsideSaid, Paper, Said, Sort
from language.answers import coming, decisions, points, starts, wishes
from language.answers import yes_no as short
from language.answers.absence_lines import absence_in
from language.answers.ages import YearsSaid, read_age, read_family
from language.answers.answer import Reply, Typed
from language.answers.aside import asks, leaves_aside, puts_off, says_why
from language.answers.campaign_lines import (
    CampaignLine,
    campaign_in,
    campaign_line,
    campaign_words,
)
from language.answers.checklist_lines import (
    Steps,
    checklist_code,
    checklist_of,
    mark_in,
    steps_in,
    theme_list,
)
from language.answers.codes import certificate_code, invite_code
from language.answers.conclusion_lines import (
    ConclusionOpened,
    ConclusionSaid,
    conclusion_in,
    conclusion_opened,
)
from language.answers.corrections import (
    Correction,
    asks_about,
    leading_number,
    names_obstacle,
    numbers_in,
    numbers_together,
    read_correction,
    says_it_fails,
    says_unfinished,
    says_what_hinders,
)
from language.answers.day_orders import DayOrder, read_day_order
from language.answers.day_questions import Asked, day_question
from language.answers.directory import whose_number
from language.answers.draft_lines import DraftChange, draft_changes
from language.answers.figure_days import day_among
from language.answers.headcounts import (
    figures_of,
    group_came,
    group_of,
    is_below_zero,
    is_counting,
    place_named,
    split_by_point,
)
from language.answers.item_lines import ItemSaid, items_in, way_in
from language.answers.limits import Due, due_in, moment_of, past_in, read_reason
from language.answers.matter_lines import (
    MatterLine,
    Raised,
    basis_in,
    matter_code,
    matter_line,
    paper_in,
    raised_in,
    response_in,
)
from language.answers.meaning import Meaning, meaning_of
from language.answers.newcomers import NewcomerSaid, read_newcomer
from language.answers.office_lines import read_named_days, read_rule
from language.answers.opinion_lines import OpinionSaid, heard_month, opinion_in
from language.answers.papers import PaperSaid, incoming_paper, paper_asked
from language.answers.plan_lines import read_plan_lines
from language.answers.register_lines import (
    RegisterLine,
    founded_in,
    register_line,
    told_in,
)
from language.answers.reply import Context, reply_to
from language.answers.report_periods import PeriodAsked, report_period
from language.answers.result_lines import tells_a_result
from language.answers.roll_lines import digits, extra_in, few, numbers_on_roll
from language.answers.shares import share_done, told_besides, without_what_it_is_not
from language.answers.strength_lines import strengths_wanted
from language.answers.training_lines import page_in, seats_in
from language.answers.visit_lines import (
    VisitLine,
    days_in,
    finding_in,
    is_private,
    number_of_days,
    outside_in,
    proposal_in,
    signed_paper_in,
    team_in,
    visit_line,
    window_in,
    year_in,
)
from language.answers.weekly_hours import WeeklyHour, weekly_hour
from language.answers.whole_lines import intent_of
from language.answers.work_lines import Found, WorkLine, find_person, read_lines
from language.answers.yes_no import Way, YesNo
from language.certainty.certain import Certainty, certainty_of
from language.dates.moments import When
from language.line.spans import Place

T = TypeVar("T")


class Reading:
    """A typed line, and all that may be asked of it. `now` is the office's own time."""

    def __init__(self, text: str, now: datetime, calendar: WorkingCalendar | None = None) -> None:
        self.text, self.now, self.calendar = text, now, calendar or WorkingCalendar(OFFICE_ZONE)
        self._typed = Typed(without_what_it_is_not(text), now, self.calendar)
        self._kept: dict[Hashable, Any] = {}

    def of(self, text: str) -> "Reading":
        """Other words, read at the same moment."""
        return self if text == self.text else Reading(text, self.now, self.calendar)

    def _once(self, what: Hashable, read: Callable[[], T]) -> T:
        if what not in self._kept:
            self._kept[what] = read()
        found: T = self._kept[what]
        return found

    # what the whole line is

    @cached_property
    def words(self) -> str:
        """The line in small letters without marks: a label of the keyboard is known by it."""
        return fold(self.text)

    @cached_property
    def intent(self) -> str:
        """What the whole line is, wherever it is typed; empty when it says something else."""
        known = intent_of(self.text, self.words)
        if known:
            return known
        if self.directed:
            return "directed"
        if self.items:
            return "report_item"
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
        if self.day_order:
            return "day_order"
        if self.whose_number:
            return "whose_number"
        if self.day_question:
            return "day_question"
        if wishes.brings_work(self.words):
            return "new_work"
        if wishes.asks_together(self.words):
            return "company"
        if self.decision is None:
            return ""
        return "week_report" if self.decision.kind == "report" else "decision"

    @cached_property
    def directed(self) -> str:
        """«chỉ đạo: rà soát danh sách hộ nghèo»: what somebody is to do."""
        return wishes.directed(self.text)

    @property
    def has_lines(self) -> bool:
        """More than one line: a list."""
        return "\n" in self.text.strip()

    @cached_property
    def draft_changes(self) -> Sequence[DraftChange]:
        """«2 thôi t5», «bỏ dòng 2»: what may be put right in a draft of work that is shown."""
        return draft_changes(self.text, self.words)

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
    def leaves(self) -> bool:
        """«thôi», «bỏ qua», «khoan, để hỏi lại đã»: the question is to be left."""
        return self.yes_no == "no" or leaves_aside(self.text, self.words)

    @cached_property
    def puts_off(self) -> bool:
        """«để mai em báo», «lát em gửi ảnh»: an answer comes, but not now."""
        return puts_off(self.text, self.words)

    @property
    def says_why(self) -> bool:
        """«chờ số liệu của phường», «vì mưa»: it begins as a reason does."""
        return says_why(self.words)

    @cached_property
    def asks(self) -> bool:
        """«mấy giờ tập trung ạ»: a question, which answers none of ours."""
        return asks(self.text, self.words)

    @cached_property
    def is_courtesy(self) -> bool:
        """«cảm ơn chị», «chúc cả nhà ngày mới vui»: it answers nothing."""
        names_something = ":" in self.text or not any(map(str.isalpha, self.text))
        return not names_something and self.reply("none").intent == "noise"

    @cached_property
    def only_figures(self) -> bool:
        """«dtn 20 pn 15 vang 3»: so many people and nothing else, whatever was asked."""
        said = self.figures
        counted = said is not None and (said.total is not None or bool(said.parts))
        return counted and not self.names_assignment and is_counting(self.text)

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

    # what somebody wants, and until when

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
    def decision(self) -> decisions.Decision | None:
        """«đạt», «146 ok», «nhắc Nam 139 đi»: what one who decides wants, wherever it is typed."""
        return decisions.read_decision(self.text, self.words, self._is_only_a_day)

    @property
    def is_of_more_time(self) -> bool:
        """«không gia hạn nữa», «giữ hạn cũ»."""
        return decisions.is_of_more_time(self.text)

    @property
    def is_a_day(self) -> bool:
        """«thứ 6 nhé chị»: a day, and nothing besides."""
        return self._is_only_a_day(self.words)

    def _is_only_a_day(self, text: str) -> bool:
        if not self.when:
            return False
        due = self.due if text == self.words else self.of(text).due
        return bool(due.at or due.readings) and decisions.only_a_day(due.rest)

    @cached_property
    def item_way(self) -> str | None:
        """What the words say of an item that is known already: «đồng ý», «sao rồi»."""
        return way_in(self.words)

    @cached_property
    def items(self) -> Sequence[ItemSaid]:
        """«mục 1 đồng ý», «số 2 để tuần sau»: of what the report asks."""
        return items_in(self.text, self.words)

    @cached_property
    def report_period(self) -> PeriodAsked | None:
        """«tháng 11», «quý 4», «từ đầu năm»: whose report is asked for."""
        return report_period(self.text)

    @cached_property
    def weekly_hour(self) -> WeeklyHour | None:
        """«thứ Hai 8h»: an hour of every week."""
        return weekly_hour(self.text)

    @cached_property
    def new_limit(self) -> datetime | None:
        """«bổ sung trước 25/11»: a limit that is named as one."""
        return self.due.at if decisions.names_a_limit(self.text) else None

    @property
    def when(self) -> When:
        return self._typed.when

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

    # work

    def names(self, people: Iterable[Person]) -> Found:
        """Whom the line names."""
        among = tuple(people)
        return self._once(("names", _ids(among)), lambda: find_person(self.text, among))

    def calls_first(self, people: Sequence[Person]) -> bool:
        """«Bắc rà lại danh sách, mai nộp», «Nam: …»: it begins with somebody's name."""
        before, colon, _ = self.text.partition(":")
        called = before if colon else before.split(" ")[0]
        found = find_person(called, tuple(people)).one
        named = next((person.name for person in people if person.id == found), "")
        return bool(found) and decisions.names_only(called, named)

    def work_lines(self, people: Sequence[Person]) -> Sequence[WorkLine]:
        """One assignment a line: who, what, until when."""
        return self._once(
            ("lines", _ids(people)),
            lambda: read_lines(self.text, people, self.now, self.calendar),
        )

    @cached_property
    def names_assignment(self) -> bool:
        """«xong 147», «gia hạn 147 đến 24/11»: about work, although there is a number in it."""
        return bool(self.reply("none").slots.get("task"))

    @cached_property
    def numbers(self) -> frozenset[int]:
        """Numbers that may be an assignment's: `147 70%`."""
        return frozenset(numbers_in(self.text))

    @cached_property
    def leading_number(self) -> int | None:
        """«152 còn chờ vôi», «việc 152 em trả lại»: what the line begins with, it is about."""
        return leading_number(self.text)

    @property
    def is_number(self) -> bool:
        """«139»: so large a number alone names work; «70» may be a percentage."""
        return self.text.isdecimal() and len(self.text) >= len("100")

    @cached_property
    def numbers_together(self) -> Sequence[int]:
        """«xong 154 và 163»: several named in one breath; fewer than two are none."""
        return numbers_together(self.text)

    @cached_property
    def correction(self) -> Correction | None:
        """«152 sai, đã sửa 2 nhà»; «chưa xong, em bấm nhầm» without the right words."""
        slip = self.reply("assignment").intent == "correction"
        return read_correction(self.text) or (Correction(None, "") if slip else None)

    @cached_property
    def asks_about(self) -> int | None:
        """«sao việc 139 chậm thế»: the number of what is asked about."""
        return asks_about(self.text)

    @cached_property
    def incoming_paper(self) -> PaperSaid | None:
        """«CV 312/UBND ngày 24/11 rà soát hộ nghèo, trước 5/12»."""
        return incoming_paper(self.text, self.words, self.now.date())

    @cached_property
    def _brings_a_paper(self) -> bool:
        """With what is to be done, and until when."""
        paper = self.incoming_paper
        return paper is not None and " " in paper.rest and bool(self.of(paper.rest).when)

    @cached_property
    def paper_asked(self) -> str:
        """«cv 312»."""
        return paper_asked(self.words)

    @cached_property
    def takes_work(self) -> bool:
        """«nhận»: «ok» under nothing is only politeness."""
        return short.takes(self.text)

    @cached_property
    def way_meant(self) -> Way:
        """«vướng», «không nhận», «chỉ ghi», «thôi»: which way a doubtful «no» is settled."""
        return short.way_meant(self.text)

    def fails(self, meaning: Meaning) -> bool:
        """«chưa làm được»: something stands in the way; «chưa xong» does not."""
        return says_it_fails(self.text, meaning) is not None

    def plainly_hindered(self, meaning: Meaning) -> bool:
        """«hnay mưa k làm đc», «chưa có số liệu»: an obstacle that need not be asked about."""
        return self.fails(meaning) and says_what_hinders(self.text)

    @cached_property
    def names_obstacle(self) -> bool:
        """«vướng kinh phí»: an obstacle, wherever it is said; «di duong mua qua» may be none."""
        return names_obstacle(self._typed.cues)

    @cached_property
    def company(self) -> str:
        """«cho e với Hoa làm chung»: whom somebody wants beside them."""
        return wishes.company(self.text)

    @cached_property
    def asks_leave(self) -> bool:
        """«mai em xin nghỉ»."""
        return wishes.asks_leave(self.words)

    @cached_property
    def waits_for_others(self) -> bool:
        """«xong phần e, chờ CA ký»: somebody else's part is wanting."""
        return wishes.waits_for_others(self.text, self.words) is not None

    def share_done(self, title: str) -> int | None:
        """«còn 4 hộ», of «Vận động 6 hộ»: a third."""
        return share_done(self.text, title)

    @cached_property
    def told_besides(self) -> str:
        """«mới làm 1 hộ, vướng vật liệu»: what is told beside the obstacle."""
        return told_besides(self.text)

    @cached_property
    def tells_a_result(self) -> bool:
        """«đã ký thêm 2 hộ»: it belongs to the result that was read back; «mưa to quá» may not."""
        return tells_a_result(self.text)

    def is_unfinished(self, meaning: Meaning) -> bool:
        """`chưa xong`, `mới 70%`: no result, whatever was asked."""
        return says_unfinished(self.text, meaning)

    # figures

    @cached_property
    def figures(self) -> Figures | None:
        """People, parts and results; None when there are none in it."""
        return figures_of(self._typed.turnout, self.text)

    @cached_property
    def target(self) -> Figures | None:
        """The same where a number below nought is none."""
        return None if is_below_zero(self.text) else self.figures

    @cached_property
    def group(self) -> Figures | None:
        """«dk 12 ng»: how many are to be registered together."""
        return group_of(self._typed.line, self.reply("activity"), self.text)

    @property
    def group_came(self) -> int | None:
        """«nhom den 12»: the number of a group that was counted before."""
        return group_came(self.text)

    def place_named(self, called: Mapping[int, Sequence[str]]) -> int | None:
        """«ĐTN 12 o Binh Ngoc»: the only point that is named anywhere in the line."""
        return place_named(self.text, called)

    def by_point(
        self, called: Mapping[int, Sequence[str]]
    ) -> Sequence[tuple[int | None, "Reading"]]:
        """«Ka Long 42, Trà Cổ 12»: which part of the line speaks of which point."""
        named = tuple((point, tuple(names)) for point, names in called.items())
        return self._once(
            ("points", named),
            lambda: [
                (point, self.of(piece)) for point, piece in split_by_point(self.text, called)
            ],
        )

    def of_day(self, days: Collection[date]) -> "tuple[date | None, Reading]":
        """«28/11 dtn 25»: the one of these days that is named, and the line without it."""
        day, rest = day_among(self.text, self.when, days)
        return day, self.of(rest)

    @cached_property
    def put_right(self) -> "Reading | None":
        """«nhầm, 38 thôi», «sửa lại 42»: the right words, where no report is named."""
        said = self.correction
        return self.of(said.words) if said and said.words and said.number is None else None

    @cached_property
    def not_held(self) -> bool:
        """«mưa to nên hoãn»: there was no day out."""
        return self.reply("turnout").intent == "no_event"

    # activities

    @cached_property
    def bare_coming(self) -> YesNo:
        """«có», «ừ», «không ạ», and no more than that."""
        return coming.read_bare(self.text, self.reply("activity"))

    @property
    def comes(self) -> bool:
        """«em có đi», «a em đi được rồi»: somebody comes, whatever else it reads as."""
        return self.reply("activity").intent == "register"

    def coming(self, *, asked: bool) -> str:
        """Whether somebody comes; see `answers/coming.py`."""
        return self._once(
            ("coming", asked),
            lambda: coming.read_coming(self.text, self.reply("activity"), asked=asked),
        )

    @cached_property
    def takes_place(self) -> YesNo:
        """«nhận chỗ»; «không nhận»."""
        return coming.takes_place(self.text)

    @cached_property
    def day_question(self) -> Asked:
        """«mưa thì sao», «sđt chị phụ trách»: what is asked about the day."""
        return day_question(self.words)

    @cached_property
    def was_there(self) -> bool:
        """«em có đi mà sao ghi vắng»."""
        return coming.was_there(self.text)

    @cached_property
    def withdraws_group(self) -> bool:
        """«0», «rút nhóm»."""
        return short.withdraws(self.text)

    @cached_property
    def age(self) -> YearsSaid | None:
        """«em mới 15 tuổi»."""
        return read_age(self.text)

    @cached_property
    def newcomer(self) -> NewcomerSaid:
        """«đồng ý, 58 tuổi», under a poster, from somebody who is not known yet."""
        return read_newcomer(self.text, self.now.date())

    @cached_property
    def family(self) -> tuple[int, int]:
        """Adults and children who come along."""
        return read_family(self.text)

    # the roll call

    @cached_property
    def roll_line(self) -> Sequence[int]:
        """«vắng 3 7 12»: the numbers of the list that are named."""
        return numbers_on_roll(self.text)

    @cached_property
    def extra(self) -> int:
        """«thêm 3»: how many also came."""
        return extra_in(self.text)

    @cached_property
    def few(self) -> int | None:
        """«3»: a bare number of people."""
        return few(self.text)

    @cached_property
    def digits(self) -> str:
        """The digits alone, of a code that was read aloud."""
        return digits(self.text)

    # plans

    def start(self, usual: time) -> datetime:
        """When an activity begins; what is not clear is refused."""
        return starts.sure_start(self.text, self.when, self.now, usual)

    def another_time(self, was: datetime) -> datetime:
        """When instead: another day, or «6h30» alone, which is the same day. A day alone keeps
        the hour."""
        return starts.hour_alone(self.text, was) or self.start(was.time())

    def plan_lines(self, about: About) -> Details:
        return read_plan_lines(self.text, about)

    def seats(self, known: Places) -> Mapping[int, int]:
        """«Ka Long 10, Hải Yên 8»."""
        return seats_in(self.text, known.localities)

    @cached_property
    def web_page(self) -> str:
        """«https://…»."""
        return page_in(self.text)

    def points(self, known: Places) -> PointLines:
        """Every line that is a point, and those that are none."""
        return points.read_points(self.text, known)

    @cached_property
    def new_name(self) -> str:
        """«sửa tên điểm: Cầu Ka Long»."""
        return points.read_new_name(self.text)

    def new_place(self, known: Places) -> NewPoint | None:
        """«nơi mới: Bãi biển Trà Cổ»."""
        return points.read_new_place(self.text, known)

    def place_in(self, words: str, known: Places) -> NewPoint:
        """The place that some words of the line name."""
        return points.read_place(words, known)

    @cached_property
    def day_order(self) -> DayOrder | None:
        """«hoãn», «đổi ra NVH khu 2», «mưa to, chờ 8h xem»: what an organiser says of a day."""
        return read_day_order(self.text, self.words, self._is_a_moment)

    def _is_a_moment(self, text: str) -> bool:
        return bool(self.of(text).when) or starts.hour_alone(text, self.now) is not None

    def point_change(self, people: Sequence[Person]) -> PointChange:
        """«Thao, 80»: a point's leader and its places."""
        return points.read_point_change(self.text, people)

    @cached_property
    def position(self) -> tuple[float, float] | None:
        """«21.53, 107.97»."""
        return points.read_position(self.text)

    # what is followed to its end

    @cached_property
    def raised(self) -> Raised | None:
        """«khó khăn: …», «ý kiến: …»."""
        return raised_in(self.text)

    @cached_property
    def conclusion(self) -> ConclusionOpened | None:
        """«KL 1: đồng ý gia hạn 27/11»: what is concluded, and of which item."""
        return conclusion_opened(self.text)

    def concluded(self, people: Sequence[Person]) -> ConclusionSaid:
        """What the words of a conclusion become."""
        return self._once(
            ("concluded", _ids(people)),
            lambda: conclusion_in(self.text, people, self.now, self.calendar),
        )

    @cached_property
    def matter_code(self) -> tuple[str, int] | None:
        """«KN31»."""
        return matter_code(self.text)

    @cached_property
    def letter_of(self) -> int | None:
        """«KN31 công văn nhắc»: of which recommendation."""
        said = self.matter_line
        return said.codes[0][1] if said and said.event == "letter" else None

    @cached_property
    def matter_line(self) -> MatterLine | None:
        """«KN31 KN32 số 142 ngày 30/11», «KN31 bảng mới rồi»."""
        return matter_line(self.text, self.now.date())

    @cached_property
    def paper(self) -> tuple[str, date] | None:
        """«số 142 ngày 30/11»: a paper's number and day."""
        return paper_in(self.text, self.now.date())

    @cached_property
    def register_line(self) -> RegisterLine | None:
        """«GP1 61/52/45, vướng giá 4»."""
        return register_line(self.text)

    @cached_property
    def told(self) -> Told | None:
        """«61/52/45», where a register's numbers were asked for."""
        return told_in(self.text)

    @cached_property
    def founded(self) -> tuple[str, int] | None:
        """«Tuyến Hải Yên - Ninh Dương, 64 hộ»: a name and a whole."""
        return founded_in(self.text)

    @cached_property
    def task_steps(self) -> Steps | None:
        """«139 gồm: soạn, trình, gửi»."""
        return steps_in(self.text)

    @cached_property
    def checklist_of(self) -> tuple[str, int] | None:
        """«bảng kiểm KN31», «bảng kiểm 139»."""
        return checklist_of(self.text)

    @cached_property
    def theme_list(self) -> tuple[str, Sequence[str]] | None:
        """«bảng kiểm nội dung niêm yết: …»."""
        return theme_list(self.text)

    @cached_property
    def campaign(self) -> Plan:
        """«chiến dịch: Ngày hội số, 1/12-31/12, mục tiêu 500 hộ tài khoản số; ra quân»."""
        words = campaign_words(self.text) or self.text
        return campaign_in(words, self._when_of, self._measures_of)

    def _measures_of(self, text: str) -> Mapping[str, float]:
        figures = self.of(text).figures
        return figures.measures if figures else {}

    @cached_property
    def campaign_line(self) -> CampaignLine | None:
        """«chiến dịch 3: thêm việc 147», «cd3 them T7-28/11»."""
        return campaign_line(self.text)

    @cached_property
    def checklist_code(self) -> tuple[str, int] | None:
        """«TM1»."""
        return checklist_code(self.text)

    @cached_property
    def item_mark(self) -> tuple[int, str, str] | None:
        """«3 đạt», under a checklist."""
        return mark_in(self.text)

    @cached_property
    def response(self) -> str:
        """«cv 210, tiếp thu»: of which kind the answer is."""
        return response_in(self.text)

    @cached_property
    def with_basis(self) -> tuple[str, str]:
        """«thay bảng phí, căn cứ: Điều 5 Nghị định 61»: what is asked, and its law."""
        return basis_in(self.text)

    # visits

    @cached_property
    def of_visits(self) -> str:
        """What the whole line says of visits and what came of them; empty where it does not."""
        said = {
            "visit_line": self.visit_line,
            "visits_of_year": self.visits_of_year,
            "office_days": self.office_days,
            "visit_proposed": self.proposal,
            "visits_outside": self.outside,
            "letter_of": self.letter_of,
            "matter_line": self.matter_line,
        }
        return next((intent for intent, found in said.items() if found), "")

    @cached_property
    def visit_line(self) -> VisitLine | None:
        """«GS19», «GS19 gộp GS5», «GS19 số 12 ngày 3/10, Khải ký»."""
        return visit_line(self.text, self.now.date())

    @cached_property
    def signed_paper(self) -> Paper | None:
        """«số 12 ngày 3/10, Khải ký»."""
        return signed_paper_in(self.text, self.now.date())

    @cached_property
    def proposal(self) -> Said | None:
        """«gs niêm yết, một cửa Trần Phú, tuần này»."""
        return proposal_in(self.text, self._when_of)

    @cached_property
    def sealed_line(self) -> Said | None:
        """«niêm yết, một cửa Trần Phú, tuần này»: without an opening it is supervision."""
        return self.proposal or self.of(f"gs {self.text}").proposal

    @cached_property
    def team(self) -> Sequence[Named]:
        """«Trận trưởng đoàn, Liên thư ký, Sơn»."""
        return team_in(self.text)

    @cached_property
    def finding(self) -> tuple[Sort, str]:
        """«hạn chế: bảng phí cũ»."""
        return finding_in(self.text)

    @cached_property
    def gathering(self) -> tuple[datetime, str] | None:
        """«7h15 thứ Năm, tại trụ sở»: a moment, and where."""
        start = self.when.start
        return (start, self.when.rest.strip(" ,.")) if isinstance(start, datetime) else None

    @cached_property
    def window(self) -> tuple[date, date] | None:
        """«tháng 10», «tuần này», «5-10/12»."""
        return window_in(self.text, self._when_of)

    @cached_property
    def outside(self) -> Sequence[OutsideSaid]:
        """«kế hoạch ngoài: Thanh tra tỉnh, thu chi quỹ, UBND Ka Long, tháng 10»."""
        return outside_in(self.text, self._when_of)

    @cached_property
    def visits_of_year(self) -> tuple[int, int] | None:
        """«gs năm 2025: 580 cuộc»."""
        return year_in(self.text)

    @cached_property
    def office_days(self) -> tuple[str, int] | None:
        """«hạn trả lời kiến nghị: 30 ngày»."""
        return days_in(self.text)

    @cached_property
    def number_of_days(self) -> int | None:
        """«30 ngày»."""
        return number_of_days(self.text)

    @cached_property
    def names_private(self) -> bool:
        """«cửa hàng …»: nobody of the state."""
        return is_private(self.text)

    @cached_property
    def opinion(self) -> OpinionSaid:
        """What it is about, how many say so, whether it may be kept."""
        return opinion_in(self.text)

    @cached_property
    def heard_month(self) -> date:
        """«nghe dân nói tháng 10»."""
        return heard_month(self.text, self.now.date())

    @cached_property
    def strengths_wanted(self) -> Sequence[str]:
        """«soạn kế hoạch»: what the work asks of whoever does it."""
        return strengths_wanted(self.text)

    def _when_of(self, text: str) -> When:
        return self.of(text).when

    # the office

    @cached_property
    def absence(self) -> AbsenceSaid | None:
        """«t5 nghi, Mai lam thay»."""
        return absence_in(self.text, self.words, self._when_of, self.calendar.is_working_day)

    @cached_property
    def whose_number(self) -> str:
        """«số của Tuyên», «sđt chị Mây»: the words that name somebody."""
        return whose_number(self.text, self.words)

    @cached_property
    def named_days(self) -> tuple[tuple[date, ...], str]:
        """«2/9 Quốc khánh», «5/2-11/2 Tết»: the next such days, and their name."""
        return read_named_days(self.text, self.now.date())

    @cached_property
    def hours_rule(self) -> Rule | None:
        """«2h=1 0h=0,5»."""
        return read_rule(self.text)

    @cached_property
    def says_nothing(self) -> bool:
        """«0»: nobody, or nothing to say."""
        return short.is_nothing(self.text)

    @cached_property
    def remarks(self) -> Sequence[str]:
        """A line each; «0» is none."""
        return [] if self.says_nothing else self.text.splitlines()


def _ids(people: Sequence[Person]) -> tuple[int, ...]:
    return tuple(person.id for person in people)


def open_books(now: datetime) -> None:
    """Read the word lists in before the first person waits for them."""
    here = local(now, OFFICE_ZONE)
    intent_of("xong, mai gửi ảnh", "xong, mai gui anh")
    Reading("xong, mai gửi ảnh", here).meaning("none")
    reply_to(Typed("ĐTN 20, 3 m3 rác", here), "turnout")
