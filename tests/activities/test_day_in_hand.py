"""A change without a day is of the one that its organiser has before them, whatever else is open;
a day that was put off is held after all, in words."""

import pytest

from tests.helpers.activities import open_saturday, points
from tests.helpers.begun import begun
from tests.helpers.registrations import join
from tests.town import CUONG, HOA, MAI, Town, clock, says

STATES = "SELECT state FROM activity ORDER BY id"


@begun
async def two(town: Town) -> Town:
    """Trees on Saturday, to which Mai comes; the beach with its two points on Sunday."""
    day = await open_saturday(town, 20, title="Trồng cây", bring="cuốc")
    await open_saturday(town, 20, 2, clock(22, 7), title="Dọn rác bãi biển")
    await join(town, MAI, day)
    return town


async def code_of(town: Town, day: int) -> str:
    [(code,)] = await town.sql("SELECT code FROM activity WHERE id = :day", day=day)
    return str(code)


CHANGES = [
    ("doi sang 8h", "8h00"),
    ("mang thêm xẻng", "cuốc → cuốc, xẻng"),
    ("tang len 50 nguoi", "Số chỗ (Ka Long): 20 → 50"),
    ("bớt 5 chỗ", "Số chỗ (Ka Long): 20 → 15"),
    ("đổi anh Bình phụ trách", "Vũ Văn Cường → Nguyễn Văn Bình"),
    ("doi nguoi phu trach thanh anh Binh", "Vũ Văn Cường → Nguyễn Văn Bình"),
    ("Ka Long anh Bình phụ trách nhé", "Vũ Văn Cường → Nguyễn Văn Bình"),
    ("a Bình phụ trách Ka Long", "Vũ Văn Cường → Nguyễn Văn Bình"),
    ("hoãn vì mưa to", "Hoãn: Trồng cây"),
]


@pytest.mark.parametrize(("words", "row"), CHANGES)
async def test_it_is_of_the_day_that_was_shown(two: Town, words: str, row: str) -> None:
    assert "Trồng cây" in await two.write(HOA, await code_of(two, 1))
    read = await two.write(HOA, words)
    assert "Thôi" in two.phone(HOA).last.labels
    assert "Trồng cây" in read
    assert row in read
    assert (await points(two))[0] == ("Cầu Ka Long", two.person(CUONG), 20)


async def test_of_the_other_one_a_point_has_to_be_named(two: Town) -> None:
    await two.write(HOA, await code_of(two, 2))
    await two.write(HOA, "đổi anh Bình phụ trách")
    assert not two.phone(HOA).can_tap("Gửi")
    read = await two.write(HOA, "Trà Cổ chị Dung phụ trách")
    assert "Nguyễn Văn Bình → Lý Thị Dung" in read


@pytest.mark.parametrize("words", ["doi sang 8h", "mang thêm xẻng"])
async def test_of_several_of_which_none_was_shown_it_is_asked(two: Town, words: str) -> None:
    await two.later(minutes=30)
    assert "của buổi nào" in await two.write(HOA, words)


HELD = ["trồng cây vẫn làm bình thường", "thôi không hoãn trồng cây nữa", "vẫn làm nhé", "bỏ hoãn"]


@pytest.mark.parametrize("words", HELD)
async def test_what_was_put_off_is_held_after_all(two: Town, words: str) -> None:
    await two.write(HOA, "hoãn trồng cây vì mưa to")
    await two.write(HOA, "gửi")
    assert await two.sql(STATES) == [("postponed",), ("open",)]
    await two.later(minutes=30)
    await two.write(HOA, words)
    await two.write(HOA, "gửi")
    assert await two.sql(STATES) == [("open",), ("open",)]
    await two.later(minutes=1)
    assert await says(two, MAI, "Vẫn làm")


async def test_what_was_put_off_is_not_put_off_again(two: Town) -> None:
    await two.write(HOA, "hoãn trồng cây vì mưa to")
    await two.write(HOA, "gửi")
    assert "Hệ thống chưa hiểu" not in await two.write(HOA, "hoãn trồng cây vì mưa to")
    assert "→" in await two.write(HOA, "trồng cây dời sang chủ nhật 29/11 7h")
