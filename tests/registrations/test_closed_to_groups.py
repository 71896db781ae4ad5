"""Where its organiser closed the list, a day takes nobody more, a group neither: it is said whom
to ask, and whatever was written stays."""

import pytest

from tests.helpers.activities import open_saturday
from tests.town import CUONG, HOA, Town, clock

COUNTED = "SELECT coalesce(sum(number), 0) FROM headcount"


@pytest.fixture
async def closed(town: Town) -> Town:
    """Cường said 12 for trees; on Thursday Hoa closed their list. The market is open still."""
    day = await open_saturday(town, 60, title="Trồng cây")
    await open_saturday(town, 60, starts=clock(22, 7), title="Dọn chợ")
    await town.press(CUONG, f"s.group:{day}")
    await town.write(CUONG, "PN 12")
    await town.tap(CUONG, "Đúng")
    await _close(town)
    return town


async def _close(town: Town) -> None:
    await town.write(HOA, "đóng đăng ký trồng cây 21/11")
    assert "ngừng nhận" in await town.tap(HOA, "Ngừng đăng ký")
    await town.later(minutes=30)


async def _closed_trees(town: Town) -> None:
    await open_saturday(town, 60, title="Trồng cây")
    await open_saturday(town, 60, starts=clock(22, 7), title="Dọn chợ")
    await _close(town)


@pytest.mark.parametrize(
    "words", ["dk 20 nguoi trong cay", "đăng ký PN 15 thứ 7 này", "dk 16 ng ngày 21/11"]
)
async def test_nobody_more(closed: Town, words: str) -> None:
    said = await closed.write(CUONG, words)
    assert "đã chốt danh sách" in said
    assert "Nhóm đã ghi vẫn giữ: 12 người" in said
    assert await closed.sql(COUNTED) == [(12,)]


async def test_fewer_may_still_come(closed: Town) -> None:
    assert "10 người" in await closed.write(CUONG, "dk PN 10 trong cay")
    await closed.tap(CUONG, "Đúng")
    assert await closed.sql(COUNTED) == [(10,)]


async def test_a_number_without_a_day_is_of_one_that_is_open(town: Town) -> None:
    await _closed_trees(town)
    assert "22/11" in await town.write(CUONG, "dk 15 nguoi")


async def test_what_was_read_back_before_is_no_more_written(town: Town) -> None:
    day = await open_saturday(town, 60, title="Trồng cây")
    await town.press(CUONG, f"s.group:{day}")
    await town.write(CUONG, "PN 12")
    await _close(town)
    assert "đã chốt danh sách" in str(await town.tap(CUONG, "Đúng"))
    assert await town.sql(COUNTED) == [(0,)]


async def test_thursdays_question_leaves_it_out(town: Town) -> None:
    await open_saturday(town, 60, starts=clock(28, 7), title="Trồng cây")
    await open_saturday(town, 60, starts=clock(29, 7), title="Dọn chợ")
    await town.write(HOA, "đóng đăng ký trồng cây 28/11")
    await town.tap(HOA, "Ngừng đăng ký")
    await town.go_to(clock(26, 8, 30))
    asked = town.phone(CUONG).last.text
    assert "Cuối tuần này" in asked
    assert "Dọn chợ" in asked
    assert "Trồng cây" not in asked
