"""The same numbers sent twice on one day are known; a week later they are told anew."""

import pytest

from tests.helpers.begun import begun
from tests.helpers.matters import move_in
from tests.town import BINH, THANG, Town, clock

TOLD = "SELECT count(*) FROM register_report"
FIRST = "61/52/45, vướng giá 4, vắng chủ 2"


@begun
async def book(town: Town) -> Town:
    """Bình leads it, and told its numbers a moment ago."""
    await move_in(town)
    await town.write(THANG, "sổ số liệu")
    await town.tap(THANG, "Lập sổ GPMB")
    await town.write(THANG, "Tuyến Hải Yên - Ninh Dương, 64 hộ")
    await town.tap(THANG, "Phụ trách")
    await town.write(THANG, "bình")
    await town.write(BINH, FIRST)
    return town


@pytest.mark.parametrize("line", [FIRST, "GP-01 61/52/45 vuong gia 4 vang chu 2", "gp1 61/52/45"])
async def test_the_same_again_is_known(book: Town, line: str) -> None:
    town = book
    assert "đã có số này hôm nay" in await town.write(BINH, line)
    assert await town.sql(TOLD) == [(1,)]


@pytest.mark.parametrize("line", ["62/52/45", "61/52/45, vướng giá 3, vắng chủ 2"])
async def test_another_number_is_written(book: Town, line: str) -> None:
    town = book
    assert "✅ GP-01" in await town.write(BINH, line)
    assert await town.sql(TOLD) == [(2,)]


async def test_another_day_they_are_told_anew(book: Town) -> None:
    town = book
    await town.go_to(clock(26, 9))
    assert "✅ GP-01" in await town.write(BINH, f"GP-01 {FIRST}")
    assert await town.sql(TOLD) == [(2,)]
