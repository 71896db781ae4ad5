"""The days that reminders and lists say, and the questions for a day that can be left."""

from tests.helpers.assignments import give, last
from tests.town import BINH, THANG, Town, clock


async def test_before_a_day_off_the_next_working_day_is_not_tomorrow(town: Town) -> None:
    await town.work(lambda w: w.offices.set_day(clock(25, 0).date(), works=False, name="Nghỉ"))
    await give(town, THANG, "Bình", when="26/11")
    await town.tap(BINH, "Nhận việc")
    await town.go_to(clock(24, 7, 31))
    said = await last(town, BINH)
    assert "⏰ Ngày làm việc tới: 1" in said
    assert "Ngày mai" not in said


async def test_what_nobody_has_accepted_is_due_soon_too(town: Town) -> None:
    await give(town, THANG, "Bình", when="20/11")
    assert "Đến hạn trong 3 ngày: 1" in await town.write(BINH, "/viec")


async def test_a_question_about_a_day_or_a_name_can_be_left(town: Town) -> None:
    await give(town, THANG, "Bình", when="27/11")
    await town.tap(BINH, "Nhận việc")
    await town.write(BINH, "xin gia hạn")
    assert "Đã thôi" in await town.tap(BINH, "Bỏ")
    await town.write(BINH, "xin gia hạn")
    assert "Đã thôi" in await town.write(BINH, "thôi")
    assert await town.sql("SELECT count(*) FROM expectation") == [(0,)]
    assert await town.sql("SELECT count(*) FROM assignment_request") == [(0,)]
    await town.write(THANG, "1")
    await town.tap(THANG, "Giao lại")
    assert "Đã thôi" in await town.tap(THANG, "Bỏ")
    assert await town.sql("SELECT lead_id FROM assignment") == [(town.person(BINH),)]
