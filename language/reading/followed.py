"""A line about what is followed to its end."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from functools import cached_property

from domain.campaigns import CampaignPlan
from domain.checklists import ItemSaid
from domain.matter_kinds import RESPONSE, TOPIC
from domain.names import given_name
from domain.registers import Told
from domain.unkept import Unkept
from language.answers.campaigns import (
    CampaignLine,
    PartDone,
    campaign_in,
    campaign_line,
    campaign_part,
    campaign_words,
    campaigns_named,
)
from language.answers.checklists.board_lines import BoardLine, board_line, board_opened
from language.answers.checklists.checklist_lines import (
    StepsChanged,
    checklist_code,
    checklist_of,
    says_marks,
    steps_changed,
    theme_list,
)
from language.answers.checklists.mark_lines import (
    ChecklistLine,
    StepsSaid,
    checklist_line,
    criterion_in,
    hamlets_named,
    items_named,
    list_lines,
    marks_in,
    names_a_step,
    step_line,
    step_words,
)
from language.answers.checklists.sheet_rows import SheetItems, sheet_items
from language.answers.conclusions.asking_lines import AskedOf, asked_of
from language.answers.conclusions.item_lines import way_in
from language.answers.households import households_in, without_households
from language.answers.matters.matter_doubts import doubt_in, ordered_names, paper_within
from language.answers.matters.matter_lines import (
    MatterLine,
    Raised,
    basis_in,
    each_matter,
    matter_code,
    matter_line,
    paper_and_more,
    paper_in,
    raised_in,
    response_in,
)
from language.answers.matters.matter_steps import steps_within
from language.answers.matters.matter_told import ToldOf, asks_of, told_of
from language.answers.office.structure_lines import BodyChange, body_change
from language.answers.opinions.sorting import (
    Forwarded,
    WeightSaid,
    body_and_paper,
    forwarded_in,
    joined_in,
    weight_said,
)
from language.answers.opinions.spoken import begins_with_people, opinion_raised, opinion_words
from language.answers.opinions.topics import heard_month, topic_in, topic_named, weight_in
from language.answers.own_data import unkept_in
from language.answers.registers import (
    MembersSaid,
    NamedMore,
    NamedRow,
    RegisterLine,
    RegisterNumbers,
    RegisterOpened,
    begins_a_row,
    fall_reason,
    founded_in,
    members_said,
    pair_in,
    register_line,
    register_more,
    register_numbers,
    register_opened,
    registers_named,
    row_in,
    teams_unread,
    told_in,
    unheard,
)
from language.answers.replies.aside import asks
from language.answers.replies.limits import Due
from language.line.fold import fold
from language.reading.counted import OfFigures
from language.reading.line import Intents


class OfMatters(OfFigures):
    """What is followed to its end: matters, registers, checklists, campaigns."""

    @cached_property
    def raised(self) -> Raised | None:
        """«khó khăn: …», «ý kiến: …»."""
        return raised_in(self.text) or opinion_raised(self.text)

    @property
    def opinion_words(self) -> str:
        """«đèn đường khu 2 không sáng» of «y kien den duong …», as one line."""
        return opinion_words(self.text)

    @property
    def is_of_people(self) -> bool:
        """«bà con muốn làm lại đường», «y kien den duong …»: so it begins."""
        return begins_with_people(self.text)

    @cached_property
    def asks_leader(self) -> AskedOf | None:
        """«xin ý kiến anh Lực: …»: what, and of whom."""
        return asked_of(self.text)

    @cached_property
    def matter_code(self) -> tuple[str, int] | None:
        """«KN31»."""
        return matter_code(self.text)

    @cached_property
    def body_change(self) -> BodyChange | None:
        """«đổi tên đơn vị tinh uy thành Tỉnh ủy»."""
        return body_change(self.text)

    @cached_property
    def told_of(self) -> ToldOf:
        """«giao Nam hạn 10/12», «nơi nhận Tỉnh ủy»: whose a matter is, where, until when."""
        return told_of(self.text, lambda piece: self.of(piece).due)

    @cached_property
    def asks_of(self) -> bool:
        """«đến đâu rồi», behind a code."""
        return asks_of(self.text)

    @cached_property
    def letter_of(self) -> int | None:
        """«KN31 công văn nhắc»: of which recommendation."""
        said = self.matter_line
        return said.codes[0][1] if said and "letter" in said.step.events else None

    @cached_property
    def matter_line(self) -> MatterLine | None:
        """«KN31 KN32 số 142 ngày 30/11», «KN31 bảng mới rồi»."""
        return matter_line(self.text, self.now.date())

    @cached_property
    def matters_each(self) -> Sequence[tuple[tuple[str, int], str]]:
        """«KN21 gửi UBND Trà Cổ hạn 20/12, KN22 …»: what is said of each; one step of all of them
        is read elsewhere."""
        said = each_matter(self.text)
        words = {words for _, words in said}
        return said if len(words) > 1 or any(self.of(one).told_of.whole for one in words) else ()

    @cached_property
    def matter_doubt(self) -> str:
        """«hỏi ở chỗ nào thế», «tách làm 2»: `question`, `order`, behind a code."""
        return doubt_in(self.text)

    @cached_property
    def ordered_names(self) -> Sequence[str]:
        """«sao quá hạn, Quý giải trình»: «Quý», which may be a name."""
        return ordered_names(self.text)

    @cached_property
    def paper_within(self) -> tuple[str, date] | None:
        """«gửi trường Hải Yên số 120 ngày 25/11»."""
        return paper_within(self.text, self.now.date())

    def steps_within(self, prefix: str) -> tuple[str, ...]:
        """«nước rút rồi, đã ổn»: steps that are spoken of, where the words are none themselves."""
        return steps_within(prefix, self.text)

    @cached_property
    def paper(self) -> tuple[str, date] | None:
        """«số 142 ngày 30/11»: a paper's number and day."""
        return paper_in(self.text, self.now.date())

    @cached_property
    def paper_and_more(self) -> tuple[tuple[str, date] | None, str]:
        """«số 120 ngày 23/11, trả lời trước 10/12»: the paper, and what stands behind it."""
        return paper_and_more(self.text, self.now.date())

    @property
    def begins_with_paper(self) -> bool:
        """«số 33 ngày 22/11, phường nói …»: a paper's number, and no work's."""
        return self.words.startswith("so ") and self.paper_and_more[0] is not None

    @cached_property
    def register_line(self) -> RegisterLine | None:
        """«GP1 61/52/45, vướng giá 4»."""
        return register_line(self.text)

    @cached_property
    def register_opened(self) -> RegisterOpened | None:
        """«GP-01», «mở lại GP-01»."""
        return register_opened(self.text)

    @cached_property
    def register_numbers(self) -> RegisterNumbers | None:
        """«Tuyến Hải Yên: 62 hộ tiếp cận, 55 đồng thuận, 48 bàn giao»."""
        said = register_numbers(self.text)
        return None if said is None or self.names_assignment else said

    @cached_property
    def told(self) -> Told | None:
        """«61/52/45», where a register's numbers were asked for."""
        return told_in(self.text)

    @property
    def tells_the_same(self) -> bool:
        """«không đổi», «vẫn như cũ»."""
        return self.told is not None and self.told.same

    @cached_property
    def register_row(self) -> NamedRow | None:
        """«Hải Yên 63/54/45», «61/52/45, vướng giá 4» out of the blue."""
        return row_in(self.text)

    @cached_property
    def register_pair(self) -> NamedRow | None:
        """«Hải Tiến 210/160», and no date."""
        return None if self.dates or self.when else pair_in(self.text)

    @cached_property
    def register_more(self) -> NamedMore | None:
        """«tuyến Hải Yên thêm 2 hộ bàn giao»."""
        return register_more(self.text)

    @cached_property
    def members_said(self) -> MembersSaid | None:
        """«kết nạp 3 hội viên pn khu 2»."""
        return members_said(self.text)

    @property
    def begins_a_row(self) -> bool:
        """Numbers of a register, with words that are none of it."""
        return begins_a_row(self.text)

    @property
    def unheard_of_row(self) -> str:
        """«điện thoại cũ 30»: what is not understood of a line of numbers."""
        return unheard(self.text)

    @property
    def teams_unread(self) -> str:
        """«hd 1» of «pn 2, hd 1»: of no organisation."""
        return teams_unread(self.text)

    @property
    def fall_reason(self) -> str:
        """«do hai hộ đổi ý», where it was asked why a number fell."""
        return fall_reason(self.text)

    def registers_named(self, names: Mapping[int, str]) -> list[int]:
        """«Hải Yên»: those whose names hold these words; all where there are none."""
        return registers_named(self.text, names)

    def names_register(self, name: str) -> bool:
        """«khu 2», where the name of it holds these words."""
        return bool(self.words) and self.words in fold(name)

    @cached_property
    def founded(self) -> tuple[str, int] | None:
        """«Tuyến Hải Yên - Ninh Dương, 64 hộ»: a name and a whole."""
        return founded_in(self.text)

    @cached_property
    def campaign(self) -> CampaignPlan:
        """«chiến dịch: Ngày hội số, 1/12-31/12, mục tiêu 500 hộ tài khoản số; ra quân»."""
        words = self.campaign_words or self.text
        return campaign_in(words, self._when_of, self._measures_of)

    @cached_property
    def campaign_words(self) -> str:
        """What stands behind «chiến dịch:»."""
        return campaign_words(self.text)

    def _measures_of(self, text: str) -> Mapping[str, float]:
        figures = self.of(text).figures
        return figures.measures if figures else {}

    @cached_property
    def campaign_line(self) -> CampaignLine | None:
        """«chiến dịch 3: thêm việc 147», «cd3 them T7-28/11»."""
        return campaign_line(self.text)

    @cached_property
    def campaign_part(self) -> PartDone | None:
        """«phong trào ngày hội số xong phần truyền thông»."""
        return campaign_part(self.text)

    def campaigns_named(self, names: Mapping[int, str]) -> dict[int, str]:
        """Of these words: the campaigns whose names they hold, and the words left over."""
        return campaigns_named(self.text, names)

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

    def items_said(self, item: int | None = None) -> Sequence[ItemSaid] | None:
        """«3 đạt», under a checklist; «đạt» alone, of the item that is spoken of."""
        return marks_in(self.text, item)

    def sheet_items(self, rows: Sequence[tuple[int, Sequence[str]]], longest: int) -> SheetItems:
        """Of a sheet that came with it: the criteria, and what is none."""
        return sheet_items(rows, longest)

    @property
    def says_marks(self) -> bool:
        """«3 đạt, 4 chưa», of no list that is named."""
        return says_marks(self.text)

    @cached_property
    def list_lines(self) -> list[str]:
        """A pasted list, a line each."""
        return list_lines(self.text)

    def items_named(self, texts: Mapping[int, str], *, whole: bool = False) -> list[int]:
        """«sạch nhà, sạch bếp»."""
        return items_named(self.text, texts, whole=whole)

    def hamlets_named(self, names: Mapping[int, str]) -> list[int]:
        """«thôn Đông đạt tiêu chí 9»: of which hamlet."""
        return hamlets_named(self.text, names)

    @cached_property
    def checklist_line(self) -> ChecklistLine | None:
        """«TM-01 mục 9 đạt»."""
        return checklist_line(self.text)

    @property
    def asks_how_it_stands(self) -> bool:
        """«TM-01 đến đâu rồi»."""
        return way_in(self.words) == "show" or asks(self.text, self.words)

    @property
    def names_alone(self) -> bool:
        """«NM-VN-017» and nothing else."""
        return " " not in self.text.strip()

    @cached_property
    def criterion(self) -> Sequence[ItemSaid] | None:
        """«thôn Đông đạt tiêu chí 9»."""
        return criterion_in(self.text)

    @cached_property
    def board_line(self) -> BoardLine | None:
        """«còn tiêu chí 10 cũng đạt luôn», «nhà mẫu 47 đủ 8 tiêu chí»."""
        return board_line(self.text)

    @cached_property
    def board_opened(self) -> str:
        """«mở TM-01», «thôn mẫu thôn Đông»."""
        return board_opened(self.text)

    @cached_property
    def steps_changed(self) -> StepsChanged | None:
        """«159 thêm bước: ký», «159 bỏ bước 2»."""
        return steps_changed(self.text)

    @cached_property
    def step_line(self) -> StepsSaid | None:
        """«157 xong bước 1», «b1 b2 xong», «157 còn bước 3»."""
        return step_line(self.text)

    @property
    def names_a_step(self) -> bool:
        """«147 xong bước soạn, đang trình»: of a step, and not of the whole work."""
        return names_a_step(self.text)

    @cached_property
    def step_words(self) -> tuple[int | None, str] | None:
        """«lập kế hoạch xong rồi»."""
        return step_words(self.text)

    @cached_property
    def labels(self) -> Mapping[str, str]:
        """What a matter may be marked with by these words, by sort: «đèn đường khu 2 hỏng» what it
        is about, «cv 210, tiếp thu» of which kind the answer is."""
        return {TOPIC: topic_in(self.text), RESPONSE: response_in(self.text)}

    def label_named(self, sort: str) -> str:
        """«rác thải», behind «lĩnh vực»."""
        return topic_named(self.text) if sort == TOPIC else self.labels[sort]

    @cached_property
    def with_basis(self) -> tuple[str, str]:
        """«thay bảng phí, căn cứ: Điều 5 Nghị định 61»: what is asked, and its law."""
        return basis_in(self.text)

    @cached_property
    def limit_said(self) -> Due | None:
        """«thay bảng phí, hạn thứ 6», «thay bảng phí, thứ 6»: until when; a day within what is
        asked is none."""
        *_, last = self.text.split(",")
        alone = last != self.text and self.of(last.strip()).when
        is_day = alone and alone.start is not None and not alone.rest.strip(" .")
        return self.told_of.due or (self.of(f"hạn {last.strip()}").told_of.due if is_day else None)

    @cached_property
    def forwarded(self) -> Forwarded | None:
        """«phân loại xong, chuyển điện lực Móng Cái số 216 ngày 23/11», behind a code."""
        return forwarded_in(self.text, self.now.date())

    @property
    def body_and_paper(self) -> Forwarded:
        """«Phòng Quản lý đô thị, số 215 ngày 23/11», where it was asked to whom it goes."""
        return body_and_paper(self.text, self.now.date())

    @cached_property
    def weight_said(self) -> WeightSaid | None:
        """«nhầm, 7 hộ nói», «thêm 2 hộ nữa»: how many say the same."""
        return weight_said(self.text)

    @cached_property
    def opinions_joined(self) -> tuple[int, int] | None:
        """«YK2 trùng YK1»: which is joined to which."""
        return joined_in(self.text)

    @cached_property
    def weight(self) -> int:
        """«đèn đường khu 2 hỏng, 5 hộ nói»: how many say so."""
        return weight_in(self.text)

    @cached_property
    def unkept(self) -> Sequence[Unkept]:
        """Why nothing of it may be kept: «nhà ông Ba», «tố cáo cán bộ …»."""
        return unkept_in(self.text)

    @cached_property
    def names_household(self) -> bool:
        """«nhà bà Sim không chịu», «2 hộ ở số nhà 14»."""
        return bool(households_in(self.text))

    def without_households(self, colleagues: Collection[str]) -> str:
        """«1 hộ không chịu»; the same words, where they name colleagues alone."""
        known = [fold(given_name(name)) for name in colleagues]
        named = households_in(self.text, known)
        return without_households(self.text, known) if named else self.text

    @cached_property
    def heard_month(self) -> date:
        """«nghe dân nói tháng 10»."""
        return heard_month(self.text, self.now.date())


CODED: Intents[OfMatters] = (
    ("leader_asked", lambda line: line.asks_leader),
    ("matter_raised", lambda line: line.raised),
    ("matter_code", lambda line: line.matter_code),
    ("opinions_joined", lambda line: line.opinions_joined),
    ("weight_said", lambda line: line.weight_said and line.weight_said.plain),
    ("activity_code", lambda line: line.activity_code),
    ("register_line", lambda line: line.register_line),
    ("own_work", lambda line: not line.by_heart and line.asks_own_work),
    ("register_row", lambda line: line.register_row),
    ("campaign_opened", lambda line: line.campaign_words),
    ("campaign_line", lambda line: line.campaign_line),
    ("campaign_part", lambda line: line.campaign_part),
    ("task_steps", lambda line: line.task_steps),
    ("steps_changed", lambda line: line.steps_changed),
    ("theme_list", lambda line: line.theme_list),
    ("checklist_of", lambda line: line.checklist_of),
    ("checklist_code", lambda line: line.checklist_code),
    ("checklist_marks", lambda line: line.says_marks),
    ("board_opened", lambda line: line.board_opened),
    ("board_line", lambda line: line.board_line),
    ("checklist_line", lambda line: line.checklist_line),
    ("criterion_line", lambda line: line.criterion),
    ("step_line", lambda line: line.step_line),
)
"""Asked before what is known by heart: «chiến dịch: …» begins with a word that alone is known."""


REGISTERS: Intents[OfMatters] = (
    ("register_opened", lambda line: line.register_opened),
    ("register_numbers", lambda line: line.register_numbers),
    ("members_said", lambda line: line.members_said),
)
