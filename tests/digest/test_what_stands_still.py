"""What stands still in a week, and how long: who holds what waits for a yes, what was given up,
suspended, put off or called off and why; how long it takes until work is taken on and done."""

import io
import re
import zipfile

from tests.helpers.activities import manage, open_saturday, send
from tests.helpers.assignments import give, number_from
from tests.helpers.reports import in_full
from tests.town import BINH, HANH, HOA, LAN, THANG, Town, clock


async def report(town: Town) -> str:
    await town.go_to(clock(23, 7, 1))
    return next(t for t in reversed(await town.heard(LAN)) if "BÁO CÁO TUẦN" in t)


async def done(town: Town, who: object, number: int) -> None:
    await town.write(who, f"xong {number}, đã làm đủ 6 hộ")  # type: ignore[arg-type]
    await town.tap(who, "Gửi")  # type: ignore[arg-type]


async def test_who_holds_what_waits_for_a_yes_and_how_long(town: Town) -> None:
    """Two wait for Thắng since Thursday, one for Hạnh since Friday; then it is Monday."""
    await in_full(town, LAN)
    await number_from(town, 147)
    await give(town, THANG, "Bình", when="24/11")
    await give(town, THANG, "Hoa", "Danh sách hộ nghèo", "24/11")
    await give(town, HANH, "Hoa", "Giấy mời", "24/11")
    for day, who, number in ((19, BINH, 147), (19, HOA, 148), (20, HOA, 149)):
        await town.go_to(clock(day, 10))
        await done(town, who, number)
    said = await report(town)
    assert "Chờ duyệt 3" in said
    assert "• Đ/c Lê Văn Thắng: 2 việc, lâu nhất 1 ngày làm việc" in said
    assert "• Đ/c Đỗ Thị Hạnh: 1 việc\n" in f"{said}\n"


async def test_what_was_given_up_suspended_put_off_says_why(town: Town) -> None:
    await in_full(town, LAN)
    await number_from(town, 147)
    await give(town, THANG, "Bình", when="24/11")
    await give(town, THANG, "Hoa", "Danh sách hộ nghèo", "24/11")
    day = await open_saturday(town)
    await town.go_to(clock(20, 9))
    await town.write(THANG, "147")
    await town.tap(THANG, "Thay đổi")
    await town.tap(THANG, "Tạm dừng")
    await town.write(THANG, "chờ kế hoạch tỉnh")
    await town.write(THANG, "hủy 148 vì trùng việc của xã")
    await town.tap(THANG, "Gửi")
    await manage(town, day, "Hoãn")
    await send(town, "bão số 9")
    said = await report(town)
    assert "Tạm dừng NV-2026-0147 Vận động 6 hộ: chờ kế hoạch tỉnh" in said
    assert "Thôi việc NV-2026-0148 Danh sách hộ nghèo: trùng việc của xã" in said
    assert "• Hoãn Ngày thứ 7 tình nguyện 21/11 «Dọn bờ kênh»: bão số 9." in said


async def test_the_sheet_says_how_long_until_it_is_taken_on_and_done(town: Town) -> None:
    """Taken on after one and two working hours, reported after one working day: by section."""
    await in_full(town, LAN)
    await number_from(town, 147)
    await give(town, THANG, "Bình", when="24/11")
    await give(town, THANG, "Hoa", "Danh sách hộ nghèo", "24/11")
    for hour, who in ((10, BINH), (11, HOA)):
        await town.go_to(clock(19, hour))
        await town.tap(who, "Nhận việc")
    await town.go_to(clock(20, 9))
    await done(town, BINH, 147)
    await report(town)
    await town.tap(LAN, "Văn bản")
    await town.tap(LAN, "Bảng Excel")
    file_id = town.phone(LAN).last.content["document"]["file_id"]
    rows = sheet(town.world.state.files[file_id].content, "Thời gian xử lý (trung vị)")
    assert [row[1:] for row in rows[2:]] == [["2", "1.5", "1", "1"]] * 2


def sheet(content: bytes, name: str) -> list[list[str]]:
    """The rows of one sheet of a workbook: numbers as they stand, words by their number."""
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        names = re.findall(r'<sheet [^>]*name="([^"]+)"', book.read("xl/workbook.xml").decode())
        inner = book.read(f"xl/worksheets/sheet{names.index(name) + 1}.xml").decode()
    rows = re.findall(r"<row [^>]*>(.*?)</row>", inner, re.DOTALL)
    return [re.findall(r"<v>([^<]*)</v>", row) for row in rows]
