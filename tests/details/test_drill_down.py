"""Every figure of the report opens to what it counts, to the card and back, in one message."""

import pytest

from domain.access import Role
from tests.helpers.activities import plan_saturday
from tests.helpers.reports import late_work
from tests.town import BINH, HANH, HOA, LAN, THANG, Town, clock, says


@pytest.fixture
async def monday(town: Town) -> Town:
    """Bình is late with one thing; two of the three points have reported; it is Monday."""
    await plan_saturday(town)
    await late_work(town)
    await town.work(
        lambda w: w.assignments.add_localities(1, [w.offices.localities(w.today)[0].id])
    )
    await town.go_to(clock(21, 10, 31))
    await town.write(HOA, "Ka Long 42, Trà Cổ 32")
    await town.tap(HOA, "Đúng")
    await town.go_to(clock(23, 9))
    return town


def count(town: Town) -> int:
    return len(town.phone(LAN).messages)


async def test_by_section_to_the_card_and_back_in_one_message(monday: Town) -> None:
    town = monday
    assert "Bấm một số" in await town.tap(LAN, "Xem chi tiết")
    before = count(town)
    assert "Tuyên truyền" in await town.tap(LAN, "Theo tiểu ban")
    said = await town.tap(LAN, "Tuyên truyền…")
    assert "1 việc" in said
    assert "🔴 1 Danh sách người có uy tín – Nguyễn Văn Bình" in said
    assert "NV-2026-0001" in await town.tap(LAN, "1")
    for name in ("Nhắc", "Hỏi", "Gia hạn", "Giao lại", "Biểu dương", "Ý kiến"):
        assert name in town.phone(LAN).last.labels
    assert "1 việc" in await town.tap(LAN, "‹ Quay lại")
    assert "theo tiểu ban" in await town.tap(LAN, "‹ Quay lại")
    assert "Bấm một số" in await town.tap(LAN, "‹ Quay lại")
    assert count(town) == before


async def test_each_figure_opens_as_many_as_it_says(monday: Town) -> None:
    town = monday
    await town.tap(LAN, "Xem chi tiết")
    labels = town.phone(LAN).last.labels
    assert "Quá hạn 1" in labels
    assert "Đang mở 1" in labels
    said = await town.tap(LAN, "Quá hạn 1")
    assert "quá hạn: 1 việc" in said
    assert "Danh sách người có uy tín" in said


async def test_by_place_the_points_with_how_they_are_known(monday: Town) -> None:
    town = monday
    await town.tap(LAN, "Xem chi tiết")
    said = await town.tap(LAN, "Theo địa bàn")
    assert "• Ka Long · đúng hạn 0/1 · quá hạn 1 · đang mở 1 · 42 lượt người" in said
    assert "• Hải Yên · chưa báo 1 điểm" in said
    said = await town.tap(LAN, "Ka Long")
    assert "Ka Long: 42 lượt người (tự báo)" in said
    assert "Danh sách người có uy tín" in said
    await town.tap(LAN, "‹ Quay lại")
    assert "Hải Yên: chưa báo" in await town.tap(LAN, "Hải Yên")


async def test_by_person(monday: Town) -> None:
    town = monday
    await town.tap(LAN, "Xem chi tiết")
    assert "Nguyễn Văn Bình · đúng hạn 0/1" in await town.tap(LAN, "Theo người")
    assert "Danh sách người có uy tín" in await town.tap(LAN, "Nguyễn Văn Bình")


async def test_a_word_about_one_line_reaches_who_leads_it_and_the_office(monday: Town) -> None:
    town = monday
    await town.tap(LAN, "Việc quá hạn")
    await town.tap(LAN, "1")
    assert "NV-2026-0001" in await town.tap(LAN, "Ý kiến")
    said = await town.write(LAN, "cần gặp dân thêm")
    assert "ý kiến chỉ đạo về NV-2026-0001 Danh sách người có uy tín" in said
    await town.tap(LAN, "Gửi")
    for who in (BINH, HANH):
        assert await says(town, who, "cần gặp dân thêm")
    await town.tap(LAN, "Nhắc")
    assert await says(town, BINH, "Danh sách người có uy tín")


async def test_a_head_opens_the_own_section_others_nothing(monday: Town) -> None:
    town = monday
    await town.write(THANG, "/baocao")
    await town.tap(THANG, "Xem chi tiết")
    assert "Danh sách người có uy tín" in await town.tap(THANG, "Quá hạn 1")
    assert "Ý kiến" not in (await town.tap(THANG, "1"), *town.phone(THANG).last.labels)
    for data in ("d.by:1", "d.in:1:unit.2.0", "d.task:1:unit.2.0.1", "d.word:1"):
        assert "Danh sách" not in await town.press(BINH, data)
    for data in ("d.in:1:nonsense", "d.in:1:figure.nothing.0", "d.task:1:unit.2.0.99"):
        assert await town.press(LAN, data)


async def test_another_sections_head_sees_nothing_of_it(monday: Town) -> None:
    town = monday

    def head(work) -> None:  # type: ignore[no-untyped-def]
        dcpl = next(unit.id for unit in work.offices.units(work.today) if unit.code == "DCPL")
        work.people.grant(town.person(HOA), Role.HEAD, work.today, dcpl)

    await town.work(head)
    for data in ("d.in:1:figure.overdue.0", "d.in:1:unit.2.0", "d.task:1:unit.2.0.1"):
        assert "Danh sách" not in await town.press(HOA, data)
