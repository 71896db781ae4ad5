"""Papers of visits: for the conference, for the road, for those above a silent body; coverage."""

import io
from datetime import timedelta

import pytest
from docx import Document

from actions.supervision import printing
from storage.rows import stamp
from tests.helpers.supervision import (
    FUND,
    KALONG,
    LIEN,
    TRACO,
    TRAN,
    office_of_visits,
    propose,
    together,
)
from tests.helpers.visit_papers import paper_of, printed
from tests.town import BINH, HANH, LAN, MAI, Town, clock


@pytest.fixture
async def office(town: Town) -> Town:
    return await office_of_visits(town)


async def test_the_list_for_the_conference(office: Town) -> None:
    town = office
    await propose(town, LIEN)
    await propose(town, BINH)
    await town.write(BINH, "GS2 giữ riêng: đợt cao điểm")
    assert "hiệp thương: 2 đề xuất" in await town.write(TRAN, "danh sách hiệp thương")
    said = await printed(town, TRAN, printing.conference)
    for words in ("NĂM 2026", "GS-02", FUND, KALONG, "Trùng: GS-01. Giữ riêng: đợt cao điểm"):
        assert words in said
    assert "chưa được phân quyền" in await town.write(BINH, "danh sách hiệp thương")


async def test_the_list_says_its_heads_on_each_page_and_divides_no_row(office: Town) -> None:
    await propose(office, LIEN)
    _, content = await paper_of(office, TRAN, printing.conference)
    [table] = Document(io.BytesIO(content)).tables
    xml = [row._tr.xml for row in table.rows]
    assert all("w:cantSplit" in one for one in xml)
    assert ["w:tblHeader" in one for one in xml] == [True, False]
    code, theme, *_ = table.rows[1].cells
    assert theme.width > code.width * 2


async def test_a_shared_trip_stands_on_both_sides_and_an_opinion_has_its_column(
    office: Town,
) -> None:
    await propose(office, LIEN)
    await propose(office, BINH, "tiếp công dân")
    await together(office, TRAN, "GS2 đi chung GS1", "Đi chung chuyến")
    _, content = await paper_of(office, TRAN, printing.conference)
    paper = Document(io.BytesIO(content))
    heads, *rows = [[cell.text for cell in row.cells] for row in paper.tables[0].rows]
    assert heads[-1] == "Ý kiến hiệp thương"
    assert ["Chung chuyến: GS-02" in row[-2] for row in rows] == [True, False]
    assert ["Chung chuyến: GS-01" in row[-2] for row in rows] == [False, True]
    assert [row[-1] for row in rows] == ["", ""]


async def test_no_paper_names_a_program_as_its_author(office: Town) -> None:
    await propose(office, LIEN)
    _, content = await paper_of(office, TRAN, printing.conference)
    about = Document(io.BytesIO(content)).core_properties
    assert "python" not in f"{about.author}{about.comments}{about.last_modified_by}{about.title}"


async def test_the_paper_for_the_road_has_a_number_and_a_day(office: Town) -> None:
    await propose(office, LIEN, when="tuần này")
    await office.sql("UPDATE visit SET stage = 'planned', version = version + 1")
    await office.write(TRAN, "GS1 đoàn: Trận trưởng đoàn, Liên")
    said = await printed(office, TRAN, printing.road, 1)
    assert "Số: …" in said
    assert "ngày …… tháng …… năm" in said


async def test_the_programme_on_paper(office: Town) -> None:
    """One row for what became one, with who goes along; nothing of what nobody is told of."""
    town = office
    await propose(town, LIEN)
    await propose(town, BINH)
    await propose(town, LIEN, body=TRACO)
    await town.sql("UPDATE visit SET kept_id = 1, stage = 'merged' WHERE id = 2")
    assert "2026: 2 cuộc" in await town.write(TRAN, "in chương trình")
    said = await printed(town, TRAN, printing.programme)
    assert "PN; phối hợp: ND" in said
    assert "GS-02" not in said
    await town.sql("UPDATE visit SET unannounced = 1 WHERE id = 3")
    said = await printed(town, TRAN, printing.programme)
    assert TRACO not in said
    await town.sql("UPDATE visit SET done_at = unixepoch('2026-11-18 02:00') WHERE id = 3")
    assert TRACO in await printed(town, TRAN, printing.programme)
    assert "chưa được phân quyền" in await town.write(BINH, "in chương trình")


async def test_of_an_unannounced_visit_the_point_stays_blank(office: Town) -> None:
    town = office
    await propose(town, LIEN, when="tuần này")
    await town.sql("UPDATE visit SET stage = 'planned', version = version + 1")
    await town.write(TRAN, "GS1 đoàn: Trận trưởng đoàn, Liên thư ký")
    assert f"Nơi đến: {KALONG}" in await printed(town, LIEN, printing.road, 1)
    await town.write(LAN, "GS1 không báo trước")
    said = await printed(town, LIEN, printing.road, 1)
    assert "Nơi đến: ……" in said
    assert KALONG not in said
    assert "Lê Văn Trận, trưởng đoàn" in said
    assert "Không tìm thấy" in await town.write(BINH, "GS1 giấy đi đường")


async def test_the_paper_has_a_place_for_invited_citizens_and_forces_no_signature(
    office: Town,
) -> None:
    """They sign on paper; where nobody was told of it the body is asked for none."""
    town = office
    await propose(town, LIEN, when="tuần này")
    await town.sql("UPDATE visit SET stage = 'planned', version = version + 1")
    await town.write(TRAN, "GS1 đoàn: Trận trưởng đoàn, Liên thư ký")
    said = await town.write(TRAN, "GS1 mời bà Nguyễn Thị An")
    await town.phone(MAI).start(said.rpartition("start=")[2].split()[0])
    await town.screen(MAI)
    await town.tap(MAI, "Nhận lời")
    said = await printed(town, LIEN, printing.road, 1)
    for words in ("- bà Nguyễn Thị An, đại biểu mời", "Ý kiến đại biểu mời:", "Đại diện đơn vị"):
        assert words in said
    await town.write(LAN, "GS1 không báo trước")
    said = await printed(town, LIEN, printing.road, 1)
    assert "Đại biểu mời" in said
    assert "Đại diện đơn vị" not in said


async def test_a_list_with_nothing_on_it_says_so(office: Town) -> None:
    assert "Chưa có đề xuất nào." in await printed(office, TRAN, printing.conference)
    assert "Chưa có cuộc nào." in await printed(office, TRAN, printing.programme)


async def test_nobody_signs_alone_on_a_page(office: Town) -> None:
    await silent(office)
    _, content = await paper_of(office, TRAN, printing.letter, 1)
    before = Document(io.BytesIO(content)).paragraphs
    last = [one for one in before if one.text][-1]
    assert last.paragraph_format.keep_with_next


async def silent(town: Town) -> None:
    """A recommendation that was called about, and not answered for twenty days."""
    await propose(town, LIEN, when="tuần này")
    await town.sql("UPDATE visit SET stage = 'planned', version = version + 1")
    await town.write(TRAN, "GS1 đoàn: Trận trưởng đoàn")
    await town.write(TRAN, "GS1 kết quả: nhắc nhở")
    await town.write(LIEN, "GS1 kiến nghị: niêm yết mức phí mới")
    await town.write(TRAN, "KN1 số 142 ngày 18/11")
    await town.write(LIEN, "KN1 đã trao đổi")
    town.now = clock(19, 9).replace(month=12, day=14)


@pytest.mark.parametrize(
    ("organisation", "words", "others"),
    [
        ("HPN", ("HỘI LIÊN HIỆP PHỤ NỮ", "/BTV", "Độc lập", "TM. BAN THƯỜNG VỤ"), "ĐOÀN TNCS"),
        ("DTN", ("ĐOÀN TNCS HỒ CHÍ MINH", "-CV/ĐTN", "BÍ THƯ"), "Độc lập"),
        ("MTTQ", ("ỦY BAN MTTQ VIỆT NAM", "/CQK", "TM. BAN THƯỜNG TRỰC"), "BAN THƯỜNG VỤ"),
    ],
)
async def test_the_ready_letter_bears_the_head_of_whoever_recommended(
    office: Town, organisation: str, words: tuple[str, ...], others: str
) -> None:
    town = office
    await silent(town)
    await town.sql(
        "UPDATE visit SET organisation_id = (SELECT id FROM organisation WHERE code = :code)",
        code=organisation,
    )
    said = await printed(town, TRAN, printing.letter, 1)
    assert [one for one in words if one not in said] == []
    assert others not in said
    assert "BC-" not in said, "it is no report"


async def test_the_ready_letter_after_twenty_days(office: Town) -> None:
    town = office
    await propose(town, LIEN, when="tuần này")
    await town.sql("UPDATE visit SET stage = 'planned', version = version + 1")
    await town.write(TRAN, "GS1 đoàn: Trận trưởng đoàn")
    await town.write(TRAN, "GS1 kết quả: nhắc nhở")
    await town.write(LIEN, "GS1 kiến nghị: niêm yết mức phí mới, căn cứ: Điều 5 Nghị định 61")
    await town.write(TRAN, "KN1 số 142 ngày 18/11")
    assert "chưa quá 20 ngày" in await town.write(TRAN, "KN1 công văn nhắc")
    town.now = clock(19, 9).replace(month=12, day=14)
    assert "trước công văn" in await town.write(TRAN, "KN1 công văn nhắc")
    await town.write(LIEN, "KN1 đã trao đổi")
    said = await printed(town, TRAN, printing.letter, 1)
    assert (
        "niêm yết mức phí mới (văn bản số 142, ngày 18/11/2026; căn cứ Điều 5 Nghị định 61)"
        in said
    )
    assert f"đôn đốc {KALONG} trả lời kiến nghị" in said
    assert "Nhắc KN-001" in str(await buttons(town))
    assert "Không tìm thấy" in await town.write(BINH, "KN1 công văn nhắc")
    await town.sql("DELETE FROM matter_words")
    await town.write(TRAN, "kn1 gui van ban len UBND thanh pho")
    said = await printed(town, TRAN, printing.letter, 1)
    assert "- Kiến nghị nêu tại văn bản số 142" in said
    assert "gui van ban" not in said, "what was said later is no recommendation"


async def buttons(town: Town) -> list[str]:
    await town.write(TRAN, "kiến nghị đang theo dõi")
    return [button.text for button in town.phone(TRAN).messages[-1].buttons]


async def test_where_nobody_has_been_for_long(office: Town) -> None:
    town = office
    await propose(town, LIEN, when="tuần này")
    await town.sql("UPDATE visit SET done_at = unixepoch('2026-11-18 02:00')")
    await town.sql("UPDATE locality SET priority = 1 WHERE name = 'Hải Yên'")
    said = await town.write(HANH, "nơi chưa giám sát")
    assert "Ka Long" not in said
    assert said.index("Hải Yên ⭐") < said.index("Trà Cổ")


@pytest.mark.parametrize(("days", "named"), [(179, False), (181, True)])
async def test_for_long_is_half_a_year(office: Town, days: int, named: bool) -> None:
    town = office
    await propose(town, LIEN, when="tuần này")
    there = stamp(town.now - timedelta(days=days))
    await town.sql("UPDATE visit SET done_at = :there", there=there)
    assert ("Ka Long" in await town.write(HANH, "nơi chưa giám sát")) is named
