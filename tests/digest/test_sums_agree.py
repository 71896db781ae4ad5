"""The sums of a report agree among themselves, and say what nobody reported."""

from tests.helpers.activities import open_saturday, plan_saturday
from tests.helpers.reports import in_full, report_of
from tests.town import HANH, HOA, LAN, Town, clock


async def test_eight_weeks_and_the_year_count_the_same_days_and_name_the_silent(
    town: Town,
) -> None:
    await plan_saturday(town)
    await in_full(town, LAN)
    await town.go_to(clock(21, 10, 31))
    await town.write(HOA, "Ka Long 42, Trà Cổ 32")
    await town.tap(HOA, "Đúng")
    await town.go_to(clock(23, 7, 1))
    said = await report_of(town, 47)
    assert "8 tuần gần đây: 1 buổi, 74 lượt người (chưa báo 1 điểm)." in said
    assert "Từ đầu năm: 1 buổi, 74 lượt người (chưa báo 1 điểm)." in said
    await open_saturday(town, points=2, capacity=60, starts=clock(28, 7))
    await town.go_to(clock(30, 7, 1))
    said = await report_of(town, 48)
    assert "8 tuần gần đây: 2 buổi, 74 lượt người (chưa báo 3 điểm)." in said
    assert "Từ đầu năm: 2 buổi, 74 lượt người (chưa báo 3 điểm)." in said


async def test_a_longer_time_is_not_told_as_eight_weeks(town: Town) -> None:
    await plan_saturday(town)
    await town.go_to(clock(23, 9))
    said = await town.write(LAN, "báo cáo tháng 11")
    assert "tuần gần đây" not in said
    assert "Từ đầu năm: 1 buổi (chưa báo 3 điểm)." in said


async def test_a_class_that_nobody_reported_is_told_and_can_be_chased(town: Town) -> None:
    await open_saturday(town, points=1, capacity=50, title="Công dân số, lớp 3")
    await town.sql("UPDATE activity SET kind = 'training'")
    await in_full(town, LAN)
    await town.go_to(clock(22, 19, 1))
    draft = next(text for text in await town.heard(HANH) if "bản dự thảo" in text)
    assert "Còn thiếu số liệu: Ka Long" in draft
    assert "Nhắc" in " ".join(town.phone(HANH).last.labels)
    await town.go_to(clock(23, 7, 1))
    said = await report_of(town, 47)
    assert "Công dân số, lớp 3 (21/11): chưa báo (Ka Long)." in said
    assert "Từ đầu năm: 1 lớp (chưa báo 1 lớp)." in said
    await town.write(HOA, "Ka Long 31")
    await town.tap(HOA, "Đúng")
    said = await report_of(town, 47)
    assert "Công dân số, lớp 3 (21/11): 31 lượt người." in said
    assert "Từ đầu năm: 1 lớp, 31 lượt người." in said
