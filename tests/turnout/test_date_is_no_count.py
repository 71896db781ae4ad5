"""A day until when somebody asks is no number of people, and a denial is no report."""

from tests.helpers.activities import plan_saturday
from tests.helpers.assignments import give, number_from
from tests.town import BINH, CUONG, THANG, Town, clock


async def test_a_wish_for_more_time_is_no_head_count(town: Town) -> None:
    await number_from(town, 147)
    await give(town, THANG, "Bình", when="27/11")
    await plan_saturday(town)
    await town.go_to(clock(21, 10, 35))
    assert "10 người" not in await town.write(BINH, "xin lui den 10/12")
    await town.write(BINH, "vang")
    assert await town.sql("SELECT count(*) FROM turnout") == [(0,)]


async def test_a_number_that_is_wrong_is_asked(town: Town) -> None:
    await plan_saturday(town)
    await town.go_to(clock(21, 10, 35))
    await town.write(CUONG, "10 người")
    await town.write(CUONG, "đúng")
    said = await town.write(CUONG, "ka long 10 nguoi la sai roi")
    assert "Nhắn số đúng" in said
    await town.write(CUONG, "12")
    assert "Đã ghi: 12 người" in await town.write(CUONG, "đúng")
