"""The code of a day is its name, and no number of anybody."""

import pytest

from tests.helpers.activities import open_saturday, points
from tests.helpers.begun import begun
from tests.town import BINH, CUONG, HOA, Town, clock


@begun
async def three(town: Town) -> Town:
    """Three days of Hoa's: T7-2111, T7-2111-2 and CN-2211."""
    await open_saturday(town, 20, title="Trồng cây")
    await open_saturday(town, 20, starts=clock(21, 14), title="Vệ sinh môi trường")
    await open_saturday(town, 20, 2, clock(22, 7), title="Dọn rác bãi biển")
    codes = await town.sql("SELECT code FROM activity ORDER BY id")
    assert [code for (code,) in codes][:2] == ["T7-2111", "T7-2111-2"]
    return town


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("T7-2111 dời sang 14h30 cùng ngày", "14h30"),
        ("doi gio T7-2111-2 sang 15h30", "15h30"),
        ("hủy T7-2111 vì mưa to", "Lý do: mưa to"),
        ("T7-2111 hủy vì mưa to", "Lý do: mưa to"),
        ("hoãn T7-2111 đến 5/12", "5/12 7h00"),
        ("hoãn T7-2111-2 sang 5/12 do mưa", "5/12 14h00"),
        ("T7-2111-2 cần 40 chỗ", "20 → 40"),
        ("t7-2111-2 can 40 nguoi", "20 → 40"),
        ("T7-2111-2 mang theo chổi, găng tay", "chổi, găng tay"),
        ("tăng T7-2111 lên 40 người", "20 → 40"),
    ],
)
async def test_an_order_is_of_that_day(three: Town, words: str, read: str) -> None:
    said = await three.write(HOA, words)
    assert "CHƯA" in said
    assert read in said
    assert (said.split("\n")[1].startswith("Vệ sinh")) is ("-2 " in words), said


@pytest.mark.parametrize(
    "words", ["T7-2111-2", "xem T7-2111-2", "link đăng ký T7-2111-2", "cho xin link T7-2111-2"]
)
async def test_its_page_is_shown(three: Town, words: str) -> None:
    said = await three.write(HOA, words)
    assert "Vệ sinh môi trường" in said
    assert "start=act-2" in said
    assert "CHƯA GHI" not in said


async def test_by_its_place_too(three: Town) -> None:
    assert "act-3" in await three.write(HOA, "lấy link đăng ký Bãi biển Trà Cổ")
    await three.write(HOA, "cho xin mã QR buổi Trà Cổ")
    assert three.phone(HOA).last.kind == "photo"
    assert "chưa có" in (await three.write(HOA, "danh sách Trà Cổ")).lower()


async def test_whoever_leads_nothing_sees_what_everybody_sees(three: Town) -> None:
    for who in (BINH, CUONG):
        assert "Vệ sinh môi trường" in await three.write(who, "T7-2111-2")


async def test_a_group_is_of_that_day(three: Town) -> None:
    said = await three.write(CUONG, "đăng ký nhóm 12 người T7-2111-2")
    assert "21/11 14h00" in said
    assert "12 người" in said
    assert (await points(three))[0][2] == 20
