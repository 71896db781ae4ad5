"""Whoever knows the hour of a visit hears at once what becomes of it, late in the evening too."""

import pytest

from tests.helpers.supervision import KALONG, LIEN, TRAN, call_off, move, office_of_visits, propose
from tests.town import BINH, HOA, LAN, Town, clock, says

TEAM = "GS1 đoàn: Trận trưởng đoàn, Liên thư ký, Hoa"


@pytest.fixture
async def briefed(town: Town) -> Town:
    """It is Thursday evening; the team goes on Friday at a quarter past seven."""
    await office_of_visits(town)
    await propose(town, LIEN, when="tuần này")
    await town.sql("UPDATE visit SET stage = 'planned', version = version + 1")
    await town.write(LAN, "GS1 không báo trước")
    await town.write(TRAN, TEAM)
    await town.write(TRAN, "GS1 tập trung 7h15 thứ sáu, tại trụ sở")
    await town.go_to(clock(19, 20))
    assert await says(town, HOA, "tập trung thứ Sáu, 20/11 7h15")
    return town


async def test_put_off_in_the_evening_it_is_told_in_the_evening(briefed: Town) -> None:
    town = briefed
    await move(town, TRAN, "GS1 lùi: tháng 12")
    for who, words in ((HOA, "GS-01: lùi. Giờ"), (LIEN, "GS-01: lùi đến tháng 12")):
        assert await says(town, who, words)
        assert not [text for text in await town.heard(who) if KALONG in text and "lùi" in text]
    assert not await says(town, BINH, "lùi")


async def test_called_off_in_the_evening_it_is_told_in_the_evening(briefed: Town) -> None:
    town = briefed
    await call_off(town, TRAN, "GS1 hủy: trùng thanh tra")
    assert await says(town, HOA, "GS-01: không tổ chức")


async def test_another_hour_takes_the_place_of_the_one_that_was_told(briefed: Town) -> None:
    town = briefed
    await move(town, TRAN, "GS1 tập trung 7h45 thứ sáu, tại trụ sở")
    assert await says(town, HOA, "Thay giờ, nơi đã báo.\nGS-01: tập trung thứ Sáu, 20/11 7h45")


async def test_who_goes_no_longer_and_who_goes_now_hear_it(briefed: Town) -> None:
    town = briefed
    await town.write(TRAN, "GS1 đoàn: Trận trưởng đoàn, Liên thư ký, Bình")
    assert await says(town, HOA, "không đi cuộc này nữa")
    assert await says(town, BINH, "tập trung thứ Sáu, 20/11 7h15")
    briefs = [text for text in await town.heard(LIEN) if "tập trung thứ Sáu" in text]
    assert len(briefs) == 1, "who knows it already is not told twice"


async def test_a_team_named_once_more_still_hears_the_hour(town: Town) -> None:
    await office_of_visits(town)
    await propose(town, LIEN, when="tuần này")
    await town.sql("UPDATE visit SET stage = 'planned', version = version + 1")
    for line in (TEAM, "GS1 tập trung 7h15 thứ sáu, tại trụ sở", TEAM):
        await town.write(TRAN, line)
    await town.go_to(clock(19, 20))
    assert await says(town, HOA, "tập trung thứ Sáu, 20/11 7h15")


async def test_only_its_head_reads_where_it_goes_by_a_tap(briefed: Town) -> None:
    town = briefed
    await town.write(LAN, "GS1 đoàn: Liên trưởng đoàn, Hoa")
    brief = next(m for m in reversed(town.phone(LIEN).messages) if "tập trung" in m.text)
    assert KALONG in await town.tap(LIEN, "Xem nơi đến", brief)
    assert town.phone(LIEN).messages[-1].protected
    assert "Không tìm thấy" in await town.press(HOA, "v.where:1")
    labels = [b.text for m in town.phone(HOA).messages for b in m.buttons or ()]
    assert "Xem nơi đến" not in labels
    await town.later(minutes=15)
    await town.settle()
    assert not [m for m in town.phone(LIEN).messages if KALONG in m.text and "tự xóa" in m.text]


@pytest.mark.parametrize(
    "point", ["UBND phường Ka Long", "cong ubnd ka long", "UBND P. Ka Long", "tại phường ka long"]
)
async def test_a_gathering_point_that_is_the_place_is_not_taken(briefed: Town, point: str) -> None:
    town = briefed
    assert "nói ra nơi đến" in await town.write(TRAN, f"GS1 tập trung 8h thứ sáu, {point}")
    assert await town.sql("SELECT meets FROM visit") == [("tại trụ sở",)]


async def test_hidden_later_its_point_and_its_brief_tell_nothing(town: Town) -> None:
    await office_of_visits(town)
    await propose(town, LIEN, when="tuần này")
    await town.sql("UPDATE visit SET stage = 'planned', version = version + 1")
    await town.write(TRAN, TEAM)
    await town.write(TRAN, "GS1 tập trung 7h15 thứ sáu, UBND Ka Long")
    assert "đề nghị ghi lại giờ" in await town.write(LAN, "GS1 không báo trước")
    await town.go_to(clock(19, 20))
    assert not [text for text in await town.heard(HOA) if "Ka Long" in text]


@pytest.fixture
async def not_yet_briefed(town: Town) -> Town:
    """Nobody of the team has heard of it; its head reads of it all the same."""
    await office_of_visits(town)
    await propose(town, LIEN, when="tuần này")
    await town.sql("UPDATE visit SET stage = 'planned', version = version + 1")
    await town.write(LAN, "GS1 không báo trước")
    await town.write(TRAN, TEAM)
    await town.write(TRAN, "GS1 tập trung 7h15 thứ bảy, tại trụ sở")
    return town


@pytest.mark.parametrize(
    "line", ["GS1 lùi: tháng 12", "GS1 lùi: 24/11", "GS1 hủy: trùng thanh tra"]
)
async def test_before_half_a_day_the_team_of_a_hidden_one_hears_nothing(
    not_yet_briefed: Town, line: str
) -> None:
    """Neither its new day, nor that there is one."""
    town = not_yet_briefed
    await (call_off if "hủy" in line else move)(town, TRAN, line)
    await town.go_to(clock(20, 20))
    assert not await says(town, HOA, "GS-01")
    assert await says(town, LIEN, "GS-01"), "who proposed it knows"


async def test_a_team_that_knows_the_old_hour_hears_no_new_day(briefed: Town) -> None:
    town = briefed
    await move(town, TRAN, "GS1 lùi: 24/11")
    assert await says(town, HOA, "GS-01: lùi")
    assert not await says(town, HOA, "24/11")
    await town.write(TRAN, "GS1 tập trung 7h15 24/11, tại trụ sở")
    await town.go_to(clock(23, 12))
    assert not await says(town, HOA, "24/11")
    await town.go_to(clock(23, 20))
    assert await says(town, HOA, "24/11 7h15")


async def test_an_hour_moved_to_a_later_day_is_told_half_a_day_before(briefed: Town) -> None:
    """The team that goes tomorrow hears that it does not; when it goes it hears in time."""
    town = briefed
    await move(town, TRAN, "GS1 tập trung 14h 24/11, tại trụ sở")
    assert await says(town, HOA, "GS-01: lùi")
    assert not await says(town, HOA, "24/11")
    await town.go_to(clock(24, 3))
    assert await says(town, HOA, "24/11 14h")
