"""A group of a point or a day that is called by its name, though another day comes sooner."""

import pytest

from tests.helpers.activities import open_saturday
from tests.town import CUONG, Town, clock


@pytest.fixture
async def two_days(town: Town) -> Town:
    """This Saturday at Ka Long, and a week later, out of the week, at Trà Cổ."""
    await open_saturday(town, 40)
    await open_saturday(town, 40, starts=clock(28, 7), title="Sửa nhà")
    await town.sql(
        "UPDATE point SET name = 'Cầu Vĩnh Thực', locality_id = (SELECT id FROM locality"
        " WHERE code = 'TRACO') WHERE activity_id = 2"
    )
    return town


@pytest.mark.parametrize(
    "line",
    [
        "dk 12 nguoi o Vinh Thuc",
        "đăng ký 12 người sửa nhà",
        "pn 12 dang ky Tra Co",
        "dk 12 nguoi 28/11",
    ],
)
async def test_the_named_one_is_meant(two_days: Town, line: str) -> None:
    """It was read back of the next Saturday; «5/12» was five people."""
    said = await two_days.write(CUONG, line)
    assert "12 người" in said
    assert "28/11" in said


async def test_without_a_name_it_is_of_the_next(two_days: Town) -> None:
    assert "21/11" in await two_days.write(CUONG, "dk 12 nguoi")
