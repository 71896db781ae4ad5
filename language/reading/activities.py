"""A line about a day out."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import cached_property
from typing import Self

from domain.activities import NewPoint
from domain.people import Person
from domain.plans import About, Details, Odd, PointChange, PointLines, PointNames, Sentence
from language.answers.activities import activity_orders, day_names, points, starts
from language.answers.activities.activity_orders import (
    ActivityOrder,
    read_activity_order,
    read_moved,
    read_order_by_name,
)
from language.answers.activities.activity_questions import (
    Asked,
    activity_question,
    day_asked_about,
)
from language.answers.activities.day_changes import (
    DayChange,
    drops_draft,
    is_for_rain,
    keeps_as_it_is,
    read_change_of_place,
    read_day_change,
    read_draft_change,
)
from language.answers.activities.day_questions import (
    DayPage,
    FiguresAsked,
    figures_asked,
    read_day_page,
)
from language.answers.activities.leading_lines import CannotLead, cannot_lead
from language.answers.activities.plan_lines import read_plan_lines
from language.answers.activities.planned import (
    is_of_a_day,
    is_of_points,
    is_opening,
    read_part,
    read_planned,
    several_days,
)
from language.answers.activities.planned_lines import read_planned_lines
from language.answers.activities.point_parts import with_parts
from language.answers.activities.training_lines import (
    guests_in,
    instead_in,
    page_in,
    seats_in,
    understood_in,
)
from language.answers.registrations import coming
from language.answers.registrations.ages import YearsSaid, parents_said, read_age, read_family
from language.answers.registrations.company import Called, Company, read_company, without_company
from language.answers.registrations.newcomers import (
    NewcomerSaid,
    age_told,
    fuller_name,
    is_no_name,
    read_newcomer,
    said_name,
)
from language.answers.replies.yes_no import YesNo
from language.answers.roll import roll_lines
from language.answers.roll.roll_lines import digits, extra_in, few, numbers_on_roll
from language.answers.roll.roll_told import RollTold, roll_told
from language.answers.turnout.figure_days import day_among
from language.line.called import T, called, called_loosely
from language.line.codes import codes_in
from language.reading.wanted import Wanted

_CHANGES = frozenset({"shift", "place", "calloff", "postpone"})


class OfActivities(Wanted):
    """Days out: who comes, what is asked of them, the roll, and how they are planned."""

    @cached_property
    def bare_coming(self) -> YesNo:
        """«có», «ừ», «không ạ», and no more than that."""
        return coming.read_bare(self.text, self.reply("activity"))

    @property
    def cancels_it(self) -> bool:
        """«hủy đi cháu», where it was asked whether a place is given up."""
        return coming.cancels(self.words)

    @property
    def comes(self) -> bool:
        """«em có đi», «a em đi được rồi»: somebody comes, whatever else it reads as."""
        return self.reply("activity").intent == "register"

    def coming(self, *, asked: bool) -> str:
        """Whether somebody comes; see `answers/registrations/coming.py`."""
        return self._once(
            ("coming", asked),
            lambda: coming.read_coming(self.text, self.reply("activity"), asked=asked),
        )

    @cached_property
    def wants_a_place(self) -> bool:
        """«đăng ký chủ nhật giúp em»."""
        return coming.wants_a_place(self.words)

    @property
    def goes_somewhere(self) -> bool:
        """«thứ 7 này tôi cũng đi Bình Ngọc», «đăng ký đi Bình Ngọc»: one comes, if it is known
        what is held there."""
        comes = self.coming(asked=False) in ("yes", "several") or coming.says_one_goes(self.words)
        return (comes or self.wants_a_place) and not self._typed.asks

    @property
    def would_rather(self) -> bool:
        """«cho e xin chuyển qua Bình Ngọc»."""
        return coming.would_rather(self.words)

    @cached_property
    def takes_place(self) -> YesNo:
        """«nhận chỗ»; «không nhận»."""
        return coming.takes_place(self.text)

    @cached_property
    def activity_question(self) -> Asked:
        """«mưa thì sao», «sđt chị phụ trách»: what is asked about the day."""
        return activity_question(self.words)

    @property
    def day_asked_about(self) -> str:
        """«mọi người biết buổi trồng cây chưa»: what names the day."""
        return next(iter(codes_in(self.text)), "") or day_asked_about(self.words)

    @cached_property
    def figures_asked(self) -> FiguresAsked | None:
        """«tổng bao nhiêu người rồi», «ai phụ trách điểm Trà Cổ»."""
        return figures_asked(self.words)

    @cached_property
    def comes_and_asks(self) -> bool:
        """«có đi ạ, gửi xe ở đâu?»: a yes in one piece of the line, a question in another."""
        pieces = [self.of(piece) for piece in coming.pieces(self.text)]
        said = [piece.coming(asked=True) for piece in pieces if not piece.activity_question]
        return bool(said) and set(said) == {"yes"} and len(said) < len(pieces)

    @cached_property
    def was_there(self) -> bool:
        """«em có đi mà sao ghi vắng»."""
        return coming.was_there(self.text)

    @cached_property
    def age(self) -> YearsSaid | None:
        """«em mới 15 tuổi»."""
        return read_age(self.text)

    @property
    def own_name(self) -> str:
        """«sai rồi, Kiều Oanh thôi»: how somebody is called."""
        return said_name(self.text)

    @cached_property
    def is_no_name(self) -> bool:
        """«em không đi được nữa ạ»: a sentence, which nobody is called."""
        return is_no_name(self.text)

    @cached_property
    def newcomer(self) -> NewcomerSaid:
        """«đồng ý, 58 tuổi», under a poster, from somebody who is not known yet."""
        return read_newcomer(self.text, self.now.date())

    @cached_property
    def age_told(self) -> int | None:
        """«cháu 15 tuổi có được không»: years of the writer, among whatever else is said."""
        return age_told(self.text)

    def newcomer_at(self, called: Called) -> NewcomerSaid:
        """The same beside a point and a company: «dong y 40 tuoi, cho Ninh Duong, 4 nguoi»."""
        besides = without_company(self.text, called)
        if self.along(called):
            return read_newcomer(besides, self.now.date())
        return self.newcomer or read_newcomer(besides, self.now.date())

    def with_parts(self, called: Called) -> Called:
        """«bai bien» for «Bãi biển Trà Cổ», where only one point is called so."""
        return with_parts(called)

    def along(self, called: Called) -> Company | None:
        """«e voi 2 ban nua», «doan em 12 nguoi»; none of it is the name of a point."""
        return read_company(self.text, called)

    @cached_property
    def others_come(self) -> bool:
        """«mai mình bận ko đi đc, 2 bạn kia vẫn đi»: the writer does not, somebody else does."""
        pieces = [self.of(piece) for piece in coming.pieces(self.text)]
        told = [piece.along({}) for piece in pieces]
        stays = any(
            not along and piece.coming(asked=True) in ("no", "unsure")
            for piece, along in zip(pieces, told, strict=True)
        )
        return stays and any(along and not (along.fewer or along.alone) for along in told)

    @cached_property
    def family(self) -> tuple[int, int]:
        """Adults and children who come along."""
        return read_family(self.text)

    @cached_property
    def roll_line(self) -> Sequence[int]:
        """«vắng 3 7 12»: the numbers of the list that are named."""
        return numbers_on_roll(self.text)

    @cached_property
    def extra(self) -> int:
        """«thêm 3»: how many also came."""
        return extra_in(self.text)

    @cached_property
    def roll_kind(self) -> str:
        """Which line of the roll it is: `absent`, `present`, `everybody`; empty for none."""
        return roll_lines.kind_of(self.text)

    @cached_property
    def with_extra(self) -> tuple[Self, Self] | None:
        """«đủ, thêm 2»: who is on the list, and who came besides."""
        said = roll_lines.with_extra(self.text)
        return (self.of(said[0]), self.of(said[1])) if said else None

    @cached_property
    def instead(self) -> Self | None:
        """«không, đủ cả»: what is said after the no, perhaps nothing; None where it is no no."""
        said = roll_lines.said_no(self.text)
        return None if said is None else self.of(said)

    def roll_told(self, names: Mapping[int, str]) -> RollTold | None:
        """«Sơn vắng, chị Châu đến rồi, nhóm có 15 trên 17»: who is there, by the names on the
        list."""
        return roll_told(self.text, names)

    @property
    def before_closing(self) -> Self | None:
        """«vắng 3, chốt»: the line of the roll that stands before it."""
        said = roll_lines.before_closing(self.text)
        return self.of(said) if said else None

    @property
    def closes_roll(self) -> str:
        """«chốt» is `close`, «đúng, chốt luôn» is `both`."""
        return roll_lines.closes(self.text)

    @cached_property
    def few(self) -> int | None:
        """«3»: a bare number of people."""
        return few(self.text)

    @cached_property
    def digits(self) -> str:
        """The digits alone, of a code that was read aloud."""
        return digits(self.text)

    def start(self, usual: time) -> datetime:
        """When an activity begins; what is not clear is refused."""
        return starts.sure_start(self.text, self.when, self.now, usual)

    def hours(self, usual: time) -> tuple[datetime, timedelta | None]:
        """The same, and how long it lasts where that is said: «28/11 7h-10h»."""
        return starts.hours_in(self.when) or (self.start(usual), None)

    @cached_property
    def titled(self) -> tuple[str, str, str] | None:
        """«dọn rác bãi biển, thứ 7 này 7h, 30 người»: the name, when, and what else is said."""
        return starts.titled(self.text, lambda text: self._is_all_time(self.of(text)))

    @cached_property
    def several_days(self) -> list[str]:
        """«ĐTN trồng cây 15 người, PN dọn rác 20 thứ 7»: each of them, on the day that is said
        once for all, perhaps at the head of the line."""
        opening, colon, rest = self.text.partition(":")
        head = self.of(opening)._day_words if colon else ""
        begins = bool(head) and is_opening(self.of(opening).when.rest)
        parts = several_days(rest.strip() if begins else self.text)
        if self._is_one_in_lines:
            return []
        named = [words for part in parts if (words := self.of(part)._day_words)]
        shared = head if begins else named[0] if len(named) == 1 else ""
        return [
            part if self.of(part)._day_words or not shared else f"{part}, {shared}"
            for part in parts
        ]

    @property
    def _is_one_in_lines(self) -> bool:
        """A line for its name, one for when, one for where: one day, where no second line says a
        day and what is done there."""
        lines = [self.of(line) for line in self.text.splitlines() if line.strip()]
        days = [line for line in lines if line._day_words and is_of_a_day(line.words)]
        return (
            any(not is_of_a_day(line.words) for line in lines) and len(lines) > 1 and len(days) < 2
        )

    @property
    def _day_words(self) -> str:
        """The words that say which day; «7h» alone says none."""
        said = (self.text[a:b] for a, b in self.when.used)
        return " ".join(words for words in said if not starts.hour_alone(words, self.now))

    def sentence(self, known: PointNames) -> Sentence:
        """The same, taken apart; a time that is not clear is left to be asked."""
        by_lines = "\n" in self.text.strip() and not is_of_points(self.text)
        read = read_planned_lines if by_lines else read_planned
        said = read(self.text, self.when, known)
        begins, lasts = self.of(" ".join(self.text[a:b] for a, b in self.when.used))._begins(known)
        lines = points.read_each(said.points, known)
        lines = replace(lines, unclear=(*lines.unclear, *map(Odd, said.odd)))
        return Sentence(said.title, said.kind, begins, lasts, lines, said.beside)

    def part_of_point(self, known: PointNames) -> PointChange | None:
        """«40 người thôi», «chị Hoa phụ trách»: of a point that need not be named."""
        said = read_part(self.text, known.people)
        return points.read_point_change(said, known.people) if said else None

    @cached_property
    def draft_change(self) -> DayChange | None:
        """«đổi sang 7h30, cần 30 người»: of a plan that was just read back, and no question."""
        if self._typed.asks:
            return None
        order = None if is_for_rain(self.text) else self.activity_order
        if order and order.kind == "place" and not order.about:
            return DayChange((("place", order.rest),))
        return read_draft_change(self.text, lambda piece: self.of(piece)._other_time)

    @cached_property
    def keeps_as_it_is(self) -> bool:
        """«k, giữ nguyên», of another time that was read back."""
        return keeps_as_it_is(self.text)

    @cached_property
    def drops_draft(self) -> bool:
        """«thôi bỏ cái này đi, làm lại», of a plan that was just read back."""
        return drops_draft(self.text)

    @property
    def _other_time(self) -> str:
        """«đổi sang 7h30», «8h nhé»: the words of the time, and nothing else is said."""
        order = self.activity_order
        is_shift = order is not None and order.kind == "shift" and not order.about
        return self.of(order.rest).moment if order and is_shift else self.moment

    @property
    def moment(self) -> str:
        """«8h nhé», «chủ nhật 6/12», «lùi 1 tiếng», and no more than that."""
        said = self.of(activity_orders.without_politeness(self.text))
        whole = bool(said.when) and not said.when.rest
        return said.text if whole or self._is_a_moment_of_its_day(said.text) else ""

    def _begins(self, known: PointNames) -> tuple[datetime | None, timedelta | None]:
        if starts.hour_alone(self.text, self.now):
            return None, None
        begins = starts.start_in(self.when, self.now, known.usual)
        return starts.hours_in(self.when) or (begins, None)

    def _is_all_time(self, said: Self) -> bool:
        return bool(said.when) and not said.when.rest

    def another_time(self, was: datetime) -> datetime:
        """When instead: another day, or «6h30» alone, which is the same day. A day alone keeps
        the hour."""
        moved = starts.hour_alone(self.text, was) or starts.moved_by(self.text, was)
        return moved or self.start(was.time())

    def plan_lines(self, about: About) -> Details:
        return read_plan_lines(self.text, about)

    def seats(self, known: PointNames) -> Mapping[int, int]:
        """«Ka Long 10, Hải Yên 8»."""
        return seats_in(self.text, known.localities)

    @cached_property
    def class_guests(self) -> tuple[int | None, list[str]]:
        """«Bình, Dung, 3 người ngoài danh sách»: how many from outside, and the names."""
        return guests_in(self.text)

    @cached_property
    def understood(self) -> bool | None:
        """«hiểu rồi», «chưa rõ phần dịch vụ công»: after a class."""
        return understood_in(self.text)

    @cached_property
    def goes_instead(self) -> str:
        """«chị Thắm đi thay»."""
        return instead_in(self.text)

    @cached_property
    def web_page(self) -> str:
        """«https://…»."""
        return page_in(self.text)

    def points(self, known: PointNames) -> PointLines:
        """Every line that is a point, and those that are none."""
        return points.read_points(self.text, known)

    @property
    def dropped_point(self) -> int | None:
        """«bỏ điểm 3»."""
        return points.dropped_point(self.words)

    @property
    def led_by_another(self) -> tuple[str, str, str] | None:
        """«điểm Hải Yên là anh Cảnh chứ không phải Minh»."""
        return points.led_by_another(self.words)

    def points_called(self, names: Mapping[int, Sequence[str]]) -> list[int]:
        """Every point whose name or place holds these words."""
        return points.points_called(self.words, names)

    @cached_property
    def new_name(self) -> str:
        """«sửa tên điểm: Cầu Ka Long»."""
        return points.read_new_name(self.text)

    def new_place(self, known: PointNames) -> NewPoint | None:
        """«nơi mới: Bãi biển Trà Cổ»."""
        return points.read_new_place(self.text, known)

    def place_in(self, words: str, known: PointNames) -> NewPoint:
        """The place that some words of the line name."""
        return points.read_place(words, known)

    @cached_property
    def day_page(self) -> DayPage | None:
        """«link đăng ký T7-2811-2», «danh sách Bình Ngọc»: what is to be seen of a day."""
        return read_day_page(self.words)

    @cached_property
    def activity_order(self) -> ActivityOrder | None:
        """«hoãn», «đổi ra NVH khu 2», «mưa to, chờ 8h xem»: what an organiser says of a day."""
        return read_activity_order(self.text, self.words, self._is_a_moment)

    @property
    def is_rained_off(self) -> bool:
        """«mưa to không làm được»."""
        return activity_orders.is_rained_off(self.words)

    @cached_property
    def keeps_a_day(self) -> bool:
        """«tưởng mưa to, thôi không hủy nữa»: a piece of it says that a day is held after all."""
        pieces = (self.of(piece) for piece in [self.text, *coming.pieces(self.text)])
        orders = (piece.activity_order for piece in pieces)
        return any(order and order.kind == "keep" and not order.rest for order in orders)

    @cached_property
    def order_by_name(self) -> ActivityOrder | None:
        """«hoãn dọn biển Trà Cổ sang CN»: perhaps of a day that bears this name."""
        return read_order_by_name(self.text, self.words, self._is_a_moment)

    def called(self, names: Mapping[T, Sequence[str]]) -> list[T]:
        """«sửa giờ dọn rác thành 6h30»: the things that words of their own names call."""
        return called(self.text, names)

    def called_loosely(self, names: Mapping[T, Sequence[str]]) -> list[T]:
        """«dọn biển»: the same by fewer words, where nothing else can be meant."""
        return called_loosely(self.text, names)

    def days_meant(
        self, days: Mapping[int, date], names: Mapping[int, Sequence[str]]
    ) -> list[int] | None:
        """«dọn rác bãi biển», «thứ 7 này»: which of these days; None where it is something
        else."""
        day, rest = day_among(self.text, self.when, set(days.values()))
        words = self.of(rest).words
        said = activity_orders.days_meant(words, days, names)
        if said is None and day:
            said = activity_orders.days_done(words, names) or None
        if said is None and day is None and self.when and not self.when.rest:
            return []
        return said if said is None or day is None else [d for d in said if days[d] == day]

    def day_chosen(
        self, starts: Mapping[int, datetime], names: Mapping[int, Sequence[str]]
    ) -> int | None:
        """«buổi 7h», «ngày 28», «cái ở Hải Yên», «cái đầu», «thứ 7»: which of the shown days."""
        if found := day_names.by_place(self.text, list(starts)):
            return found
        at_hour, rest = day_names.at_that_time(self.words, starts)
        days = {one: starts[one].date() for one in at_hour}
        day, rest = day_among(rest, self.of(rest).when, set(days.values()))
        on_day = [one for one in at_hour if day in (None, days[one])]
        meant = day_names.called(on_day, self.of(rest).words, names)
        return day_names.only(meant) if len(starts) > 1 else None

    @cached_property
    def day_change(self) -> DayChange | None:
        """«thứ 7 trồng cây: mang thêm xẻng», «tăng lên 40 chỗ»; a question changes nothing."""
        change = read_day_change(self.text)
        asks = change and (self._typed.asks or self.meaning("none").intent == "question")
        return None if asks else change

    @cached_property
    def parents_said(self) -> str | None:
        """«bố mẹ Yến đồng ý rồi»: whose parents agree; empty where nobody is named."""
        return parents_said(self.text)

    @cached_property
    def cannot_lead(self) -> CannotLead | None:
        """«mai em ốm không dẫn đoàn được», «nhờ Bắc dẫn thay»."""
        return cannot_lead(self.text)

    @cached_property
    def change_of_place(self) -> DayChange | None:
        """«Bình Ngọc 50 người», «Trà Cổ đổi sang Dung phụ trách», where its organiser says it."""
        return None if self._typed.asks else read_change_of_place(self.text)

    @cached_property
    def amendment(self) -> DayChange | None:
        """Either of them; who leads is rather said of the place that stands beside the name."""
        whole, there = self.day_change, self.change_of_place
        led = there is not None and there.changes[0][0] == "leader"
        return there if led and not (whole and whole.about) else whole or there

    def fuller_name(self, known: str) -> str:
        """«Trần Hải Yến ạ» of whoever is listed as «Yến»: a name and nothing else."""
        return "" if self.is_no_name else fuller_name(self.text, known)

    @cached_property
    def changes_a_day(self) -> bool:
        """«buổi trồng cây thứ 7 đổi sang 7h»: an order on a day that it calls by a name."""
        order = self.activity_order or self.order_by_name
        return bool(order and order.about and order.kind in _CHANGES)

    @property
    def amends_a_day(self) -> bool:
        """«thứ 7 trồng cây: mang thêm xẻng»; another hour or place alone is an order."""
        change = self.day_change
        if change is None or not change.about:
            return False
        return not (self.changes_a_day and all(what == "place" for what, _ in change.changes))

    def calls_a_day(self, about: str) -> bool:
        """«buổi trồng cây», «hoạt động thứ 7»: these words are a day's, and nobody's name."""
        return is_of_a_day(self.of(about).words)

    def lasting(self, was: datetime) -> tuple[datetime, timedelta | None]:
        """Another time, and how long it lasts where that is said: «7h đến 10h»."""
        return (
            starts.hours_alone(self.text, was)
            or starts.hours_in(self.when)
            or (self.another_time(was), None)
        )

    @cached_property
    def moved(self) -> ActivityOrder | None:
        """«chủ nhật 6/12 14h», «mưa to, đổi sang chủ nhật»: when it is held instead, and why."""
        return read_moved(self.text, self.words, lambda text: self.of(text).is_a_day)

    def _is_a_moment(self, text: str) -> bool:
        return bool(self.of(text).when) or self._is_a_moment_of_its_day(text)

    def _is_a_moment_of_its_day(self, text: str) -> bool:
        moved = starts.hour_alone(text, self.now) or starts.moved_by(text, self.now)
        return moved is not None

    def point_change(self, people: Sequence[Person]) -> PointChange:
        """«Thao, 80»: a point's leader and its places."""
        return points.read_point_change(self.text, people)

    @cached_property
    def position(self) -> tuple[float, float] | None:
        """«21.53, 107.97»."""
        return points.read_position(self.text)
