"""What came of a day is kept while the letter of its roll still stands unopened: the roll's words
are the roll's all the same, and what is kept stays kept."""

import pytest

from tests.helpers.activities import open_saturday
from tests.helpers.begun import begun
from tests.helpers.registrations import join
from tests.town import CUONG, MAI, Town, clock


@begun
async def told(town: Town) -> Town:
    """Mai and a group of twelve are expected, nobody opened the list, fifty trees stand."""
    day = await open_saturday(town, capacity=40)
    await join(town, MAI, day)
    await town.write(CUONG, "đăng ký nhóm 12 người")
    await town.tap(CUONG, "Đúng")
    await town.go_to(clock(21, 9, 30))
    assert "Đã giữ" in await town.write(CUONG, "trong 50 cay")
    return town


ROLL = {
    "chot": "Còn 1 người chưa đánh dấu",
    "chốt luôn": "Còn 1 người chưa đánh dấu",
    "chốt danh sách": "Còn 1 người chưa đánh dấu",
    "du ca": "đủ cả",
    "có mặt cả": "đủ cả",
    "du roi, chot luon": "đủ cả",
}


@pytest.mark.parametrize(("line", "heard"), ROLL.items())
async def test_the_words_are_of_the_roll(told: Town, line: str, heard: str) -> None:
    assert heard in await told.write(CUONG, line)


@pytest.mark.parametrize("line", ["vắng 1", "vang 1, chot"])
async def test_numbers_of_a_list_not_seen_show_it(told: Town, line: str) -> None:
    assert "Chưa ghi" in await told.write(CUONG, line)
    assert any("Mai" in label for label in told.phone(CUONG).last.labels)


async def test_it_stays_kept(told: Town) -> None:
    await told.write(CUONG, "du ca")
    await told.tap(CUONG, "Đúng, chốt luôn")
    assert "trồng 50 cây" in await told.tap(CUONG, "Báo kết quả")
