"""«Bắc làm thay tôi thứ 5», «tôi đi công tác t4-t6»: an absence, and no more time for a task."""

import pytest

from tests.helpers.assignments import give, number_from
from tests.helpers.begun import begun
from tests.town import BINH, HOA, THANG, Town, says

AWAY = "SELECT first, last, stand_in_id FROM absence ORDER BY id"
DAYS = {"t5": ("2026-11-26", "2026-11-26"), "t4-t6": ("2026-11-25", "2026-11-27")}


@begun
async def given(town: Town) -> Town:
    """With one open task more time was asked for."""
    await number_from(town, 147)
    await give(town, THANG, "bình", when="27/11")
    return town


@pytest.mark.parametrize(
    ("line", "days"),
    [
        ("Hoa lam thay toi thu 5 tuan sau", "t5"),
        ("Hoa làm thay tôi thứ 5 tuần sau", "t5"),
        ("thu 5 tuan sau toi ban, Hoa lam ho", "t5"),
        ("Hoa trực giúp em t4-t6 tuần sau", "t4-t6"),
        ("nghỉ 1 tuần từ 23/11, Hoa làm thay", "week"),
        ("nghi 1 thang tu 25/12, Hoa lam thay", "month"),
        ("nghỉ hai tuần từ 23/11, Hoa làm thay", "weeks"),
    ],
)
async def test_who_does_it_meanwhile_is_said_first(given: Town, line: str, days: str) -> None:
    more = {
        "week": ("2026-11-23", "2026-11-29"),
        "weeks": ("2026-11-23", "2026-12-06"),
        "month": ("2026-12-25", "2027-01-24"),
    }
    town = given
    assert "CHƯA GHI" in await town.write(BINH, line)
    await town.tap(BINH, "Đúng")
    assert await town.sql(AWAY) == [(*(DAYS | more)[days], town.person(HOA))]


async def test_until_a_day_begins_today(given: Town) -> None:
    town = given
    await town.write(BINH, "Hoa làm thay tới thứ 6")
    await town.tap(BINH, "Đúng")
    assert await town.sql(AWAY) == [("2026-11-19", "2026-11-20", town.person(HOA))]


@pytest.mark.parametrize("line", ["toi di cong tac t4-t6", "tôi đi công tác Hà Nội t4-t6"])
async def test_whoever_travels_is_asked_who_stands_in(given: Town, line: str) -> None:
    town = given
    assert "Ai làm thay" in await town.write(BINH, line)
    await town.tap(BINH, "Hoa")
    await town.tap(BINH, "Đúng")
    assert await town.sql(AWAY) == [("2026-11-25", "2026-11-27", town.person(HOA))]


@pytest.mark.parametrize(
    "line",
    ["thu 5 tuan sau toi ban", "tôi đi công tác về muộn, mai nộp", "147 Hoa làm giúp em rồi"],
)
async def test_what_says_something_else_is_no_absence(given: Town, line: str) -> None:
    await given.write(BINH, line)
    assert await given.sql(AWAY) == []
    assert "nghỉ:" not in await given.screen(BINH)


async def test_a_stand_in_who_goes_away_is_told_to_both(given: Town) -> None:
    town = given
    await town.write(BINH, "t5 tuan sau nghi, Hoa lam thay")
    await town.tap(BINH, "Đúng")
    await town.write(HOA, "t5 tuan sau nghi, Dung lam thay")
    kept = await town.tap(HOA, "Đúng")
    assert "Đồng chí đang làm thay: Nguyễn Văn Bình" in kept
    assert await says(town, BINH, "người làm thay đồng chí, cũng nghỉ thứ Năm, 26/11")


async def test_work_that_is_due_on_a_day_off_says_so(given: Town) -> None:
    town = given
    await town.write(BINH, "t5 tuan sau nghi, Hoa lam thay")
    await town.tap(BINH, "Đúng")
    await give(town, THANG, "bình", when="26/11")
    said = await town.screen(THANG)
    assert "Hạn rơi vào ngày đ/c Nguyễn Văn Bình nghỉ: thứ Năm, 26/11; đ/c Nguyễn Thị Hoa" in said
