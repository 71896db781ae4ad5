"""A number of work, and the figures of an order, are nobody's headcount of a day that is over."""

import pytest

from tests.helpers.activities import open_saturday
from tests.helpers.assignments import give, number_from
from tests.helpers.begun import begun
from tests.helpers.scenes import COLLEAGUES, move_in
from tests.town import CUONG, HANH, LAN, THANG, Neighbour, Town, clock

COUNTED = "SELECT count(*) FROM turnout WHERE state <> 'dropped'"


@begun
async def tuesday(town: Town) -> Town:
    """Figures of the 21st were told; work 161 is called off."""
    await town.work(move_in(town))
    for who in COLLEAGUES:
        town.phone(who)
    await open_saturday(town, 60)
    await town.go_to(clock(21, 10, 31))
    await town.write(CUONG, "40 người")
    await town.tap(CUONG, "Đúng")
    await town.go_to(clock(24, 9))
    await number_from(town, 161)
    await give(town, THANG, "Nam", "in 30 bộ tài liệu", "thứ 6")
    return town


OF_WORK = [
    "lập lại 161 nhé",
    "lap lai 161 nhe",
    "164 thôi, Sơn nhầm",
    "161 tôi nhận phần MTTQ thôi",
    "mở lại 161",
    "làm lại 161 đi",
    "khôi phục 161 giúp",
    "161",
    "161 nhé",
]


@pytest.mark.parametrize("words", OF_WORK)
@pytest.mark.parametrize("who", [HANH, LAN, THANG, CUONG])
async def test_a_number_of_work_counts_nobody(tuesday: Town, words: str, who: Neighbour) -> None:
    said = await tuesday.write(who, words)
    assert "👥" not in said
    await tuesday.write(who, "ok")
    assert await tuesday.sql(COUNTED) == [(1,)]


@pytest.mark.parametrize(
    "words", ["Nam 161 đến đâu", "nam 161 den dau roi", "161 Nam lam den dau"]
)
async def test_what_is_asked_of_work_counts_nobody_though_figures_are_wanted(
    tuesday: Town, words: str
) -> None:
    """A question of days ago took every number of work for people."""
    await tuesday.sql("DELETE FROM turnout")
    assert "👥" not in await tuesday.write(CUONG, words)
    assert await tuesday.sql(COUNTED) == [(0,)]


@pytest.mark.parametrize("words", ["lập lại 161 nhé", "164 thôi, Sơn nhầm", "Nam 161 đến đâu rồi"])
async def test_nor_under_figures_that_were_read_back(tuesday: Town, words: str) -> None:
    assert "👥" in await tuesday.write(HANH, "ka long 61 người")
    assert "👥" not in await tuesday.write(HANH, words)


@pytest.mark.parametrize("words", ["161 người", "có mặt 161", "dtn 161", "ka long 161"])
async def test_people_are_counted_still(tuesday: Town, words: str) -> None:
    assert "👥 161 người" in await tuesday.write(CUONG, words)


ORDERS = [
    "Nam: mượn thêm 2 micro; Bình: kê bàn ghế, đều chiều t5",
    "Nam in 30 bo tai lieu, thu 5",
]


@pytest.mark.parametrize("words", ORDERS)
@pytest.mark.parametrize("leave", [True, False])
async def test_an_order_is_one_with_figures_read_back(
    tuesday: Town, words: str, leave: bool
) -> None:
    assert "👥" in await tuesday.write(HANH, "ka long 61 người")
    if leave:
        await tuesday.write(HANH, "thôi")
    said = await tuesday.write(HANH, words)
    assert "👥" not in said
    assert "Vũ Hoài Nam" in said
