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
