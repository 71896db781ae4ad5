"""A name is letters: what stands on the list, on the roll and on a certificate is a person's."""

import pytest

from domain.names import person_name, short_name
from tests.helpers.activities import open_saturday
from tests.helpers.registrations import join
from tests.town import CUONG, MAI, SON, Town, clock


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("🌸Thảoo xinh🌸", "Thảoo xinh"),
        ("𝓜𝓪𝓲 Anh", "Mai Anh"),
        ("Nguyễn T.Mai", "Nguyễn T.Mai"),
        ("Thu Hà <3", "Thu Hà"),
        ("Minh/Tổ 4", "Minh Tổ"),
        ("Lan & Hùng", "Lan Hùng"),
        ("<b>Quân</b>", "Quân"),
        ("\u3164", ""),
        ("\u115f\u1160\uffa0", ""),
        ("\u2800\u200d\u2063", ""),
        ("M\u00ada\u061ci", "Mai"),
        ("Thảo❤\ufe0fVy", "Thảo Vy"),
        ("नेहा", "नेहा"),
        ("H'Hen Niê - Krông", "H'Hen Niê - Krông"),
        ("☎ 0912 345 678", ""),
        ("<b>Quân</b> & @hacker http://x.vn", ""),
        ("shop x.com", ""),
        ("...", ""),
    ],
)
def test_letters_and_what_joins_them(said: str, kept: str) -> None:
    assert person_name(said) == kept


@pytest.mark.parametrize(
    ("whole", "shown"),
    [
        ("Nguyễn Văn Bình", "Văn Bình"),
        ("An Nguyễn", "An Nguyễn"),
        ("Mai", "Mai"),
        ("", ""),
        ("Maximiliana Konstantinowa", "M. Konstantin…"),
    ],
)
def test_two_words_tell_people_apart(whole: str, shown: str) -> None:
    assert short_name(whole) == shown


@pytest.mark.parametrize("typed", ["\u3164", "xem x.vn nhé", "@thao", "🌸🌸"])
async def test_what_is_no_name_is_refused(town: Town, typed: str) -> None:
    await join(town, MAI, await open_saturday(town))
    await town.tap(MAI, "Sửa tên")
    assert "nhắn tên bằng chữ" in await town.write(MAI, typed)


async def test_the_card_shows_the_name_of_the_list_and_follows_it(town: Town) -> None:
    town.phone(MAI).user.first_name = "🌸Thảoo xinh🌸"
    await join(town, MAI, await open_saturday(town))
    assert "Tên trong danh sách: Thảoo xinh" in (await town.heard(MAI))[0]
    await town.tap(MAI, "Sửa tên")
    await town.write(MAI, "Phạm Thu Thảo")
    assert "Tên trong danh sách: Thảoo xinh" in (await town.heard(MAI))[0], "read back first"
    await town.tap(MAI, "Đúng")
    assert "Tên trong danh sách: Phạm Thu Thảo" in (await town.heard(MAI))[0]


async def test_the_roll_shows_two_words_a_person(town: Town) -> None:
    day = await open_saturday(town)
    for who, first, last in ((MAI, "An", "Nguyễn"), (SON, "Bảo Châu", "Nguyễn")):
        user = town.phone(who).user
        user.first_name, user.last_name = first, last
        await join(town, who, day)
    await town.go_to(clock(21, 6, 50))
    await town.tap(CUONG, "Điểm danh")
    assert {"1. An Nguyễn", "2. Châu Nguyễn"} <= set(town.phone(CUONG).messages[-1].labels)
    assert "1. An Nguyễn" in await town.write(CUONG, "vắng 1")


async def test_where_no_letter_is_left_the_name_is_asked(town: Town) -> None:
    """An invisible name leaves no blank button; the place is theirs all the same."""
    town.phone(MAI).user.first_name, town.phone(MAI).user.last_name = "\u3164", ""
    await join(town, MAI, await open_saturday(town))
    assert "chưa có tên" in (await town.heard(MAI))[-1]
    assert "sẽ là: Thu Hà." in await town.write(MAI, "Thu Hà <3")
    await town.write(MAI, "đúng")
    assert "Tên trong danh sách: Thu Hà" in (await town.heard(MAI))[0]


async def test_an_old_yes_renames_nobody(town: Town) -> None:
    await join(town, MAI, await open_saturday(town))
    await town.tap(MAI, "Sửa tên")
    await town.write(MAI, "Thu Hà")
    older = town.held(MAI, "Đúng")
    await town.write(MAI, "Thu Hằng")
    await town.press(MAI, *older)
    assert await town.sql("SELECT name FROM person WHERE telegram_id = 8101") != [("Thu Hà",)]
    await town.tap(MAI, "Đúng")
    assert await town.sql("SELECT name FROM person WHERE telegram_id = 8101") == [("Thu Hằng",)]
