"""Citizens invited on a visit: a link that works once, yes or no, their words in the report."""

import pytest

from tests.helpers.supervision import KALONG, LIEN, TRAN, office_of_visits, propose
from tests.town import BINH, HOA, LAN, MAI, Town, says

GUEST = "Nguyễn Thị An"


@pytest.fixture
async def planned(town: Town) -> Town:
    await office_of_visits(town)
    await propose(town, LIEN, when="tuần này")
    await town.sql("UPDATE visit SET stage = 'planned', version = version + 1")
    await town.write(TRAN, "GS1 đoàn: Trận trưởng đoàn, Liên")
    return town


async def link(town: Town) -> str:
    said = await town.write(TRAN, f"GS1 mời {GUEST}")
    return said.rpartition("start=")[2].split()[0]


async def opened(town: Town, who: int, args: str) -> str:
    await town.phone(who).start(args)
    return await town.screen(who)


async def test_the_link_works_once_and_the_head_hears(planned: Town) -> None:
    town = planned
    args = await link(town)
    said = await opened(town, MAI, args)
    assert f"mời {GUEST} cùng đi giám sát" in said
    assert KALONG in said
    assert "đã nhận lời" in await town.tap(MAI, "Nhận lời")
    assert await says(town, TRAN, f"đại biểu {GUEST} nhận lời")
    assert "đã dùng" in await opened(town, 8102, args)
    assert await town.sql("SELECT count(*) FROM person WHERE telegram_id = 8101") == [(0,)]


async def test_of_an_unannounced_visit_it_does_not_say_where(planned: Town) -> None:
    town = planned
    args = await link(town)
    await town.write(LAN, "GS1 không báo trước")
    assert KALONG not in await opened(town, MAI, args)


async def test_whoever_works_here_is_no_invited_citizen(planned: Town) -> None:
    town = planned
    args = await link(town)
    await town.phone(HOA).start(args)
    assert "ngoài cơ quan" in await town.screen(HOA)
    assert "cùng đi giám sát" in await opened(town, MAI, args)


async def test_what_they_said_stands_on_the_card(planned: Town) -> None:
    town = planned
    await link(town)
    await town.write(LIEN, "GS1 đại biểu An: bảng phí khó đọc")
    assert f"Ý kiến đại biểu mời {GUEST}: bảng phí khó đọc" in await town.write(TRAN, "GS1")
    assert "chưa rõ đại biểu nào" in await town.write(LIEN, "GS1 đại biểu Bảy: x")
    assert "không thuộc phần việc" in await town.write(BINH, "GS1 đại biểu An: y")
    assert "không thuộc phần việc" in await town.write(BINH, "GS1 mời Trần Văn B")


async def test_a_forged_button_says_nothing(planned: Town) -> None:
    town = planned
    await link(town)
    assert "đã dùng" in await town.press(MAI, "v.guest:1:abcdef")
    assert await town.sql("SELECT comes FROM visit_guest") == [(None,)]


async def test_who_comes_sees_when_and_where_they_gather(planned: Town) -> None:
    town = planned
    args = await link(town)
    await opened(town, MAI, args)
    assert "báo sau" in await town.tap(MAI, "Nhận lời")
    await town.write(TRAN, "GS1 tập trung 7h15 thứ sáu, tại trụ sở")
    assert "thứ Sáu, 20/11 7h15, tại trụ sở" in await town.tap(MAI, "Giờ, nơi tập trung")
