"""What the common taps and the clock ask of the file: counted, and never more than this."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from actions.rooms import Job, jobs
from benchmarks.counting import counted
from tests.helpers.activities import open_saturday, plan_saturday
from tests.helpers.assignments import give
from tests.helpers.registrations import arrive, join
from tests.town import BINH, CUONG, MAI, SON, THANG, Town, clock, open_town

Act = Callable[[], Awaitable[Any]]


async def first_registration(town: Town) -> Act:
    await arrive(town, MAI, await open_saturday(town))
    return lambda: town.phone(MAI).tap("Đồng ý, đủ 18")


async def next_registration(town: Town) -> Act:
    await join(town, MAI, await open_saturday(town))
    await arrive(town, MAI, await open_saturday(town, starts=clock(22, 7)))
    return lambda: town.phone(MAI).tap("Đăng ký")


async def open_link(town: Town) -> Act:
    day = await open_saturday(town)
    return lambda: town.phone(SON).start(f"act-{day}")


async def accept(town: Town) -> Act:
    await give(town, THANG, "Bình")
    card = town.phone(BINH).last
    return lambda: town.phone(BINH).tap("Nhận việc", card)


async def press_done(town: Town) -> Act:
    await (await accept(town))()
    await town.settle()
    card = next(
        m for m in reversed(town.phone(BINH).messages) if "Báo xong" in str(m.reply_markup)
    )
    return lambda: town.phone(BINH).tap("Báo xong", card)


async def send_report(town: Town) -> Act:
    await (await press_done(town))()
    await town.settle()
    await town.phone(BINH).write("Đã vận động xong cả 6 hộ")
    await town.settle()
    card = next(m for m in reversed(town.phone(BINH).messages) if "Gửi" in str(m.reply_markup))
    return lambda: town.phone(BINH).tap("Gửi", card)


async def my_work(town: Town) -> Act:
    await give(town, THANG, "Bình")
    return lambda: town.phone(BINH).write("/viec")


async def typed_figures(town: Town) -> Act:
    await plan_saturday(town)
    await town.go_to(clock(21, 10, 31))
    return lambda: town.phone(CUONG).write("dtn 20 pn 15")


MOST: dict[Callable[[Town], Awaitable[Act]], tuple[int, int]] = {
    first_registration: (25, 4),
    next_registration: (23, 3),
    open_link: (9, 4),
    accept: (23, 3),
    press_done: (14, 4),
    send_report: (36, 4),
    my_work: (13, 4),
    typed_figures: (25, 4),
}
"""Statements in all, and hops to another thread, of one tap alone in the house."""
JOB, EACH, SPARED = 9, 2, 9
"""So many statements has a job of which nothing is due; all of them together two each, as a
monthly letter has, less what is spared: a new job that asks no more raises no number."""


@pytest.mark.parametrize("way", MOST, ids=lambda way: way.__name__)
async def test_a_tap_asks_no_more(way: Callable[[Town], Awaitable[Act]], tmp_path: Path) -> None:
    async with open_town(tmp_path) as town:
        act = await way(town)
        await town.rest()
        with counted(town.house.database) as counts:
            await act()
            await _answered(town)
        statements, hops = MOST[way]
        assert counts["statements"] <= statements, counts
        assert counts["hops"] <= hops, counts


async def _answered(town: Town) -> None:
    """Heard, done, said; what only rides along goes with the last commit, which is empty."""
    await town.house.poller.once(0)
    await town.house.dispatcher.drain()
    await town.house.postman.finish(30)
    await town.house.database.write(lambda _: None)


async def test_the_clock_asks_little_when_nothing_is_due(tmp_path: Path) -> None:
    async with open_town(tmp_path) as town:
        await open_saturday(town)
        await town.later(minutes=10)
        await town.house.timekeeper.catch_up()
        asked = {job.name: await _asked(town, job) for job in jobs()}
        assert max(asked.values()) <= JOB, asked
        assert sum(asked.values()) <= EACH * len(asked) - SPARED, asked


async def _asked(town: Town, job: Job) -> int:
    [office] = await town.house.housekeeping.clocks()
    with counted(town.house.database) as counts:
        await job.turn(town.house.desk, office)
    return counts["statements"]
