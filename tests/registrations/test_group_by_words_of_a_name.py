"""A group's day called by any words of its name, or by where it is held, is that day; a place
where nothing is held is said."""

from collections.abc import Callable

import pytest

from storage import Work
from tests.helpers.activities import open_saturday
from tests.helpers.scenes import move_in, place
from tests.town import CUONG, HANH, LAN, Neighbour, Town, clock


@pytest.fixture
async def week(town: Town) -> Town:
    """A beach, a canal with a point in Hải Xuân too, a class, all on the 28th."""
    await town.work(move_in(town))
    await open_saturday(town, 60, 2, clock(28, 7), title="Dọn rác bãi biển Trà Cổ")
    canal = await open_saturday(town, 60, 1, clock(28, 7), title="Làm sạch kênh mương")
    await place(town, canal, "HAIXUAN")
    await open_saturday(town, 60, 1, clock(27, 8), title="Công dân số, lớp 3")
    await town.go_to(clock(24, 9))
    return town


@pytest.mark.parametrize(
    ("words", "day", "at"),
    [
        ("dk 12 nguoi don rac Tra Co", "Dọn rác", "Trà Cổ"),
        ("dk 12 nguoi di kenh muong o Hai Xuan", "kênh mương", "Hải Xuân"),
        ("dk cho thon Hai Xuan 12 nguoi di kenh muong", "kênh mương", "Hải Xuân"),
        ("đăng ký 12 người kênh mương Hải Xuân 28/11", "kênh mương", "Hải Xuân"),
        ("dk cong dan so 12 nguoi", "Công dân số", "Ka Long"),
    ],
)
async def test_by_words_of_its_name(week: Town, words: str, day: str, at: str) -> None:
    said = await week.write(CUONG, words)
    assert "đăng ký cho buổi nào" not in said
    assert "12 người" in said
    assert at in said
    await week.tap(CUONG, "Đúng")
    titles = "SELECT DISTINCT title FROM headcount JOIN activity a ON a.id = activity_id"
    assert [day in title for (title,) in await week.sql(titles)] == [True]


@pytest.mark.parametrize("words", ["dk 12 nguoi o Binh Ngoc", "đăng ký 12 người ra Bình Ngọc"])
async def test_where_nothing_is_held_is_said(week: Town, words: str) -> None:
    said = await week.write(CUONG, words)
    assert "không có buổi nào ở Bình Ngọc" in said
    assert not week.phone(CUONG).last.buttons


async def test_without_a_name_it_is_asked(week: Town) -> None:
    assert "đăng ký cho buổi nào" in await week.write(CUONG, "dk 12 nguoi")


async def test_the_point_that_was_said_stays(week: Town) -> None:
    await week.write(CUONG, "dk 10 nguoi di kenh muong o Hai Xuan")
    await week.tap(CUONG, "Đúng")
    said = await week.write(CUONG, "nham 9")
    assert "9 người" in said
    assert "Hải Xuân" in said


@pytest.mark.parametrize(
    "words",
    [
        "kenh muong 12 nguoi, pn 7 ccb 5",
        "kênh mương: PN 7, CCB 5",
        "pn 7 ccb 5 lam sach kenh muong",
    ],
)
async def test_under_the_question_of_the_week(week: Town, words: str) -> None:
    await week.go_to(clock(26, 9))
    said = await week.write(CUONG, words)
    assert "đăng ký cho buổi nào" not in said
    assert "PN 7" in said
    assert "28/11" in said
    await week.tap(CUONG, "Đúng")
    titles = "SELECT DISTINCT title FROM headcount JOIN activity a ON a.id = activity_id"
    assert await week.sql(titles) == [("Làm sạch kênh mương",)]


AT_THE_BEACH = (
    "dang ky 30 doan vien buoi don rac bai bien tra co",
    "30 doan vien di don bien tra co",
    "dtn 30 nguoi di don rac bai bien",
    "đăng ký 30 đoàn viên buổi dọn biển, ra Trà Cổ",
)


@pytest.mark.parametrize("who", [LAN, HANH, CUONG])
async def test_leaders_and_officers_bring_people_too(week: Town, who: Neighbour) -> None:
    """A class at the same place is nearer: the words of a name tell which day it is."""
    await week.work(held_at("Công dân số, lớp 3", "TRACO"))
    for words in AT_THE_BEACH:
        said = await week.write(who, words)
        assert "ĐTN 30 = 30 người" in said
        assert "28/11" in said
        await week.write(who, "thôi")
    said = await week.write(who, "doan dang ky 30 ban di tra co")
    assert "đăng ký cho buổi nào" in said
    await week.tap(who, "28/11 Dọn rác")
    assert "Bãi biển Trà Cổ, thứ Bảy, 28/11" in await week.screen(who)


def held_at(title: str, place_code: str) -> Callable[[Work], None]:
    def move(work: Work) -> None:
        places = {p.code: p.id for p in work.offices.localities(work.today)}
        work.connection.execute(
            "UPDATE point SET locality_id = ? WHERE activity_id ="
            " (SELECT id FROM activity WHERE title = ?)",
            (places[place_code], title),
        )

    return move


async def test_who_registers_corrects_no_figure_of_this_week(town: Town) -> None:
    await open_saturday(town, 60, 1, title="Trồng hoa")
    await open_saturday(town, 60, 1, clock(28, 7), title="Dọn rác")
    await town.go_to(clock(21, 11))
    await town.write(CUONG, "42")
    await town.write(CUONG, "đúng")
    for words in ("dk cho xa toi 25 nguoi dtn 10 pn 15", "ka long dk di don rac 25 ng"):
        said = await town.write(CUONG, words)
        assert "Thay số trước" not in said
        assert "= 25 người" in said
        assert "28/11" in said
        await town.write(CUONG, "thôi")


@pytest.mark.parametrize("yes", ["dung roi chau", "đúng rồi cháu ạ", "ok con"])
async def test_a_yes_to_somebody_younger_is_a_yes(week: Town, yes: str) -> None:
    await week.write(CUONG, "dk 12 nguoi don rac Tra Co")
    assert "Đã ghi 12 người" in await week.write(CUONG, yes)


async def test_more_are_added_where_the_group_stands(week: Town) -> None:
    await week.write(CUONG, "dk 14 nguoi don rac Tra Co")
    await week.write(CUONG, "đúng")
    await week.go_to(clock(26, 9))
    assert "MTTQ 14, CCB 4 = 18 người" in await week.write(CUONG, "them ccb 4")


async def test_a_number_that_is_asked_swallows_nothing_else(week: Town) -> None:
    await week.write(CUONG, "dk 14 nguoi don rac Tra Co")
    assert "Việc của đồng chí" in await week.write(CUONG, "việc")
    assert "Số người của nhóm" not in await week.write(CUONG, "lịch tuần này")
    assert "Số người của nhóm" in await week.write(CUONG, "xanh đỏ tím vàng")
