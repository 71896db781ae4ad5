"""Two days said in one line are two: each is planned by a tap, and none is lost in the other."""

import pytest

from tests.town import HOA, Town

TITLES = "SELECT title FROM activity ORDER BY id"


@pytest.mark.parametrize(
    ("words", "first", "second"),
    [
        ("ĐTN trồng cây 15 người, PN dọn rác 20 thứ 7", "trồng cây", "dọn rác"),
        ("thu 7 trong cay khu 2 7h 20 nguoi, chu nhat don rac bai bien 8h 30 nguoi", "ay", "rac"),
    ],
)
async def test_each_is_planned_by_a_tap(town: Town, words: str, first: str, second: str) -> None:
    asked = await town.write(HOA, words)
    assert "nhiều buổi" in asked
    assert await town.sql(TITLES) == []
    buttons = [b.text for b in town.phone(HOA).last.buttons]
    assert len(buttons) == 2
    message = town.phone(HOA).last
    await town.tap(HOA, buttons[0], message)
    await town.tap(HOA, buttons[1], message)
    assert await town.sql(TITLES) or "Các điểm" in await town.screen(HOA)


async def test_points_of_one_day_stay_one(town: Town) -> None:
    said = await town.write(
        HOA,
        "len lich thu 7 28/11 2 diem: ve sinh cho 1 cua Binh 20 ng, cat co duong Ka Long 15 ng",
    )
    assert "CHƯA GỬI" in said
