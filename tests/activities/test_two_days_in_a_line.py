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


WHOLE = (
    "lên kế hoạch thứ 7 28/11: dọn vệ sinh nhà văn hóa Hải Yên 7h30 cần 30 người, "
    "trồng cây Trà Cổ 8h cần 20 người"
)


@pytest.mark.parametrize(
    ("number", "words", "read"),
    [
        (1, "buổi 1", ("Dọn vệ sinh nhà văn hóa Hải Yên", "28/11 7h30", "30")),
        (2, "cái thứ 2", ("Trồng cây Trà Cổ", "28/11 8h00", "20")),
        (2, "trồng cây", ("Trồng cây Trà Cổ", "28/11 8h00", "20")),
    ],
)
@pytest.mark.parametrize("first", ["", "tap"])
async def test_none_of_what_was_said_is_lost(
    town: Town, number: int, words: str, read: tuple[str, ...], first: str
) -> None:
    await town.write(HOA, WHOLE)
    shown = town.phone(HOA).last
    buttons = [b.text for b in shown.buttons]
    assert buttons[1].startswith("trồng cây")
    if first:
        await town.tap(HOA, buttons[2 - number], shown)
        said = await town.tap(HOA, buttons[number - 1], shown)
    else:
        said = await town.write(HOA, words)
    assert "CHƯA GỬI" in said
    for one in read:
        assert one in said


async def test_a_mere_yes_says_not_which(town: Town) -> None:
    await town.write(HOA, WHOLE)
    for words in ("ok ca hai", "ok", "cả hai"):
        assert "nhiều buổi" in await town.write(HOA, words), words
    assert await town.sql(TITLES) == []
