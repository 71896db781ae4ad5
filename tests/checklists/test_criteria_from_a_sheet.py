"""Criteria are replaced from a sheet: read back whole, refused rows named, never half."""

import io
import zipfile
from collections.abc import Sequence

import pytest
from xlsxwriter import Workbook

from papers.sheet_in import MOST_BYTES, UNPACKED
from tests.helpers.begun import begun
from tests.town import BINH, CUONG, THANG, Town

Rows = Sequence[Sequence[object]]
LISTS = "SELECT count(*) FROM checklist WHERE kind = 'hamlet'"
HEADED: Rows = [
    ["BỘ TIÊU CHÍ THÔN MẪU NĂM 2026"],
    ["TT", "Tiêu chí", "Bắt buộc", "Ghi chú"],
    [1, "Không hộ đói", "x", "theo chuẩn mới"],
    [2, "Sạch nhà, sạch bếp"],
    ["Tổng số", 2],
]


def book(*pages: Rows) -> bytes:
    made = io.BytesIO()
    with Workbook(made, {"in_memory": True}) as written:
        for rows in pages:
            page = written.add_worksheet()
            for number, cells in enumerate(rows):
                page.write_row(number, 0, cells)
    return made.getvalue()


@begun
async def asked(town: Town) -> Town:
    """The new criteria are asked for."""
    await town.write(THANG, "tiêu chí")
    await town.tap(THANG, "Tiêu chí thôn mẫu")
    return town


async def sent(town: Town, name: str, content: bytes, caption: str | None = None) -> str:
    await town.phone(THANG).document(name, content, "application/octet-stream", caption)
    return await town.screen(THANG)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("tieu chi.xlsx", book([["Không hộ đói"], ["! Sạch nhà, sạch bếp"]])),
        ("TIEUCHI.XLSX", book([[1, "Không hộ đói"], [2, "! Sạch nhà, sạch bếp"]])),
        (
            "a.xlsx",
            book([[], ["Nội dung", "Bắt buộc"], ["Không hộ đói"], ["Sạch nhà, sạch bếp", "x"]]),
        ),
        ("a.csv", "Không hộ đói\n! Sạch nhà, sạch bếp\n".encode()),
        (
            "a.csv",
            "STT;Tiêu chí;Bắt buộc\n1;Không hộ đói;\n2;Sạch nhà, sạch bếp;x\n".encode("utf-8-sig"),
        ),
        ("a.csv", 'TT,Tiêu chí\n1,Không hộ đói\n2,"! Sạch nhà, sạch bếp"\n'.encode("utf-16")),
        ("a.csv", "1. Không hộ đói\r\n2. ! Sạch nhà, sạch bếp\r\n".encode()),
    ],
)
async def test_it_is_read_back_whole_and_written_by_a_tap(
    asked: Town, name: str, content: bytes
) -> None:
    town = asked
    before = await town.sql(LISTS)
    said = await sent(town, name, content, "bo tieu chi moi")
    assert "(2 mục):\nKhông hộ đói\n! Sạch nhà, sạch bếp\nĐúng thì" in said
    assert await town.sql(LISTS) == before
    assert "2 mục" in await town.tap(THANG, "Gửi")
    assert await town.sql(LISTS) != before


async def test_what_is_no_item_is_named(asked: Town) -> None:
    said = await sent(asked, "tc.xlsx", book(HEADED, [["nháp"]]))
    assert "(2 mục):\n! Không hộ đói\nSạch nhà, sạch bếp\n" in said
    assert "không lấy: BỘ TIÊU CHÍ THÔN MẪU NĂM 2026; Tổng số | 2" in said
    assert "Cột không đọc: Ghi chú" in said
    assert "Chỉ đọc trang «Sheet1»; còn trang: Sheet2" in said


@pytest.mark.parametrize(
    ("rows", "named"),
    [
        (
            [["TT", "Tiêu chí"], [1, "Sạch nhà"], [2, ""], [3, "Sạch bếp"]],
            "dòng 3: «2» – thiếu nội dung",
        ),
        ([["Sạch nhà"], ["Sạch bếp"], ["sach nha"]], "dòng 3: «sach nha» – trùng"),
        ([["Sạch nhà"], ["a" * 90]], "dòng 2: «aaa"),
        ([["Sạch nhà", "Sạch bếp"], ["Sạch ngõ", "Không rác"]], "chưa rõ cột nào"),
    ],
)
async def test_rows_that_cannot_stand_are_named_and_nothing_is_kept(
    asked: Town, rows: Rows, named: str
) -> None:
    town = asked
    before = await town.sql(LISTS)
    said = await sent(town, "tc.xlsx", book(rows))
    assert "Chưa ghi gì" in said
    assert named in said
    assert not town.phone(THANG).can_tap("Gửi")
    assert "(2 mục)" in await sent(town, "tc.xlsx", book([["Sạch nhà"], ["Sạch bếp"]]))
    assert await town.sql(LISTS) == before


def packed(**parts: bytes) -> bytes:
    made, whole = io.BytesIO(), zipfile.ZipFile(io.BytesIO(book([["Sạch nhà"], ["Sạch bếp"]])))
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as written:
        for one in whole.namelist():
            called = one.rpartition("/")[2].partition(".")[0]
            written.writestr(one, parts.get(called, whole.read(one)))
    return made.getvalue()


ENTITY = (
    b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    b"<sheetData><row><c t='inlineStr'><is><t>&a;</t></is></c></row></sheetData></worksheet>"
)
FAR = (
    b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    b'<row r="1"><c r="XFD1"><v>1</v></c></row></sheetData></worksheet>'
)


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("a.xlsx", b"x", "Chưa đọc được tệp"),
        ("a.xlsx", packed(sheet1=b"<worksheet>"), "Chưa đọc được tệp"),
        ("a.xlsx", packed(sheet1=ENTITY), "Chưa đọc được tệp"),
        ("a.xlsx", packed(sheet1=FAR), "Tệp lớn quá"),
        ("a.xlsx", packed(sharedStrings=b" " * (UNPACKED + 1)), "Tệp lớn quá"),
        ("a.csv", b"a\n" * MOST_BYTES, "Tệp lớn quá"),
        ("a.csv", b"".join(b"m%d\n" % n for n in range(400)), "Tệp lớn quá"),
        ("a.csv", b"".join(b"muc %d\n" % n for n in range(40)), "40 mục là nhiều quá"),
        ("a.csv", b"\n\n", "ít nhất một mục"),
        ("a.xls", b"x", "lưu lại thành .xlsx"),
        ("a.pdf", b"x", "lưu lại thành .xlsx"),
        ("a.csv", "Sạch nhà\nNhà ông Nguyễn Văn Sáu sạch bếp\n".encode(), "không ghi hộ nào"),
    ],
)
async def test_what_is_no_such_sheet_harms_nothing(
    asked: Town, name: str, content: bytes, why: str
) -> None:
    town = asked
    before = await town.sql(LISTS)
    assert why in await sent(town, name, content)
    assert "Chưa có tin" not in await town.write(THANG, "Sạch nhà\nSạch bếp")
    assert await town.sql(LISTS) == before


async def test_nobody_else_replaces_them(asked: Town) -> None:
    town = asked
    before = await town.sql(LISTS)
    for who in (BINH, CUONG):
        await town.press(who, "ck.list:0:hamlet")
        await town.phone(who).document("a.csv", "Sạch nhà\nSạch bếp".encode(), "text/csv")
        assert not town.phone(who).can_tap("Gửi")
    assert await town.sql(LISTS) == before
