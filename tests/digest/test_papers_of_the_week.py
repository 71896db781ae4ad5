"""The report as a Word file to sign, and the rows behind its figures as an Excel file."""

import io
import zipfile
from dataclasses import replace

import pytest
from docx import Document

from domain.report import Part, ReportLine, ReportTable, WeeklyReport
from domain.week_turnout import PLACE_HEADS
from papers.front_sheet import columns
from papers.week_report import week_report
from storage import Work
from storage.rows import dump
from tests.helpers.activities import plan_saturday
from tests.helpers.reports import late_work
from tests.town import HOA, LAN, Town, clock
from texts import Catalogue


@pytest.fixture
async def monday(town: Town) -> Town:
    await plan_saturday(town)
    await late_work(town)
    await town.sql("UPDATE assignment SET title = '=1+1 Danh sách'")
    await town.go_to(clock(21, 10, 31))
    await town.write(HOA, "Ka Long 42, Trà Cổ 32")
    await town.tap(HOA, "Đúng")
    await town.go_to(clock(23, 7, 1))
    await town.tap(LAN, "Văn bản")
    return town


async def file(town: Town, label: str) -> bytes:
    await town.tap(LAN, label)
    file_id = town.phone(LAN).last.content["document"]["file_id"]
    return town.world.state.files[file_id].content


async def test_the_word_file_is_a_draft_until_approved(monday: Town) -> None:
    paper = Document(io.BytesIO(await file(monday, "Bản Word")))
    head = "\n".join(cell.text for cell in paper.tables[0]._cells)
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in head
    assert "DỰ THẢO" in head
    text = "\n".join(paragraph.text for paragraph in paper.paragraphs)
    assert "Đã báo 74 lượt người; chưa báo 1/3 điểm" in text
    assert "Biểu 2. Việc quá hạn" in text
    assert "(Biểu 1, 2)" in text
    assert "Biểu 4. Số người theo địa bàn" in text
    assert text.count("Danh sách") == 0, "a table tells it"
    assert "IV. KIẾN NGHỊ, ĐỀ XUẤT\n(Văn phòng ghi)" in text
    assert "Cân đối việc" not in text
    last = "\n".join(cell.text for cell in paper.tables[1]._cells)
    assert "- Các tiểu ban;" in last
    assert "TM. BAN THƯỜNG TRỰC" in last


def test_a_room_brings_its_table_and_the_paper_knows_none_by_name() -> None:
    """The paper printed five titles, and left out whatever another room brought."""
    lines = (ReportLine("matter.tabled", {}), ReportLine("digest.no_activity", {}))
    tables = (
        ReportTable("medians", ("section", "accepted_n"), ()),
        ReportTable("classes", ("day", "people"), (("20/11", 31),), ("matter.tabled",)),
    )
    cut = clock(23, 7)
    week = WeeklyReport("2026-W47", 47, cut.date(), cut.date(), "CQ", "CQ", "LĐ", "", cut)
    report = replace(week, parts=(Part("models", lines, tables=tables),))
    _, said = week_report(Catalogue().words(), report.dump())
    paper = Document(io.BytesIO(said))
    text = "\n".join(paragraph.text for paragraph in paper.paragraphs)
    assert "Biểu 1. " in text
    assert "Biểu 2. " not in text, "with nothing in it there is none"
    assert "(Biểu 1)" in text
    assert [cell.text for cell in paper.tables[-1].rows[1].cells] == ["20/11", "31"]


@pytest.mark.parametrize(
    ("code", "over", "issues", "number", "signs", "motto"),
    [
        ("DTN", "BCH ĐOÀN TỈNH", "BAN CHẤP HÀNH ĐOÀN UÔNG BÍ\n***", "-BC/ĐTN-VP", "BÍ THƯ", False),
        ("LDLD", "LIÊN ĐOÀN LAO ĐỘNG TỈNH", "UÔNG BÍ", "/BC-LĐLĐ", "CHỦ TỊCH", True),
        ("HND", "HỘI NÔNG DÂN TỈNH", "HỘI NÔNG DÂN UÔNG BÍ\n*", "-BC/HND", "CHỦ TỊCH", True),
        ("HPN", "PHỤ NỮ TỈNH", "HỘI LIÊN HIỆP PHỤ NỮ UÔNG BÍ", "/BC-BTV", "CHỦ TỊCH", True),
        ("HCCB", "CỰU CHIẾN BINH TỈNH", "UÔNG BÍ", "/BC-CCB", "CHỦ TỊCH", True),
    ],
)
async def test_each_organisation_has_its_own_form(
    monday: Town, code: str, over: str, issues: str, number: str, signs: str, motto: bool
) -> None:
    """In an office of 2017 Lan, were she of another organisation, reads the part of that one."""
    town = monday

    def prepare(work: Work) -> None:
        labels = dump({**work.office.labels, "report": "organisation"})
        theirs = next(o.id for o in work.organisations if o.code == code)
        work.connection.execute("UPDATE office SET labels = ?", (labels,))
        work.connection.execute("UPDATE membership SET organisation_id = ?", (theirs,))

    await town.work(prepare)
    paper = Document(io.BytesIO(await file(town, "Bản Word")))
    left, right = (cell.text for cell in paper.tables[0].rows[0].cells)
    assert over in left
    assert issues in left
    assert ("CỘNG HÒA" in right) == motto
    assert ("ĐOÀN TNCS HỒ CHÍ MINH" in right) == (not motto)
    beside, day = (cell.text for cell in paper.tables[0].rows[1].cells)
    assert number in beside
    assert day == "Uông Bí, ngày 23 tháng 11 năm 2026"
    last = "\n".join(cell.text for cell in paper.tables[1]._cells)
    assert f"TM. BAN THƯỜNG VỤ\n{signs}" in last
    assert "- Ban Thường trực Ủy ban MTTQ;" in last
    assert paper.sections[0].right_margin.mm == pytest.approx(15 if motto else 20, abs=0.1)
    told = "\n".join(paragraph.text for paragraph in paper.paragraphs)
    assert "Kính gửi: Ban Thường vụ" in told
    assert "Uông Bí." in told


async def test_heads_stand_over_their_columns_and_a_number_is_one_line(monday: Town) -> None:
    paper = Document(io.BytesIO(await file(monday, "Bản Word")))
    late = next(t for t in paper.tables if "NV-2026-0001" in t.rows[-1].cells[0].text)
    head, row = late.rows[0].cells, late.rows[-1].cells
    assert [one.width for one in head] == [one.width for one in row]
    assert sum(one.width.cm for one in row) == pytest.approx(16.5, abs=0.1)
    assert row[0].width.cm >= 2.6, "twelve letters at ten points, and the sides"


async def test_the_week_by_places_for_the_front(monday: Town) -> None:
    """Its columns are data, each names a figure that there is."""
    assert {column["of"] for column in columns()} <= {"number", "week", "office", *PLACE_HEADS}
    with zipfile.ZipFile(io.BytesIO(await file(monday, "Mặt trận số"))) as book:
        said = book.read("xl/sharedStrings.xml").decode()
        page = book.read("xl/worksheets/sheet1.xml").decode()
    assert all(column["head"] in said for column in columns())
    assert all(place in said for place in ("Ka Long", "Trà Cổ", "Hải Yên"))
    assert ">chưa báo<" in said, "not reported is no zero"
    assert "<v>42</v>" in page


async def test_every_row_stands_in_the_excel_file_and_none_is_a_formula(monday: Town) -> None:
    with zipfile.ZipFile(io.BytesIO(await file(monday, "Bảng Excel"))) as book:
        names, said = (book.read(f"xl/{n}.xml").decode() for n in ("workbook", "sharedStrings"))
        tasks, _, points = (book.read(f"xl/worksheets/sheet{n}.xml").decode() for n in (1, 2, 3))
    assert all(name in names for name in ("Việc", "Cân đối việc", "Số người theo điểm"))
    assert "=1+1 Danh sách" in said
    assert "<f>" not in tasks
    assert all(word in said for word in ("Trà Cổ", "Hải Yên", "chưa báo"))
    assert all(number in points for number in ("<v>32</v>", "<v>42</v>"))


async def test_papers_follow_a_late_figure_also_of_an_earlier_week(monday: Town) -> None:
    """What the screen says is what is signed: at once, and when the next report has gone."""
    town = monday
    await town.write(HOA, "Hải Yên 20")
    await town.tap(HOA, "Đúng")
    assert any("94 lượt người" in text for text in await town.heard(LAN))
    for moment in (clock(23, 9), clock(30, 9)):
        await town.go_to(moment)
        await town.press(LAN, "d.papers:1")
        paper = Document(io.BytesIO(await file(town, "Bản Word")))
        text = "\n".join(paragraph.text for paragraph in paper.paragraphs)
        assert "94 lượt người" in text
        for label in ("Mặt trận số", "Bảng Excel"):
            await town.press(LAN, "d.papers:1")
            with zipfile.ZipFile(io.BytesIO(await file(town, label))) as book:
                sheets = [book.read(n).decode() for n in book.namelist() if "sheet" in n]
                shared = book.read("xl/sharedStrings.xml").decode()
            assert any("<v>20</v>" in page for page in sheets), label
            assert ">chưa báo<" not in shared + "".join(sheets), label


async def test_the_sheet_has_the_rows_behind_every_sum(monday: Town) -> None:
    """The weeks by organisation too."""
    town = monday
    with zipfile.ZipFile(io.BytesIO(await file(town, "Bảng Excel"))) as book:
        names = book.read("xl/workbook.xml").decode()
        words = book.read("xl/sharedStrings.xml").decode()
    for name in ("Số người theo tuần", "Số người theo điểm", "Việc", "Từng số đếm gì"):
        assert f'name="{name}"' in names, name
    for figure in ("Việc tăng, giảm", "Giao thêm", "Điểm chưa báo", "Lượt người, 8 tuần"):
        assert figure in words, figure
