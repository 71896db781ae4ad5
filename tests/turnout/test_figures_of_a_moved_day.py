"""What was read back for one day counts for no other, when the activity was moved since."""

from tests.helpers.activities import open_saturday
from tests.town import CUONG, HOA, Town, clock

COUNTED = "SELECT total FROM turnout WHERE state = 'confirmed'"


async def test_figures_read_back_before_it_was_moved(town: Town) -> None:
    await open_saturday(town, capacity=60)
    await town.go_to(clock(21, 7, 5))
    await town.write(CUONG, "42")
    yes = town.held(CUONG, "Đúng")
    await town.sql("UPDATE activity SET starts_at = unixepoch('2026-11-22')")
    await town.sql("UPDATE activity SET ends_at = unixepoch('2026-11-22 03:00')")
    await town.go_to(clock(22, 7, 30))
    assert "đã chuyển sang" in await town.press(CUONG, *yes)
    assert "đã chuyển sang" in await town.write(CUONG, "dung")
    assert await town.sql(COUNTED) == []


async def test_a_group_read_back_before_it_was_moved(town: Town) -> None:
    await open_saturday(town, capacity=60)
    await town.write(CUONG, "dk 12 nguoi")
    assert "21/11" in await town.screen(CUONG)
    yes = town.held(CUONG, "Đúng")
    await town.write(HOA, "doi sang thu 7 28/11 7h")
    await town.write(HOA, "gửi")
    assert "28/11" in await town.press(CUONG, *yes)
    assert await town.sql("SELECT number FROM headcount") == []
    await town.tap(CUONG, "Đúng")
    assert await town.sql("SELECT number FROM headcount") == [(12,)]
