"""Until when, and why, however they are said, one after the other or together."""

import pytest

from tests.helpers.assignments import give, number_from
from tests.town import BINH, THANG, Town, says


@pytest.fixture(autouse=True)
async def from_147(town: Town) -> None:
    await number_from(town, 147)
    await give(town, THANG, "Bình")
    await town.write(BINH, "nhận 147")


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("147 xin den t2, nhieu viec qua", "nhieu viec qua"),
        ("147 chua co so lieu, xin den t2", "chua co so lieu"),
        ("gia hạn 147 đến sáng thứ 2, lý do chờ dấu", "chờ dấu"),
        ("xin gia hạn 147 đến thứ 3, lý do: chờ dấu", "chờ dấu"),
        ("xin lùi 147 tới chiều thứ 3 vì chờ dấu", "chờ dấu"),
    ],
)
async def test_in_one_line(town: Town, words: str, why: str) -> None:
    assert "Chưa hiểu" not in await town.write(BINH, words)
    assert await says(town, THANG, f"Lý do: {why}")


async def test_the_morning_of_the_same_weekday_is_that_of_the_week_after(town: Town) -> None:
    assert "27/11 11h30" in await town.write(BINH, "gia hạn 147 đến sáng thứ 6, lý do chờ dấu")


async def test_a_day_after_the_day_is_another_day(town: Town) -> None:
    assert "23/11" in await town.write(BINH, "147 xin den t2")
    for words, day in (("t3 tuan sau", "24/11"), ("30/11", "30/11"), ("30 thang 11", "30/11")):
        assert f"{day} 17h00. Lý do?" in await town.write(BINH, words)
    await town.write(BINH, "chờ số liệu phường")
    assert await says(town, THANG, "30/11 17h00 (lần 1)")


async def test_who_has_arrived_leaves_nothing(town: Town) -> None:
    await town.write(BINH, "147 xin den t2")
    assert "Đã thôi" not in await town.write(BINH, "toi cho roi")
