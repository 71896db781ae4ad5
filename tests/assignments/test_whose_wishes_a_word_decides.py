"""A bare «đồng ý», «đạt» decides what was asked of whoever says it: wishes put to somebody else
are neither decided by it nor offered, though a leader may decide them by their number."""

import pytest

from tests.helpers.assignments import give, number_from
from tests.helpers.scenes import BAC, move_in
from tests.town import BINH, DUNG, LAN, THANG, Town, clock


@pytest.fixture(autouse=True)
async def asked(town: Town) -> None:
    """147 of Bình is Thắng's, 148 of Dung is Lan's; more time is wished for both."""
    town.now = clock(23, 9)
    await town.work(move_in(town))
    town.phone(BAC)
    await number_from(town, 147)
    await give(town, THANG, "Bình", when="24/11")
    await give(town, LAN, "Dung", when="24/11")
    for who, number in ((BINH, 147), (DUNG, 148)):
        await town.write(who, f"nhận {number}")
        await town.write(who, f"gia hạn {number} đến 27/11, chờ số liệu")


async def due(town: Town) -> list[tuple[int, str]]:
    sql = "SELECT number, date(due_at, 'unixepoch') FROM assignment WHERE number > 146 ORDER BY 1"
    return await town.sql(sql)


@pytest.mark.parametrize("line", ["đồng ý", "dong y nhe", "không đồng ý", "ok đồng ý cho em"])
async def test_a_leader_decides_what_was_asked_of_them(town: Town, line: str) -> None:
    said = await town.write(LAN, line)
    assert "việc nào" not in said
    assert "147" not in said
    assert (await due(town))[0] == (147, "2026-11-24")


@pytest.mark.parametrize(
    "line", ["đồng ý", "duyệt", "đạt", "đồng ý đến 28/11 thôi", "không đồng ý"]
)
async def test_nothing_of_others_is_offered_once_ones_own_is_decided(
    town: Town, line: str
) -> None:
    await town.write(LAN, "148 đồng ý")
    before = await due(town)
    said = await town.write(LAN, line)
    assert "147" not in said
    await town.write(LAN, "ok")
    assert await due(town) == before


async def test_by_its_number_a_leader_decides_it(town: Town) -> None:
    await town.write(LAN, "147 đồng ý")
    assert (await due(town))[0] == (147, "2026-11-27")
