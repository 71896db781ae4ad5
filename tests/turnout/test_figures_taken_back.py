"""«hoàn tác» under figures that were just recorded takes them back; never «không tổ chức»."""

import pytest

from tests.helpers.activities import open_saturday
from tests.town import CUONG, Town, clock

COUNTED = "SELECT total FROM turnout WHERE state = 'confirmed' ORDER BY id"


@pytest.fixture
async def told(town: Town) -> Town:
    await open_saturday(town, capacity=60)
    await town.go_to(clock(21, 10, 31))
    await town.write(CUONG, "42")
    await town.tap(CUONG, "Đúng")
    return town


@pytest.mark.parametrize("words", ["hoan tac", "hoàn tác", "hoan tac di"])
async def test_it_counts_no_longer(told: Town, words: str) -> None:
    town = told
    assert "Đã bỏ số 42 người" in await town.write(CUONG, words)
    assert await town.sql(COUNTED) == []
    assert "24 người" in await town.write(CUONG, "24")


async def test_what_stood_before_stands_again(told: Town) -> None:
    town = told
    await town.write(CUONG, "24")
    await town.tap(CUONG, "Đúng")
    assert "Số đang tính: 42" in await town.write(CUONG, "hoan tac")
    assert await town.sql(COUNTED) == [(42,)]


async def test_later_it_stays_and_is_no_word_of_the_day(told: Town) -> None:
    town = told
    await town.later(minutes=15)
    assert "không tổ chức" not in await town.write(CUONG, "hoan tac")
    assert await town.sql(COUNTED) == [(42,)]
