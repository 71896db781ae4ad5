"""Who is there, said while a list is open: it is of that list, and of no older day."""

import pytest

from tests.helpers.activities import open_saturday
from tests.helpers.registrations import join, standings
from tests.town import CUONG, MAI, SON, Town, clock

COUNTED = "SELECT count(*) FROM turnout"


@pytest.fixture
async def older(town: Town) -> Town:
    """Thursday's figures were never told; on Saturday Mai, Sơn and a group of seventeen come."""
    await open_saturday(town, 60, starts=clock(19, 10))
    await town.go_to(clock(19, 14))
    day = await open_saturday(town, 60, title="Trồng cây")
    for who in (MAI, SON):
        await join(town, who, day)
    await town.press(CUONG, f"s.group:{day}")
    await town.write(CUONG, "PN 5, ĐTN 12")
    await town.tap(CUONG, "Đúng")
    await town.go_to(clock(21, 6, 40))
    await town.press(CUONG, "t.point:1")
    await town.later(minutes=5)
    await town.tap(CUONG, "Điểm danh")
    return town


@pytest.mark.parametrize(
    "words",
    [
        "chi Mai co mat, nhom co 15 tren 17",
        "chị Mai có mặt, nhóm có 15 trên 17",
        "nhóm em đến 15/17 người, Mai đến rồi",
        "Mai co mat, Son vang, doan 15 nguoi",
    ],
)
async def test_it_is_of_the_list_that_is_open(older: Town, words: str) -> None:
    shown = await older.write(CUONG, words)
    assert "Có mặt 1/2" in shown
    assert "Nhóm có mặt: 15" in shown
    assert (await standings(older))[0] == "present"
    assert await older.sql(COUNTED) == [(0,)]


async def test_a_group_beside_everybody_is_read_back_with_them(older: Town) -> None:
    assert "Nhóm có mặt: 15" in await older.write(CUONG, "đủ, nhóm 15")
    assert "present" not in await standings(older)
    await older.write(CUONG, "đúng")
    assert await standings(older) == ["present", "present"]


async def test_whom_no_name_means_is_said_and_the_rest_is_kept(older: Town) -> None:
    shown = await older.write(CUONG, "chị Yến với chị Mai có mặt, nhóm 15")
    assert "Không thấy «chị Yến»" in shown
    assert "Nhóm có mặt: 15" in shown
    assert "Không thấy «anh Tú»" in await older.write(CUONG, "anh Tú có mặt")


@pytest.mark.parametrize("words", ["có mặt 15 người", "hien co 15 nguoi", "dtn 10 pn 5"])
async def test_a_number_is_of_todays_point(older: Town, words: str) -> None:
    assert "19/11" not in await older.write(CUONG, words)
    await older.later(minutes=25)
    read = await older.write(CUONG, words)
    assert "15 người" in read
    assert "21/11" in read


async def test_a_day_that_is_named_decides(older: Town) -> None:
    assert "19/11" in await older.write(CUONG, "hôm 19/11 có 30 người")


async def test_what_was_said_of_the_groups_is_asked_after_the_day(older: Town) -> None:
    await older.later(minutes=20)
    await older.write(CUONG, "nhóm có 15 trên 17")
    await older.write(CUONG, "đủ")
    assert "Nhóm có mặt: 15" in await older.tap(CUONG, "Đúng, chốt luôn")
    await older.go_to(clock(21, 10, 31))
    assert "17 người" in await older.tap(CUONG, "Cá nhân + nhóm: 17")


@pytest.mark.parametrize("words", ["mai den roi muon 15p", "Mai đến rồi, muộn 15 phút"])
async def test_whoever_is_late_is_there(older: Town, words: str) -> None:
    """The minutes were fifteen people."""
    assert "Có mặt 1/2" in await older.write(CUONG, words)
    assert (await standings(older))[0] == "present"
    assert await older.sql(COUNTED) == [(0,)]


@pytest.mark.parametrize(
    "words",
    ["3 người chưa đăng ký", "co 3 nguoi k dang ky ma van den", "có 3 bạn ngoài danh sách"],
)
async def test_who_was_not_registered_came_besides(older: Town, words: str) -> None:
    await older.write(CUONG, words)
    assert await older.sql("SELECT extra FROM roll_call WHERE extra") == [(3,)]
    assert await older.sql(COUNTED) == [(0,)]


@pytest.mark.parametrize(
    "words",
    [
        "co mat 1, vang 2",
        "có mặt 1 vắng 2",
        "Mai đến rồi, vắng 2",
        "Son vang, co Mai den roi",
        "ban Mai den roi, Son chua den",
    ],
)
async def test_by_number_and_by_name_together(older: Town, words: str) -> None:
    await older.write(CUONG, words)
    if "Đúng" in older.phone(CUONG).last.labels:
        await older.write(CUONG, "đúng")
    assert (await standings(older))[0] == "present"
    assert (await standings(older))[1] != "present"
    assert await older.sql(COUNTED) == [(0,)]


async def test_the_groups_number_as_the_card_teaches_it(older: Town) -> None:
    assert "Nhóm có mặt: 14" in await older.write(CUONG, "nhom 14")
    assert "nhóm 14" in await older.write(CUONG, "vang 3")
    assert "Nhóm có mặt: 17" in await older.write(CUONG, "du ca 17 nguoi")
    assert "chưa ghi 22" in await older.write(CUONG, "đủ cả 22 người")
    assert "không ai vắng" in await older.write(CUONG, "đủ 19 người")
    assert "hưa ghi" in await older.write(CUONG, "ko, hom nay den 15 nguoi thoi")
    assert await older.sql("SELECT sum(number) FROM headcount") == [(17,)]
    assert await older.sql(COUNTED) == [(0,)]


async def test_of_groups_alone_the_missing_are_theirs(town: Town) -> None:
    day = await open_saturday(town, 60)
    await town.press(CUONG, f"s.group:{day}")
    await town.write(CUONG, "PN 5, ĐTN 12")
    await town.write(CUONG, "dung roi chau")
    await town.go_to(clock(21, 6, 40))
    await town.write(CUONG, "điểm danh")
    assert "Nhóm có mặt: 14" in await town.write(CUONG, "vang 3")
    assert "Nhóm có mặt: 17" in await town.write(CUONG, "điểm danh: đủ")


async def test_an_older_number_that_is_asked_is_left_by_a_no(older: Town) -> None:
    await open_saturday(older, 60, starts=clock(28, 7), title="Làm kênh mương")
    await older.write(CUONG, "dk 12 nguoi kenh muong")
    await older.write(CUONG, "một câu không ai hiểu")
    assert "Đã thôi" in await older.write(CUONG, "thôi")
