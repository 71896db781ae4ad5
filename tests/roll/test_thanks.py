"""Thanks on the same evening: with the figures, to those who came, whatever the hour."""

from datetime import datetime

import pytest

from domain.thanks import thanks_are_due
from tests.helpers.activities import open_saturday
from tests.helpers.registrations import join
from tests.town import BINH, CUONG, ICT, MAI, SON, Town, clock, says

THANKS, CAME = "Cảm ơn anh/chị đã đăng ký", "Cảm ơn anh/chị đã tham gia"
"""Where nobody called the roll, nobody knows who came."""


async def figures(town: Town, said: str) -> None:
    await town.write(CUONG, "báo số liệu")
    await town.write(CUONG, said)
    await town.tap(CUONG, "Đúng")


async def test_figures_that_come_late_are_waited_for(town: Town) -> None:
    await join(town, MAI, await open_saturday(town))
    await town.go_to(clock(21, 18))
    assert not await says(town, MAI, THANKS)
    await figures(town, "45 người, 2 km đường")
    await town.go_to(clock(21, 18, 16))
    assert await says(town, MAI, "45 người đã cùng làm: 2 km đường")


async def test_without_any_figure_people_are_thanked_all_the_same(town: Town) -> None:
    await join(town, MAI, await open_saturday(town))
    await town.go_to(clock(21, 20, 29))
    assert not await says(town, MAI, THANKS)
    await town.go_to(clock(21, 20, 31))
    assert await says(town, MAI, THANKS)
    assert not await says(town, MAI, CAME)
    assert not await says(town, MAI, "đã cùng làm")


async def test_an_evening_is_thanked_after_its_end_and_nobody_at_night(town: Town) -> None:
    await join(town, MAI, await open_saturday(town, starts=clock(21, 17), lasts=4))
    await town.go_to(clock(21, 21, 35))
    await figures(town, "45")
    await town.go_to(clock(21, 23, 59))
    assert not await says(town, MAI, THANKS)
    await town.go_to(clock(22, 6, 1))
    assert await says(town, MAI, "45 người đã cùng làm")


async def test_a_sunday_too_and_only_once(town: Town) -> None:
    await join(town, MAI, await open_saturday(town, starts=clock(22, 6)))
    await town.go_to(clock(22, 9, 31))
    await figures(town, "45")
    await town.go_to(clock(23, 18))
    assert len([t for t in await town.heard(MAI) if THANKS in t]) == 1


async def test_a_point_that_was_not_held_is_not_thanked_for(town: Town) -> None:
    day = await open_saturday(town, capacity=9, points=2)
    for who, where in ((MAI, "Ka Long (9)"), (SON, "Trà Cổ (9)")):
        await join(town, who, day)
        await town.tap(who, where)
    await town.go_to(clock(21, 10, 31))
    await town.tap(CUONG, "Không tổ chức")
    await town.tap(CUONG, "Mưa, bão")
    await town.go_to(clock(21, 20, 31))
    assert not await says(town, MAI, THANKS)
    assert await says(town, SON, THANKS)


@pytest.mark.parametrize(
    ("ends", "now", "known", "due"),
    [
        (clock(21, 10), clock(21, 17, 29), True, False),
        (clock(21, 10), clock(21, 17, 30), True, True),
        (clock(21, 10), clock(21, 20, 29), False, False),
        (clock(21, 10), clock(21, 20, 30), False, True),
        (clock(21, 19), clock(21, 19, 29), True, False),
        (clock(21, 19), clock(21, 19, 30), True, True),
        (clock(21, 20), clock(21, 21, 59), False, False),
        (clock(21, 20), clock(21, 22), False, True),
    ],
)
def test_the_hour(ends: datetime, now: datetime, known: bool, due: bool) -> None:
    assert thanks_are_due(ends, now, known, ICT) is due


async def test_each_point_is_thanked_when_its_own_figures_are_there(town: Town) -> None:
    day = await open_saturday(town, capacity=9, points=2)
    for who, where in ((MAI, "Ka Long (9)"), (SON, "Trà Cổ (9)")):
        await join(town, who, day)
        await town.tap(who, where)
    await town.go_to(clock(21, 10, 31))
    await figures(town, "59")
    await town.go_to(clock(21, 17, 46))
    assert await says(town, MAI, "59 người đã cùng làm")
    assert not await says(town, SON, THANKS), "nobody has said who was at that point"
    await town.write(BINH, "báo số liệu")
    await town.write(BINH, "20")
    await town.tap(BINH, "Đúng")
    await town.go_to(clock(21, 18, 1))
    assert await says(town, SON, "79 người đã cùng làm")


async def test_a_point_that_never_reports_is_not_told_the_figures_of_others(town: Town) -> None:
    day = await open_saturday(town, capacity=9, points=2)
    await join(town, SON, day)
    await town.tap(SON, "Trà Cổ (9)")
    await town.go_to(clock(21, 10, 31))
    await figures(town, "59")
    await town.go_to(clock(21, 20, 46))
    assert await says(town, SON, THANKS)
    assert not await says(town, SON, "đã cùng làm")
