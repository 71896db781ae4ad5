"""«15 người có 3 chị phụ nữ»: the three are among the fifteen, and nobody is added up."""

import pytest

from tests.helpers.activities import open_saturday
from tests.town import CUONG, Town


@pytest.mark.parametrize(
    ("words", "total", "women"),
    [
        ("nhầm 15 nguoi co 3 chi phu nu", 15, 3),
        ("thoi nham 14, pn 9", 14, 9),
        ("14 người, phụ nữ 9", 14, 9),
        ("sửa lại 20 người trong đó pn 8", 20, 8),
    ],
)
async def test_they_are_among_them(town: Town, words: str, total: int, women: int) -> None:
    await open_saturday(town, 60, title="Trồng cây")
    await town.write(CUONG, "dk 12 nguoi")
    said = await town.write(CUONG, words)
    assert f"{total} người" in said
    assert f"PN {women}" in said
    await town.tap(CUONG, "Đúng")
    assert await town.sql("SELECT sum(number) FROM headcount") == [(total,)]


async def test_more_than_all_of_them_is_asked(town: Town) -> None:
    await open_saturday(town, 60, title="Trồng cây")
    await town.write(CUONG, "dk 12 nguoi")
    assert "hay" in await town.write(CUONG, "9 người, pn 14")
