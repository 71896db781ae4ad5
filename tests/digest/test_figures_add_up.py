"""The figures of the report add up, and «Nhắc cả» reminds as many as it says."""

from datetime import timedelta

import pytest

from domain.assignments import Assignment
from domain.digest import SHORT
from storage import Work
from tests.helpers.activities import plan_saturday
from tests.helpers.reports import in_full
from tests.town import BINH, HANH, HOA, LAN, Town, clock

ALL_OVERDUE = 13


@pytest.fixture(autouse=True)
async def whole_text(town: Town) -> None:
    await in_full(town, LAN)


async def overdue_work(town: Town) -> None:
    """Bình leads twelve overdue tasks, Lan, who is in no section, one."""

    def give(work: Work) -> None:
        hanh, due = town.person(HANH), work.now - timedelta(days=3)
        for number in range(1, ALL_OVERDUE + 1):
            lead = work.people.get(town.person(LAN if number == 1 else BINH), work.today)
            assert lead is not None
            new = Assignment(
                id=0,
                code="",
                number=0,
                title=f"Việc {number}",
                expected="Kết quả",
                assigner_id=hanh,
                lead_id=lead.id,
                approver_id=hanh,
                unit_id=lead.unit_id,
                original_due=due,
                due_at=due,
                issued_at=due - timedelta(days=3),
            )
            work.assignments.add(new)

    await town.work(give)


async def report(town: Town) -> str:
    return next(text for text in await town.heard(LAN) if "BÁO CÁO TUẦN" in text)


async def test_every_overdue_task_of_the_report_can_be_seen(town: Town) -> None:
    await overdue_work(town)
    await town.go_to(clock(23, 7, 1))
    assert f"Quá hạn {ALL_OVERDUE}" in await report(town)
    said = await town.tap(LAN, "Việc quá hạn")
    assert f"Việc quá hạn ({ALL_OVERDUE})" in said
    for _ in range(3):
        said = await town.tap(LAN, "Trang sau")
    assert "13. " in said
    assert f"Đã nhắc {ALL_OVERDUE} việc" in await town.tap(LAN, f"Nhắc cả {ALL_OVERDUE}")


async def test_under_a_report_those_are_reminded_that_it_lists(town: Town) -> None:
    await overdue_work(town)
    await town.go_to(clock(23, 7, 1))
    town.now = clock(25, 9)
    await overdue_work(town)
    await town.write(BINH, "xong 13, đã gửi danh sách")
    await town.tap(BINH, "Gửi")
    await town.write(LAN, "báo cáo tuần 47")
    await town.tap(LAN, "Việc quá hạn")
    still = ALL_OVERDUE - 1
    assert f"Đã nhắc {still} việc" in await town.tap(LAN, f"Nhắc cả {still}")


async def test_those_in_no_section_have_a_line(town: Town) -> None:
    await overdue_work(town)
    await town.go_to(clock(23, 7, 1))
    said = await report(town)
    assert "🟡 Đúng hạn 0/13" in said, "its first week is never red"
    assert "• Tuyên truyền - Vận động 0/12" in said
    assert "• Lãnh đạo, chưa rõ tiểu ban 0/1" in said


async def test_the_parts_on_the_first_screen_are_the_whole(town: Town) -> None:
    await town.work(lambda work: work.digests.choose(town.person(LAN), SHORT))
    await overdue_work(town)
    await town.go_to(clock(23, 7, 1))
    rung = next(text for text in await town.heard(LAN) if "ĐÚNG HẠN" in text)
    assert "ĐÚNG HẠN 0/13: TTVĐ 0/12; lãnh đạo 0/1" in rung


async def test_people_of_no_organisation_are_counted_out(town: Town) -> None:
    await plan_saturday(town)
    await town.go_to(clock(21, 10, 31))
    await town.write(HOA, "Ka Long: ĐTN 20, PN 12")
    await town.tap(HOA, "Đúng")
    await town.write(HOA, "Trà Cổ 32")
    await town.tap(HOA, "Đúng")
    await town.go_to(clock(23, 7, 1))
    said = await report(town)
    assert "64 lượt người" in said
    assert "ĐTN 20, PN 12, còn lại 32." in said
    await town.go_to(clock(23, 8, 10))
    await town.write(HOA, "Hải Yên 20")
    await town.tap(HOA, "Đúng")
    assert "cập nhật 08h10, 23/11" in await report(town)
