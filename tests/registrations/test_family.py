"""Family comes along as numbers: one tap, or typed and read back; their seats are freed again."""

import pytest

from tests.helpers.activities import open_saturday
from tests.helpers.registrations import join, standings
from tests.town import MAI, SON, Town

ALONG = "SELECT adults, children FROM registration ORDER BY id"


async def test_a_grandmother_with_two_grandchildren(town: Town) -> None:
    await join(town, MAI, await open_saturday(town, capacity=1))
    await town.tap(MAI, "Người đi cùng")
    assert "Đi cùng: 2 trẻ em" in await town.write(MAI, "hai cháu")
    assert await town.sql(ALONG) == [(0, 0)], "typed numbers are read back"
    assert "Đã ghi đi cùng: 2 trẻ em" in await town.tap(MAI, "Đúng")
    assert await town.sql(ALONG) == [(0, 2)]
    card = next(text for text in await town.heard(MAI) if "Đã đăng ký" in text)
    assert "👥 Đi cùng: 2 trẻ em" in card


@pytest.mark.parametrize(
    ("typed", "along"),
    [
        ("2 người lớn, 1 trẻ em", (2, 1)),
        ("một người lớn và ba cháu", (1, 3)),
        ("2", (2, 0)),
        ("1 nguoi lon", (1, 0)),
        ("bốn bé", (0, 4)),
    ],
)
async def test_how_people_write_it(town: Town, typed: str, along: tuple[int, int]) -> None:
    await join(town, MAI, await open_saturday(town, capacity=9))
    await town.tap(MAI, "Người đi cùng")
    assert "CHƯA GHI" in await town.write(MAI, typed)
    await town.tap(MAI, "Đúng")
    assert await town.sql(ALONG) == [along]


async def test_a_seat_given_up_goes_to_the_line(town: Town) -> None:
    day = await open_saturday(town, capacity=2)
    await join(town, MAI, day)
    await town.tap(MAI, "Người đi cùng")
    assert "1 người lớn" in await town.tap(MAI, "1 người lớn")
    await join(town, SON, day)
    assert await standings(town) == ["registered", "waitlisted"]
    await town.tap(MAI, "Người đi cùng")
    assert "đi một mình" in await town.tap(MAI, "Đi một mình")
    assert await standings(town) == ["registered", "offered"]


async def test_sixteen_seventeen_held_is_shown_no_way_there(town: Town) -> None:
    await join(town, MAI, await open_saturday(town), "Đồng ý, 16–17")
    card = next(m for m in town.phone(MAI).messages if "Giữ chỗ" in m.text)
    assert "Chỉ đường" not in card.labels
    assert "Hủy đăng ký" in card.labels
    await town.phone(MAI).press("s.where:1", card.message_id)
    await town.settle()
    assert town.phone(MAI).toasts[-1].alert
