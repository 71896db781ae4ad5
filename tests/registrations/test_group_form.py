"""A cadre's group by taps alone: organisations and numbers, read back before it counts."""

import pytest

from tests.helpers.activities import open_saturday
from tests.helpers.registrations import group_form
from tests.town import CUONG, HOA, MAI, Town, clock

SAID = (
    "SELECT organisation.code, number FROM headcount"
    " JOIN organisation ON organisation.id = organisation_id ORDER BY position"
)


async def test_twelve_women_and_five_veterans_without_typing(town: Town) -> None:
    day = await open_saturday(town)
    assert "Đang nhập" not in await group_form(town, day)
    await town.tap(CUONG, "PN")
    for step in ("+10", "+1", "+1"):
        await town.tap(CUONG, step)
    await town.tap(CUONG, "CCB")
    await town.tap(CUONG, "+5")
    screen = await town.screen(CUONG)
    assert "Đang nhập: PN 12, CCB 5 = 17 người" in screen
    assert "CCB: bấm số người" in screen
    assert await town.sql(SAID) == [], "nothing counts yet"
    assert "CHƯA GHI" in await town.tap(CUONG, "Xong")
    assert await town.sql(SAID) == [], "read back first"
    assert "17 người" in await town.tap(CUONG, "Đúng")
    assert await town.sql(SAID) == [("HPN", 12), ("HCCB", 5)]
    assert len(await town.heard(CUONG)) == 1, "one screen that changes, last into the result"


async def test_one_too_many_is_taken_back(town: Town) -> None:
    day = await open_saturday(town)
    await group_form(town, day)
    await town.tap(CUONG, "ĐTN")
    await town.tap(CUONG, "−1")
    await town.tap(CUONG, "+5")
    assert "ĐTN 4" in await town.tap(CUONG, "−1")


async def test_sua_begins_with_what_was_read_back(town: Town) -> None:
    day = await open_saturday(town)
    await group_form(town, day)
    await town.write(CUONG, "PN 12, ĐTN 8")
    assert "Đang nhập: PN 12, ĐTN 8" in await town.tap(CUONG, "Sửa")
    await town.tap(CUONG, "ĐTN")
    await town.tap(CUONG, "−1")
    assert "PN 12, ĐTN 7 = 19 người" in await town.tap(CUONG, "Xong")


async def test_a_typed_line_over_an_open_form(town: Town) -> None:
    day = await open_saturday(town)
    await group_form(town, day)
    await town.tap(CUONG, "PN")
    await town.tap(CUONG, "+5")
    assert "CCB 3 = 3 người" in await town.write(CUONG, "CCB 3")


async def test_what_was_read_back_is_what_counts(town: Town) -> None:
    """A later word replaces all of the earlier one, not only what it names again."""
    day = await open_saturday(town)
    for line in ("PN 12, ĐTN 8", "PN 10"):
        await group_form(town, day)
        await town.write(CUONG, line)
        await town.tap(CUONG, "Đúng")
    assert await town.sql(SAID) == [("HPN", 10)]


@pytest.mark.parametrize(
    "data", ["g.org:1:99", "g.org:1:x", "g.add:1:7", "g.add:1:99999", "g.add:1:1", "g.done:1"]
)
async def test_forged_taps_change_nothing(town: Town, data: str) -> None:
    day = await open_saturday(town)
    await group_form(town, day)
    await town.phone(CUONG).press(data, 1)
    await town.settle()
    assert town.phone(CUONG).toasts[-1].alert
    await town.phone(MAI).press(data, 1)
    await town.settle()
    assert town.phone(MAI).toasts[-1].alert
    assert await town.sql(SAID) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("state = 'draft'", "Không tìm thấy"),
        ("state = 'cancelled'", "không tổ chức"),
        ("state = 'postponed'", "đang hoãn"),
        ("starts_at = unixepoch('2026-11-18')", "đang diễn ra"),
    ],
)
async def test_a_day_that_takes_no_group(town: Town, change: str, said: str) -> None:
    day = await open_saturday(town)
    await town.sql(f"UPDATE activity SET {change}")
    await group_form(town, day)
    assert said in town.phone(CUONG).toasts[-1].text


async def test_after_the_list_closed_a_group_may_still_change(town: Town) -> None:
    day = await open_saturday(town)
    await town.go_to(clock(20, 19, 10))
    await group_form(town, day)
    await town.write(CUONG, "PN 12")
    assert "12 người" in await town.tap(CUONG, "Đúng")


async def test_a_form_left_open_is_forgotten_after_a_day(town: Town) -> None:
    day = await open_saturday(town)
    await group_form(town, day)
    await town.tap(CUONG, "PN")
    await town.tap(CUONG, "+5")
    await town.later(hours=25)
    await town.tap(CUONG, "+5")
    assert town.phone(CUONG).toasts[-1].alert
    assert await town.sql(SAID) == []


async def test_a_group_that_does_not_come_after_all_is_withdrawn(town: Town) -> None:
    day = await open_saturday(town)
    await group_form(town, day)
    assert "Rút nhóm" not in town.phone(CUONG).last.labels, "there is nothing to withdraw"
    assert "để rút" in await town.write(CUONG, "0")
    await town.write(CUONG, "PN 12, ĐTN 8")
    await town.tap(CUONG, "Đúng")
    await group_form(town, day)
    assert "Đã rút nhóm" in await town.tap(CUONG, "Rút nhóm")
    assert await town.sql(SAID) == []
    await town.tap(CUONG, "Đăng ký cho nhóm")
    await town.write(CUONG, "PN 5")
    await town.tap(CUONG, "Đúng")
    await group_form(town, day)
    assert "Đã rút nhóm" in await town.write(CUONG, "rút nhóm")
    assert await town.sql(SAID) == []


async def test_nobody_withdraws_another_cadres_group(town: Town) -> None:
    day = await open_saturday(town)
    await group_form(town, day)
    await town.write(CUONG, "PN 12")
    await town.tap(CUONG, "Đúng")
    for who in (MAI, HOA):
        await town.phone(who).press(f"g.none:{day}", 1)
        await town.settle()
    assert await town.sql(SAID) == [("HPN", 12)]
