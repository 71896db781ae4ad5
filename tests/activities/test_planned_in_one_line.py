"""A day is planned in one line: its name and when, a point with its places and its leader."""

from tests.helpers.activities import points
from tests.town import BINH, HOA, Town


async def test_the_name_and_when_in_one_line(town: Town) -> None:
    await town.write(HOA, "tạo hoạt động")
    await town.tap(HOA, "Thứ 7 tình nguyện")
    asked = await town.write(HOA, "don rac bien Tra Co, thu 7 nay, 7h, 30 nguoi, Binh phu trach")
    assert "30 nguoi, Binh phu trach" in asked
    shown = await town.write(HOA, "nha van hoa khu 2 Ka Long 30 nguoi Binh phu trach")
    assert "don rac bien Tra Co" in shown
    assert "21/11 7h00" in shown
    assert await points(town) == [("nha van hoa khu 2 Ka Long", town.person(BINH), 30)]


async def test_a_name_with_commas_is_a_name(town: Town) -> None:
    await town.write(HOA, "tạo hoạt động")
    await town.tap(HOA, "Thứ 7 tình nguyện")
    asked = await town.write(HOA, "Dọn rác, trồng cây, khơi cống")
    assert "ngày" in asked.casefold()
