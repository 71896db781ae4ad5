"""A day of blood donation: planned like any day, its result counted in units of blood."""

from tests.helpers.activities import open_saturday
from tests.town import CUONG, HOA, Town, clock


async def test_it_is_planned_and_its_units_are_counted(town: Town) -> None:
    await town.write(HOA, "tạo hoạt động")
    await town.tap(HOA, "Hiến máu")
    await town.write(HOA, "Giọt hồng tháng 11")
    await town.write(HOA, "27/11 7h")
    await town.write(HOA, "Nhà văn hóa Ka Long, Ka Long, 50")
    assert await town.sql("SELECT kind, code FROM activity") == [("blood", "HM-2711")]


async def test_units_of_blood_are_read_back(town: Town) -> None:
    await open_saturday(town, capacity=50)
    await town.sql("UPDATE activity SET kind = 'blood'")
    await town.go_to(clock(21, 10, 31))
    echo = await town.write(CUONG, "45 người, 38 đơn vị máu")
    assert "45 người" in echo
    assert "38 đơn vị máu" in echo
    assert "Đã ghi: 45 người" in await town.tap(CUONG, "Đúng")
