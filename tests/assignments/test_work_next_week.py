"""«việc tuần sau»: one's own open work whose limit is in the week that comes, by its limit."""

import pytest

from tests.helpers.activities import open_saturday
from tests.helpers.begun import begun
from tests.helpers.registrations import join
from tests.town import BINH, HANH, HOA, MAI, Town

NONE = "không có việc nào đến hạn"
GIVEN = (
    "Bình: họp khu phố, 29/11",
    "Bình: phát tờ gấp, 23/11",
    "Bình: treo pa-nô, 20/11",
    "Bình: dọn kho, 30/11",
    "Hạnh: rà soát hộ nghèo, 24/11",
)


@begun
async def given(town: Town) -> Town:
    """On 19/11 Bình gets four pieces, of next week its Monday and its Sunday; Hạnh takes one."""
    await town.write(HANH, "giao ban")
    for line in GIVEN:
        await town.write(HANH, line)
    await town.tap(HANH, f"Giao cả {len(GIVEN)} việc")
    return town


@pytest.mark.parametrize(
    "asked", ["việc tuần sau", "viec tuan sau", "dạ việc tuần sau ạ?", "/tuansau"]
)
async def test_what_is_due_next_week_by_its_limit(given: Town, asked: str) -> None:
    said = await given.write(BINH, asked)
    assert "23/11–29/11" in said
    assert 0 < said.find("phát tờ gấp") < said.find("họp khu phố"), "the nearest limit first"
    for other in ("treo pa-nô", "dọn kho", "rà soát hộ nghèo"):
        assert other not in said, "of another week, or of somebody else"


async def test_its_numbers_open_the_cards(given: Town) -> None:
    await given.write(BINH, "việc tuần sau")
    assert "phát tờ gấp" in await given.tap(BINH, given.phone(BINH).last.labels[0])


async def test_what_one_does_for_somebody_absent_is_not_one_s_own(given: Town) -> None:
    await given.write(BINH, "hôm nay em nghỉ, nhờ Hoa làm thay")
    await given.write(BINH, "đúng")
    assert "phát tờ gấp" in await given.write(HOA, "việc của tôi")
    assert NONE in await given.write(HOA, "việc tuần sau")


async def test_where_there_is_none_it_says_so(town: Town) -> None:
    assert NONE in await town.write(BINH, "việc tuần sau")


async def test_a_volunteer_has_no_work(town: Town) -> None:
    await join(town, MAI, await open_saturday(town))
    for asked in ("việc tuần sau", "/tuansau"):
        assert NONE not in await town.write(MAI, asked)
