"""A line about the office."""

from collections.abc import Sequence
from datetime import date
from functools import cached_property

from domain.absences import AbsenceSaid
from domain.ledger import Rule
from domain.office_hours import WeeklyHour
from domain.people import Locality
from domain.roster import PersonSaid
from language.answers.office.absence_lines import absence_in, away_asked, back_on, stand_in_said
from language.answers.office.away_lines import Away, away_dropped, away_told
from language.answers.office.directory import of_whom, whom_to_fix, whose_number
from language.answers.office.duty_lines import (
    CalledFor,
    DutyAsked,
    DutyDropped,
    DutyGiven,
    called_for,
    duty_asked,
    duty_dropped,
    duty_given,
    strengths_asked,
    strengths_told,
)
from language.answers.office.office_lines import (
    days_off_said,
    office_hour_in,
    read_named_days,
    read_rule,
    weekly_hour,
)
from language.answers.office.place_lines import (
    PlaceLine,
    is_part_of_place,
    place_line,
    places_among,
)
from language.answers.office.roster_rows import roster_rows
from language.answers.office.structure_lines import StructureLine, structure_line
from language.answers.supervision.visit_lines import days_in, number_of_days
from language.reading.line import Intents
from language.reading.wanted import Wanted


class OfOffice(Wanted):
    """The office itself: who is away, whose number, its days, its hours and its rules."""

    @cached_property
    def absence(self) -> AbsenceSaid | None:
        """«t5 nghi, Mai lam thay»."""
        return absence_in(self.text, self.words, self._when_of, self.calendar.is_working_day)

    @cached_property
    def away_told(self) -> Sequence[Away]:
        """«hôm nay Lụa ốm, Bền đi tập huấn 2 ngày»: who of the colleagues is away."""
        return away_told(self.text, self._when_of, lambda words: self.of(words).absence)

    @cached_property
    def away_when_nobody_works(self) -> AbsenceSaid | None:
        """«nghỉ t7»: of oneself, on a day that is off anyway."""
        return absence_in(self.text, self.words, self._when_of, lambda _: True)

    @property
    def may_ask(self) -> bool:
        """«thứ 6 Dung nghỉ a»: without its mark it may be a question."""
        return self.words.rstrip(" .!?").endswith((" a", " ah", " nhi", " chua", " phai khong"))

    @cached_property
    def away_dropped(self) -> tuple[str, date | None] | None:
        """«bỏ nghỉ của Bền», «mai Bền đi làm bình thường»: who is there after all."""
        return away_dropped(self.text, self._when_of)

    @cached_property
    def back_on(self) -> date | None:
        """«mai em đi làm lại»: from which day somebody is at work again."""
        return back_on(self.text, self._when_of, self.now.date())

    @cached_property
    def stand_in_said(self) -> str:
        """«để Bắc làm thay»: who does somebody's work."""
        return stand_in_said(self.text)

    @cached_property
    def away_asked(self) -> tuple[date, date] | None:
        """«tuần sau ai nghỉ»."""
        return away_asked(self.text, self._when_of, self.now.date())

    @cached_property
    def whose_number(self) -> str:
        """«số của Tuyên», «sđt chị Mây»: the words that name somebody."""
        return whose_number(self.text, self.words)

    @cached_property
    def whom_to_fix(self) -> str:
        """«sửa danh bạ Tuyên»: whose card is to be corrected."""
        return whom_to_fix(self.text, self.words)

    @cached_property
    def days_off_said(self) -> tuple[tuple[date, ...], str] | None:
        """«5/2-11/2 Tết», «nghỉ tết từ 5/2 đến 11/2»."""
        return days_off_said(self.text, self.words, self.now.date())

    @cached_property
    def of_whom(self) -> str:
        """«xóa dữ liệu của Nguyễn Thu Hà»: whose, where it is somebody else's."""
        return of_whom(self.text)

    @cached_property
    def duty_asked(self) -> DutyAsked | None:
        """«ai phụ trách giám sát tuần sau»."""
        return duty_asked(self.text, self._when_of)

    @cached_property
    def duty_dropped(self) -> DutyDropped | None:
        """«thôi không giao Dung phụ trách giám sát nữa»."""
        return duty_dropped(self.text)

    @cached_property
    def duty_given(self) -> DutyGiven | None:
        """«Bền phụ trách giám sát từ 1/12 đến 31/12»."""
        return duty_given(self.text, self._when_of)

    @cached_property
    def called_for(self) -> CalledFor:
        """«anh Bền từ 1/12»: who is named, where somebody was asked for."""
        return called_for(self.text, self._when_of)

    @cached_property
    def strengths_asked(self) -> Sequence[str]:
        """«ai biết làm video»."""
        return strengths_asked(self.text)

    @cached_property
    def strengths_told(self) -> Sequence[str]:
        """«em biết làm video»."""
        return strengths_told(self.text)

    @cached_property
    def place_line(self) -> PlaceLine | None:
        """«đánh dấu khu 3 Hải Yên là điểm yếu vì …»."""
        return place_line(self.text, lambda piece: self.of(piece).due)

    @cached_property
    def roster_rows(self) -> Sequence[PersonSaid]:
        """«danh sách cán bộ:» and a row a line, copied from a sheet."""
        return roster_rows(self.text)

    @cached_property
    def structure_line(self) -> StructureLine | None:
        """«đổi tên địa bàn Hải Yên thành Hải Yên 1»."""
        return structure_line(self.text)

    def places_among(self, known: Sequence[Locality]) -> tuple[list[Locality], str]:
        """The places that are named, and which part of them; other words are none."""
        return places_among(self.text, known)

    @property
    def is_part_of_place(self) -> bool:
        """«khu 3», or nothing."""
        return is_part_of_place(self.text)

    @cached_property
    def named_days(self) -> tuple[tuple[date, ...], str]:
        """«2/9 Quốc khánh», «5/2-11/2 Tết»: the next such days, and their name."""
        return read_named_days(self.text, self.now.date())

    @cached_property
    def hours_rule(self) -> Rule | None:
        """«2h=1 0h=0,5»."""
        return read_rule(self.text)

    @cached_property
    def weekly_hour(self) -> WeeklyHour | None:
        """«thứ Hai 8h»: an hour of every week."""
        return weekly_hour(self.text)

    @cached_property
    def office_hour(self) -> tuple[str, WeeklyHour | None] | None:
        """«giờ hỏi kết quả: 14h»: an hour that the office sets, and what it becomes."""
        return office_hour_in(self.text)

    @cached_property
    def office_days(self) -> tuple[str, int] | None:
        """«hạn trả lời kiến nghị: 30 ngày»."""
        return days_in(self.text)

    @cached_property
    def number_of_days(self) -> int | None:
        """«30 ngày»."""
        return number_of_days(self.text)


OFFICE: Intents[OfOffice] = (
    ("roster_rows", lambda line: line.roster_rows),
    ("away_asked", lambda line: line.away_asked),
    ("strengths_asked", lambda line: line.strengths_asked),
    ("strengths_told", lambda line: line.strengths_told),
    ("place_line", lambda line: line.place_line),
    ("structure_line", lambda line: line.structure_line),
    ("duty_asked", lambda line: line.duty_asked),
    ("duty_dropped", lambda line: line.duty_dropped),
    ("duty_given", lambda line: line.duty_given),
    ("office_hour", lambda line: line.office_hour),
    ("fix_person", lambda line: line.whom_to_fix),
)
