"""«chốt», «đủ cả» after the figures were recorded, when the day is over; of a list on which nobody
stands; where groups alone came."""

import pytest

from tests.helpers.activities import open_saturday
from tests.helpers.registrations import join
from tests.town import CUONG, MAI, SON, Town, clock


@pytest.mark.parametrize(("words", "said"), [("chốt", "chưa đánh dấu"), ("đủ cả", "có mặt 2")])
async def test_the_list_that_nobody_closed(town: Town, words: str, said: str) -> None:
    day = await open_saturday(town, capacity=40)
    for who in (MAI, SON):
        await join(town, who, day)
    await town.go_to(clock(21, 11, 40))
    await town.write(CUONG, "38 người")
    await town.tap(CUONG, "Đúng")
    assert said in await town.write(CUONG, words)


@pytest.mark.parametrize("words", ["du ca", "đủ cả", "có mặt 1, vắng 2", "vắng 1"])
async def test_of_an_empty_list(town: Town, words: str) -> None:
    await open_saturday(town, capacity=40)
    await town.go_to(clock(21, 9))
    await town.press(CUONG, "s.roll:1")
    said = await town.write(CUONG, words)
    assert "đến 0" not in said
    assert "chưa có ai đăng ký" in said


async def test_groups_alone_are_not_nobody(town: Town) -> None:
    await open_saturday(town, capacity=40)
    await town.write(CUONG, "đăng ký nhóm 12 người")
    await town.tap(CUONG, "Đúng")
    await town.go_to(clock(21, 9))
    await town.press(CUONG, "s.roll:1")
    said = await town.write(CUONG, "chốt")
    assert "0 người" not in said
    assert "Cá nhân + nhóm: 12" in await town.tap(CUONG, "Báo kết quả") + str(
        town.phone(CUONG).last.labels
    )
