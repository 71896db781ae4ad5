"""The briefing lane in December: «Tết» in a title is no deadline."""

from tests.helpers.assignments import last
from tests.town import HANH, Town


async def test_tet_in_a_title_is_no_deadline(town: Town) -> None:
    await town.write(HANH, "/giaoban Hoa: danh sach ho ngheo can ho tro tet")
    assert "Hạn đến khi nào" in await last(town, HANH)
    table = await town.write(HANH, "thứ 6")
    assert "danh sach ho ngheo can ho tro tet" in table
    assert "thứ Sáu, 20/11 17h00" in table


async def test_the_explicit_day_wins(town: Town) -> None:
    table = await town.write(HANH, "/giaoban Bình: ra soat ho ngheo truoc tet, thu 6")
    assert "ra soat ho ngheo truoc tet" in table
    assert "thứ Sáu, 20/11 17h00" in table


async def test_a_day_at_the_very_end_and_one_in_the_middle(town: Town) -> None:
    assert "⏰ thứ Sáu, 27/11 17h00" in await town.write(HANH, "/giaoban Hoa: mời họp 27/11")
    await town.write(HANH, "/giaoban Hoa: họp thứ 5, mời 12 người")
    assert "Hạn đến khi nào" in await last(town, HANH)
