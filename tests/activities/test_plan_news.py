"""Opened, moved, called off: told at once, and tapped; shared; what clashes is seen first."""

from urllib.parse import parse_qs, urlsplit

from tests.helpers.activities import manage, open_saturday, plan, send
from tests.helpers.registrations import join
from tests.town import BINH, CUONG, DUNG, HANH, HOA, MAI, THANG, Town, clock, says


async def write(town: Town, data: str, line: str) -> str:
    await town.phone(HOA).press(data, 1)
    await town.settle()
    return await town.write(HOA, line)


async def test_opened_its_people_are_told_at_once_and_tap(town: Town) -> None:
    await plan(town)
    await write(town, "s.details:1", "đồng chủ trì: CCB")
    await town.go_to(clock(19, 18, 30))
    card = await town.tap(HOA, "Mở")
    assert "Đã báo 3 người" in card
    assert await says(town, CUONG, "phụ trách điểm Cầu Ka Long"), "after hours too"
    assert await says(town, BINH, "phụ trách điểm Bãi biển Trà Cổ")
    assert await says(town, THANG, "cùng chủ trì: Làm sạch biển")
    assert not await says(town, HANH, "cùng chủ trì")
    assert "Cảm ơn" in await town.tap(CUONG, "Đã biết")
    assert "Đã bấm «Đã biết»: 1/3" in await town.tap(HOA, "Quản lý")
    silent = await town.tap(HOA, "Ai chưa biết")
    assert "2 người" in silent
    assert "• Nguyễn Văn Bình, 0900 000 104" in silent, "a colleague can be called"
    assert "Cường" not in silent


async def test_nobody_is_woken_for_a_day_that_is_far(town: Town) -> None:
    await plan(town)
    await write(town, "s.details:1", "đồng chủ trì: CCB")
    await town.go_to(clock(19, 22))
    await town.tap(HOA, "Mở")
    for who, said in ((CUONG, "phụ trách điểm"), (THANG, "cùng chủ trì")):
        assert not await says(town, who, said)
    await town.go_to(clock(20, 6, 1))
    for who, said in ((CUONG, "phụ trách điểm"), (THANG, "cùng chủ trì")):
        assert await says(town, who, said)


async def test_a_co_host_without_heads_is_its_staff(town: Town) -> None:
    await plan(town)
    await write(town, "s.details:1", "đồng chủ trì: ND")
    await write(town, "plan.point:2", "Dung")
    await town.phone(HOA).press("plan.open:1", town.phone(HOA).messages[-1].message_id)
    await town.settle()
    assert await says(town, BINH, "cùng chủ trì")
    assert await says(town, DUNG, "phụ trách điểm Bãi biển")


async def test_a_volunteers_number_is_not_handed_on(town: Town) -> None:
    day = await open_saturday(town)
    await join(town, MAI, day)
    await town.sql("UPDATE person SET phone = '0900000999' WHERE telegram_id = 8101")
    await manage(town, day, "Hoãn")
    await send(town, "Mưa to")
    silent = await manage(town, day, "Ai chưa biết")
    assert "Người Mai" in silent
    assert "0900 000 999" not in silent


async def test_who_has_not_tapped_is_seen_by_whoever_leads_it_alone(town: Town) -> None:
    await open_saturday(town)
    for who in (BINH, CUONG, MAI):
        await town.phone(who).press("s.silent:1", 1)
        await town.settle()
        assert town.phone(who).toasts[-1].alert
    await town.phone(HOA).press("s.silent:1", 1)
    assert "Chưa có tin nào" in await town.screen(HOA)


async def test_told_anew_is_to_be_tapped_anew(town: Town) -> None:
    day = await open_saturday(town, points=2)
    await write(town, "plan.point:1", "Dung")
    await town.tap(DUNG, "Đã biết")
    await write(town, "plan.point:2", "Dung")
    await town.phone(HOA).press(f"s.silent:{day}", 1)
    assert "Lý Thị Dung" in await town.screen(HOA)


async def test_two_taps_share_the_day_into_any_group(town: Town) -> None:
    day = await open_saturday(town, title="Dọn bờ kênh & trồng «hoa»")
    await manage(town, day, "Chia sẻ")
    opened = urlsplit(town.phone(HOA).opened[-1])
    assert f"{opened.netloc}{opened.path}" == "t.me/share/url"
    said = parse_qs(opened.query)
    assert said["url"][0].endswith(f"?start=act-{day}")
    assert said["text"] == [
        "🌿 Dọn bờ kênh & trồng «hoa», thứ Bảy, 21/11 7h00. Mời đăng ký tham gia."
    ]
    for row in town.phone(HOA).messages[-1].rows:
        assert len(row) <= 3


async def test_a_leader_at_two_points_of_a_day(town: Town) -> None:
    await plan(town)
    assert "Trùng" not in await town.screen(HOA)
    card = await write(town, "plan.point:1", "Bình")
    assert "⚠️ Trùng Nguyễn Văn Bình: Bãi biển Trà Cổ, 6h30" in card


async def test_a_leader_who_is_elsewhere(town: Town) -> None:
    """Dung has registered for the canal, Bình leads the park at the same hour."""
    canal = await open_saturday(town, capacity=5, points=2, starts=clock(28, 7))
    await town.phone(DUNG).start(f"act-{canal}")
    await town.settle()
    await town.tap(DUNG, "Đồng ý, đủ 18")
    await town.tap(DUNG, "Ka Long (5)")
    await town.write(HOA, "tạo hoạt động")
    if town.phone(HOA).messages[-1].labels[-1] == "Từ đầu":
        await town.tap(HOA, "Từ đầu")
    await town.tap(HOA, "Thứ 7 tình nguyện")
    await town.write(HOA, "Trồng cây")
    await town.write(HOA, "28/11 8h")
    card = await town.write(HOA, "Công viên, Bình\nSân bóng, Dung")
    assert "⚠️ Trùng Nguyễn Văn Bình, Lý Thị Dung: Dọn bờ kênh, 7h00" in card


async def test_the_same_place_later_that_day(town: Town) -> None:
    await open_saturday(town, starts=clock(28, 15), title="Tập huấn")
    await plan(town)
    assert "⚠️ Trùng Ka Long: Tập huấn, 15h00" in await town.screen(HOA)


async def test_a_clash_is_seen_when_the_day_moves(town: Town) -> None:
    day = await open_saturday(town)
    await open_saturday(town, starts=clock(28, 7), title="Trồng cây")
    await manage(town, day, "Đổi giờ")
    assert "⚠️ Trùng" in await town.write(HOA, "28/11 7h"), "before anybody is told"
    assert "⚠️ Trùng" in await town.tap(HOA, "Đúng, báo")
    await manage(town, day, "Đổi giờ")
    assert "⚠️ Trùng" not in await town.write(HOA, "29/11 7h")


async def test_a_day_that_is_put_off_stands_in_nobodys_way(town: Town) -> None:
    other = await open_saturday(town, starts=clock(28, 7), title="Trồng cây")
    await manage(town, other, "Hoãn")
    await send(town, "Mưa to")
    await plan(town)
    assert "Trùng" not in await town.screen(HOA)
