"""A line about what is followed to its end."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property

from domain.campaigns import Plan
from domain.registers import Told
from language.answers.campaign_lines import (
    CampaignLine,
    campaign_in,
    campaign_line,
    campaign_words,
)
from language.answers.checklist_lines import (
    checklist_code,
    checklist_of,
    mark_in,
    marks_in,
    theme_list,
)
from language.answers.heard_lines import heard_month
from language.answers.matter_lines import (
    MatterLine,
    Raised,
    basis_in,
    ends_it,
    matter_code,
    matter_line,
    paper_in,
    raised_in,
    response_in,
)
from language.answers.opinion_lines import OpinionSaid, opinion_in
from language.answers.register_lines import RegisterLine, founded_in, register_line, told_in
from language.reading.counted import OfFigures


class OfMatters(OfFigures):
    """What is followed to its end: matters, registers, checklists, campaigns."""

    @cached_property
    def raised(self) -> Raised | None:
        """«khó khăn: …», «ý kiến: …»."""
        return raised_in(self.text)

    @cached_property
    def matter_code(self) -> tuple[str, int] | None:
        """«KN31»."""
        return matter_code(self.text)

    @cached_property
    def ends_matter(self) -> bool:
        """«xong rồi, kết thúc»."""
        return ends_it(self.text)

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
    def checklist_of(self) -> tuple[str, int] | None:
        """«bảng kiểm KN31», «bảng kiểm 139»."""
        return checklist_of(self.text)

    @cached_property
    def theme_list(self) -> tuple[str, Sequence[str]] | None:
        """«bảng kiểm nội dung niêm yết: …»."""
        return theme_list(self.text)

    @cached_property
    def checklist_code(self) -> tuple[str, int] | None:
        """«TM1»."""
        return checklist_code(self.text)

    @cached_property
    def item_mark(self) -> tuple[int, str, str] | None:
        """«3 đạt», under a checklist."""
        return mark_in(self.text)

    @cached_property
    def item_marks(self) -> Sequence[tuple[int, str, str]]:
        """«1 đạt, 2 không đạt: thiếu sổ»: nothing where not all of it is marks."""
        return marks_in(self.text)

    @cached_property
    def response(self) -> str:
        """«cv 210, tiếp thu»: of which kind the answer is."""
        return response_in(self.text)

    @cached_property
    def with_basis(self) -> tuple[str, str]:
        """«thay bảng phí, căn cứ: Điều 5 Nghị định 61»: what is asked, and its law."""
        return basis_in(self.text)

    @cached_property
    def opinion(self) -> OpinionSaid:
        """What it is about, how many say so, whether it may be kept."""
        return opinion_in(self.text)

    @cached_property
    def heard_month(self) -> date:
        """«nghe dân nói tháng 10»."""
        return heard_month(self.text, self.now.date())
