"""A day said in one sentence, in any order: the whole is read back, what is missing is asked."""

import pytest

from tests.helpers.activities import points
from tests.town import BINH, CUONG, HANH, HOA, LAN, THANG, Neighbour, Town, says

STATE = "SELECT title, kind, starts_at, state FROM activity"


@pytest.mark.parametrize("who", [HANH, LAN, THANG, HOA])
async def test_whoever_plans_reads_it_back_and_sends_it(town: Town, who: Neighbour) -> None:
    shown = await town.write(
        who, "thu 7 nay don ve sinh bien Tra Co 7h, a Binh phu trach, 40 nguoi"
    )
    for words in ("CHƯA GỬI", "Don ve sinh bien Tra Co", "21/11 7h00", "Bình", "40 chỗ"):
        assert words in shown
    assert await points(town) == [("bien Tra Co", town.person(BINH), 40)]
    await town.write(who, "gửi")
    assert [row[3] for row in await town.sql(STATE)] == ["open"]
    assert await says(town, BINH, "phụ trách điểm")


async def test_nothing_stays_after_no(town: Town) -> None:
    await town.write(HOA, "tao hoat dong don rac bien Tra Co thu 7 nay 7h 40 nguoi")
    await town.tap(HOA, "Thôi")
    assert [row[3] for row in await town.sql(STATE)] == ["cancelled"]


async def test_the_order_of_the_words_is_free(town: Town) -> None:
    shown = await town.write(HOA, "t7 tuan sau trong cay khu 2 hai yen luc 7h30 tap trung NVH")
    for words in ("Trong cay khu 2 hai yen", "28/11 7h30", "NVH (Hải Yên)"):
        assert words in shown


async def test_several_points_in_one_sentence(town: Town) -> None:
    shown = await town.write(
        HOA,
        "len lich thu 7 28/11 2 diem: ve sinh cho 1 cua Binh 20 ng, cat co duong Ka Long 15 ng",
    )
    assert "28/11 7h00" in shown
    assert await points(town) == [
        ("ve sinh cho 1", town.person(BINH), 20),
        ("cat co duong Ka Long", town.person(CUONG), 15),
    ]


async def test_what_is_missing_is_asked_one_by_one(town: Town) -> None:
    asked = await town.write(HOA, "to chuc don ve sinh moi truong, 40 nguoi, a Binh phu trach")
    assert "Loại nào" in asked
    assert "Ngày giờ" in await town.tap(HOA, "Thứ 7 tình nguyện")
    asked = await town.write(HOA, "28/11 6h30")
    assert "Các điểm" in asked
    assert "40 người" in asked
    shown = await town.write(HOA, "bai bien Tra Co")
    assert "CHƯA GỬI" in shown
    assert await points(town) == [("bai bien Tra Co", town.person(BINH), 40)]


async def test_another_hour_is_typed_under_it(town: Town) -> None:
    await town.write(HOA, "thu 7 nay don rac bien Tra Co 7h 40 nguoi")
    assert "8h00" in await town.write(HOA, "doi sang 8h")


@pytest.mark.parametrize(
    "words",
    [
        "Bình: dọn vệ sinh kho, thứ 7 xong",
        "thu 7 nay don ve sinh o dau",
        "thu 7 vua roi don ve sinh bien Tra Co 40 nguoi",
        "dk 12 nguoi don ve sinh thu 7",
        "kế hoạch thứ 7",
        "lập kế hoạch kiểm tra, thứ 5",
    ],
)
async def test_other_lines_plan_nothing(town: Town, words: str) -> None:
    await town.write(THANG, words)
    assert await town.sql(STATE) == []


@pytest.mark.parametrize("line", ["ra quân 15/11 được 45 người", "ra quan 15/11 co 45 nguoi"])
async def test_what_came_of_a_day_that_is_over_plans_none(town: Town, line: str) -> None:
    await town.write(HOA, line)
    assert await town.sql("SELECT 1 FROM expectation WHERE topic LIKE 'plan%'") == []
