"""A name that somebody says under a poster is kept in mind, and is theirs once they agree."""

import pytest

from tests.helpers.activities import open_saturday
from tests.helpers.registrations import arrive, join
from tests.town import MAI, Town

SAID = (
    ("tên em là Nguyễn Thị Lan", "Nguyễn Thị Lan"),
    ("tôi là Lan", "Lan"),
    ("Nguyễn Thị Lan, 58 tuổi", "Nguyễn Thị Lan"),
    ("nguyen thi lan", "nguyen thi lan"),
    ("dạ em tên Lan, đồng ý", "Lan"),
    ("đồng ý, em là Lan, 58 tuổi", "Lan"),
)
NO_NAMES = ("em là sinh viên", "tra co", "mấy giờ tập trung ạ", "cho em hỏi chút", "đồng ý ạ")


async def called(town: Town) -> list[str]:
    rows = await town.sql("SELECT name FROM person WHERE telegram_id = :id", id=MAI)
    return [str(name) for (name,) in rows]


@pytest.mark.parametrize(("line", "name"), SAID)
async def test_it_is_theirs_after_the_yes(town: Town, line: str, name: str) -> None:
    await arrive(town, MAI, await open_saturday(town))
    await town.write(MAI, line)
    assert await called(town) in ([], [name]), "nothing is kept of them before"
    if not await called(town):
        await town.write(MAI, "đồng ý, 58 tuổi")
    assert await called(town) == [name]


async def test_a_tap_agrees_to_it_as_well(town: Town) -> None:
    await arrive(town, MAI, await open_saturday(town, points=3))
    assert "👤 Nguyễn Thị Lan" in await town.write(MAI, "tên em là Nguyễn Thị Lan")
    await town.tap(MAI, "Đồng ý, đủ 18")
    await town.write(MAI, "tra co")
    assert await called(town) == ["Nguyễn Thị Lan"]


@pytest.mark.parametrize("line", NO_NAMES)
async def test_other_words_are_no_name(town: Town, line: str) -> None:
    await arrive(town, MAI, await open_saturday(town))
    await town.write(MAI, line)
    await town.write(MAI, "đồng ý, 58 tuổi")
    assert await called(town) == ["Người Mai"]


async def test_whoever_is_known_keeps_the_name(town: Town) -> None:
    day = await open_saturday(town)
    await join(town, MAI, day)
    await town.phone(MAI).start(f"act-{day}")
    await town.write(MAI, "tên em là Hoa")
    assert await called(town) == ["Người Mai"]


@pytest.mark.parametrize(
    "words", ["em la Lan 0912345678 dk khu 2", "em là Lan, sđt 0912345678, đk", "toi ten Lan dki"]
)
async def test_a_name_beside_a_number_and_the_wish(town: Town, words: str) -> None:
    day = await open_saturday(town, capacity=9)
    await arrive(town, MAI, day)
    asked = await town.write(MAI, words)
    assert "👤 Lan" in asked
    assert "đồng ý" in asked
