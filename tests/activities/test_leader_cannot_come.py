"""Whoever leads a point and cannot come says so: the organiser hears it, and gives it on."""

import pytest

from tests.helpers.activities import open_saturday, points
from tests.helpers.registrations import join, standings
from tests.town import BINH, CUONG, DUNG, HOA, MAI, Town, clock, says

CANNOT = "không dẫn được điểm Cầu Ka Long"


@pytest.mark.parametrize(
    "words",
    [
        "thứ 7 em ốm không dẫn đoàn được ạ",
        "thu 7 em om ko dan doan dc",
        "hôm đó em không phụ trách được",
        "em không đứng điểm được, ốm rồi",
        "thứ 7 em ốm không đi được",
    ],
)
async def test_the_organiser_hears_it_and_nothing_changes_yet(town: Town, words: str) -> None:
    await open_saturday(town, 40)
    said = await town.write(CUONG, words)
    assert "Đã báo Nguyễn Thị Hoa" in said
    assert "vẫn giữ" not in said
    assert await says(town, HOA, CANNOT)
    assert await points(town) == [("Cầu Ka Long", town.person(CUONG), 40)]


@pytest.mark.parametrize(
    "words",
    [
        "thứ 7 tôi bận không phụ trách được, nhờ anh Bình phụ trách thay",
        "nhờ Bình dẫn thay thứ 7 này",
        "nho Binh dan doan thay em",
    ],
)
async def test_who_stands_in_is_one_tap(town: Town, words: str) -> None:
    await open_saturday(town, 40)
    assert "nhờ Nguyễn Văn Bình thay" in await town.write(CUONG, words)
    assert await says(town, HOA, "Nhờ thay: Nguyễn Văn Bình")
    await town.tap(HOA, "Giao Bình")
    assert await points(town) == [("Cầu Ka Long", town.person(BINH), 40)]
    assert await says(town, BINH, "phụ trách điểm Cầu Ka Long")
    assert await says(town, CUONG, "không còn phụ trách")


async def test_ones_own_place_is_not_given_up_in_silence(town: Town) -> None:
    day = await open_saturday(town, 40)
    await join(town, CUONG, day)
    for words in ("thứ 7 em ốm không dẫn đoàn được", "thứ 7 em ốm không dẫn đoàn được"):
        assert "Chỗ đăng ký của đồng chí ở Cầu Ka Long vẫn giữ" in await town.write(CUONG, words)
    assert await standings(town) == ["registered"]
    assert "Hủy đăng ký" in await town.tap(CUONG, "Hủy chỗ của tôi")


async def test_of_several_it_is_asked_which(town: Town) -> None:
    await open_saturday(town, 40)
    await open_saturday(town, 40, starts=clock(22, 7), title="Trồng cây")
    said = "em ốm không dẫn đoàn được, nhờ Bình dẫn thay"
    assert "điểm nào" in await town.write(CUONG, said)
    assert not await says(town, HOA, CANNOT)
    await town.tap(CUONG, "22/11 Cầu Ka Long")
    assert await says(town, HOA, "Trồng cây, Chủ nhật, 22/11")
    assert await says(town, HOA, "Nhờ thay: Nguyễn Văn Bình")
    await town.write(CUONG, said)
    assert "21/11" in await town.write(CUONG, "thứ 7")
    assert "21/11" in await town.write(CUONG, "thứ 7 em không dẫn đoàn được")


@pytest.mark.parametrize("words", ["bận rồi", "e ban mat roi"])
async def test_words_of_no_day_tell_nobody_before_they_are_asked(town: Town, words: str) -> None:
    await open_saturday(town, 40)
    await town.write(CUONG, words)
    assert not await says(town, HOA, CANNOT)


async def test_places_are_nobodys_no(town: Town) -> None:
    """«dia ban» was «địa bận», and the organiser was told at once."""
    await open_saturday(town, 40)
    await town.write(CUONG, "dia ban")
    assert not await says(town, HOA, CANNOT)
    assert "điểm nào" not in await town.screen(CUONG)


async def test_whoever_leads_none_says_something_else(town: Town) -> None:
    await open_saturday(town, 40)
    for who in (DUNG, MAI):
        await town.write(who, "thứ 7 em ốm không dẫn đoàn được")
    assert not await says(town, HOA, CANNOT)


async def test_whoever_called_it_together_chooses_at_once(town: Town) -> None:
    await open_saturday(town, 40)
    await town.sql(f"UPDATE point SET leader_id = {town.person(HOA)}")
    assert "Ai phụ trách Cầu Ka Long thay" in await town.write(HOA, "em không dẫn đoàn được")
    await town.tap(HOA, "Giao người khác")
    await town.write(HOA, "Dung")
    assert await points(town) == [("Cầu Ka Long", town.person(DUNG), 40)]


async def test_a_stranger_to_the_office_gives_nothing(town: Town) -> None:
    await open_saturday(town, 40)
    for who, data in ((CUONG, "lead.give:1:4"), (HOA, "lead.give:1:99"), (MAI, "lead.off:1")):
        await town.press(who, data)
    assert await points(town) == [("Cầu Ka Long", town.person(CUONG), 40)]
