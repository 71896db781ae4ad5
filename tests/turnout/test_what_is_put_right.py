"""«à nhầm 15» puts right what was spoken of: never a figure of a day that nobody spoke of."""

import pytest

from tests.helpers.activities import open_saturday
from tests.town import HOA, Town, clock, says


@pytest.fixture
async def told(town: Town) -> Town:
    """Hoa told of her point in the morning; it is another day."""
    await open_saturday(town)
    await town.go_to(clock(21, 10, 31))
    await town.write(HOA, "Ka Long 42")
    await town.tap(HOA, "Đúng")
    assert await says(town, HOA, "Đã ghi")
    return town


async def test_what_is_put_right_long_after_is_no_new_figure(told: Town) -> None:
    town = told
    await town.go_to(clock(23, 9))
    for words in ("a nham 15", "nham, 25 thoi"):
        assert "CHƯA GHI" not in await town.write(HOA, words)


async def test_at_once_it_is(told: Town) -> None:
    town = told
    assert "38 người" in await town.write(HOA, "à em nhầm, 38 thôi")


@pytest.mark.parametrize(
    ("words", "stands"),
    [
        ("nhầm, ĐTN cũng có 4 người nữa", 46),
        ("à CCB 4 nữa", 46),
        ("Ka Long thiếu Nông dân 3 người, cộng thêm nhé", 45),
    ],
)
async def test_so_many_of_one_body_more_are_added(told: Town, words: str, stands: int) -> None:
    assert f"{stands} người" in await told.write(HOA, words)


async def test_a_result_that_is_put_right_is_never_added(told: Town) -> None:
    await told.write(HOA, "1,5 km đường")
    await told.tap(HOA, "Đúng")
    said = await told.write(HOA, "nhầm 1,5km thành 2km")
    assert "3,5" not in said
    assert any("2 km" in button.text for button in told.phone(HOA).last.buttons)


async def test_a_decimal_behind_a_list_is_one_number(told: Town) -> None:
    said = await told.write(HOA, "Ka Long: PN 8, ĐTN 5, khác 5, 1,2 km kênh mương, 4 khối rác")
    assert "1.200 m" in said
    assert "= 18 người" in said or "18 người" in said
    assert "PN 8" in said
