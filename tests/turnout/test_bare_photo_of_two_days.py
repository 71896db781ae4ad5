"""A photo without a word, while figures of an older day and today's list are both open: it is a
photo of a day, asked of which, and no answer to whoever counts people."""

import pytest

from tests.helpers.activities import open_saturday
from tests.helpers.assignments import give
from tests.helpers.begun import begun
from tests.helpers.registrations import join
from tests.town import BINH, CUONG, MAI, THANG, Neighbour, Town, clock

OF_DAY = """
SELECT title FROM point_photo JOIN point ON point.id = point_id
  JOIN activity ON activity.id = activity_id
"""


@begun
async def two(town: Town) -> Town:
    """Cường leads today's first point, Bình the second; nobody told last week's figures."""
    await open_saturday(town, capacity=20, points=2, title="Trồng cây")
    await join(town, MAI, await open_saturday(town, 20, 2, clock(28, 7)))
    await town.go_to(clock(28, 6, 50))
    return town


async def both_open(town: Town, who: Neighbour, older: int) -> None:
    await town.press(who, f"t.point:{older}")
    await town.tap(who, "Điểm danh")


@pytest.mark.parametrize("minutes", [0, 30, 120])
@pytest.mark.parametrize(("which", "kept"), [("21/11", "Trồng cây"), ("28/11", "Dọn bờ kênh")])
async def test_it_is_asked_of_which_day(two: Town, minutes: int, which: str, kept: str) -> None:
    await both_open(two, CUONG, 1)
    await two.later(minutes=minutes)
    await two.phone(CUONG).photo()
    assert "của điểm nào" in await two.screen(CUONG)
    await two.tap(CUONG, which)
    assert await two.sql(OF_DAY) == [(kept,)]


async def test_beside_work_it_is_asked_of_which(two: Town) -> None:
    """A result that was asked for some time ago is no more likely than either day."""
    await give(two, THANG, "Bình")
    await both_open(two, BINH, 2)
    await two.press(BINH, "a.done:1")
    await two.later(minutes=30)
    await two.phone(BINH).photo()
    await two.settle()
    labels = two.phone(BINH).last.labels
    assert labels[:2] == ["21/11 Trà Cổ – Trồng cây", "28/11 Trà Cổ – Dọn bờ kênh"]
    assert "Vận động 6 hộ" in labels[2]
    await two.tap(BINH, labels[1])
    assert await two.sql(OF_DAY) == [("Dọn bờ kênh",)]
