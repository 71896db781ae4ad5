"""«PN 12 người đi Trà Cổ»: a group, of whoever may count one; no plan, and no other's figure."""

import pytest

from tests.helpers.activities import open_saturday
from tests.helpers.begun import begun
from tests.town import BINH, CUONG, HOA, Neighbour, Town, clock

PLANS = "SELECT count(*) FROM activity"


@begun
async def two(town: Town) -> Town:
    await open_saturday(town, 60, 2, title="Dọn rác bãi biển")
    await open_saturday(town, 60, starts=clock(22, 7), title="Trồng cây")
    return town


@pytest.mark.parametrize("who", [CUONG, BINH, HOA])
@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("nhom minh 12 nguoi di Tra Co nhe", "12"),
        ("PN 12 người đi Bãi biển Trà Cổ", "PN 12"),
        ("hoi phu nu 20 chi em di Tra Co sang t7", "PN 20"),
        ("đoàn thanh niên có 15 bạn đi bãi biển T7, nhặt rác", "ĐTN 15"),
    ],
)
async def test_they_are_read_back_for_that_point(
    two: Town, who: Neighbour, words: str, parts: str
) -> None:
    said = await two.write(who, words)
    assert "CHƯA GHI" in said
    assert f"{parts} = " in said
    assert "Bãi biển Trà Cổ" in said
    assert await two.sql(PLANS) == [(2,)]


async def test_of_whoever_plans_nothing_a_deed_is_no_plan(two: Town) -> None:
    said = await two.write(CUONG, "thứ 7 này khu mình 8 người đi nhặt rác Trà Cổ")
    assert "CHƯA GHI" in said
    assert "Bãi biển Trà Cổ" in said


async def test_so_many_for_a_deed_are_a_plan(two: Town) -> None:
    words = "thứ 7 tuần sau 7h huy động 30 người đi quét dọn chợ Ka Long"
    said = await two.write(HOA, words)
    assert "CHƯA GHI" not in said
    assert "Đã ghi: 30 người" in said
