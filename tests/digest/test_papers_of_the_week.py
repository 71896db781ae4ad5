"""The report as a Word file to sign, and the rows behind its figures as an Excel file."""

import io
import zipfile

import pytest
from docx import Document

from domain.week_turnout import PLACE_HEADS
from papers.front_sheet import columns
from storage import Work
from storage.rows import dump
from tests.helpers.activities import plan_saturday
from tests.helpers.reports import late_work
from tests.town import HOA, LAN, Town, clock


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
    assert "Cân đối việc" not in text
    last = "\n".join(cell.text for cell in paper.tables[1]._cells)
    assert "- Các tiểu ban;" in last
    assert "TM. BAN THƯỜNG TRỰC" in last


async def test_each_organisation_has_its_own_header(monday: Town) -> None:
    """In an office of 2017 Hoa, of the youth union, reads the part of her own."""
    town = monday

    def prepare(work: Work) -> None:
        labels = dump({**work.office.labels, "report": "organisation"})
        youth = next(o.id for o in work.organisations if o.code == "DTN")
        work.connection.execute("UPDATE office SET labels = ?", (labels,))
        work.connection.execute("UPDATE membership SET organisation_id = ?", (youth,))

    await town.work(prepare)
    paper = Document(io.BytesIO(await file(town, "Bản Word")))
    head = "\n".join(cell.text for cell in paper.tables[0]._cells)
    assert "ĐOÀN TNCS HỒ CHÍ MINH" in head
    assert "CỘNG HÒA" not in head
    assert "/ĐTN" in head
    assert "BÍ THƯ" in "\n".join(cell.text for cell in paper.tables[1]._cells)


async def test_the_week_by_places_for_the_front(monday: Town) -> None:
    """Its columns are data, each names a figure that there is."""
    assert {column["of"] for column in columns()} <= {"number", "week", "office", *PLACE_HEADS}
    with zipfile.ZipFile(io.BytesIO(await file(monday, "Mặt trận số"))) as book:
        said = book.read("xl/sharedStrings.xml").decode()
        page = book.read("xl/worksheets/sheet1.xml").decode()
    assert all(column["head"] in said for column in columns())
    assert all(place in said for place in ("Ka Long", "Trà Cổ", "Hải Yên", "chưa báo"))
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
