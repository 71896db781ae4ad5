"""The four digits that are read aloud at a point count nobody, whoever types them."""

import re

import pytest

from tests.helpers.activities import open_saturday
from tests.town import BINH, CUONG, Town, clock


@pytest.fixture
async def running(town: Town) -> Town:
    """Bình leads the second point of today, where Cường stands, who is on no list."""
    await open_saturday(town, 60, 2)
    await town.go_to(clock(21, 7, 5))
    return town


async def _code(town: Town) -> str:
    await town.press(BINH, "s.roll:2")
    return re.findall(r"\d{4}", str(await town.tap(BINH, "Mã điểm danh")))[0]


@pytest.mark.parametrize("around", ["{}", "mã {}", "em đến rồi {}", "ma la {}"])
async def test_the_code_that_is_read_aloud(running: Town, around: str) -> None:
    said = await running.write(CUONG, around.format(await _code(running)))
    assert "mã điểm danh" in said
    assert "thêm 1" in said
    assert await running.sql("SELECT count(*) FROM turnout") == [(0,)]


async def test_other_digits_are_a_number(running: Town) -> None:
    code = await _code(running)
    other = "1520" if code != "1520" else "1521"
    assert "1.520 người" in (await running.write(CUONG, other)).replace("1.521", "1.520")
