"""The report as a Word file to sign, and the rows behind its figures as an Excel file."""

import io
import zipfile

import pytest
from docx import Document

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


async def test_every_row_stands_in_the_excel_file_and_none_is_a_formula(monday: Town) -> None:
    with zipfile.ZipFile(io.BytesIO(await file(monday, "Bảng Excel"))) as book:
        names, said = (book.read(f"xl/{n}.xml").decode() for n in ("workbook", "sharedStrings"))
        tasks, _, points = (book.read(f"xl/worksheets/sheet{n}.xml").decode() for n in (1, 2, 3))
    assert all(name in names for name in ("Việc", "Cân đối việc", "Số người theo điểm"))
    assert "=1+1 Danh sách" in said
    assert "<f>" not in tasks
    assert all(word in said for word in ("Trà Cổ", "Hải Yên", "chưa báo"))
    assert all(number in points for number in ("<v>32</v>", "<v>42</v>"))
