"""While last Saturday's figures are still asked for, a line that names another day, or a place of
a day to come alone, is none of them."""

import pytest

from tests.helpers.activities import open_saturday, plan_saturday
from tests.helpers.scenes import move_in, place
from tests.town import CUONG, Town, clock


@pytest.fixture
async def tuesday(town: Town) -> Town:
    """Nothing was told of the 21st; on the 28th trees are planted, at Hải Xuân too."""
    await town.work(move_in(town))
    await plan_saturday(town)
    await place(town, await open_saturday(town, 60, 3, clock(28, 7), title="Trồng cây"), "HAIXUAN")
    await town.go_to(clock(21, 10, 31))
    await town.go_to(clock(24, 9))
    return town


AHEAD = [
    "t7 nay khu em 12 nguoi",
    "thứ 7 tới 12 người",
    "thu 7 nay 12 ng",
    "t7 này khu em đi 12 ng",
]


@pytest.mark.parametrize("words", [*AHEAD, "hai xuan 12 nguoi", "12 người ở Hải Xuân"])
async def test_it_is_a_group_of_the_day_to_come(tuesday: Town, words: str) -> None:
    said = await tuesday.write(CUONG, words)
    assert "21/11" not in said
    assert "28/11" in said
    await tuesday.tap(CUONG, "Đúng")
    assert await tuesday.sql("SELECT count(*) FROM turnout") == [(0,)]
    assert await tuesday.sql("SELECT sum(number) FROM headcount") == [(12,)]


@pytest.mark.parametrize("words", ["hom nay 12 nguoi", "hôm qua 12 người", "mai 12 nguoi"])
async def test_on_a_day_without_one_nothing_is_counted(tuesday: Town, words: str) -> None:
    await tuesday.write(CUONG, words)
    assert not tuesday.phone(CUONG).can_tap("Đúng")
    assert await tuesday.sql("SELECT count(*) FROM turnout") == [(0,)]


@pytest.mark.parametrize(
    "words",
    ["40 người", "t7 vua roi 40 nguoi", "thứ 7 rồi 40", "hôm thứ 7 được 40 người", "ka long 40"],
)
async def test_what_is_of_last_saturday_still_is(tuesday: Town, words: str) -> None:
    assert "21/11" in await tuesday.write(CUONG, words)


async def test_on_sunday_this_saturday_was_yesterday(tuesday: Town) -> None:
    tuesday.now = clock(22, 9)
    assert "21/11" in await tuesday.write(CUONG, "t7 nay 40 nguoi")
