"""The numbers of a roll: given when it opens, they stay on card, paper and read-back."""

import pytest

from tests.helpers.registrations import standings
from tests.helpers.roll import opened, read_aloud
from tests.town import CUONG, MAI, NGA, SON, TUAN, Town


async def test_who_leaves_takes_nobody_elses_number(town: Town) -> None:
    await opened(town, MAI, SON, TUAN)
    await town.sql("UPDATE registration SET standing = 'cancelled' WHERE id = 1")
    assert "vắng 3. " in await town.write(CUONG, "vắng 3")
    await town.tap(CUONG, "Đúng")
    assert await standings(town) == ["cancelled", "present", "absent"]
    labels = [b.text for row in town.phone(CUONG).last.rows for b in row]
    assert any(label.startswith("✅ 2. ") for label in labels)
    assert any(label.startswith("3. ") for label in labels)


async def test_a_number_of_nobody_is_refused(town: Town) -> None:
    await opened(town, MAI, SON, TUAN)
    await town.sql("UPDATE registration SET standing = 'cancelled' WHERE id = 1")
    assert "1 đến 3" in await town.write(CUONG, "vắng 1")


async def test_newcomers_come_after(town: Town) -> None:
    await opened(town, MAI, SON, TUAN, NGA)
    await town.sql("UPDATE registration SET standing = 'waitlisted' WHERE id = 2")
    await town.sql("DELETE FROM roll_number WHERE registration_id = 2")
    await town.sql("UPDATE registration SET standing = 'registered' WHERE id = 2")
    read = await town.write(CUONG, "vắng 5")
    assert "vắng 5. " in read
    await town.tap(CUONG, "Đúng")
    assert await standings(town) == ["present", "absent", "present", "present"]


async def test_from_one_number_to_another(town: Town) -> None:
    await opened(town, MAI, SON, TUAN, NGA)
    assert "Còn lại có mặt: 1" in await town.write(CUONG, "vắng 2-4")
    await town.tap(CUONG, "Đúng")
    assert await standings(town) == ["present", "absent", "absent", "absent"]


@pytest.mark.parametrize(
    ("button", "became"),
    [
        ("Đúng", ["absent", "absent", "present"]),
        ("Giữ người đã báo mã", ["present", "absent", "present"]),
    ],
)
async def test_a_line_that_would_undo_a_code_says_so(
    town: Town, button: str, became: list[str]
) -> None:
    await opened(town, MAI, SON, TUAN)
    await town.write(MAI, await read_aloud(town))
    read = await town.write(CUONG, "vắng 1-2")
    assert "bằng mã: 1. " in read
    await town.tap(CUONG, button)
    if button != "Đúng":
        await town.tap(CUONG, "Đúng")
    assert await standings(town) == became


async def test_a_thousand_more_are_asked(town: Town) -> None:
    await opened(town, MAI)
    assert "1.000 người" in await town.write(CUONG, "thêm 1.000")
    assert await town.sql("SELECT extra FROM roll_call") == [(0,)]
    assert "Đến thêm: 1000" in await town.tap(CUONG, "Đúng, 1000 người")
