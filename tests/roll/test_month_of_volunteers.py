"""On the first of the month the office hears how many volunteers came in the last one."""

from tests.helpers.roll import came
from tests.town import BINH, HANH, MAI, SON, Town, clock, says

LINE = "Tình nguyện viên đã tham gia trong tháng 11: 2 người, 2 lượt."


async def test_one_line_on_the_first_and_once(town: Town) -> None:
    await came(town, MAI, SON)
    await town.go_to(clock(30, 20))
    assert not await says(town, HANH, "trong tháng 11")
    await town.later(hours=12)
    assert len([text for text in await town.heard(HANH) if LINE in text]) == 1
    assert not await says(town, BINH, "trong tháng 11"), "it is the office's"
    await town.later(hours=48)
    assert len([text for text in await town.heard(HANH) if LINE in text]) == 1


async def test_an_office_that_was_not_there_hears_nothing_of_that_month(town: Town) -> None:
    await came(town, MAI, SON)
    await town.sql("UPDATE office SET valid_from = '2026-12-01'")
    await town.go_to(clock(30, 20))
    await town.later(hours=36)
    assert not await says(town, HANH, "trong tháng 11")
