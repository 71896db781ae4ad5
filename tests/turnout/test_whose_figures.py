"""Of which day and point a figure is, and when it is no figure at all."""

import pytest

from tests.helpers.activities import open_saturday, plan_saturday
from tests.town import CUONG, HANH, HOA, Town, clock

TOLD = "SELECT total FROM turnout WHERE state = 'confirmed' ORDER BY id"
ECHOED = (
    "SELECT date(activity.starts_at, 'unixepoch', '+7 hours'), total FROM turnout"
    " JOIN point ON point.id = point_id JOIN activity ON activity.id = point.activity_id"
    " WHERE turnout.state = 'echoed' ORDER BY turnout.id"
)
MEASURED = (
    "SELECT count(*) FROM turnout_measure JOIN turnout ON turnout.id = turnout_id"
    " WHERE state = 'confirmed'"
)
FIGURES = "dtn 20 pn 15 ccb 5 vang 3"


@pytest.fixture
async def saturday(town: Town) -> int:
    day = await plan_saturday(town)
    await town.go_to(clock(21, 10, 31))
    return day


@pytest.fixture
async def two_days(town: Town) -> None:
    """Nobody has told of 21/11, and 28/11 is over as well."""
    await plan_saturday(town)
    await open_saturday(town, capacity=60, points=3, starts=clock(28, 7), title="Trồng cây")
    town.now = clock(28, 10, 31)


async def told(town: Town) -> None:
    """Cường has told of 28/11."""
    await town.write(CUONG, "28/11 45")
    await town.tap(CUONG, "Đúng")


async def test_a_number_of_people_is_never_a_reason(town: Town, saturday: int) -> None:
    await town.tap(CUONG, "Không tổ chức")
    asked = await town.write(CUONG, FIGURES)
    assert "Ghi 40 người (ĐTN 20, PN 15, CCB 5; vắng 3), hay là lý do?" in asked
    assert await town.sql("SELECT count(*) FROM turnout") == [(0,)]
    assert "40 người" in await town.tap(CUONG, "Ghi 40 người")
    await town.tap(CUONG, "Đúng")
    assert await town.sql(TOLD) == [(40,)]


async def test_a_day_that_was_meant_by_mistake_is_not_called_unheld(
    town: Town, saturday: int
) -> None:
    await town.tap(CUONG, "Không tổ chức")
    await town.write(CUONG, "a nham khong phai buoi do, cu de nguyen")
    assert await town.sql("SELECT count(*) FROM turnout") == [(0,)]


async def test_or_it_is_the_reason_after_all(town: Town, saturday: int) -> None:
    await town.tap(CUONG, "Không tổ chức")
    await town.write(CUONG, FIGURES)
    question = town.phone(CUONG).last
    await town.tap(CUONG, "Là lý do")
    assert await town.sql("SELECT not_held, reason FROM turnout") == [(1, FIGURES)]
    assert "đã trả lời" in await town.press(CUONG, "t.reason:0", question.message_id)


async def test_a_reason_that_is_left_says_nothing(town: Town, saturday: int) -> None:
    await town.tap(CUONG, "Không tổ chức")
    assert "không ghi gì" in await town.write(CUONG, "khoan, để hỏi lại đã")
    assert await town.sql("SELECT count(*) FROM turnout") == [(0,)]
    assert "45 người" in await town.write(CUONG, "45")


async def test_a_date_in_the_line_decides_the_day(town: Town, two_days: None) -> None:
    assert "28/11" in await town.write(CUONG, "28/11 dtn 25")
    assert await town.sql(ECHOED) == [("2026-11-28", 25)]


async def test_the_office_names_place_and_day(town: Town, two_days: None) -> None:
    await town.write(HANH, "Hải Yên 28/11: 55 ng")
    assert await town.sql(ECHOED) == [("2026-11-28", 55)]


async def test_what_was_told_a_minute_ago_is_put_right(town: Town, two_days: None) -> None:
    await told(town)
    assert "38 người" in await town.write(CUONG, "nham, 38 thoi")
    assert await town.sql(ECHOED) == [("2026-11-28", 38)]


async def test_another_figure_may_be_instead_or_of_another_day(town: Town, two_days: None) -> None:
    await told(town)
    asked = await town.write(CUONG, "40 ng don 2km duong")
    assert "Ghi 40 người thay số 45 của Cầu Ka Long, thứ Bảy, 28/11" in asked
    assert await town.sql(ECHOED) == []
    await town.tap(CUONG, town.phone(CUONG).last.labels[1])
    assert await town.sql(ECHOED) == [("2026-11-21", 40)]


async def test_a_line_left_yesterday_adds_nothing_to_todays(town: Town, saturday: int) -> None:
    await town.write(CUONG, "40 người, 2 km đường")
    await town.tap(CUONG, "Sai điểm")
    await town.go_to(clock(22, 9))
    await town.write(CUONG, "t7 co 30 nguoi")
    await town.tap(CUONG, "Đúng")
    assert await town.sql(TOLD) == [(30,)]
    assert await town.sql(MEASURED) == [(0,)]


async def test_after_everything_was_dropped_figures_are_asked_for_which_day(
    town: Town, two_days: None
) -> None:
    await town.write(CUONG, "/huy")
    assert "của điểm nào" in await town.write(CUONG, "khoang 40 nguoi")


async def test_a_photo_stays_with_the_figures_until_the_point_is_known(
    town: Town, two_days: None
) -> None:
    await town.write(CUONG, "/huy")
    await town.phone(CUONG).photo("khoảng 40 người")
    await town.settle()
    await town.tap(CUONG, town.phone(CUONG).last.labels[0])
    assert await town.sql("SELECT count(*) FROM point_photo") == [(1,)]


async def test_a_reply_to_a_reminder_is_about_its_point(town: Town, saturday: int) -> None:
    request = next(m for m in reversed(town.phone(HOA).messages) if "khu 4" in m.text)
    await town.write(HOA, "25", reply_to=request)
    assert await town.sql(ECHOED) == [("2026-11-21", 25)]
    assert "khu 4" in await town.screen(HOA)
