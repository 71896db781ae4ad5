"""What came of a day is told before anybody was counted: it is kept, says where it stands, and
goes along with the number, also after the roll was closed."""

import pytest

from tests.helpers.activities import open_saturday
from tests.helpers.begun import begun
from tests.helpers.registrations import join
from tests.town import CUONG, MAI, Town, clock

COUNTED = """
SELECT total, amount FROM turnout t JOIN turnout_measure m ON m.turnout_id = t.id
 WHERE state = 'confirmed'
"""


@begun
async def planted(town: Town) -> Town:
    """The roll is open, Mai and a group of twelve are there, and fifty trees stand."""
    day = await open_saturday(town, capacity=40)
    await join(town, MAI, day)
    await town.write(CUONG, "đăng ký nhóm 12 người")
    await town.tap(CUONG, "Đúng")
    await town.go_to(clock(21, 9, 30))
    return town


def where(said: str) -> bool:
    return all(words in said for words in ("Đã giữ", "50 cây", "Cầu Ka Long", "con số"))


@pytest.mark.parametrize("line", ["trồng 50 cây", "ket qua: trong 50 cay"])
async def test_it_says_that_it_is_kept_and_of_which_point(planted: Town, line: str) -> None:
    assert where(await planted.write(CUONG, line))


async def test_a_photo_with_it_says_that_both_are_kept(planted: Town) -> None:
    await planted.phone(CUONG).photo("trong 50 cay")
    said = await planted.screen(CUONG)
    assert where(said)
    assert "Đang có 1 ảnh" in said
    assert "50 cây" in await planted.write(CUONG, "13")
    await planted.phone(CUONG).photo("13 nguoi, trong 50 cay")
    assert "Đang có 2 ảnh" in await planted.screen(CUONG)


async def test_it_goes_along_with_what_the_roll_counted(planted: Town) -> None:
    """«Báo kết quả» dropped it without a word."""
    await planted.press(CUONG, "s.roll:1")
    await planted.write(CUONG, "trồng 50 cây")
    await planted.tap(CUONG, "Đủ cả")
    assert "Đề nghị" not in await planted.write(CUONG, "chốt")
    asked = await planted.tap(CUONG, "Báo kết quả")
    assert "Đã giữ: trồng 50 cây" in asked
    read = await planted.tap(CUONG, "Cá nhân + nhóm: 13")
    assert "50 cây" in read
    await planted.tap(CUONG, "Đúng")
    assert await planted.sql(COUNTED) == [(13, 50)]


async def test_what_is_asked_anew_leaves_no_old_button(planted: Town) -> None:
    await planted.write(CUONG, "13")
    read = planted.phone(CUONG).last
    assert "Đúng" in read.labels
    await planted.press(CUONG, "t.point:1")
    assert "Đúng" not in read.labels


async def test_there_is_no_photo(planted: Town) -> None:
    await planted.write(CUONG, "13")
    await planted.tap(CUONG, "Đúng")
    assert "Gửi thêm" in await planted.screen(CUONG)
    await planted.tap(CUONG, "Không có ảnh")
    assert planted.phone(CUONG).last.labels == ["Sửa số"]
    assert "Gửi thêm" not in planted.phone(CUONG).last.text


async def test_photos_that_are_there_are_not_asked_for_again(planted: Town) -> None:
    await planted.phone(CUONG).photo("trong 50 cay")
    await planted.write(CUONG, "13")
    await planted.tap(CUONG, "Đúng")
    assert "Gửi thêm" not in planted.phone(CUONG).last.text
    assert planted.phone(CUONG).last.labels == ["Sửa số"]
