"""The report is counted while people tap: the one line of writing only stores it."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from benchmarks.counting import Counts
from tests.helpers.activities import plan_saturday
from tests.helpers.reports import in_full, late_work
from tests.town import HANH, LAN, Town, clock


@contextmanager
def written(town: Town) -> Iterator[Counter[str]]:
    """What is asked of the file by whoever writes."""
    database: Any = town.house.database
    counts, writer = Counts(), database._writer._conn
    writer.set_trace_callback(counts.heard)
    yield counts.said
    writer.set_trace_callback(None)


def counting(said: Counter[str]) -> list[str]:
    """The questions of a week begin with what is near it."""
    return [one for one in said if one.startswith(("SELECT", "WITH")) and "near AS" in one]


@pytest.fixture
async def busy(town: Town) -> Town:
    await plan_saturday(town)
    await late_work(town)
    await in_full(town, LAN)
    return town


async def test_by_the_clock_nothing_is_counted_where_it_is_written(busy: Town) -> None:
    town = busy
    with written(town) as said:
        town.now = clock(23, 7)
        await town.house.timekeeper.catch_up()
    await town.settle()
    assert counting(said) == []
    assert any("INSERT INTO digest_part" in one for one in said)
    assert any("Danh sách người có uy tín" in text for text in await town.heard(LAN))


async def test_nor_where_the_office_sends_it_by_a_tap(busy: Town) -> None:
    town = busy
    await town.go_to(clock(22, 19, 1))
    await town.tap(HANH, "Tạm dừng")
    town.now = clock(23, 7, 10)
    with written(town) as said:
        await town.tap(HANH, "Gửi")
    assert counting(said) == []
    assert any("BÁO CÁO TUẦN 47" in text for text in await town.heard(LAN))
