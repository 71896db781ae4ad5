"""Who goes along on a hidden visit learns nothing of it before half a day before, by no paper."""

import pytest

from actions.supervision import printing
from tests.helpers.supervision import LIEN, TRAN, office_of_visits, propose
from tests.helpers.visit_papers import printed
from tests.town import BINH, HANH, LAN, Neighbour, Town, clock

THEME, BODY, POINT = "sữa học đường", "trường mầm non Hoa Sen", "cổng công viên"


@pytest.fixture
async def office(town: Town) -> Town:
    """One that nobody is told of; on Friday at 7h15 its team gathers."""
    await office_of_visits(town)
    await propose(town, LIEN, f"đột xuất {THEME}", BODY, "tuần này")
    await town.sql("UPDATE visit SET stage = 'planned', version = version + 1")
    await town.write(TRAN, "GS1 đoàn: Trận trưởng đoàn, Bình")
    await town.write(TRAN, f"GS1 tập trung 7h15 thứ sáu, tại {POINT}")
    return town


@pytest.mark.parametrize(
    "line", ["GS{n} giấy đi đường", "in giấy đi đường gs {n}", "GS{n} đã rõ", "GS{n} đã đến"]
)
async def test_before_it_the_team_is_answered_as_of_an_unknown_code(
    office: Town, line: str
) -> None:
    unknown = await office.write(BINH, line.format(n=9))
    assert await office.write(BINH, line.format(n=1)) == unknown


async def test_the_button_of_a_paper_tells_nothing_either(office: Town) -> None:
    assert "Không tìm thấy" in await office.press(BINH, "v.road:1")
    assert "Không tìm thấy" in await office.press(BINH, "v.comes:1")


async def test_half_a_day_before_the_paper_says_what_for_and_not_where(office: Town) -> None:
    await office.go_to(clock(19, 20))
    said = await printed(office, BINH, printing.road, 1)
    assert THEME in said
    assert POINT in said
    assert BODY not in said


@pytest.mark.parametrize("who", [LAN, TRAN])
async def test_who_knows_of_it_has_the_paper_before(office: Town, who: Neighbour) -> None:
    said = await printed(office, who, printing.road, 1)
    assert THEME in said
    assert POINT in said


async def test_the_office_prints_it_without_what_it_does_not_know(office: Town) -> None:
    said = await printed(office, HANH, printing.road, 1)
    assert "Lê Văn Trận" in said
    assert [word for word in (THEME, BODY, POINT, "7h15") if word in said] == []
