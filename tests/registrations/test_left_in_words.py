"""A name that is left, a day that is given up, a group whose number it is: said in words."""

import pytest

from tests.helpers.activities import open_saturday
from tests.helpers.assignments import give
from tests.helpers.registrations import join, standings
from tests.town import BINH, CUONG, MAI, THANG, Town, clock

SAID = (
    "SELECT organisation.code, number FROM headcount"
    " JOIN organisation ON organisation.id = organisation_id ORDER BY position"
)


@pytest.mark.parametrize("typed", ["thôi ko sửa nữa", "may gio tap trung a", "thôi"])
async def test_no_such_words_become_a_name(town: Town, typed: str) -> None:
    await join(town, MAI, await open_saturday(town))
    name = await town.sql("SELECT name FROM person WHERE telegram_id = 8101")
    await town.write(MAI, "sửa tên")
    said = await town.write(MAI, typed)
    assert await town.sql("SELECT name FROM person WHERE telegram_id = 8101") == name
    assert "không ghi gì" in said or "Cầu Ka Long" in said


async def test_of_two_days_it_is_asked_by_buttons(town: Town) -> None:
    first = await open_saturday(town)
    second = await open_saturday(town, title="Trồng cây", starts=clock(28, 7))
    await join(town, MAI, first)
    await join(town, MAI, second, "Đăng ký")
    assert "buổi nào" in await town.write(MAI, "em ban roi ko di dc")
    assert town.phone(MAI).last.labels == ["21/11 Dọn bờ kênh", "28/11 Trồng cây"]
    await town.tap(MAI, "28/11 Trồng cây")
    await town.tap(MAI, "Hủy đăng ký")
    assert await standings(town) == ["registered", "cancelled"]


async def test_staff_give_up_a_day_and_not_their_work(town: Town) -> None:
    await give(town, THANG, "Bình")
    await join(town, BINH, await open_saturday(town))
    assert "Hủy đăng ký Dọn bờ kênh?" in await town.write(BINH, "huy dang ky")


async def group(town: Town) -> None:
    day = await open_saturday(town)
    await town.press(CUONG, f"s.group:{day}")
    await town.write(CUONG, "dtn 10 pn 4")
    await town.tap(CUONG, "Đúng")


async def test_a_bare_number_of_a_group_is_asked_whose(town: Town) -> None:
    await group(town)
    asked = await town.write(CUONG, "nhom den 12")
    assert "PN 4, ĐTN 10 = 14 người" in asked
    assert set(town.phone(CUONG).last.labels) == {"ĐTN 12", "PN 12", "Cả nhóm 12"}
    await town.tap(CUONG, "ĐTN 12")
    await town.tap(CUONG, "Đúng")
    assert sorted(await town.sql(SAID)) == [("DTN", 12), ("HPN", 4)]


async def test_an_old_yes_records_nothing_newer(town: Town) -> None:
    day = await open_saturday(town)
    await town.press(CUONG, f"s.group:{day}")
    await town.write(CUONG, "dtn 10 pn 4")
    old = town.held(CUONG, "Đúng")
    await town.write(CUONG, "dtn 30")
    await town.press(CUONG, *old)
    assert await town.sql(SAID) == []


async def test_walk_ins_are_no_group(town: Town) -> None:
    day = await open_saturday(town)
    other = await open_saturday(town, title="Trồng cây", starts=clock(28, 7))
    await join(town, MAI, day)
    await town.go_to(clock(21, 7, 5))
    await town.press(CUONG, f"s.group:{other}")
    await town.tap(CUONG, "Điểm danh")
    await town.tap(CUONG, "+ đến thêm")
    await town.write(CUONG, "3 ng")
    assert await town.sql("SELECT extra FROM roll_call") == [(3,)]
    assert await town.sql(SAID) == []


@pytest.mark.parametrize("words", ["huy di chau", "ừ hủy giúp cô nhé", "hủy đăng ký đi"])
async def test_the_word_of_the_question_gives_the_place_up(town: Town, words: str) -> None:
    await join(town, MAI, await open_saturday(town))
    await town.tap(MAI, "Hủy đăng ký")
    await town.write(MAI, words)
    assert await standings(town) == ["cancelled"]


@pytest.mark.parametrize("words", ["chi 14 nguoi thoi, 3 nguoi om", "còn 14 người, 3 bạn bận"])
async def test_how_many_come_and_why_no_more(town: Town, words: str) -> None:
    await town.press(CUONG, f"s.group:{await open_saturday(town, 60)}")
    await town.write(CUONG, "đăng ký 17 người")
    await town.write(CUONG, "đúng")
    assert "= 14 người" in await town.write(CUONG, words)


@pytest.mark.parametrize(
    "words", ["gio tinh nguyen cua toi", "em đi được mấy giờ rồi ạ", "giờ tình nguyện của cô"]
)
async def test_ones_own_hours(town: Town, words: str) -> None:
    await join(town, MAI, await open_saturday(town))
    assert "Năm nay chưa ghi ngày nào" in await town.write(MAI, words)
