"""On the first of the month the office hears how many volunteers came in the last one."""

from datetime import datetime, timedelta

import pytest

from tests.helpers.activities import open_saturday
from tests.helpers.registrations import join
from tests.helpers.roll import came
from tests.town import BINH, HANH, MAI, NGA, SON, TUAN, Town, clock, says

LINE = "Tình nguyện viên đã tham gia trong tháng 11: 2 người, 2 lượt."
SECOND = timedelta(seconds=1)
PERSON = "(SELECT id FROM person WHERE telegram_id = :{})"
CAME_TOO = f"""
UPDATE registration SET standing = 'present', person_id = {PERSON.format("mai")}
 WHERE person_id = {PERSON.format("nga")}
"""
FORGOTTEN = f"UPDATE registration SET person_id = NULL WHERE person_id = {PERSON.format('gone')}"


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


@pytest.mark.parametrize(
    ("begins", "is_of_november"),
    [
        (clock(1, 0) - SECOND, False),
        (clock(1, 0), True),
        (clock(30, 23) + timedelta(hours=1) - SECOND, True),
        (clock(30, 23) + timedelta(hours=1), False),
    ],
)
async def test_a_day_is_of_the_month_in_which_it_began(
    town: Town, begins: datetime, is_of_november: bool
) -> None:
    await came(town, MAI, SON)
    await town.sql("UPDATE activity SET starts_at = :at", at=int(begins.timestamp()))
    await town.go_to(clock(30, 20))
    await town.later(hours=12)
    assert await says(town, HANH, LINE) is is_of_november


async def test_whoever_comes_twice_is_one_and_whoever_is_forgotten_is_somebody(town: Town) -> None:
    """Of whom no name is left each place is another one's; who did not come counts nowhere."""
    await came(town, MAI, SON)
    again = await open_saturday(town, starts=clock(28, 7))
    for who in (NGA, TUAN):
        await join(town, who, again)
    await town.sql(CAME_TOO, nga=NGA, mai=MAI)
    for gone in (SON, TUAN):
        await town.sql(FORGOTTEN, gone=gone)
    await town.go_to(clock(30, 20))
    await town.later(hours=12)
    assert await says(town, HANH, "trong tháng 11: 2 người, 3 lượt")
