"""A cadre's group as last week, or typed with its point: read back, confirmed."""

import pytest

from tests.helpers.activities import open_saturday
from tests.helpers.registrations import group_form
from tests.town import BINH, CUONG, Town, clock


async def test_as_last_week(town: Town) -> None:
    first = await open_saturday(town)
    second = await open_saturday(town, starts=clock(28, 7))
    await group_form(town, first)
    assert not town.phone(CUONG).can_tap("Như tuần trước (20)"), "there is no last week yet"
    await town.write(CUONG, "PN 12, ĐTN 8")
    await town.tap(CUONG, "Đúng")
    await group_form(town, second)
    assert "PN 12, ĐTN 8" in await town.tap(CUONG, "Như tuần trước (20)")
    assert await town.sql("SELECT sum(number) FROM headcount") == [(20,)], "read back first"
    await town.tap(CUONG, "Đúng")
    told = "SELECT sum(number) FROM headcount GROUP BY activity_id"
    assert await town.sql(told) == [(20,), (20,)]
    await group_form(town, second)
    assert "CHƯA GHI" in await town.write(CUONG, "như tuần trước")


async def test_without_a_last_week_or_a_place_nothing_is_read_back(town: Town) -> None:
    day = await open_saturday(town)
    for who in (CUONG, BINH):
        await town.phone(who).press(f"s.grouplast:{day}", 1)
        await town.settle()
        assert town.phone(who).toasts[-1].alert
    assert await town.sql("SELECT count(*) FROM headcount") == [(0,)]


@pytest.mark.parametrize(
    ("line", "where"),
    [
        ("đk 12 người", "Cầu Ka Long"),
        ("dang ky nhom 12 o Tra Co", "Bãi biển Trà Cổ"),
        ("đk 12 người ở Trà Cổ", "Bãi biển Trà Cổ"),
    ],
)
@pytest.mark.parametrize("open_form", [False, True])
async def test_the_point_that_a_group_names(
    town: Town, line: str, where: str, open_form: bool
) -> None:
    day = await open_saturday(town, points=3, capacity=20)
    if open_form:
        await group_form(town, day)
    said = await town.write(CUONG, line)
    assert where in said
    assert "12 người" in said
    assert "chỉ còn" not in said


async def test_more_people_than_places_are_said_so(town: Town) -> None:
    await open_saturday(town, points=3, capacity=20)
    assert "chỉ còn 20 chỗ" in await town.write(CUONG, "đk 50 người ở Trà Cổ")
    said = await town.write(CUONG, "15 người")
    assert "Bãi biển Trà Cổ" in said
    assert "chỉ còn" not in said
