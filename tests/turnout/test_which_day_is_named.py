"""The day, the class and the code in a line decide which activity it is about, and no other."""

from datetime import timedelta

import pytest

from tests.helpers.activities import SATURDAY, open_saturday
from tests.town import CUONG, Town


@pytest.fixture
async def days(town: Town) -> Town:
    """Cường leads Saturday's point, a class on Monday, and hears of another in December."""
    await open_saturday(town, capacity=50)
    await open_saturday(
        town, capacity=50, title="Công dân số lớp 3", starts=SATURDAY + timedelta(days=2, hours=1)
    )
    await open_saturday(
        town, capacity=50, title="Công dân số lớp 6", starts=SATURDAY + timedelta(days=18)
    )
    await town.sql("UPDATE activity SET kind = 'training' WHERE id > 1")
    await town.sql("UPDATE activity SET code = 'TH-2311' WHERE id = 2")
    town.now = SATURDAY + timedelta(days=2, hours=8)
    return town


async def told(town: Town) -> list[tuple[int, int]]:
    return await town.sql(
        "SELECT p.activity_id, t.total FROM turnout t JOIN point p ON p.id = t.point_id"
    )


async def test_a_class_that_is_named_is_no_other_day(days: Town) -> None:
    town = days
    assert "23/11" in await town.write(CUONG, "lop 3 co 42 nguoi, vang 6")
    assert await told(town) == [(2, 42)]
    assert "chưa rõ lớp nào" in await town.write(CUONG, "lop 7 co 42 nguoi")
    assert "23/11" in await town.write(CUONG, "TH-2311")
    assert await told(town) == [(2, 42)]


async def test_a_day_on_which_one_has_no_point_is_no_other_day(days: Town) -> None:
    town = days
    assert "Chưa ghi" in await town.write(CUONG, "14/11 dtn 8, pn 4")
    assert await told(town) == []
    said = await town.write(CUONG, "lop cong dan so 9/12 thon toi di 3 nguoi, PN 2, DTN 1")
    assert "9/12" in said
    assert "3 người" in said
    assert "9/12" in await town.write(CUONG, "dang ky lop cong dan so 9/12: 8 nguoi")
    assert await told(town) == []


@pytest.mark.parametrize(
    ("code", "title"), [("T7-2111", "Dọn bờ kênh"), ("t7-21/11-2", "Sơn ghế")]
)
async def test_of_two_on_one_day_the_code_names_the_one(town: Town, code: str, title: str) -> None:
    await open_saturday(town, title="Dọn bờ kênh")
    await open_saturday(town, title="Sơn ghế")
    town.now = SATURDAY + timedelta(hours=4)
    assert title in await town.write(CUONG, code)
