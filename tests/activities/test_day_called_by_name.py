"""«hoãn dọn biển Trà Cổ sang CN», «hủy trồng cây khu 2»: the day is called by its name, and what
is ordered is read back before it rings; what bears no such name is none."""

import pytest

from tests.helpers.activities import open_saturday, points
from tests.helpers.begun import begun
from tests.helpers.registrations import join
from tests.town import BINH, CUONG, HOA, MAI, THANG, Neighbour, Town, clock, says

STATES = "SELECT state FROM activity ORDER BY id"


@begun
async def two(town: Town) -> Town:
    day = await open_saturday(town, 40, 2, title="Dọn biển Trà Cổ")
    await open_saturday(town, 40, starts=clock(21, 14), title="Trồng cây khu 2")
    await join(town, MAI, day)
    return town


MOVED = [
    ("hoãn dọn biển Trà Cổ sang CN", "Chủ nhật, 22/11 7h00"),
    ("dời dọn biển sang chủ nhật", "Chủ nhật, 22/11 7h00"),
    ("đổi giờ dọn biển sang 8h", "thứ Bảy, 21/11 8h00"),
    ("dời lịch dọn biển trà cổ sang 29/11", "29/11 7h00"),
    ("doi trong cay khu 2 sang 15h", "thứ Bảy, 21/11 15h00"),
]


@pytest.mark.parametrize(("words", "when"), MOVED)
async def test_moved(two: Town, words: str, when: str) -> None:
    said = await two.write(HOA, words)
    assert "CHƯA ĐỔI" in said
    assert when in said


OFF = [
    "hủy trồng cây khu 2",
    "huy buoi trong cay",
    "trong cay khu 2 huy",
    "hủy trồng cây khu 2 vì mưa",
]


@pytest.mark.parametrize("words", OFF)
async def test_called_off(two: Town, words: str) -> None:
    said = await two.write(HOA, words)
    assert "Trồng cây khu 2" in said
    assert await two.sql(STATES) == [("open",), ("open",)]
    if "vì" not in words:
        said = await two.write(HOA, "mưa to")
    assert "CHƯA" in said
    await two.tap(HOA, "Gửi")
    assert await two.sql(STATES) == [("open",), ("cancelled",)]


TAKEN_BACK = ["a nham khong phai buoi do, cu de nguyen", "nhầm buổi rồi", "cứ để nguyên nhé"]


@pytest.mark.parametrize("read", ["", "mưa to"])
@pytest.mark.parametrize("words", TAKEN_BACK)
async def test_what_takes_it_back_is_no_reason(two: Town, words: str, read: str) -> None:
    await two.write(HOA, "huy buoi trong cay")
    if read:
        await two.write(HOA, read)
    said = await two.write(HOA, words)
    assert "Lý do" not in said
    assert not two.phone(HOA).can_tap("Gửi")
    await two.write(HOA, "gửi")
    assert await two.sql(STATES) == [("open",), ("open",)]


@pytest.mark.parametrize("words", ["hoan don bien tra co, mua to", "dọn biển hoãn lại, mưa to"])
async def test_put_off(two: Town, words: str) -> None:
    assert "CHƯA" in await two.write(HOA, words)
    await two.write(HOA, "gửi")
    assert await two.sql(STATES) == [("postponed",), ("open",)]
    assert await says(two, CUONG, "Lý do: ")


@pytest.mark.parametrize(
    "words", ["hủy dọn chợ", "hoãn dọn chợ sang CN", "huy giup e", "hoàn thành 50%"]
)
async def test_no_such_day(two: Town, words: str) -> None:
    await two.write(HOA, words)
    assert await two.sql(STATES) == [("open",), ("open",)]
    assert not two.phone(HOA).can_tap("Gửi")


@pytest.mark.parametrize("who", [BINH, CUONG, MAI])
async def test_nobody_else_calls_it_off(two: Town, who: Neighbour | int) -> None:
    await two.write(who, "hủy trồng cây khu 2")
    await two.write(who, "gửi")
    assert await two.sql(STATES) == [("open",), ("open",)]


PLANNED = "thu 7 nay don ve sinh bien Tra Co 7h, a Binh phu trach, 40 nguoi"
NOT_YET = ["chua gui voi", "chưa gửi vội", "khoan gui", "khoan đã", "để em xem lại", "từ từ đã"]


@pytest.mark.parametrize("words", NOT_YET)
async def test_not_yet_keeps_the_draft(town: Town, words: str) -> None:
    await town.write(HOA, PLANNED)
    assert "CHƯA GỬI" in await town.write(HOA, words)
    assert await town.sql(STATES) == [("draft",)]
    await town.write(HOA, "gửi")
    assert await town.sql(STATES) == [("open",)]


async def test_a_plain_no_drops_it(town: Town) -> None:
    await town.write(HOA, PLANNED)
    await town.write(HOA, "thôi")
    assert await town.sql(STATES) == [("cancelled",)]


LEADS = [
    "đổi chị Hoa phụ trách",
    "để Hoa phụ trách",
    "doi sang chi Hoa phu trach",
    "chị Hoa phụ trách",
]


@pytest.mark.parametrize("words", LEADS)
async def test_another_leads_it(town: Town, words: str) -> None:
    await town.write(THANG, PLANNED)
    assert "Nguyễn Thị Hoa" in await town.write(THANG, words)
    assert await points(town) == [("bien Tra Co", town.person(HOA), 40)]


@pytest.mark.parametrize(
    ("words", "shown"), [("7h30 thôi", "7h30"), ("30 chỗ", "30 chỗ"), ("30 nguoi thoi", "30 chỗ")]
)
async def test_hour_and_places(town: Town, words: str, shown: str) -> None:
    await town.write(HOA, PLANNED)
    said = await town.write(HOA, words)
    assert "CHƯA GỬI" in said
    assert shown in said
