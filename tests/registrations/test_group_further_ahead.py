"""A group of a point or a day that is called by its name, though another day comes sooner."""

import pytest

from tests.helpers.activities import open_saturday
from tests.helpers.assignments import give, number_from
from tests.helpers.begun import begun
from tests.town import BINH, CUONG, THANG, Town, clock


@begun
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


@pytest.fixture
async def far_day(two_days: Town) -> Town:
    """The later day has two points."""
    await two_days.sql(
        "INSERT INTO point (activity_id, name, locality_id, capacity)"
        " SELECT 2, 'Nhà văn hóa Hải Yên', id, 20 FROM locality WHERE code = 'HAIYEN'"
    )
    return two_days


async def test_day_work_and_point_are_named(far_day: Town) -> None:
    """It was asked to which point."""
    said = await far_day.write(CUONG, "đăng ký nhóm 12 người đi sửa nhà ngày 28/11 ở Vĩnh Thực")
    assert "12 người" in said
    assert "📍 Cầu Vĩnh Thực" in said


async def test_of_another_day_than_the_group_that_is_open(far_day: Town) -> None:
    """It was read back of the day whose group was just asked about."""
    await far_day.write(CUONG, "dk 12 nguoi thứ 7")
    said = await far_day.write(CUONG, "đăng ký 15 người sửa nhà ở Vĩnh Thực")
    assert "15 người" in said
    assert "📍 Cầu Vĩnh Thực" in said


@pytest.mark.parametrize("line", ["pn 12 dang ky Vinh Thuc", "pn 12 dang ky sua nha"])
async def test_beside_work_of_ones_own(far_day: Town, line: str) -> None:
    """«dang ky» was taken for «đang», and written into the only work."""
    await number_from(far_day, 147)
    await give(far_day, THANG, "Bình")
    said = await far_day.write(BINH, line)
    assert "PN 12" in said
    assert "28/11" in said
