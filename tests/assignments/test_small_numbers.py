"""In January work is counted from 1 again: «xong 4», «nhận 2» name one's own; a bare small number,
or one with what it counts, stays a figure."""

import pytest

from tests.helpers.activities import plan_saturday
from tests.helpers.assignments import give, notes, number_from
from tests.town import BINH, CUONG, HANH, THANG, Town, clock


async def four(town: Town, *, taken: bool = True) -> None:
    """Bình has number 4, and 5 as well."""
    await number_from(town, 4)
    await give(town, THANG, "Bình", "Soạn giấy mời", "27/11")
    await give(town, THANG, "Bình", "Chọn cán bộ", "27/11")
    if taken:
        await town.write(BINH, "nhận 4, 5")


@pytest.mark.parametrize("line", ["nhan 4", "nhận việc 4", "em nhận 4 ạ", "nhận số 4"])
async def test_taken(town: Town, line: str) -> None:
    await four(town, taken=False)
    assert "nhận việc NV-2026-0004" in await town.write(BINH, line)
    assert await states(town) == ["doing", "assigned"]


async def test_two_are_taken(town: Town) -> None:
    await four(town)
    assert await states(town) == ["doing", "doing"]


@pytest.mark.parametrize(
    ("line", "result"),
    [
        ("xong 4, 9 to", "9 to"),
        ("xong 4 chon 2 can bo: Tuyen, Mai", "chon 2 can bo: Tuyen, Mai"),
        ("xong 4 tham du 5 gia dinh", "tham du 5 gia dinh"),
        ("xong 4 tong hop 46 y kien", "tong hop 46 y kien"),
        ("xong 4 co 18 gian hang", "co 18 gian hang"),
        ("4 xong, đã gửi phường", "đã gửi phường"),
        ("việc 4 xong, đã gửi phường", "đã gửi phường"),
    ],
)
async def test_done(town: Town, line: str, result: str) -> None:
    await four(town)
    said = await town.write(BINH, line)
    assert "NV-2026-0004" in said
    assert f"Kết quả: {result}\n" in said
    assert await notes(town) == []


@pytest.mark.parametrize("line", ["xong 4", "xong 4 rồi ạ", "4 xong roi a", "viec 4 xong roi"])
async def test_only_done(town: Town, line: str) -> None:
    await four(town)
    assert "Việc NV-2026-0004: đề nghị nhắn kết quả" in await town.write(BINH, line)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("vuong 4, 2 ho khong o nha", "vướng mắc của NV-2026-0004: «2 ho khong o nha»"),
        ("4 vuong UBND chua ky", "vướng mắc của NV-2026-0004: «UBND chua ky»"),
        ("gia han 4 den 30/11, cho phuong", "xin gia hạn NV-2026-0004 đến thứ Hai, 30/11"),
        ("từ chối 4 đang đi học", "không nhận việc NV-2026-0004"),
    ],
)
async def test_what_else_is_said_of_it(town: Town, line: str, said: str) -> None:
    await four(town)
    assert said in await town.write(BINH, line)


@pytest.mark.parametrize(
    "line",
    [
        "xong 4 hộ",
        "nhan 4 nguoi",
        "nhận 4 thùng quà",
        "vướng 4 hộ chưa ký",
        "xin gia han 4 ngay",
        "4 xã còn 42 tờ",
        "xong 9",
        "đã nhận 4 triệu",
    ],
)
async def test_what_is_counted_names_no_work(town: Town, line: str) -> None:
    await four(town)
    await town.write(BINH, line)
    assert await states(town) == ["doing", "doing"]
    assert not await town.sql("SELECT 1 FROM completion")
    assert not await town.sql("SELECT 1 FROM assignment WHERE blocked <> ''")


async def test_of_work_while_people_are_counted(town: Town) -> None:
    """«nhận 4» is no turnout of Saturday's point."""
    await plan_saturday(town)
    await number_from(town, 4)
    await give(town, HANH, "Cường", "Soạn giấy mời", "27/11")
    await town.go_to(clock(21, 10, 31))
    said = await town.write(CUONG, "nhận 4")
    assert "NV-2026-0004" in said
    assert await states(town) == ["doing"]


async def states(town: Town) -> list[str]:
    found = "SELECT state FROM assignment WHERE number IN (4, 5) AND state <> 'cancelled'"
    return [state for (state,) in await town.sql(f"{found} ORDER BY number")]
