"""The card of a conclusion says what was reported, by whom, and takes the yes to it."""

from tests.helpers.begun import begun
from tests.helpers.matters import LINE, asked_on_monday, matter
from tests.town import DUNG, HANH, LAN, Town, clock


@begun
async def given(town: Town) -> Town:
    """Dung has until the 27th."""
    await asked_on_monday(town)
    await town.write(LAN, LINE)
    await town.tap(LAN, "Gửi")
    await town.go_to(clock(25, 9))
    await town.tap(DUNG, "Nhận việc")
    return town


async def test_what_was_reported_in_time_waits_for_a_yes_on_its_card(given: Town) -> None:
    """It said «đã giao việc, hạn 27/11», in red, and had no way to what was reported."""
    town = given
    await town.tap(DUNG, "Báo xong")
    await town.write(DUNG, "UBND đã thống nhất giá")
    await town.tap(DUNG, "Gửi")
    await town.go_to(clock(30, 9))
    said = await town.write(LAN, "KL1")
    assert "Lý Thị Dung báo 25/11: UBND đã thống nhất giá" in said
    assert "🔴" not in said
    assert "đã báo kết quả" in said
    assert "Đạt" not in (await town.write(HANH, "KL1"), *town.phone(HANH).last.labels)
    await town.tap(LAN, "Đạt")
    assert await town.sql("SELECT state FROM assignment WHERE number = 2") == [("done",)]
    await town.go_to(clock(30, 10))
    assert await matter(town, "state", "KL-001") == ("done",)


async def test_the_limit_on_the_card_is_that_of_its_work(given: Town) -> None:
    town = given
    await town.write(LAN, "gia hạn 2 đến 4/12")
    await town.tap(LAN, "Gửi")
    await town.go_to(clock(30, 9))
    said = await town.write(LAN, "KL1")
    assert "hạn 4/12" in said
    assert "🔴" not in said
