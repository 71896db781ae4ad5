"""Whoever is away is asked for no figures: their stand-in is, and tells them."""

from tests.helpers.activities import open_saturday
from tests.helpers.begun import begun
from tests.town import BINH, DUNG, HOA, Town, clock, says

ASKED = "Bãi biển Trà Cổ"


@begun
async def held(town: Town) -> Town:
    """Bình leads the second point on Saturday, and is away from Friday on."""
    await open_saturday(town, capacity=40, points=2)
    return town


async def test_the_stand_in_is_asked_and_tells_the_figures(held: Town) -> None:
    town = held
    await town.write(BINH, "nghỉ từ thứ 6 đến thứ 7, Dung làm thay")
    await town.tap(BINH, "Đúng")
    before = len(await town.heard(BINH))
    await town.go_to(clock(21, 10, 31))
    assert await says(town, DUNG, "Báo số người")
    assert not [one for one in (await town.heard(BINH))[before:] if "Báo số người" in one]
    await town.write(DUNG, "pn 12 dtn 8")
    await town.tap(DUNG, "Đúng")
    assert await town.sql("SELECT total FROM turnout WHERE total = 20")


async def test_where_nobody_stands_in_the_organiser_is_asked(held: Town) -> None:
    town = held
    await town.write(BINH, "nghỉ từ thứ 6 đến thứ 7")
    await town.tap(BINH, "Không cần")
    await town.tap(BINH, "Đúng")
    before = len(await town.heard(BINH))
    await town.go_to(clock(21, 10, 31))
    assert not [one for one in (await town.heard(BINH))[before:] if "Báo số người" in one]
    assert await says(town, HOA, "Báo số người")


async def test_whoever_is_there_is_asked(held: Town) -> None:
    town = held
    await town.go_to(clock(21, 10, 31))
    assert await says(town, BINH, "Báo số người")
    assert not await says(town, DUNG, "Báo số người")
