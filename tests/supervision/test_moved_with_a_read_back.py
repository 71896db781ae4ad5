"""A visit is moved by a line: read back with whom it is told, sent by a yes, and taken back."""

from typing import Any

import pytest

from tests.helpers.supervision import LIEN, TRAN, office_of_visits, propose, visit
from tests.town import HOA, LAN, Town, clock, says


@pytest.fixture
async def hidden(town: Town) -> Town:
    """It is Thursday the 19th; nobody is told of GS-01, which is on Wednesday the 25th."""
    await office_of_visits(town)
    await propose(town, LIEN, when="25/11")
    await town.sql("UPDATE visit SET stage = 'settled', version = version + 1")
    await town.write(LAN, "GS1 không báo trước")
    await town.write(TRAN, "GS1 đoàn: Liên trưởng đoàn, Hoa")
    await town.go_to(clock(19, 15))
    return town


async def where_it_is(town: Town) -> tuple[Any, ...]:
    return await visit(town, "first, last, on_day, starts_at, meets", 1)


async def test_an_hour_without_a_day_keeps_the_day_and_the_morning(hidden: Town) -> None:
    said = await hidden.write(TRAN, "gs1 tap trung 7h30 san UBMT, ko bao truoc nhe")
    assert "tập trung thứ Tư, 25/11 7h30, san UBMT." in said
    row = await where_it_is(hidden)
    assert row[2:] == ("2026-11-25", "2026-11-25T00:30:00+00:00", "san UBMT")
    for who in (LAN, LIEN, HOA):
        assert not await says(hidden, who, "lùi")


@pytest.mark.parametrize(
    ("line", "starts"),
    [
        ("gs1 tập trung 8h sáng thứ 3 24/11, tại trụ sở", "24/11 8h"),
        ("gs1: 7h30 sáng thứ 5 26/11, tập trung ở sân UBMT", "26/11 7h30"),
        ("gs1 lùi sang 3/12, vẫn 14h chỗ cũ", "3/12 14h"),
        ("gs1 chuyển sang 4/12, 8h tập trung sân UBMT", "4/12 8h"),
        ("gs1 tập trung lúc 9h", "25/11 9h"),
    ],
)
async def test_each_move_is_read_back_sent_told_and_taken_back(
    hidden: Town, line: str, starts: str
) -> None:
    town = hidden
    await town.write(TRAN, "gs1 tập trung 7h30, sân UBMT")
    before = await where_it_is(town)
    said = await town.write(TRAN, line)
    assert "CHƯA GỬI" in said
    assert starts in said
    assert "Sẽ báo:" in said
    assert "Trần Thị Lan" in said
    assert "Hoàng Thị Liên" in said
    assert await where_it_is(town) == before
    assert not await says(town, LAN, "nay tập trung")
    assert "đã báo" in await town.write(TRAN, "ok")
    for who in (LAN, LIEN):
        assert await says(town, who, "nay tập trung")
        assert await says(town, who, starts)
    assert not await says(town, HOA, "GS-01"), "of a hidden one its team hears half a day before"
    assert "như trước" in await town.tap(TRAN, "Hoàn tác")
    assert await where_it_is(town) == before
    for who in (LAN, LIEN):
        assert await says(town, who, "nay tập trung thứ Tư, 25/11 7h30, sân UBMT (trước: ")


async def test_a_no_and_a_tap_on_it_leave_it(hidden: Town) -> None:
    town = hidden
    await town.write(TRAN, "gs1 tập trung 7h30, sân UBMT")
    before = await where_it_is(town)
    await town.write(TRAN, "gs1 tập trung 8h thứ 3 24/11")
    assert "không đổi gì" in await town.tap(TRAN, "Thôi")
    await town.write(TRAN, "gs1 lùi: tháng 12")
    await town.write(TRAN, "thôi")
    assert await where_it_is(town) == before
    assert not await says(town, LAN, "lùi")


async def test_put_off_to_its_own_day_changes_nothing_and_says_so(hidden: Town) -> None:
    town = hidden
    await town.write(TRAN, "gs1 tập trung 7h30, sân UBMT")
    before = await where_it_is(town)
    said = await town.write(TRAN, "gs1 lùi đến 25/11")
    assert "không đổi gì" in said
    assert "sân UBMT" in said
    assert await where_it_is(town) == before


async def test_put_off_is_read_back_with_the_body_s_paper(hidden: Town) -> None:
    town = hidden
    said = await town.write(TRAN, "gs1 lùi: tháng 12")
    assert "tháng 12" in said
    assert (await where_it_is(town))[0] == "2026-11-25"
    await town.tap(TRAN, "Gửi")
    assert await says(town, LAN, "lùi đến tháng 12")
    assert (await where_it_is(town))[0] == "2026-12-01"
    await town.write(TRAN, "hoàn tác")
    assert (await where_it_is(town))[0] == "2026-11-25"
    assert await says(town, LAN, "đổi sang 25/11")


async def test_after_ten_minutes_it_stands(hidden: Town) -> None:
    town = hidden
    await town.write(TRAN, "gs1 lùi: tháng 12")
    await town.tap(TRAN, "Gửi")
    await town.later(minutes=11)
    await town.tap(TRAN, "Hoàn tác")
    assert (await where_it_is(town))[0] == "2026-12-01"


async def test_what_was_changed_meanwhile_is_not_moved(hidden: Town) -> None:
    town = hidden
    await town.write(TRAN, "gs1 lùi: tháng 12")
    await town.write(LIEN, "gs1 tập trung 9h, trụ sở")
    assert "đã sang bước khác" in await town.tap(TRAN, "Gửi")
    assert (await where_it_is(town))[2] == "2026-11-25"


async def test_words_that_are_no_place_are_shown_and_not_kept(hidden: Town) -> None:
    said = await hidden.write(TRAN, "gs1 tập trung 7h30 sân UBMT, nhớ mang biên bản mẫu")
    assert "Không ghi: «nhớ mang biên bản mẫu»" in said
    await hidden.write(TRAN, "gửi")
    assert (await where_it_is(hidden))[4] == "sân UBMT"


async def test_who_may_not_move_it_is_refused(hidden: Town) -> None:
    assert "Không tìm thấy" in await hidden.write(HOA, "gs1 lùi: tháng 12")


async def test_an_hour_of_a_visit_without_a_day_asks_for_it(town: Town) -> None:
    await office_of_visits(town)
    await propose(town, LIEN, when="tháng 12")
    await town.sql("UPDATE visit SET stage = 'planned', version = version + 1")
    assert "ngày nào?" in await town.write(TRAN, "gs1 tập trung 7h30, trụ sở")
    assert (await where_it_is(town))[3] is None
