"""A group that is registered for its day in words, whatever stands open: of that day, of no other,
and with the number that was said."""

import pytest

from tests.helpers.activities import open_saturday
from tests.helpers.assignments import give
from tests.helpers.begun import begun
from tests.town import CUONG, HANH, Town, clock

COUNTED = "SELECT short, number FROM headcount JOIN organisation o ON o.id = organisation_id"


@begun
async def busy(town: Town) -> Town:
    """Cường has work of his own, and trees are planted on Saturday the 21st."""
    await open_saturday(town, 60, 3, title="Trồng cây")
    await give(town, HANH, "Cường", "vận động hội viên", "thứ 6")
    await town.tap(CUONG, "Nhận việc")
    await town.later(minutes=30)
    return town


@pytest.mark.parametrize(
    ("words", "who", "number"),
    [
        ("hoi phu nu dang ky 15 chi em thu 7", "PN", 15),
        ("hội phụ nữ đăng ký 15 chị em thứ 7", "PN", 15),
        ("phu nu dk 15 nguoi t7 nay", "PN", 15),
        ("chi đoàn đăng ký 8 bạn sáng thứ 7", "ĐTN", 8),
        ("thu 7 ccb dk 5 bac", "CCB", 5),
        ("hoi nong dan dk 10 nguoi thu 7", "ND", 10),
    ],
)
async def test_it_is_no_result_of_work(busy: Town, words: str, who: str, number: int) -> None:
    assert f"{who} {number} = {number} người" in await busy.write(CUONG, words)
    await busy.tap(CUONG, "Đúng")
    assert await busy.sql(COUNTED) == [(who, number)]


@pytest.mark.parametrize("first", ["", "đăng ký 9 người"])
@pytest.mark.parametrize(
    "words",
    ["chủ nhật này nông dân đăng ký 12 người", "dk 12 ng chu nhat nay", "dk 12 ng ngày 5/12"],
)
async def test_on_a_day_without_one_nobody_is_counted(busy: Town, first: str, words: str) -> None:
    if first:
        await busy.write(CUONG, first)
    assert "không có buổi nào ngày" in await busy.write(CUONG, words)
    assert not busy.phone(CUONG).last.buttons


async def test_of_another_day_than_the_one_that_is_open(busy: Town) -> None:
    await open_saturday(busy, 60, 3, clock(22, 7), title="Dọn bờ kênh")
    await busy.write(CUONG, "đăng ký 9 người thứ 7")
    assert "22/11" in await busy.write(CUONG, "chu nhat nay 12 nguoi")


@pytest.mark.parametrize("words", ["HPN xã 3, phụ nữ thôn 12", "10-15 nguoi"])
async def test_two_numbers_are_asked(busy: Town, words: str) -> None:
    await busy.write(CUONG, "đăng ký 9 người")
    assert "hay" in await busy.write(CUONG, words)
    assert await busy.sql(COUNTED) == []
