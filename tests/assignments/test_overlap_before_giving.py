"""Before work is given, or a day announced, what it overlaps is shown with its reason; it forbids
nothing."""

import pytest

from tests.helpers.activities import plan
from tests.helpers.assignments import give
from tests.helpers.supervision import FUND, KALONG, LIEN, TRACO, office_of_visits, propose
from tests.town import BINH, LAN, THANG, Town, says


@pytest.fixture
async def office(town: Town) -> Town:
    """GS-01 goes to Ka Long this week."""
    await office_of_visits(town)
    await propose(town, LIEN, when="tuần này")
    return town


async def draft(town: Town, what: str) -> str:
    return await town.write(THANG, f"giao Bình: {what}, thứ 6")


async def test_the_same_body_is_strong_the_same_place_is_medium(office: Town) -> None:
    town = office
    said = await draft(town, f"làm việc với {KALONG} về rác")
    assert "🔴 1. Có thể trùng GS-01" in said
    assert "cùng đối tượng, cùng địa bàn" in said
    await town.tap(THANG, "Bỏ")
    said = await draft(town, "vận động 6 hộ Ka Long")
    assert "🟡 1. Có thể trùng GS-01" in said
    assert "cùng địa bàn" in said
    await town.tap(THANG, "Bỏ")
    assert f"🔵 1. Có thể trùng GS-01 {KALONG}" in await draft(town, f"tuyên truyền về {FUND}")


async def test_it_is_given_all_the_same(office: Town) -> None:
    town = office
    await draft(town, "vận động 6 hộ Ka Long")
    await town.tap(THANG, "Giao")
    assert await says(town, BINH, "vận động 6 hộ Ka Long")


async def test_elsewhere_nothing_is_said(office: Town) -> None:
    town = office
    assert "Có thể trùng" not in await draft(town, "vận động 6 hộ Trà Cổ")


async def test_of_what_is_not_told_beforehand_nothing_is_said(office: Town) -> None:
    town = office
    await town.write(LAN, "GS1 không báo trước")
    assert "Có thể trùng" not in await draft(town, f"làm việc với {KALONG} về rác")


async def test_a_day_that_is_planned_shows_it_too(office: Town) -> None:
    town = office
    await propose(town, LIEN, body=TRACO, when="tuần này")
    assert "🟡 Có thể trùng GS-0" in await plan(town)


async def test_the_same_place_alone_is_no_overlap_of_work(town: Town) -> None:
    """«Danh sách đoàn viên khó khăn» was shown beside «vận động 6 hộ», for the ward alone."""
    await give(town, THANG, "Hoa", "phát tờ rơi Ka Long")
    await town.sql(
        "INSERT INTO assignment_locality SELECT a.id, l.id FROM assignment a, locality l"
        " WHERE l.name = 'Ka Long'"
    )
    assert "Có thể trùng" not in await draft(town, "vận động 6 hộ Ka Long")
    await town.tap(THANG, "Bỏ")
    said = await town.write(THANG, "giao Hoa: vận động 6 hộ Ka Long, thứ 6")
    assert "Có thể trùng NV-2026-0001" in said
