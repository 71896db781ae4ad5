"""A line about supervision."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from functools import cached_property

from domain.people import Person
from domain.visits import (
    Finding,
    Named,
    Noted,
    OutsideSaid,
    ProposalSaid,
    Struck,
    VisitPaper,
)
from language.answers.supervision.form_lines import drops_it, drops_named, form_parts_in, only_errs
from language.answers.supervision.note_changes import anew_in, put_right_in
from language.answers.supervision.noted_lines import (
    corrected_in,
    goes_home,
    is_called,
    noted_in,
    several_in,
)
from language.answers.supervision.outside_lines import outside_in, outside_told, speaks_of_outside
from language.answers.supervision.proposal_lines import (
    begins_body,
    beside_in,
    is_private,
    proposal_in,
)
from language.answers.supervision.short_answers import (
    apart_in,
    going_in,
    guest_says,
    is_new,
    name_in,
    openness_in,
    whole_saying,
)
from language.answers.supervision.spot_kinds import asked_kinds, kinds_of
from language.answers.supervision.spot_lines import (
    agreed_with,
    changes_note,
    ends_notes,
    guest_words,
    note_meant,
    noted_there,
    recommended,
    said_here,
    said_why,
    struck_in,
    wishes_for_time,
)
from language.answers.supervision.team_changes import Gathering, gathering_in
from language.answers.supervision.team_lines import is_self, team_in
from language.answers.supervision.visit_lines import (
    VisitLine,
    burden_asked,
    days_and_more,
    hour_behind,
    invited_in,
    joins_in,
    paper_asked,
    signed_paper_in,
    visit_line,
    visits_each,
    visits_two,
    when_asked,
    window_in,
    year_in,
)
from language.answers.supervision.visit_words import asked_of, names_visit
from language.dates.when import names_no_week
from language.reading.line import Intents
from language.reading.shortly import Short
from language.reading.work import OfWork

NOTED_AS = ("write", "short", "good", "cause", "recommend", "none")
LOOKS = frozenset({"", "radar", "road"})
"""What is only looked at, also where it is asked."""


class OfVisits(OfWork, Short):
    """Visits: proposed, planned with others, made, and what was found."""

    @cached_property
    def visit_line(self) -> VisitLine | None:
        """«GS19», «GS19 gộp GS5», «GS19 số 12 ngày 3/10, Khải ký»; «GS19 7h30 thứ 4» gathers."""
        found = visit_line(self.text, self.now.date())
        if self.asks and ":" not in self.text and not (found and found.does in LOOKS):
            asked = found.number if found else asked_of(self.text)
            return VisitLine(asked) if asked else None
        hour = None if found else hour_behind(self.text)
        is_hour = hour is not None and isinstance(self.of(hour.words).when.start, datetime)
        return hour if is_hour else found

    @cached_property
    def visits_each(self) -> Sequence[VisitLine]:
        """«GS19 duyệt, GS20 duyệt»: what is done with each."""
        return () if self.asks else visits_each(self.text, self.now.date())

    @cached_property
    def visits_two(self) -> Sequence[str]:
        """«GS19 duyệt, đoàn Trận, Liên»: two things of one visit, a line each."""
        return () if self.asks or self.visit_line else visits_two(self.text, self.now.date())

    @cached_property
    def signed_paper(self) -> VisitPaper | None:
        """«số 12 ngày 3/10, Khải ký»."""
        return signed_paper_in(self.text, self.now.date())

    @cached_property
    def proposal(self) -> ProposalSaid | None:
        """«gs niêm yết, một cửa Trần Phú, tuần này»; «gs 1 không báo trước» names one."""
        said = proposal_in(self.text, self._when_of)
        return None if said and said.unannounced and self.visit_line else said

    def proposal_among(self, people: Sequence[Person]) -> ProposalSaid | None:
        """The same, with who goes: a name is that of a colleague."""
        said = proposal_in(self.text, self._when_of, self._name_among(people))
        return said if self.proposal else None

    def beside_proposal(self, people: Sequence[Person]) -> ProposalSaid | None:
        """«đoàn Trận, Lụa, 8h thứ tư», «đột xuất, bí mật»: what is said beside the matter, where
        the line says nothing else."""
        return beside_in(self.text, self._when_of, self._name_among(people))

    def _name_among(self, people: Sequence[Person]) -> Callable[[str], int | None]:
        return lambda words: self.of(words).is_name_of(people)

    @cached_property
    def is_self(self) -> bool:
        """«tôi», «em»: whoever writes."""
        return is_self(self.text)

    @cached_property
    def openness(self) -> str:
        """«công khai», «đi đột xuất nhé»: `open`, `hidden`."""
        return openness_in(self.text)

    @cached_property
    def is_new_name(self) -> bool:
        """«ok ghi mới đi»: what was typed before is a new name."""
        return is_new(self.text)

    @cached_property
    def joins(self) -> str:
        """«gộp đoàn», «gộp với của CCB», of what was just shown."""
        return joins_in(self.text)[0]

    @cached_property
    def joins_whose(self) -> str:
        """«gộp với của CCB»: whose the other is, where that is said."""
        return joins_in(self.text)[1]

    @cached_property
    def agrees_to_join(self) -> bool:
        """«ok đi chung», «đồng ý gộp nhé»: a yes to who asks to go together."""
        return bool(whole_saying(self.text, "joined", ("yes",), ","))

    @cached_property
    def apart_why(self) -> str | None:
        """«giữ riêng, vì đợt cao điểm»: why; empty where it is not said, None where the line is
        of something else."""
        return apart_in(self.text)

    @cached_property
    def is_talk(self) -> bool:
        """«chờ em hỏi», «anh Trận ơi …»: more than one word, to somebody or of oneself."""
        return " " in self.text.strip() and (self.is_called or self.changes_note)

    @cached_property
    def form_parts(self) -> Mapping[str, str]:
        """«sửa đơn vị: UBND Trà Cổ; nội dung là niêm yết»: `body`, `theme`, and what each is."""
        return form_parts_in(self.text)

    def meant_parts(self, usual: str = "theme") -> Mapping[str, str]:
        """«nhầm, UBND Trà Cổ», «nhầm, 10/12», «à nhầm, niêm yết»: what is right, by its own words
        of whom or when, else of what was `usual`ly meant."""
        right = self.note_anew
        if right is None:
            return {}
        part = "window" if self.of(right).window else "body" if begins_body(right) else usual
        return {part: right}

    @cached_property
    def going(self) -> tuple[str, str]:
        """«em k đi dc, con ốm»: `no`, and why; `yes`; empty where the line says neither."""
        return going_in(self.text)

    @cached_property
    def refuses(self) -> bool:
        """«không đồng ý», «chưa nhất trí nhé»: a plain no to what was asked for."""
        return bool(whole_saying(self.text, "refused", ("no",), ","))

    @cached_property
    def mends_proposal(self) -> bool:
        """One of these, and no mere «thôi», «em hủy»."""
        return bool(self.form_parts) or drops_named(self.text)

    @cached_property
    def drops_it(self) -> bool:
        """«nhầm r, bỏ cái này»: the proposal in hand is not meant."""
        return drops_it(self.text)

    @cached_property
    def only_errs(self) -> bool:
        """«nhầm rồi»: something of it is wrong, and what is not said."""
        return only_errs(self.text)

    @cached_property
    def name_chosen(self) -> str:
        """«chọn bếp ăn trường học»: the name alone."""
        return name_in(self.text)

    @cached_property
    def guest_invited(self) -> str:
        """«mời bà Lan đi cùng đoàn»: who, of the visit in hand."""
        return invited_in(self.text)

    @cached_property
    def guest_says(self) -> str:
        """«bác đi được», «bác bận rồi»: `yes`, `no`, of an invitation."""
        return guest_says(self.text)

    def sealed_among(self, people: Sequence[Person]) -> ProposalSaid | None:
        """«niêm yết, một cửa Trần Phú, tuần này»: without an opening it is supervision."""
        opened = self.of(f"gs {self.text}")
        return self.proposal_among(people) or opened.proposal_among(people)

    @cached_property
    def team(self) -> Sequence[Named]:
        """«Trận trưởng đoàn, Liên thư ký, Sơn»."""
        return team_in(self.text)

    def noted(self, first: str = "") -> Noted:
        """«…; ưu điểm có sổ; kiến nghị: …. à nhầm 300k là 200k»: each by itself, and as `first`
        says where no label does; where nobody says, what is plainly no finding is asked."""
        return noted_in(self.text, first)

    @cached_property
    def corrected(self) -> tuple[str, str] | None:
        """«số 33 chứ không phải 32»: what is wrong, and what is right."""
        return corrected_in(self.text)

    @cached_property
    def finding_kinds(self) -> Sequence[str]:
        """What it may be written down as, the likeliest first; one alone is sure."""
        return kinds_of(self.text)

    @cached_property
    def asked_kinds(self) -> Sequence[str]:
        """The same, where it is asked whatever its words say."""
        return asked_kinds(self.text)

    @cached_property
    def noted_as(self) -> str:
        """«ghi», «ưu điểm nhé», «không»: what comes of words of which that was asked."""
        return whole_saying(self.text, "noted_as", NOTED_AS)

    @cached_property
    def is_called(self) -> bool:
        """«anh Trận ơi, em đến nơi rồi»: said to somebody."""
        return is_called(self.text)

    @cached_property
    def struck(self) -> Struck | None:
        """«bỏ dòng vừa rồi, ghi nhầm»."""
        return struck_in(self.text)

    @cached_property
    def changes_note(self) -> bool:
        """«à bỏ tên đồng chí Bình đi»: it may be said of a note, and is none."""
        return changes_note(self.text)

    @cached_property
    def note_anew(self) -> str | None:
        """«à 2 quầy thôi», «sửa lại: thiếu bảng giá 2 quầy»: what is right of the last note."""
        return anew_in(self.text)

    def puts_right(self, note: str) -> str | None:
        """That note as it is meant, where that is plain."""
        return put_right_in(note, self.note_anew or "")

    def strikes_of(self, notes: Sequence[Finding]) -> Finding | None:
        """Which of the notes it is, where that is plain."""
        return note_meant(self.struck, notes) if self.struck else None

    @cached_property
    def wishes_for_time(self) -> bool:
        """«xin gia hạn đến thứ 6»: of one's own work."""
        return wishes_for_time(self.text)

    @cached_property
    def guest_words(self) -> str | None:
        """«ý kiến đại biểu Ba: cần công khai giá»."""
        return guest_words(self.text)

    @cached_property
    def said_here(self) -> str:
        """«đã đến», «biên bản xong», «gửi dự thảo»: of a visit that is not named."""
        return said_here(self.text)

    @cached_property
    def why_not_here(self) -> str:
        """«mai e k đi được, con ốm», «chưa nhất trí, thêm ý bếp»: why."""
        because = said_why(self.text)
        return because[1] if because else ""

    @cached_property
    def agreed_with(self) -> str:
        """«nhất trí, đề nghị bổ sung lịch trực»: what is to be added to what one agrees with."""
        return agreed_with(self.text)

    @cached_property
    def noted_there(self) -> str:
        """«đoàn đang ở chợ, thiếu sổ theo dõi»: what is noted, by who says that they are there."""
        return noted_there(self.text)

    @cached_property
    def recommended(self) -> str:
        """«kn: thay bảng phí»: what is recommended."""
        return recommended(self.text)

    @cached_property
    def ends_notes(self) -> bool:
        """«xong», «hết rồi», «xong, về rồi»."""
        return ends_notes(self.text) or goes_home(self.text)

    @cached_property
    def gathering(self) -> tuple[datetime, str] | None:
        """«7h15 thứ Năm, tại trụ sở»: a moment, and where."""
        found = self.gathers_on(None)
        return (found.starts, found.place) if found else None

    def gathers_on(self, usual: date | None) -> Gathering | None:
        """The same; an hour without a day is of the `usual` one."""
        return gathering_in(self.text, self.when, usual)

    @cached_property
    def names_no_week(self) -> bool:
        """«chiều thứ 4 14h»: of which week is not said."""
        return names_no_week(self.text)

    @cached_property
    def window(self) -> tuple[date, date] | None:
        """«tháng 10», «tuần này», «5-10/12»."""
        return window_in(self.text, self._when_of)

    @cached_property
    def days_and_more(self) -> tuple[tuple[date, date], str] | None:
        """«tháng 1 để tránh trùng thanh tra»: the days, and what is said besides."""
        return days_and_more(self.text, self._when_of)

    @cached_property
    def outside(self) -> Sequence[OutsideSaid]:
        """«kế hoạch ngoài: Thanh tra tỉnh, thu chi quỹ, UBND Ka Long, tháng 10»."""
        return outside_in(self.text, self._when_of)

    @cached_property
    def outside_told(self) -> OutsideSaid | None:
        """«HĐND giám sát cấp nước ở xã Hải Sơn ngày 10/12»: told in a sentence."""
        return None if self.asks else outside_told(self.text, self._proposed)

    @cached_property
    def of_outside(self) -> bool:
        """«bỏ kế hoạch ngoài của HĐND»: of what others plan, whatever it says."""
        return speaks_of_outside(self.text)

    @cached_property
    def pieces(self) -> Sequence[str]:
        """«…, hạn 30/12; …, hạn 15/12»: one each."""
        return several_in(self.text)

    def _proposed(self, words: str) -> ProposalSaid | None:
        return self.of(f"gs {words}").proposal

    @cached_property
    def names_visit(self) -> bool:
        """«sửa GS-20: …»: it is about that one."""
        return names_visit(self.text)

    @cached_property
    def begins_body(self) -> bool:
        """«bo phan 1 cua …», «trường Hoa Sen»: the first words say that it is a body."""
        return begins_body(self.text)

    @cached_property
    def visits_when(self) -> int | tuple[date, date] | None:
        """«gs 2027», «gs tháng 12»."""
        return when_asked(self.text, self._when_of)

    @cached_property
    def burden_of(self) -> str | None:
        """«UBND Ka Long năm nay bị giám sát mấy lần»: whose; empty for the one in hand."""
        return burden_asked(self.text)

    @cached_property
    def visit_paper(self) -> tuple[str, int] | None:
        """«in chương trình gs 2027»: which paper, of which year."""
        return paper_asked(self.text)

    @cached_property
    def visits_of_year(self) -> tuple[int, int] | None:
        """«gs năm 2025: 580 cuộc»."""
        return year_in(self.text)

    @cached_property
    def names_private(self) -> bool:
        """«cửa hàng …»: nobody of the state."""
        return is_private(self.text)


VISITS_NAMED: Intents[OfVisits] = (
    ("visit_line", lambda line: line.visit_line),
    ("visits_each", lambda line: line.visits_each),
    ("visits_two", lambda line: line.visits_two),
    ("visits_of_year", lambda line: line.visits_of_year),
)
VISITS_PROPOSED: Intents[OfVisits] = (
    ("visit_proposed", lambda line: line.proposal),
    ("visits_outside", lambda line: line.of_outside and (line.outside or line.outside_told)),
)
"""Before a day out is read: «gs vệ sinh bếp ăn, trường Hoa Sen, 27/11 8h» plans none."""
VISITS: Intents[OfVisits] = (
    ("visits_when", lambda line: line.visits_when),
    ("visits_burden", lambda line: line.burden_of is not None),
    ("visits_outside", lambda line: line.outside or line.outside_told or line.of_outside),
)
VISITS_HERE: Intents[OfVisits] = (
    ("visit_here", lambda line: line.said_here),
    ("visit_openness", lambda line: line.openness),
    ("visit_joins", lambda line: line.joins),
    ("visit_apart", lambda line: line.apart_why is not None),
    ("guest_invited", lambda line: line.guest_invited),
    ("visit_paper", lambda line: line.visit_paper),
)
