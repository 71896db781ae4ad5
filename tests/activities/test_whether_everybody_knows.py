"""«mọi người biết chưa» about a day is answered: how many were told, how many tapped «Đã biết»."""

import pytest

from tests.helpers.activities import open_saturday
from tests.helpers.assignments import give
from tests.helpers.registrations import join
from tests.town import CUONG, HANH, HOA, LAN, MAI, Town, clock, says


@pytest.fixture
async def moved(town: Town) -> Town:
    """Two days; the first was just moved, and Cường has tapped."""
    day = await open_saturday(town, 20)
    await open_saturday(town, 20, 2, clock(22, 7), title="Trồng cây")
    await join(town, MAI, day)
    await town.write(HOA, "buổi dọn bờ kênh đổi sang 8h")
    await town.write(HOA, "đúng")
    await town.tap(CUONG, "Đã biết")
    return town


@pytest.mark.parametrize(
    "words",
    [
        "ai cũng được báo chưa",
        "mọi người biết chưa ạ?",
        "moi nguoi biet het chua",
        "đã báo hết mọi người chưa",
        "mn nhận được tin chưa",
        "ai chưa đọc",
        "buổi dọn bờ kênh mọi người biết chưa",
    ],
)
async def test_of_the_day_that_was_spoken_of(moved: Town, words: str) -> None:
    said = await moved.write(HOA, words)
    assert "Dọn bờ kênh" in said
    assert "Đã báo 2 người, 1 người đã bấm" in said
    assert "Còn 1 người" in said


async def test_of_several_it_is_asked(moved: Town) -> None:
    await moved.later(hours=2)
    assert "của buổi nào" in await moved.write(HOA, "mọi người biết chưa")
    assert "Đã báo 2 người" in await moved.tap(HOA, "21/11 Dọn bờ kênh")
    assert "Đã báo 0 người." in await moved.write(HOA, "mọi người biết buổi trồng cây chưa")


async def test_whoever_leads_a_point_is_told_as_well(moved: Town) -> None:
    said = await moved.write(CUONG, "mọi người biết buổi dọn bờ kênh chưa")
    assert "Đã báo 2 người" in said
    assert "Tổ chức: Nguyễn Thị Hoa" in said


async def test_whoever_leads_the_office_asks_of_their_own_day(town: Town) -> None:
    await town.write(LAN, "thu 7 nay don ve sinh Ka Long 7h, Cuong phu trach, 40 nguoi")
    await town.write(LAN, "gửi")
    assert "Đã báo 1 người" in await town.write(LAN, "mọi người biết chưa")


async def test_who_comes_asks_the_leader_of_the_point(moved: Town) -> None:
    assert "Vũ Văn Cường" in await moved.write(MAI, "mọi người biết hết chưa ạ?")
    assert await says(moved, CUONG, "mọi người biết hết chưa")


async def test_of_work_it_is_no_question_of_a_day(moved: Town) -> None:
    await give(moved, HANH, "Bình")
    assert "người đã bấm" not in await moved.write(HANH, "mọi người biết chưa")
