"""A line about work."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from typing import Self

from domain.people import Person, Unit
from language.answers.assignments import decisions, result_lines, told_obstacles, wishes
from language.answers.assignments.draft_cuts import DraftCut, draft_cuts, without_words
from language.answers.assignments.draft_lines import (
    DraftChange,
    draft_changes,
    draft_row,
    is_a_limit,
    may_be_a_stranger,
    pieces_of,
    with_count,
)
from language.answers.assignments.head_orders import asked_of
from language.answers.assignments.number_orders import (
    NumberOrder,
    all_but,
    for_longer,
    is_limited,
    number_orders,
    passed_by_name,
    with_days,
    without_opening,
)
from language.answers.assignments.of_colleague import OfColleague, of_colleague, titles_named
from language.answers.assignments.papers import PaperAsked, PaperSaid, incoming_paper, paper_asked
from language.answers.assignments.people_named import CalledFirst, longest_head
from language.answers.assignments.sections_said import (
    SectionOrdered,
    SectionsSaid,
    section_named,
    section_ordered,
    sections_in,
)
from language.answers.assignments.several_said import (
    numbers_of_work,
    several_said,
    takes_all,
    without_leading,
    without_number,
)
from language.answers.assignments.slips import VerdictSlip, goes_on, piece_mended, verdict_slip
from language.answers.assignments.small_numbers import may_be_small, spelled_out
from language.answers.assignments.told_obstacles import (
    asks_an_opinion,
    brings,
    named_by_title,
    obstacle_of,
    what_is_left_of,
)
from language.answers.assignments.work_lines import (
    Found,
    WorkLine,
    as_colleagues,
    calls_somebody,
    find_given,
    find_person,
    found_in,
    read_lines,
)
from language.answers.checklists.checklist_lines import Steps, steps_in
from language.answers.digest.praise_lines import PraiseSaid, praise_in, praises
from language.answers.matters.complaints import accuses, tells_of_a_complaint
from language.answers.office.duty_lines import strengths_wanted
from language.answers.own_data import accuses_an_official
from language.answers.replies.aside import thanks_behind
from language.answers.replies.corrections import (
    Correction,
    Elsewhere,
    after_number,
    asks_about,
    begins_with_slip,
    drops_proof,
    leading_number,
    names_obstacle,
    numbers_in,
    numbers_together,
    read_correction,
    read_elsewhere,
    recalls_report,
    says_it_fails,
    says_unfinished,
    says_what_hinders,
)
from language.answers.replies.meaning import Meaning, done_at_head
from language.answers.replies.reply_beside import may_be_a_slip
from language.answers.replies.reply_subject import task_number
from language.answers.replies.shares import (
    share_alone,
    share_done,
    share_of_before,
    told_besides,
)
from language.answers.whole_lines import asks_own_work
from language.reading.line import Intents, among
from language.reading.wanted import Wanted


class OfWork(Wanted):
    """What is said of work: whose it is, how it goes, what stands in its way."""

    def names(self, people: Iterable[Person]) -> Found:
        """Whom the line names."""
        people = tuple(people)
        return self._once(("names", among(people)), lambda: find_person(self.text, people))

    def given_to(self, people: Iterable[Person]) -> Found:
        """«chị Mai», «giao Mai nhé»: whom the line names, where nothing but that was asked."""
        people = tuple(people)
        named = self.names(people)
        return named if named.one or named.among else find_given(self.text, people)

    def is_name_of(self, people: Iterable[Person]) -> int | None:
        """«anh Bắc», «Nam nhé»: the one whom the line names, where it says nothing else."""
        people = tuple(people)
        found = self.names(people).one
        named = next((person.name for person in people if person.id == found), "")
        return found if found and decisions.names_only(self.text, named) else None

    def calls_first(self, people: Sequence[Person]) -> bool:
        """«Bắc rà lại danh sách, mai nộp», «Nam: …»: it begins with somebody's name."""
        before, colon, _ = self.text.partition(":")
        return bool(self.of(before if colon else before.split(" ")[0]).is_name_of(people))

    def called_first(self, people: Sequence[Person]) -> CalledFirst | None:
        """«anh Quý ơi 143 xong chưa», «Mây: xem lại việc 139»: whom the line calls."""
        return self._once(("called", among(people)), lambda: calls_somebody(self.text, people))

    def of_colleague(self, people: Sequence[Person]) -> OfColleague | None:
        """«hủy việc của Hoa», «Hoa chỉ đến 30/11 thôi»: what is ordered of whose work."""
        return self._once(
            ("of colleague", among(people)),
            lambda: of_colleague(self.text, as_colleagues(people)),
        )

    def titles_named(self, titles: Sequence[str]) -> Sequence[int]:
        """«nhắc Quý vụ đèn chiếu sáng»: of which of these titles the line speaks."""
        return titles_named(self.text, titles)

    def work_lines(self, people: Sequence[Person]) -> Sequence[WorkLine]:
        """One assignment a line: who, what, until when."""
        return self._once(
            ("lines", among(people)),
            lambda: read_lines(self.text, people, self.now, self.calendar),
        )

    def orders_somebody(self, people: Sequence[Person]) -> bool:
        """«Bắc in 30 bộ tài liệu, thứ 5»: who, what, and a day or that it is given."""
        lines = self.work_lines(people)
        whole = all(line.what for line in lines) and any(line.lead for line in lines)
        return whole and (any(one.dated for one in lines) or all(one.is_given for one in lines))

    def sections_in(self, units: Sequence[Unit]) -> SectionsSaid:
        """«phối hợp DCPL: làm hội nghị»: what is to be done, and which sections do it."""
        return sections_in(self.text, units)

    def section_named(self, units: Sequence[Unit]) -> int | None:
        """«tiểu ban DCPL»: a section, and no other words."""
        return section_named(self.text, units)

    @cached_property
    def names_assignment(self) -> bool:
        """«xong 147», «gia hạn 147 đến 24/11»: about work, although there is a number in it."""
        named = task_number(self._typed)
        return bool(named) and self.meaning("none").number is not None

    @cached_property
    def numbers(self) -> frozenset[int]:
        """Numbers that may be an assignment's: `147 70%`."""
        return frozenset(numbers_in(self.text))

    @property
    def may_name_own_work(self) -> bool:
        """A small number, or what would be a complaint if it were of no work: whose work that is
        decides how it is read."""
        digits = any(map(str.isdecimal, self.text))
        return digits and (may_be_small(self.text) or self._typed.has("complaint"))

    def of_own_work(self, own: Collection[int], *, named_alone: bool) -> Self:
        """The line as whoever has this work says it: «xong 4» names it however small its number,
        and what is told of it is no complaint, unless an official is accused."""
        line = self.of(spelled_out(self.text, own, named_alone=named_alone))
        about = line.numbers.intersection(own)
        if not (about and line._typed.has("complaint")) or accuses_an_official(line._typed.cues):
            return line
        return type(self)(line.text, self.now, self.calendar, of_own_work=True)

    @cached_property
    def leading_number(self) -> int | None:
        """«152 còn chờ vôi», «việc 152 em trả lại»: what the line begins with, it is about."""
        return leading_number(self.text)

    @cached_property
    def after_number(self) -> str:
        """«152 còn chờ vôi» without its number."""
        return after_number(self.text)

    @cached_property
    def is_number(self) -> bool:
        """«139»: so large a number alone names work; «70» may be a percentage."""
        return self.text.isdecimal() and len(self.text) >= len("100")

    @cached_property
    def numbers_together(self) -> Sequence[int]:
        """«xong 154 và 163»: several named in one breath; fewer than two are none."""
        return numbers_together(self.text)

    @cached_property
    def takes_all(self) -> int | None:
        """«nhận hết», «em nhận cả 3 việc»: how many, 0 where that is not said."""
        return takes_all(self.text)

    @cached_property
    def numbers_of_work(self) -> set[int]:
        """Numbers that may name work, also in «147,148»."""
        return numbers_of_work(self.text)

    def said_of_each(
        self, own: Collection[int], others: Collection[int] = ()
    ) -> tuple[bool, Sequence[tuple[int, str]]]:
        """«nhận 147, 148», «147 xong, 148 70%»: the words on each number, as they would stand
        alone, none on what is left out; and whether all the rest is accepted before."""
        opening, pieces = several_said(self.text, own, others)
        return bool(opening), [(one.number, self._likeliest(one.ways)) for one in pieces]

    def each_mended(
        self, said: Sequence[tuple[int, str]], before: Sequence[str] = ()
    ) -> Sequence[tuple[int, str]]:
        """«à nhầm, 149 80%»: the words on each number, with that one put right by the lines
        before and by this one; none where it puts nothing right."""
        for line in (*before, self.text):
            fix = piece_mended(line, [number for number, _ in said])
            if fix is None:
                return ()
            right = f"{fix.number} {fix.words}" if fix.words else ""
            said = [_piece(one, fix.instead, fix.number, right) for one in said]
        return said

    def without_number(self, number: int) -> str:
        """«147 xong rồi», «xong 147 6/6 hộ» without its number."""
        return without_number(self.text, number)

    def without_leading(self, number: int) -> str:
        """«147, còn 2 hộ chưa nghe» without the number that stands before it."""
        return without_leading(self.text, number)

    def named_by_title(self, titles: Sequence[str]) -> int | None:
        """«băng rôn treo rồi c»: which of these two words in a row are of, and no other."""
        return named_by_title(self.words, titles)

    def what_is_left_of(self, obstacle: str) -> str:
        """«còn 2 hộ chưa nghe», where «6 hộ chưa nghe» stood in the way: fewer of the same."""
        return what_is_left_of(self.text, obstacle)

    def _likeliest(self, ways: Sequence[str]) -> str:
        """The first that is sure; else the first that says anything."""
        if len(ways) == 1:
            return ways[0]
        read = [(way, self.of(way).meaning("assignment")) for way in ways]
        told = [(way, said) for way, said in read if said.intent != "unknown"]
        sure = [way for way, said in told if not said.doubtful]
        return next(iter((*sure, *(way for way, _ in told), *ways)), "")

    @cached_property
    def is_a_limit(self) -> bool:
        """«thứ 6 là được»: until when, and nothing besides; a reporting period is none."""
        return self.due.is_said and is_a_limit(self.text, self.due.rest)

    @property
    def says_two_days(self) -> bool:
        """«27/11, sang thứ 2»: which do not agree; «thứ 5» of a Thursday is one."""
        return len(self.due.readings) > 1 and self.when.why != "same_weekday"

    @cached_property
    def limit_besides(self) -> tuple[datetime | None, str]:
        """«Hoa bận, hạn thứ 7»: the limit that one piece names, and the words of the others."""
        limit = next((one for one in self._pieces if one.is_a_limit), None)
        others = [one.text for one in self._pieces if one is not limit]
        return (limit.due.at, ", ".join(others)) if limit else (None, self.text)

    @property
    def may_be_a_stranger(self) -> bool:
        """«đ/c Phạm Văn Tèo», where a name is asked for and nobody here bears it."""
        return may_be_a_stranger(self.text) and not (self.is_courtesy or self.when)

    def asked_of(self, people: Sequence[Person]) -> Found:
        """«giao Nam việc đó chưa»: whose work the question is of."""
        return found_in(asked_of(self.text, as_colleagues(people)))

    @cached_property
    def asks_whether(self) -> bool:
        """«giao Nam việc đó chưa», «…?»: whether it is so, and no order."""
        return self.text.rstrip(" .!").endswith("?") or self.words.rstrip(" .").endswith(" chua")

    @cached_property
    def draft_changes(self) -> Sequence[DraftChange]:
        """«2 thôi t5», «bỏ dòng 2»: what may be put right in a draft of work that is shown."""
        return draft_changes(self.text, self.words)

    @cached_property
    def draft_pieces(self) -> Sequence[Self]:
        """«ngày thứ 5, giao Hoa», «đổi sang Hoa t4»: what is put right besides, each by itself."""
        pieces = pieces_of(self.text)
        day = self.text if len(pieces) == 1 and self.due.at and self.due.rest else ""
        return [self.of(piece) for piece in ([self.due.rest] if day else pieces)]

    @cached_property
    def draft_row(self) -> int | None:
        """«2», «việc đầu»: which line of a draft is meant."""
        return draft_row(self.words)

    @cached_property
    def draft_cuts(self) -> Sequence[Sequence[DraftCut]]:
        """«bỏ cái của Hoa đi, chỉ giao Bắc thôi»: of each piece all that may go out of it."""
        return draft_cuts(self.text)

    def as_count_in(self, title: str, old: str = "") -> str:
        """«38», «12 thùng»: the title of a draft with this number instead of its own."""
        return with_count(title, self.text, old)

    def taken_out_of(self, title: str) -> str:
        """The title of a draft without the words of the line."""
        return without_words(title, self.text)

    @cached_property
    def correction(self) -> Correction | None:
        """«152 sai, đã sửa 2 nhà»; «chưa xong, em bấm nhầm» without the right words."""
        said = read_correction(self.text)
        return said or (Correction(None, "") if self._is_a_slip else None)

    @cached_property
    def puts_work_right(self) -> bool:
        """«139 hôm qua ghi nhầm, 4/6 hộ»: of the work that is named, with the right figure first;
        «139 à nhầm, Hoa in 200 tờ» is another order."""
        said = self.correction
        begins = "".join(said.words.split()[:2]) if said and said.number else ""
        return any(map(str.isdecimal, begins))

    @property
    def _is_a_slip(self) -> bool:
        may_be = may_be_a_slip(self._typed)
        return may_be and self.reply("assignment").intent == "correction"

    @cached_property
    def elsewhere(self) -> Elsewhere | None:
        """«à nhầm việc 157 chứ không phải 152»: of which work it was said, and of which not."""
        return read_elsewhere(self.text)

    @cached_property
    def begins_with_slip(self) -> bool:
        """«nhầm, em nói việc khác»: no reason."""
        return begins_with_slip(self.text)

    @cached_property
    def recalls_report(self) -> tuple[int | None] | None:
        """«rút lại báo cáo vừa rồi»: of which number, if any."""
        return recalls_report(self.text)

    @cached_property
    def verdict_slip(self) -> VerdictSlip | None:
        """«nhầm, đạt rồi»: the verdict that was just given is another."""
        return verdict_slip(self.text)

    @cached_property
    def goes_on(self) -> int | None:
        """«nhầm, 147 để nguyên»: the number of what was called off, and is to go on."""
        return goes_on(self.text)

    @cached_property
    def drops_proof(self) -> bool:
        """«xóa ảnh vừa gửi»."""
        return drops_proof(self.text)

    @cached_property
    def asks_about(self) -> int | None:
        """«sao việc 139 chậm thế»: the number of what is asked about."""
        return asks_about(self.text)

    @cached_property
    def incoming_paper(self) -> PaperSaid | None:
        """«CV 312/UBND ngày 24/11 rà soát hộ nghèo, trước 5/12»."""
        return incoming_paper(self.text, self.words, self.now.date())

    @cached_property
    def brings_a_paper(self) -> bool:
        """A paper that came, with what is to be done, and until when."""
        paper = self.incoming_paper
        return paper is not None and " " in paper.rest and bool(self.of(paper.rest).when)

    @cached_property
    def paper_asked(self) -> PaperAsked | None:
        """«cv 312», «công văn ngày 16/11»."""
        return paper_asked(self.words, self.now.date())

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

    @property
    def accuses(self) -> bool:
        """«tố cáo ông Năm bí thư»: it says who is to blame."""
        return accuses(self._typed.cues)

    @property
    def tells_of_a_complaint(self) -> bool:
        """«đã gặp hộ bà Năm khiếu nại»: others complain, and nobody is accused."""
        return tells_of_a_complaint(self._typed.cues)

    @cached_property
    def obstacle_of(self) -> tuple[int, str] | None:
        """«139 vướng: 6 hộ đòi giá cao hơn»: the number of the work, and what is in its way."""
        return obstacle_of(self.text)

    @cached_property
    def waits_outside(self) -> tuple[int, str] | None:
        """«150 chờ UBND phường Ka Long trả lời»: the same, whom it waits for being named."""
        return told_obstacles.waits_outside(self.text)

    @cached_property
    def not_hindered(self) -> bool:
        """«nhầm, không phải vướng đâu»: what was just written down as an obstacle is none."""
        return told_obstacles.not_hindered(self.text)

    def brings(self, obstacle: str) -> bool:
        """«đã có địa chỉ rồi»: what was wanting is there."""
        return not self._typed.asks and brings(self.words, obstacle)

    @property
    def asks_an_opinion(self) -> bool:
        """«xin c cho ý kiến»"""
        return asks_an_opinion(self.words)

    @property
    def praises(self) -> bool:
        """«khen chị Mai làm chủ nhật xanh tốt»"""
        return praises(self.text)

    def thanks_to(self, people: Sequence[Person]) -> Found:
        """«cảm ơn Vinh, báo cáo viết tốt»: the colleague who is thanked by name."""
        return found_in(longest_head(thanks_behind(self.text), as_colleagues(people))[0])

    def praise(self, people: Sequence[Person]) -> PraiseSaid | None:
        """Who is praised, for which work, and in which words."""
        return self._once(
            ("praise", among(people)), lambda: praise_in(self.text, as_colleagues(people))
        )

    @cached_property
    def number_orders(self) -> Sequence[NumberOrder]:
        """«duyệt 141, 143», «146 đạt, 149 lùi t5»: what is to be done with each."""
        return with_days(number_orders(self.text, self._is_until))

    def orders_mended(self, before: Sequence[str]) -> Sequence[NumberOrder]:
        """«à nhầm, 148 chứ», «149 t6 chứ»: the orders of the lines before, with that one put
        right; none where it puts nothing right."""
        orders = self.of(before[0]).number_orders if before else ()
        for line in (*before[1:], self.text):
            fix = piece_mended(line, [order.number for order in orders])
            if fix is None:
                return ()
            right = self._ordered(f"{fix.number} {fix.words}") if fix.words else ()
            orders = _in_its_place(orders, fix.instead, fix.number, right)
        return orders

    def _ordered(self, piece: str) -> Sequence[NumberOrder]:
        """What a piece orders; else it is a word on its number."""
        number, _, words = piece.partition(" ")
        word = NumberOrder(int(number), "word", note=words, said=words)
        return self.of(piece).number_orders or (word,)

    @cached_property
    def all_but(self) -> Sequence[int]:
        """«duyệt hết trừ 149»."""
        return all_but(self.text)

    @cached_property
    def passed_by_name(self) -> str:
        """«của Bình đạt cả», «cái giấy mời thì ok»: whose, or which, is found good."""
        return passed_by_name(self.text)

    def until(self, condition: str) -> datetime | None:
        """«miễn là thứ 4 xong», «t4 phải xong hẳn»: the day that a condition names."""
        return self.of(without_opening(condition)).due.at

    def more_time(self, day: str) -> Self:
        """«5 ngày» as a wish for more time says it."""
        return self.of(f"gia hạn thêm {day}")

    def _is_until(self, text: str) -> bool:
        return for_longer(text) or self._is_only_a_day(text)

    @property
    def orders_by_number(self) -> bool:
        """More than one thing, one with a condition, or one that no other reader knows."""
        limited = any(map(is_limited, self.number_orders))
        return limited or len(self.number_orders) > (1 if self.decision else 0)

    @cached_property
    def company(self) -> str:
        """«cho e với Hoa làm chung»: whom somebody wants beside them."""
        return wishes.company(self.text)

    @cached_property
    def seeks_help(self) -> bool:
        """«139 em cần Quý đi cùng thứ 5»: somebody has to hear it."""
        return wishes.seeks_help(self.words)

    @property
    def asks_together(self) -> bool:
        """«cho e làm chung»: with somebody."""
        return wishes.asks_together(self.words)

    @property
    def brings_work(self) -> bool:
        """«ubnd đòi bc trước 25»"""
        return wishes.brings_work(self.words)

    @property
    def paper_asks_for_work(self) -> bool:
        """«cv 312 đòi bc trước 25»"""
        return wishes.brings_a_paper(self.words)

    @property
    def asks_own_work(self) -> bool:
        """«tuần này em phải làm gì»"""
        return asks_own_work(self.words)

    @cached_property
    def directed(self) -> str:
        """«chỉ đạo: rà soát danh sách hộ nghèo»: what somebody is to do."""
        return wishes.directed(self.text)

    @cached_property
    def directed_of(self) -> tuple[int, str] | None:
        """«ý kiến chỉ đạo 139: mời phòng Kinh tế cùng đi»: of which work, and what."""
        return wishes.directed_of(self.text)

    def section_ordered(self, units: Sequence[Unit]) -> SectionOrdered | None:
        """«giao Dân chủ Pháp luật xử lý dứt điểm 143»: which section, and what it is to do."""
        return section_ordered(self.text, units)

    @cached_property
    def asks_leave(self) -> bool:
        """«mai em xin nghỉ»."""
        return wishes.asks_leave(self.words)

    @cached_property
    def takes_number(self) -> int | None:
        """«157 em nhận rồi nhé»: which work is accepted."""
        return wishes.takes_number(self.words)

    @cached_property
    def takes_part(self) -> tuple[int | None] | None:
        """«nhận phối hợp 158», «đã nhận phối hợp»: of which number, if any."""
        return wishes.takes_part(self.words)

    @cached_property
    def asks_giver(self) -> bool:
        """«159 lấy mẫu cũ hay mẫu mới»: of one's own work, to whoever gave it."""
        return wishes.asks_giver(self.words)

    @cached_property
    def waits_for_others(self) -> bool:
        """«xong phần e, chờ CA ký»: somebody else's part is wanting."""
        return wishes.waits_for_others(self.text, self.words) is not None

    def share_done(self, title: str) -> int | None:
        """«còn 4 hộ», of «Vận động 6 hộ»: a third."""
        return share_done(self.text, title)

    def share_right(self, title: str, before: str) -> int | None:
        """«4/6 hộ», «70% thôi», «3 hộ» of «Vận động 6 hộ», «4/6» after «5/6»: how far it is, where
        a figure is put right, in hundredths."""
        told = self.meaning("assignment").slots.get("percent", share_of_before(self.text, before))
        return share_done(f"được {self.text}", title) if told is None else int(told)

    def share_of(self, before: str) -> int | None:
        """«3/4», of what was told as «2/4 hộ» before: in hundredths."""
        return share_of_before(self.text, before)

    @cached_property
    def share_alone(self) -> int | None:
        """«38 thôi», «45%»: a share in hundredths, and nothing besides."""
        return share_alone(self.text)

    @cached_property
    def told_besides(self) -> str:
        """«mới làm 1 hộ, vướng vật liệu»: what is told beside the obstacle."""
        return told_besides(self.text)

    @cached_property
    def tells_a_result(self) -> bool:
        """«đã ký thêm 2 hộ»: it belongs to the result that was read back; «mưa to quá» may not,
        nor does a day or an hour alone."""
        sure = self.when.kind not in ("none", "ask")
        return result_lines.tells_a_result(self.when.rest if sure else self.text)

    def reports_again(self, *, sent: bool) -> bool:
        """«biên bản đây ạ», «bổ sung rồi, gửi lại 165»: of work that was sent back."""
        return result_lines.hands_in_again(self.text, sent=sent)

    @cached_property
    def drops_report(self) -> tuple[int | None] | None:
        """«hủy báo cáo này, gửi lại»: of which number, if any."""
        return result_lines.drops_report(self.text)

    @cached_property
    def drops_what_stands(self) -> bool:
        """The same, and «bỏ cái này đi», under what was read back."""
        return result_lines.drops_what_stands(self.text)

    @cached_property
    def takes_it_back(self) -> bool:
        """«chưa xong đâu c, e gửi nhầm»: the result that was read back is none."""
        return result_lines.takes_it_back(self.text)

    def with_right_number(self, before: str) -> str | None:
        """«hình như 45 thôi», «147 ghi nhầm, 45 hộ»: what was told, with this number in it."""
        said = self.correction
        right = result_lines.put_right(f"nhầm, {said.words}", before) if said else None
        return result_lines.put_right(self.text, before) or right

    def with_right_words(self, before: str) -> str:
        """«hội trường tầng 1»: what was told, with these words for those that begin like them;
        else these words alone."""
        return result_lines.put_words_right(self.text, before)

    @cached_property
    def is_chatter(self) -> bool:
        """«152 nhé», «c ơi»: nothing is said."""
        return result_lines.is_chatter(self.text)

    @cached_property
    def answers_later(self) -> bool:
        """«e đang đi đường tí e gọi lại»: nothing is told yet."""
        return result_lines.answers_later(self.text)

    @property
    def tells_nothing(self) -> bool:
        """Either of them: no result, and no reason."""
        return self.is_chatter or self.answers_later

    @cached_property
    def sends_it(self) -> bool:
        """«gửi báo cáo», «báo xong»: the result that is shown is to go as it is."""
        return result_lines.sends_it(self.text)

    @cached_property
    def only_done(self) -> bool:
        """«xong rồi ạ», «xong 152»: that it is done, and nothing of what came of it."""
        said = self.meaning("none")
        return said.intent == "done" and not (said.note or said.slots.get("metrics"))

    @cached_property
    def only_accepts(self) -> bool:
        """«dạ em nhận», «ok chị em có mặt»: that work is taken, and nothing besides."""
        said = self.meaning("assignment")
        return said.intent == "accept" and not (said.slots or self.sends_it)

    @cached_property
    def only_promises(self) -> bool:
        """«ok chị mai em có mặt», «dạ em đi được ạ»: a yes, and nothing of what was done."""
        return result_lines.opens_with_yes(self.text) and not result_lines.tells_a_result(
            self.when.rest or self.text
        )

    @cached_property
    def done_counted(self) -> str:
        """«bao xong 17 nguoi»: what came of work that is done."""
        return result_lines.done_counted(self.text)

    @cached_property
    def reported_done(self) -> str:
        """«156 xong, phân 3 nhóm», «tập huấn xong, 43 người dự»: what came of it."""
        return result_lines.reported_done(self.text)

    @cached_property
    def told_before_done(self) -> str:
        """«hộ cuối ký rồi c ơi! xong 139»: what came of it, said before."""
        return result_lines.told_before_done(self.text)

    @cached_property
    def waits_for_somebody(self) -> bool:
        """«soạn xong dự thảo, chờ bên điện lực trả lời»: it may not be done yet."""
        return result_lines.waits_for_somebody(self.text)

    @property
    def is_report(self) -> bool:
        """«xong 161, 18 gian hàng»: it begins with «xong», its number, and what came of it."""
        return done_at_head(self.text) is not None or bool(self.reported_done)

    def share_counted(self, title: str) -> int | None:
        """«xong 4 hộ», of «Vận động 6 hộ»: two thirds."""
        return share_done(f"được {self.done_counted}", title)

    @property
    def wishes_oneself(self) -> bool:
        """«em xin gia hạn đến thứ 6»: of one's own work."""
        return wishes.wishes_oneself(self.words)

    @cached_property
    def stops_asking(self) -> tuple[int | None] | None:
        """«thôi đừng gia hạn», «rút gia hạn 152»: of which number, if any."""
        return wishes.stops_asking(self.words)

    @cached_property
    def counts_what_is_done(self) -> bool:
        """«15 hộ ký rồi»: of some work that it does not name."""
        told = result_lines.tells_what_was_done(self.text)
        return told or result_lines.counts_what_is_done(self.text)

    @cached_property
    def finishes_several(self) -> bool:
        """«xong 3 việc», «xong hết rồi»: none of them by its number."""
        return result_lines.finishes_several(self.text)

    @cached_property
    def done_number(self) -> int | None:
        """«171 phát hết rồi, 120 tờ»: the work that is plainly done."""
        return result_lines.done_number(self.text)

    @cached_property
    def says_done(self) -> bool:
        """A word for «xong» stands in it, whatever else."""
        return "done" in self._typed.cues.spans

    @cached_property
    def done_note(self) -> str:
        """What it says of the result."""
        return result_lines.done_note(self.after_number)

    @cached_property
    def speaks_of_photos(self) -> bool:
        """«thêm 1 ảnh nữa», «bỏ ảnh đầu tiên»: said of what goes with the result."""
        return result_lines.speaks_of_photos(self.text)

    @cached_property
    def number_of_photo(self) -> int | None:
        """«152 cả 2 ảnh»: the work that what was just sent is of, and nothing besides."""
        return result_lines.number_of_photo(self.text)

    @cached_property
    def only_hindered(self) -> bool:
        """«vướng», «báo vướng mắc»: that something hinders, and not what."""
        return wishes.only_hindered(self.words)

    @cached_property
    def only_progress(self) -> bool:
        """«ghi tiến độ», «báo tiến độ 147»: how far it is will be told, and is not yet."""
        return wishes.only_progress(self.words)

    def is_unfinished(self, meaning: Meaning) -> bool:
        """`chưa xong`, `mới 70%`: no result, whatever was asked."""
        return says_unfinished(self.text, meaning)

    @cached_property
    def task_steps(self) -> Steps | None:
        """«139 gồm: soạn, trình, gửi»."""
        return steps_in(self.text)

    @cached_property
    def strengths_wanted(self) -> Sequence[str]:
        """«soạn kế hoạch»: what the work asks of whoever does it."""
        return strengths_wanted(self.text)


def _in_its_place(
    orders: Sequence[NumberOrder], wrong: int, number: int, right: Sequence[NumberOrder]
) -> Sequence[NumberOrder]:
    """What was ordered of a number is ordered of another, or something else is."""
    place = next(n for n, order in enumerate(orders) if order.number == wrong)
    fresh = right or [replace(one, number=number) for one in orders if one.number == wrong]
    rest = [order for order in orders if order.number != wrong]
    return [*rest[:place], *fresh, *rest[place:]]


def _piece(one: tuple[int, str], wrong: int, number: int, right: str) -> tuple[int, str]:
    if one[0] != wrong:
        return one
    return number, right or re.sub(rf"\b0*{wrong}\b", str(number), one[1])


SLIPS: Intents[OfWork] = (
    ("elsewhere", lambda line: line.elsewhere),
    ("verdict_slip", lambda line: line.verdict_slip),
    ("recall_report", lambda line: line.recalls_report or line.drops_report),
    ("goes_on", lambda line: line.goes_on and not line.decision),
    ("not_hindered", lambda line: line.not_hindered),
    ("drop_proof", lambda line: line.drops_proof),
    ("more_time_dropped", lambda line: line.stops_asking and not line.decision),
)
PAPERS: Intents[OfWork] = (
    ("paper_asked", lambda line: line.paper_asked),
    ("incoming_paper", lambda line: line.brings_a_paper),
)
WISHES: Intents[OfWork] = (
    ("directed_of", lambda line: line.directed_of),
    ("new_work", lambda line: line.brings_work),
    ("company", lambda line: line.asks_together),
    ("approve_all", lambda line: line.all_but),
    ("number_orders", lambda line: line.orders_by_number),
    ("praise", lambda line: line.praises and not line.decision),
)
