"""Whoever comes along counts wherever a point's people are told."""

from tests.helpers.activities import open_saturday
from tests.helpers.registrations import join
from tests.town import CUONG, MAI, SON, Town, clock


async def two_with_four(town: Town) -> None:
    day = await open_saturday(town, capacity=20)
    await join(town, MAI, day)
    await join(town, SON, day)
    for _ in range(2):
        await town.write(MAI, "them 2 ban di cung em")
        await town.tap(MAI, "Đúng")


async def test_the_leader_hears_of_everybody_the_evening_before(town: Town) -> None:
    await two_with_four(town)
    await town.go_to(clock(20, 19, 31))
    [told] = [text for text in await town.heard(CUONG) if "Ngày mai" in text]
    assert "Đăng ký cá nhân: 2, đi cùng 4" in told
    assert "Cộng: 6 người" in told


async def test_a_closed_roll_tells_its_total(town: Town) -> None:
    await two_with_four(town)
    await town.go_to(clock(21, 7, 5))
    await town.tap(CUONG, "Điểm danh")
    await town.write(CUONG, "đủ")
    await town.tap(CUONG, "Đúng")
    await town.write(CUONG, "thêm 3")
    await town.tap(CUONG, "Chốt")
    closed = next(text for text in await town.heard(CUONG) if "Đã chốt" in text)
    assert "có mặt 2/2" in closed
    assert "Đi cùng: 4" in closed
    assert "Cộng: 9 người" in closed
