"""A roll call of names and a group at one point: nobody is left out, none is doubled."""

import pytest

from tests.helpers.activities import open_saturday
from tests.helpers.registrations import join
from tests.town import CUONG, HANH, MAI, SON, Town, clock

COUNTED = "SELECT total FROM turnout WHERE state = 'confirmed' ORDER BY id"


@pytest.fixture(autouse=True)
async def asked(town: Town) -> None:
    """Two by name and a group of nineteen; the roll is closed, and it is 10:31."""
    day = await open_saturday(town, capacity=40)
    for who in (MAI, SON):
        await join(town, who, day)
    await town.phone(CUONG).press(f"s.group:{day}", 1)
    await town.write(CUONG, "PN 5, ĐTN 14")
    await town.tap(CUONG, "Đúng")
    await town.go_to(clock(21, 7, 5))
    await town.tap(CUONG, "Điểm danh")
    await town.write(CUONG, "đủ")
    await town.tap(CUONG, "Đúng, chốt luôn")
    await town.go_to(clock(21, 10, 31))


async def test_the_question_has_both_numbers_and_one_tap_adds_them(town: Town) -> None:
    question = next(text for text in await town.heard(CUONG) if "📏 Kết quả" in text)
    assert "2 người (theo điểm danh, đủ cả)" in question
    assert "Nhóm đăng ký ở điểm: 19 người" in question
    read = await town.tap(CUONG, "Cá nhân + nhóm: 21")
    assert "CHƯA GHI" in read
    assert "21 người: ĐTN 14, PN 5, còn lại 2" in read
    assert await town.sql(COUNTED) == [(2,)]
    await town.tap(CUONG, "Đúng")
    assert await town.sql(COUNTED) == [(2,), (21,)]
    await town.go_to(clock(21, 20, 1))
    summary = next(text for text in await town.heard(HANH) if "Có mặt 21" in text)
    assert "ĐTN 14, PN 5, còn lại 2" in summary
    await town.phone(CUONG).press("t.roll:1", town.phone(CUONG).last.message_id)
    await town.settle()
    assert "đã được ghi" in town.phone(CUONG).toasts[-1].text


async def test_only_those_by_name(town: Town) -> None:
    assert "2 người" in await town.tap(CUONG, "Chỉ cá nhân: 2")
    await town.tap(CUONG, "Đúng")
    assert await town.sql(COUNTED) == [(2,), (2,)]


@pytest.mark.parametrize(("button", "total"), [("Cộng thành 17", 17), ("Chỉ 15", 15)])
async def test_a_breakdown_beside_the_roll_is_asked_about(
    town: Town, button: str, total: int
) -> None:
    question = await town.write(CUONG, "pn 5 dtn 10")
    assert "Cộng thêm, hay thay" in question
    assert f"{total} người: ĐTN 10, PN 5" in await town.tap(CUONG, button)
    await town.tap(CUONG, "Đúng")
    assert await town.sql(COUNTED) == [(2,), (total,)]


@pytest.mark.parametrize("line", ["pn 7 dtn 14", "21 người"])
async def test_what_is_plain_is_not_asked(town: Town, line: str) -> None:
    assert "hay thay" not in await town.write(CUONG, line)
    await town.tap(CUONG, "Đúng")
