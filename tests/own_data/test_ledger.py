"""Days and hours: each office's rule is data, a certificate vouches for one office, a no-show is
looked at again."""

from datetime import datetime, timedelta

import pytest

from domain.ledger import days_of
from language.answers.office.office_lines import read_rule
from tests.helpers.activities import open_saturday
from tests.helpers.registrations import join
from tests.helpers.roll import absent, came
from tests.town import BINH, CUONG, HANH, ICT, MAI, SON, TUAN, Town, clock, says


def test_a_rule_is_read_from_one_line() -> None:
    rule = read_rule("2h=1; 0h = 0,5, 6h=1.5")
    assert rule is not None
    assert rule == [(timedelta(hours=6), 1.5), (timedelta(hours=2), 1.0), (timedelta(0), 0.5)]
    assert [days_of(timedelta(hours=h), rule) for h in (1, 2, 7)] == [0.5, 1.0, 1.5]


@pytest.mark.parametrize("typed", ["", "2 giờ một ngày", "2h=1 rồi sao", "30h=1", "2h=9", "-2h=1"])
def test_a_rule_that_is_none_is_not_read(typed: str) -> None:
    assert read_rule(typed) is None


async def test_the_office_changes_what_a_day_counts_for(town: Town) -> None:
    await came(town, MAI)
    assert "1 ngày · 3 giờ" in await town.write(MAI, "/sotay")
    assert "từ 2 giờ: 1 ngày" in await town.write(HANH, "/quydoi")
    assert "từ 4 giờ: 1 ngày" in await town.write(HANH, "/quydoi 4h=1 0h=0,5")
    assert "0,5 ngày · 3 giờ" in await town.write(MAI, "/sotay")
    assert "Chưa rõ" in await town.write(HANH, "/quydoi hai tiếng một ngày")
    await town.write(BINH, "/quydoi 0h=5")
    assert "0,5 ngày" in await town.write(MAI, "/sotay"), "who has not the right changes nothing"


async def test_days_of_another_office_count_by_its_own_rule_and_paper(town: Town) -> None:
    await town.elsewhere("Phạm Văn Bên")
    await came(town, MAI, SON)
    await town.sql("UPDATE registration SET office_id = 2 WHERE id = 1")
    await town.sql("UPDATE activity SET office_id = 2")
    await town.sql("UPDATE conversion SET days = 1.5 WHERE office_id = 2 AND least_minutes = 120")
    assert "1,5 ngày" in await town.write(MAI, "/sotay")
    await town.tap(MAI, "Giấy chứng nhận")
    assert await town.sql("SELECT office_id, days FROM certificate") == [(2, 1.5)]


async def test_a_certificate_is_typed_from_the_paper(town: Town) -> None:
    await came(town, MAI, SON)
    await town.write(MAI, "/sotay")
    await town.tap(MAI, "Giấy chứng nhận")
    [(code,)] = await town.sql("SELECT code FROM certificate")
    assert "✅ Đúng" in await town.write(SON, f"tn-{code.lower()}")
    assert "Không đúng hoặc không còn lưu" in await town.write(SON, "TN-22222222")


async def test_a_certificate_is_answered_as_long_as_its_days_bear_a_name(town: Town) -> None:
    town.now = march = datetime(2026, 3, 5, 9, 0, tzinfo=ICT)
    day = await open_saturday(town, starts=march.replace(day=7, hour=7))
    for who, purpose in ((MAI, "tin các buổi sau"), (SON, "Sổ tình nguyện")):
        await join(town, who, day)
        await town.write(who, "/dulieu")
        await town.tap(who, purpose)
        await town.tap(who, "Đồng ý", town.phone(who).messages[-1])
    await town.go_to(march.replace(day=7, hour=8))
    for label in ("Điểm danh", "Đủ cả", "Chốt"):
        await town.tap(CUONG, label)
    for who in (MAI, SON):
        await town.write(who, "/sotay")
        await town.tap(who, "Giấy chứng nhận")
    for moment, left in (((2026, 6, 4), 2), ((2026, 6, 8), 1), ((2027, 2, 2), 0)):
        town.now = datetime(*moment, 1, 0, tzinfo=ICT)
        await town.later(hours=3)
        assert await town.sql("SELECT count(*) FROM certificate") == [(left,)], moment


async def test_the_figure_follows_a_dispute_that_was_right(town: Town) -> None:
    await absent(town, clock(21, 9))
    await town.go_to(clock(21, 10, 5))
    assert await says(town, MAI, "người ghi: Vũ Văn Cường")
    await town.tap(MAI, "Ghi chưa đúng")
    assert "Người Mai" in await town.screen(CUONG)
    await town.tap(CUONG, "Có mặt")
    assert not await says(town, CUONG, "Người Mai"), "settled, the card names nobody"
    totals = await town.sql("SELECT total FROM turnout WHERE rank = 'evidence' ORDER BY id")
    assert totals == [(1,), (2,)]


async def test_seven_days_are_counted_from_when_one_was_told(town: Town) -> None:
    await absent(town, clock(23, 9))
    await town.settle()
    told = next(m for m in town.phone(MAI).messages if "được ghi là vắng" in m.text)
    town.now = clock(30, 8)
    assert "Đã chuyển" in await town.tap(MAI, "Ghi chưa đúng", told)
    await town.sql("UPDATE registration SET disputed_at = NULL")
    town.now = clock(30, 10)
    assert "quá bảy ngày" in await town.press(MAI, "s.dispute:1", told.message_id)


async def test_a_stranger_types_the_number_of_the_paper(town: Town) -> None:
    await came(town, MAI)
    await town.write(MAI, "/sotay")
    await town.tap(MAI, "Giấy chứng nhận")
    [(code,)] = await town.sql("SELECT code FROM certificate")
    for typed in (f"TN-{code}", f"tn {code.lower()}", f"TN{code}."):
        assert "✅ Đúng" in await town.write(TUAN, typed), typed
    assert "Không đúng" in await town.write(TUAN, "TN-22222222")
    assert await town.sql("SELECT count(*) FROM person WHERE telegram_id = 8103") == [(0,)]


async def test_a_certificate_names_the_days_it_counts(town: Town) -> None:
    await came(town, MAI)
    town.now = clock(24, 9)
    await town.write(MAI, "/sotay")
    await town.tap(MAI, "Giấy chứng nhận")
    given = await town.sql("SELECT since, until, issued FROM certificate")
    assert given == [("2026-11-21", "2026-11-21", "2026-11-24")]
