"""Seats of a class that are divided wait for their hamlets; «hiểu rồi» is the button."""

import pytest

from tests.helpers.activities import open_saturday
from tests.helpers.begun import begun
from tests.town import BINH, CUONG, DUNG, HOA, LAN, Town, clock, says

TITLE = "Công dân số, lớp 3"
ECHO = "SELECT person_id, clear FROM training_echo"


@begun
async def divided(town: Town) -> Town:
    """Fifty seats, all of them divided but five."""
    await open_saturday(town, capacity=50, points=1, title=TITLE)
    await town.sql("UPDATE activity SET kind = 'training'")
    await town.press(HOA, "tr.seats:1")
    await town.write(HOA, "Ka Long 15, Hải Yên 20, Trà Cổ 10")
    return town


async def test_who_is_invited_leaves_the_hamlets_their_seats(divided: Town) -> None:
    town = divided
    await town.press(HOA, "tr.guests:1")
    said = await town.write(HOA, "45 người ngoài danh sách")
    assert "dành cho các khu 45" in said
    assert await town.sql("SELECT * FROM training_outside") == []
    await town.press(HOA, "tr.guests:1")
    await town.write(HOA, "5 người ngoài danh sách")
    assert await town.sql("SELECT number FROM training_outside") == [(5,)]


async def test_seats_are_divided_of_what_is_left(divided: Town) -> None:
    town = divided
    await town.press(HOA, "tr.guests:1")
    await town.write(HOA, "5 người ngoài danh sách")
    await town.press(HOA, "tr.seats:1")
    said = await town.write(HOA, "Hải Yên 25")
    assert "cộng lại 50 chỗ, lớp có 45 để chia" in said
    await town.write(HOA, "Hải Yên 20")


async def test_a_hamlet_is_told_how_many_it_has(divided: Town) -> None:
    town = divided
    await town.press(CUONG, "s.group:1")
    assert "Ka Long có 15 chỗ trong lớp này" in await town.write(CUONG, "pn 8 dtn 4")
    await town.tap(CUONG, "Đúng")
    await town.press(HOA, "tr.list:1")
    assert await says(town, HOA, "Theo khu: Ka Long 12/15, Trà Cổ 0/10, Hải Yên 20") or await says(
        town, HOA, "Ka Long 12/15"
    )


async def test_figures_before_it_begins_are_one_and_the_same(divided: Town) -> None:
    town = divided
    await town.press(HOA, "tr.guests:1")
    await town.write(HOA, "5 người ngoài danh sách")
    await town.press(CUONG, "s.group:1")
    await town.write(CUONG, "pn 8 dtn 4")
    await town.tap(CUONG, "Đúng")
    await town.go_to(clock(21, 6, 50))
    assert await says(town, HOA, "nhóm 12, khách ngoài 5")


@begun
async def taught(town: Town) -> Town:
    """Bình and Dung were there; it is over a moment ago."""
    await open_saturday(town, capacity=50, points=1, title=TITLE)
    await town.sql("UPDATE activity SET kind = 'training'")
    await town.press(HOA, "tr.guests:1")
    await town.write(HOA, "Bình, Dung")
    await town.tap(BINH, "Tôi đi")
    await town.tap(DUNG, "Tôi đi")
    await town.go_to(clock(21, 10, 31))
    return town


@pytest.mark.parametrize(
    ("words", "clear"),
    [
        ("hiểu rồi", 1),
        ("hieu roi a", 1),
        ("Em hiểu bài rồi ạ", 1),
        ("đã hiểu", 1),
        ("chưa rõ", 0),
        ("chua ro phan dich vu cong", 0),
        ("em chưa hiểu phần VNeID ạ", 0),
        ("không hiểu lắm", 0),
    ],
)
async def test_it_is_said_in_words(taught: Town, words: str, clear: int) -> None:
    town = taught
    await town.write(BINH, words)
    assert await town.sql(ECHO) == [(town.person(BINH), clear)]
    dump = await town.house.database.write(lambda c: "\n".join(c.iterdump()))
    assert not [row for row in dump.splitlines() if "dich vu" in row and '"inbox"' not in row]


@pytest.mark.parametrize("words", ["hiểu chưa?", "chưa rõ mấy giờ họp", "bao giờ có lớp nữa"])
async def test_other_words_say_nothing_of_it(taught: Town, words: str) -> None:
    await taught.write(BINH, words)
    assert await taught.sql(ECHO) == []


async def test_whoever_was_not_there_says_nothing_of_it(taught: Town) -> None:
    town = taught
    for who in (LAN, CUONG):
        await town.write(who, "hiểu rồi")
    assert await town.sql(ECHO) == []
    await town.go_to(clock(24, 9))
    await town.write(BINH, "hiểu rồi")
    assert await town.sql(ECHO) == []
