"""A group that stands grows or shrinks, from so many to so many: its new number is read back."""

import pytest

from tests.helpers.activities import open_saturday
from tests.helpers.begun import begun
from tests.town import CUONG, Town

SAID = "SELECT number FROM headcount"


@begun
async def fifteen(town: Town) -> Town:
    day = await open_saturday(town, 40)
    await town.press(CUONG, f"s.group:{day}")
    await town.write(CUONG, "15 nguoi")
    await town.tap(CUONG, "Đúng")
    return town


@pytest.mark.parametrize(
    ("words", "now"),
    [
        ("nhóm em thêm 3 người nữa", 18),
        ("nhóm 15 thành 18", 18),
        ("nhóm em 15 thành 18 người ạ", 18),
        ("tăng từ 15 lên 20", 20),
        ("nhom em tang tu 15 len thanh 20 nguoi", 20),
        ("bớt 2 người trong nhóm", 13),
        ("nhóm em giảm 3 người còn 12", 12),
        ("thêm 3 người thành 18", 18),
    ],
)
@pytest.mark.parametrize("later", [0, 26])
async def test_its_new_number_is_read_back(
    fifteen: Town, words: str, now: int, later: int
) -> None:
    if later:
        await fifteen.later(hours=later)
    read = await fifteen.write(CUONG, words)
    assert f"= {now} người (thay MTTQ 15)" in read
    assert await fifteen.sql(SAID) == [(15,)]
    await fifteen.write(CUONG, "đúng")
    assert await fifteen.sql(SAID) == [(now,)]


async def test_more_than_there_are_seats_is_said(fifteen: Town) -> None:
    assert "chỉ còn 40 chỗ" in await fifteen.write(CUONG, "nhóm 15 thành 60")
