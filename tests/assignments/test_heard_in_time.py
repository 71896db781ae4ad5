"""A job reaches its person before it is due, or the giver hears now that it will not; every new
job rings, and the morning says nothing twice."""

import pytest

from tests.helpers.assignments import give, number_from, numbered, row
from tests.town import BINH, DUNG, HOA, LAN, THANG, Town, clock, says


async def a_draft_on_saturday(town: Town) -> str:
    await number_from(town, 147)
    await town.go_to(clock(21, 20))
    return await town.write(THANG, "Bình: mở cửa nhà văn hóa, 7h chủ nhật")


async def test_a_job_for_sunday_is_said_to_come_too_late(town: Town) -> None:
    said = await a_draft_on_saturday(town)
    assert "người nhận nghe lúc thứ Hai, 23/11 7h15, sau hạn" in said
    said = await town.tap(THANG, "Giao")
    assert "thứ Hai, 23/11 7h15, sau hạn" in said
    assert not await says(town, BINH, "mở cửa nhà văn hóa")
    said = await town.tap(THANG, "Gửi ngay")
    assert "chuyển tới đ/c Nguyễn Văn Bình" in said
    assert await says(town, BINH, "mở cửa nhà văn hóa")
    assert await row(town, "urgent, urgent_reason") == (0, "")
    assert "chuyển tới người nhận rồi" in await town.press(THANG, "a.now:2:1")


async def test_it_may_go_at_once_from_the_draft(town: Town) -> None:
    await a_draft_on_saturday(town)
    said = await town.tap(THANG, "Gửi ngay")
    assert "sau hạn" not in said
    assert "📌 Việc mới – NV-2026-0147" in await town.screen(BINH)
    assert "Khẩn" not in await town.screen(BINH)
    assert not town.phone(BINH).last.silent


async def test_or_by_words(town: Town) -> None:
    await a_draft_on_saturday(town)
    await town.write(THANG, "gửi ngay")
    assert "NV-2026-0147" in await town.screen(BINH)


async def test_nobody_is_woken_where_the_morning_is_soon_enough(town: Town) -> None:
    await number_from(town, 147)
    await town.go_to(clock(21, 22))
    await town.write(THANG, "Bình: mở cửa nhà văn hóa, 7h chủ nhật")
    assert "Chủ nhật, 22/11 6h00" in await town.tap(THANG, "Gửi ngay")
    assert not await says(town, BINH, "mở cửa nhà văn hóa")
    await town.go_to(clock(22, 6, 1))
    assert await says(town, BINH, "mở cửa nhà văn hóa")


async def test_what_is_heard_in_time_is_not_warned_about(town: Town) -> None:
    await town.go_to(clock(21, 20))
    said = await town.write(THANG, "Bình: mở cửa nhà văn hóa, 17h thứ 3")
    assert "sau hạn" not in said
    assert not town.phone(THANG).can_tap("Gửi ngay")


async def test_handed_over_and_moved_the_same(town: Town) -> None:
    await number_from(town, 147)
    await give(town, THANG, "Bình", when="thứ 6")
    await town.go_to(clock(20, 18))
    await town.sql("UPDATE assignment SET due_at = unixepoch('2026-11-22') WHERE number = 147")
    await town.press(THANG, "a.hand:2")
    await town.tap(THANG, "Hoa")
    said = await town.write(THANG, "Bình đi công tác")
    assert "nghe lúc thứ Hai, 23/11 7h15, sau hạn" in said
    await town.tap(THANG, "Gửi ngay")
    assert "NV-2026-0147" in await town.screen(HOA)
    assert await says(town, BINH, "đã chuyển cho đ/c"), "nor does Bình go there on Sunday"
    await town.tap(HOA, "Nhận việc")
    await town.press(THANG, "a.move:2")
    said = await town.write(THANG, "17h thứ 7")
    assert "sau hạn mới" in said
    assert "đổi từ" not in await town.screen(HOA)
    await town.tap(THANG, "Gửi ngay")
    assert "đổi từ" in await town.screen(HOA)


async def test_only_who_may_chase_sends_it_now(town: Town) -> None:
    await a_draft_on_saturday(town)
    await town.tap(THANG, "Giao")
    assert "chưa được phân quyền" in await town.press(DUNG, "a.now:2:1")
    assert not await says(town, BINH, "mở cửa nhà văn hóa")


async def test_a_second_job_rings_like_the_first(town: Town) -> None:
    await give(town, THANG, "Bình", "Vận động 6 hộ")
    before = len(await town.heard(BINH))
    await town.later(minutes=2)
    await give(town, THANG, "Bình", "Lập danh sách hộ nghèo")
    heard = await town.heard(BINH)
    assert len(heard) == before + 1
    assert "Lập danh sách hộ nghèo" in heard[-1]
    assert not town.phone(BINH).last.silent


async def test_the_morning_does_not_say_again_what_just_rang(town: Town) -> None:
    await town.go_to(clock(19, 18))
    await give(town, THANG, "Bình", "Vận động 6 hộ")
    before = len(await town.heard(BINH))
    await town.go_to(clock(20, 7, 31))
    assert len(await town.heard(BINH)) == before + 1
    await town.go_to(clock(23, 9, 31))
    assert "Vận động 6 hộ" in await town.screen(BINH)


async def test_the_mornings_examples_are_ones_own(town: Town) -> None:
    await number_from(town, 147)
    await give(town, THANG, "Bình", when="20/11")
    await town.tap(BINH, "Nhận việc")
    await town.go_to(clock(20, 7, 31))
    assert "«xong 147»" in await town.screen(BINH)
    await town.go_to(clock(24, 7, 31))
    assert "147" in await town.screen(THANG)
    assert "«xong" not in await town.screen(THANG)
    assert "47»" not in await town.screen(LAN)


async def given_on_saturday(town: Town) -> None:
    """Bình is to hear of both on Monday."""
    await number_from(town, 147)
    await town.go_to(clock(21, 20))
    for line in ("Bình: in giấy mời, 17h thứ 3", "Bình: đo sân, 17h thứ 4"):
        await town.write(THANG, line)
        await town.tap(THANG, "Giao")


async def test_what_goes_to_another_before_it_rang_rings_there_alone(town: Town) -> None:
    await given_on_saturday(town)
    assert "Lý do: Bình ốm. Gửi?" in await town.write(THANG, "giao lại 147 cho Hoa vì Bình ốm")
    await town.tap(THANG, "Gửi")
    await town.go_to(clock(23, 7, 30))
    assert await says(town, HOA, "in giấy mời")
    assert await says(town, BINH, "đo sân")
    assert not await says(town, BINH, "in giấy mời")
    assert not await says(town, BINH, "đã chuyển cho")


async def test_what_is_called_off_before_it_rang_rings_nowhere(town: Town) -> None:
    await given_on_saturday(town)
    await town.write(THANG, "gia hạn 147 đến 26/11")
    await town.tap(THANG, "Gửi")
    await town.write(THANG, "hủy 147, trùng với 148")
    await town.go_to(clock(23, 7, 30))
    assert await says(town, BINH, "đo sân")
    assert not await says(town, BINH, "in giấy mời")


async def test_another_limit_is_heard_with_the_work(town: Town) -> None:
    await given_on_saturday(town)
    await town.write(THANG, "gia hạn 147 đến 26/11")
    await town.tap(THANG, "Gửi")
    await town.go_to(clock(23, 7, 30))
    assert await says(town, BINH, "26/11")
    assert not await says(town, BINH, "đổi từ")


async def test_whoever_took_it_before_it_rang_hears_that_it_goes(town: Town) -> None:
    await given_on_saturday(town)
    await town.write(BINH, "nhận 147")
    assert "Lý do: Bình ốm. Gửi?" in await town.write(THANG, "giao lại 147 cho Hoa vì Bình ốm")
    await town.tap(THANG, "Gửi")
    await town.go_to(clock(23, 7, 30))
    assert await says(town, BINH, "đã chuyển cho")


@pytest.mark.parametrize(
    "order",
    ["giao lai 147 cho Hoa", "chuyển việc 147 sang Hoa làm nhé", "chuyển việc của Bình cho Hoa"],
)
async def test_an_order_is_not_its_own_reason(town: Town, order: str) -> None:
    await numbered(town)
    assert "Lý do? Đề nghị nhắn" in await town.write(THANG, order)
    assert not await says(town, HOA, "Vận động 6 hộ")
    said = await town.write(THANG, "Bình nghỉ ốm")
    assert "Đã giao lại" in said
    assert "Bình nghỉ ốm" in said
    assert await says(town, BINH, "Lý do: Bình nghỉ ốm")
