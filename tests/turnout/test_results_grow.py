"""«thêm 2 tấn rác» is so much more than was told; results are of the day that is over, and of no
day to come, nor of a group."""

import pytest

from tests.helpers.activities import open_saturday, plan_saturday
from tests.helpers.scenes import move_in, place
from tests.town import CUONG, Town, clock


@pytest.fixture
async def told(town: Town) -> Town:
    """Of the 21st Cường told 45 people, 3 km and 2 tons; on the 28th trees are planted, at Hải
    Xuân too."""
    await town.work(move_in(town))
    await plan_saturday(town)
    await place(town, await open_saturday(town, 60, 3, clock(28, 7), title="Trồng cây"), "HAIXUAN")
    await town.go_to(clock(21, 10, 31))
    await town.write(CUONG, "45 người, 3 km đường, 2 tấn rác")
    return town


MORE = [
    ("them 2 tan rac", "45 người", ("3 km đường", "4 tấn rác")),
    ("thêm 2 tấn rác nữa", "45 người", ("3 km đường", "4 tấn rác")),
    ("dọn thêm được 2 tấn rác", "45 người", ("3 km đường", "4 tấn rác")),
    ("bớt 1 km", "45 người", ("2 km đường", "2 tấn rác")),
    ("thêm 3 người, 2 tấn rác", "48 người", ("3 km đường", "4 tấn rác")),
    ("5 tấn rác", "45 người", ("3 km đường", "5 tấn rác")),
    ("4 km đường, thêm 3 xe rác", "45 người", ("4 km đường", "2 tấn rác", "3 xe rác")),
]


@pytest.mark.parametrize("recorded", [True, False])
@pytest.mark.parametrize(("words", "people", "results"), MORE)
async def test_more_and_less(
    told: Town, words: str, people: str, results: tuple[str, ...], recorded: bool
) -> None:
    if recorded:
        await told.tap(CUONG, "Đúng")
    said = await told.write(CUONG, words)
    assert people in said
    assert all(one in said for one in results), said


async def test_less_than_nothing_is_asked(told: Town) -> None:
    assert "dưới 0" in await told.write(CUONG, "bớt 5 km")


@pytest.mark.parametrize("at", [clock(21, 12), clock(23, 9)])
async def test_whenever_they_come(told: Town, at: object) -> None:
    await told.tap(CUONG, "Đúng")
    await told.go_to(at)  # type: ignore[arg-type]
    said = await told.write(CUONG, "dọn thêm 1 km đường")
    assert "4 km đường" in said
    assert "21/11" in said


@pytest.mark.parametrize("words", ["hải xuân 3 km", "thứ 7 tới 3 km đường"])
async def test_of_a_day_to_come_there_is_none(told: Town, words: str) -> None:
    await told.tap(CUONG, "Đúng")
    await told.go_to(clock(23, 9))
    await told.write(CUONG, words)
    assert not [b for b in told.phone(CUONG).last.buttons if b.text == "Đúng"]
    assert await told.sql("SELECT count(*) FROM headcount") == [(0,)]


async def test_women_of_two_levels_are_asked(told: Town) -> None:
    said = await told.write(CUONG, "HPN xã 3, phụ nữ thôn 12")
    labels = {b.text for b in told.phone(CUONG).last.buttons}
    assert "Đúng" not in labels
    assert {"15", "3"} <= labels, said
