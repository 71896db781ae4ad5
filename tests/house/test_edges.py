"""The edges of hours and pages: the moment itself, a page that is just full, the other kind."""

from datetime import datetime, timedelta

import pytest

from domain.activities import Activity, Stage
from domain.calendar import WorkingCalendar
from domain.drilling import SHOWN
from domain.hours import CODE_FROM
from domain.registrations import is_walk_in_time
from tests.helpers.assignments import give, number_from
from tests.helpers.reports import overdue
from tests.town import BINH, ICT, LAN, THANG, Town, clock
from texts.catalogue import load

DAY = Activity(
    1, "T7-2111", "saturday", "", clock(21, 7), clock(21, 10), clock(20, 19), Stage.OPEN
)


@pytest.mark.parametrize(
    ("asked", "rings"),
    [
        (clock(19, 7, 14), clock(19, 7, 15)),
        (clock(19, 11, 29), clock(19, 11, 29)),
        (clock(19, 11, 30), clock(19, 13, 30)),
        (clock(19, 17, 30), clock(20, 7, 15)),
        (clock(21, 9), clock(23, 7, 15)),
    ],
)
def test_work_rings_within_its_hours(asked: datetime, rings: datetime) -> None:
    assert WorkingCalendar(ICT).next_ring(asked) == rings


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (DAY.starts - CODE_FROM - timedelta(minutes=1), False),
        (DAY.starts - CODE_FROM, True),
        (DAY.ends - timedelta(minutes=1), True),
        (DAY.ends + timedelta(minutes=1), False),
    ],
)
def test_one_walks_in_while_the_code_is_read_aloud(moment: datetime, expected: bool) -> None:
    assert is_walk_in_time(DAY, moment) is expected


@pytest.mark.parametrize("more", [0, 1])
async def test_a_page_that_is_just_full_is_the_last(town: Town, more: int) -> None:
    for number in range(SHOWN + more):
        await town.work(lambda work, n=number: overdue(work, town, f"Việc {n}"))
    await town.go_to(clock(23, 9))
    await town.tap(LAN, "Xem chi tiết")
    await town.tap(LAN, "Theo tiểu ban")
    await town.tap(LAN, "Tuyên truyền…")
    labels = town.phone(LAN).last.labels
    assert (load("vi")["button.page_after"] in labels) is bool(more)


async def test_a_wish_for_other_work_is_not_counted_among_them(town: Town) -> None:
    await number_from(town, 147)
    for what in ("Vận động 6 hộ", "Rà soát hộ nghèo"):
        await give(town, THANG, "Bình", what)
        await town.tap(BINH, "Nhận việc")
    for number in (147, 148):
        await town.write(BINH, f"gia hạn {number} đến 27/11, lý do chờ dấu")
    told = [text for text in await town.heard(THANG) if "xin gia hạn" in text]
    assert ["(lần 1)" in text for text in told] == [True, True]
