"""The report is counted while people tap: the one line of writing only stores it."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from actions.digest.correcting import count_anew, note_change, put_right
from benchmarks.counting import Counts
from domain.access import clock_of
from tests.helpers.activities import plan_saturday
from tests.helpers.reports import in_full, late_work
from tests.town import HANH, HOA, LAN, Town, clock


@contextmanager
def written(town: Town) -> Iterator[Counter[str]]:
    """What is asked of the file by whoever writes."""
    database: Any = town.house.database
    counts, writer = Counts(), database._writer._conn
    writer.set_trace_callback(counts.heard)
    yield counts.said
    writer.set_trace_callback(None)


def counting(said: Counter[str]) -> list[str]:
    """The questions of a week begin with what is near it; of a year, with what was said in it."""
    begins = ("WITH near AS", "WITH said AS")
    return [one for one in said if one.startswith(begins)]


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


async def test_nor_where_a_late_figure_is_told_or_the_draft_is_approved(busy: Town) -> None:
    town = busy
    await town.go_to(clock(22, 19, 1))
    with written(town) as said:
        await town.tap(HANH, "Duyệt")
        await town.write(HOA, "Ka Long 42")
        await town.tap(HOA, "Đúng")
    assert counting(said) == []
    assert "Còn thiếu số liệu: Trà Cổ, Hải Yên" in await draft(town)
    await town.go_to(clock(23, 8, 10))
    with written(town) as said:
        await town.write(HOA, "Trà Cổ 20")
        await town.tap(HOA, "Đúng")
    assert counting(said) == []
    assert any("🔁 Trà Cổ báo muộn: 42 → 62" in text for text in await town.heard(LAN))
    assert "Còn thiếu số liệu: Hải Yên" in await draft(town)


async def draft(town: Town) -> str:
    return next(text for text in reversed(await town.heard(HANH)) if "Giờ gửi" in text)


async def test_what_was_cut_short_is_told_by_the_clock(busy: Town) -> None:
    town = busy
    await town.go_to(clock(21, 10, 31))
    await town.write(HOA, "Ka Long 42")
    await town.tap(HOA, "Đúng")
    await town.go_to(clock(23, 8, 10))
    await town.sql("UPDATE turnout SET total = 45")
    await town.work(lambda work: note_change(work, work.activities.get(1)))
    assert not any("42 → 45" in text for text in await town.heard(LAN))
    await town.go_to(clock(23, 8, 31))
    assert any("🔁 Ka Long báo lại: 42 → 45" in text for text in await town.heard(LAN))


async def test_of_two_at_once_none_is_lost(busy: Town) -> None:
    """Both are counted before either is kept: what was counted too early is not kept."""
    town = busy
    await town.go_to(clock(21, 10, 31))
    await town.write(HOA, "Ka Long 42")
    await town.tap(HOA, "Đúng")
    await town.go_to(clock(23, 8, 10))
    the_clock = clock_of(town.office_id)
    await town.sql("UPDATE digest SET changes = changes + 1")
    early = await town.house.desk.see(count_anew, the_clock)
    await town.write(HOA, "Trà Cổ 20")
    await town.tap(HOA, "Đúng")
    await town.house.desk.do(put_right, the_clock, early)
    assert any("62 lượt người" in text for text in await town.heard(LAN))
