"""An activity by a form: kind, title, when, points; shown back; opened."""

import pytest

from tests.helpers.activities import plan, plan_saturday
from tests.town import BINH, CUONG, HANH, HOA, LAN, THANG, Neighbour, Town, clock


async def test_five_answers_make_a_plan(town: Town) -> None:
    card = await plan(town)
    assert "Làm sạch biển và đường liên thôn (T7-2811)" in card
    assert "thứ Bảy, 28/11 6h30 – 9h30" in card
    assert "📍 Cầu Ka Long – phụ trách Vũ Văn Cường, 60 chỗ" in card, "the base of the place"
    assert "📍 Bãi biển Trà Cổ – phụ trách Nguyễn Văn Bình, 40 chỗ" in card
    assert "dự thảo" in card
    assert await town.sql("SELECT state FROM activity") == [("draft",)]


async def test_opened_its_leaders_are_told_and_later_asked(town: Town) -> None:
    await plan(town)
    assert "mở đăng ký" in await town.tap(HOA, "Mở")
    assert any("phụ trách điểm Cầu Ka Long" in text for text in await town.heard(CUONG))
    await town.go_to(clock(28, 10, 1))
    assert "Báo số người" in (await town.heard(CUONG))[-1]


async def test_a_suggested_day_is_one_tap(town: Town) -> None:
    await town.write(HOA, "tạo hoạt động")
    await town.tap(HOA, "Chủ nhật xanh")
    await town.write(HOA, "Ngày Chủ nhật xanh")
    await town.tap(HOA, "22/11")
    card = await town.write(HOA, "UBND phường Ka Long")
    assert "(CN-2211)" in card
    assert "Chủ nhật, 22/11 7h00" in card


async def test_targets_by_organisation(town: Town) -> None:
    await plan(town)
    await town.tap(HOA, "Chỉ tiêu")
    card = await town.write(HOA, "ĐTN 60, PN 40")
    assert "Chỉ tiêu: 100 người (ĐTN 60, PN 40)" in card


@pytest.mark.parametrize("typed", ["-3", "ĐTN -3", "0", "300000", "đông vui"])
async def test_a_target_that_is_none(town: Town, typed: str) -> None:
    await plan(town)
    await town.tap(HOA, "Chỉ tiêu")
    assert "Chưa rõ chỉ tiêu" in await town.write(HOA, typed)
    assert await town.sql("SELECT count(*) FROM target") == [(0,)]


@pytest.mark.parametrize("title", ["a" * 300, "-3", "2026", "\u202e\u200b…"])
async def test_a_title_that_is_none(town: Town, title: str) -> None:
    await town.write(HOA, "tạo hoạt động")
    await town.tap(HOA, "Thứ 7 tình nguyện")
    await town.write(HOA, title)
    assert "Ngày giờ bắt đầu?" not in await town.screen(HOA)
    assert "Ngày giờ bắt đầu?" in await town.write(HOA, "Dọn\u200b vệ sinh\x07")


@pytest.mark.parametrize("places", ["-3", "10.000", "0", "1000000"])
async def test_places_that_are_none(town: Town, places: str) -> None:
    await town.write(HOA, "tạo hoạt động")
    await town.tap(HOA, "Thứ 7 tình nguyện")
    await town.write(HOA, "Dọn vệ sinh")
    assert "xa quá một năm" in await town.write(HOA, "28/11/2036")
    await town.write(HOA, "28/11")
    assert "Số chỗ từ 1 đến 5.000" in await town.write(HOA, f"Cầu Ka Long, {places}")
    assert await town.sql("SELECT count(*) FROM activity") == [(0,)]


async def test_what_is_not_clear_is_refused_and_nothing_kept(town: Town) -> None:
    await town.write(HOA, "tạo hoạt động")
    await town.tap(HOA, "Thứ 7 tình nguyện")
    await town.write(HOA, "Dọn vệ sinh")
    assert "Chưa rõ ngày giờ" in await town.write(HOA, "hôm nào đẹp trời")
    assert "đã qua" in await town.write(HOA, "18/11/2026")
    await town.write(HOA, "28/11")
    assert "chưa rõ là nơi nào" in await town.write(HOA, "Nhà văn hóa, Xứ Mộng Mơ")
    assert await town.sql("SELECT count(*) FROM activity") == [(0,)]
    assert "T7-2811" in await town.write(HOA, "Nhà văn hóa, Trà Cổ")


async def test_a_second_one_on_the_day_has_its_own_code(town: Town) -> None:
    await plan(town)
    assert "(T7-2811-2)" in await plan(town)


async def test_a_draft_is_never_asked_about(town: Town) -> None:
    await plan(town)
    await town.go_to(clock(28, 12))
    assert not any("Báo số người" in text for text in await town.heard(CUONG))


async def test_a_draft_moves_without_telling_anybody(town: Town) -> None:
    await plan(town)
    await town.tap(HOA, "Đổi giờ")
    card = await town.write(HOA, "5/12 7h")
    assert "thứ Bảy, 5/12 7h00 – 10h00" in card
    assert "Hạn đăng ký: thứ Sáu, 4/12 19h00" in card
    assert not await town.heard(CUONG)
    for data in ("s.calloff:1", "s.postpone:1"):
        await town.phone(HOA).press(data, 1)
        await town.settle()
        assert "chưa mở" in town.phone(HOA).toasts[-1].text


async def test_a_dropped_draft_is_gone(town: Town) -> None:
    await plan(town)
    assert "Bỏ rồi không mở lại được" in await town.tap(HOA, "Bỏ")
    assert await town.sql("SELECT state FROM activity") == [("draft",)], "asked first"
    assert "hủy" in await town.tap(HOA, "Bỏ dự thảo")
    assert not town.phone(HOA).messages[-1].labels, "nothing is offered for it"
    assert await town.sql("SELECT state FROM activity") == [("cancelled",)]


@pytest.mark.parametrize(
    ("who", "may"), [(HOA, True), (HANH, True), (LAN, True), (THANG, False), (BINH, False)]
)
async def test_who_opens_a_plan_of_the_womens_union(town: Town, who: Neighbour, may: bool) -> None:
    await plan(town)
    await town.write(who, "/hoatdong")
    await town.phone(who).press("plan.open:1", town.phone(who).last.message_id)
    await town.settle()
    assert await town.sql("SELECT state FROM activity") == [("open" if may else "draft",)]


async def test_a_base_cadre_does_not_plan(town: Town) -> None:
    assert "chưa được phân quyền" in await town.write(CUONG, "tạo hoạt động")


async def test_figures_that_name_a_point_need_no_question(town: Town) -> None:
    await plan_saturday(town)
    await town.go_to(clock(21, 8))
    assert "42 người" in await town.write(HANH, "Ka Long 42")


@pytest.mark.parametrize("said", ["28/11 7h-9h30", "thứ 7 tuần sau từ 7h đến 9h30"])
async def test_its_end_is_said_with_its_beginning(town: Town, said: str) -> None:
    await town.write(HOA, "tạo hoạt động")
    await town.tap(HOA, "Thứ 7 tình nguyện")
    await town.write(HOA, "Dọn vệ sinh")
    await town.write(HOA, said)
    assert "thứ Bảy, 28/11 7h00 – 9h30" in await town.write(HOA, "Trà Cổ")
