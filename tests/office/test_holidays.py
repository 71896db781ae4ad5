"""The public holidays: a span in one line, the year's list confirmed in December, and silence."""

from datetime import date

import pytest

from domain.refusals import Refusal
from language.answers.office.office_lines import read_named_days
from tests.helpers.assignments import give
from tests.town import BINH, CUONG, HANH, LAN, THANG, Town, clock, says

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    "typed", ["5/2-11/2 Tết", "5/2 - 11/2/2027 Tết", "5-11/2 Tết", "5/2 đến 11/2 Tết"]
)
def test_a_span_is_one_line(typed: str) -> None:
    days, name = read_named_days(typed, TODAY)
    assert (days[0], days[-1], len(days), name) == (date(2027, 2, 5), date(2027, 2, 11), 7, "Tết")


def test_a_span_over_the_new_year() -> None:
    days, _ = read_named_days("31/12-2/1 nghỉ", TODAY)
    assert (days[0], days[-1]) == (date(2026, 12, 31), date(2027, 1, 2))


@pytest.mark.parametrize("typed", ["5/2-31/2 Tết", "1/1-30/6 nghỉ", "Tết"])
def test_what_is_no_span(typed: str) -> None:
    with pytest.raises(Refusal):
        read_named_days(typed, TODAY)


async def test_the_span_is_one_row_and_goes_with_one_tap(town: Town) -> None:
    said = await town.write(HANH, "/lichnghi 5/2-11/2 Tết")
    assert "thứ Sáu, 5/02/2027 – thứ Năm, 11/02/2027: nghỉ, Tết" in said
    assert await town.sql("SELECT count(*) FROM calendar_day") == [(5,)], "weekends are off anyhow"
    await town.tap(HANH, "✕ 5/02–11/02/2027")
    assert await town.sql("SELECT count(*) FROM calendar_day") == [(0,)]


async def test_in_december_the_office_confirms_next_years_days(town: Town) -> None:
    await town.go_to(clock(30, 17))
    assert not await says(town, HANH, "Ngày nghỉ lễ, tết 2027")
    await town.later(hours=24)
    asked = next(t for t in await town.heard(HANH) if "Ngày nghỉ lễ, tết 2027" in t)
    assert "thứ Sáu, 5/02/2027 – thứ Năm, 11/02/2027: Tết Nguyên đán ⚠️" in asked
    assert "Giỗ Tổ Hùng Vương\n" in asked, "what the law says is sure"
    await town.tap(HANH, "Ghi các ngày này")
    assert await says(town, HANH, "nghỉ, Quốc khánh")
    assert not await says(town, BINH, "lễ, tết"), "it is the office's to confirm"
    await town.later(hours=48)
    told = [t for t in await town.heard(HANH) if "Ngày nghỉ lễ, tết 2027" in t]
    assert len(told) == 1, "once"


async def test_only_the_office_writes_them_down(town: Town) -> None:
    for press in ("holidays:2027", "holidays_yes:2027"):
        await town.press(BINH, press)
        assert "chưa được phân quyền" in town.phone(BINH).toasts[-1].text
    assert await town.sql("SELECT count(*) FROM calendar_day") == [(0,)]
    await town.press(HANH, "holidays_yes:1999")
    assert await town.sql("SELECT count(*) FROM calendar_day") == [(0,)]


async def test_a_day_inside_a_holiday_is_not_worked_unawares(town: Town) -> None:
    await town.write(HANH, "/lichnghi 5/2-11/2 Tết")
    before = await town.sql("SELECT day, works FROM calendar_day ORDER BY day")
    assert "trong đợt nghỉ" in await town.write(HANH, "/lambu 8/2")
    assert await town.sql("SELECT day, works FROM calendar_day ORDER BY day") == before


async def test_nothing_rings_on_a_holiday(town: Town) -> None:
    """Work that is due and late, what is followed, a new job, reports: all of it waits for the
    first working morning, but for the draft of the report, which comes on the evening before."""
    people = (BINH, LAN, HANH, CUONG)
    await give(town, THANG, "Bình", when="23/11")
    await town.tap(BINH, "Nhận việc")
    await town.write(CUONG, "khó khăn: cầu hỏng")
    await town.sql("UPDATE matter SET due_at = unixepoch('2026-11-23 02:00')")
    await town.write(HANH, "/lichnghi 23/11-24/11 nghỉ bù")
    await town.go_to(clock(22, 21))
    before = {who: len(await town.heard(who)) for who in people}
    await town.go_to(clock(23, 10))
    await give(town, THANG, "Bình", when="26/11")
    await town.go_to(clock(24, 22))
    [*nobodys, draft] = [t for who in people for t in (await town.heard(who))[before[who] :]]
    assert nobodys == []
    assert draft.startswith("📝 Báo cáo tuần 47: bản dự thảo")
    await town.go_to(clock(25, 10))
    assert await says(town, BINH, "26/11")


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("5/2-11/2 Tết", "Tết"),
        ("nghỉ tết từ 5/2 đến 11/2", "Tết"),
        ("nghi tet tu 5/2 den 11/2", "Tet"),
        ("cơ quan nghỉ Tết Nguyên đán 5/2 - 11/2", "Tết Nguyên đán"),
    ],
)
async def test_a_holiday_said_in_a_line_is_read_back_and_written(
    town: Town, line: str, name: str
) -> None:
    read = f"thứ Sáu, 5/02/2027 – thứ Năm, 11/02/2027, {name}. Đúng chưa?"
    assert read in await town.write(HANH, line)
    assert await town.sql("SELECT count(*) FROM calendar_day") == [(0,)]
    said = await town.write(HANH, "đúng")
    assert f"nghỉ, {name}" in said
    assert await town.sql("SELECT count(*) FROM calendar_day WHERE works = 0") == [(5,)]


async def test_a_holiday_is_the_offices_to_say(town: Town) -> None:
    assert "cả cơ quan" not in await town.write(BINH, "nghỉ tết từ 5/2 đến 11/2")
    assert "cả cơ quan" not in await town.write(HANH, "tôi nghỉ từ 5/2 đến 11/2")
    await town.write(HANH, "5/2-11/2 Tết")
    await town.tap(HANH, "Đúng")
    assert await town.sql("SELECT count(*) FROM calendar_day WHERE works = 0") == [(5,)]
