"""Who waits is told the truth: their number, that the list closes, what a place would mean."""

import pytest

from tests.helpers.activities import SATURDAY, open_saturday
from tests.helpers.registrations import arrive, join, leave, standings
from tests.town import BINH, CUONG, HANH, HOA, MAI, NGA, SON, TUAN, Town, clock, says


async def test_the_number_moves_and_is_told_on_demand(town: Town) -> None:
    day = await open_saturday(town, capacity=1)
    for who in (MAI, SON, TUAN, NGA):
        await join(town, who, day)
    assert "đang chờ, thứ 3" in await town.write(NGA, "tôi đứng thứ mấy")
    await leave(town, SON)
    await town.later(minutes=6)
    assert await says(town, NGA, "Thứ 2 trong danh sách chờ")
    assert not await says(town, NGA, "Thứ 3 trong danh sách chờ"), "the card itself moved"
    assert "đang chờ, thứ 2" in await town.write(NGA, "Đã đăng ký")


async def test_the_list_does_not_close_behind_anybodys_back(town: Town) -> None:
    """It closes at 19:00 on Friday: at 13:00 those who wait hear of it, once."""
    day = await open_saturday(town, capacity=1)
    for who in (MAI, SON, TUAN):
        await join(town, who, day)
    await town.go_to(clock(20, 12, 59))
    assert not await says(town, SON, "danh sách chốt")
    await town.go_to(clock(20, 18))
    told = [
        text for text in await town.heard(TUAN) if "danh sách chốt thứ Sáu, 20/11 19h00" in text
    ]
    assert len(told) == 1
    assert "thứ 2 trong danh sách chờ" in told[0]
    assert "thứ Sáu, 20/11 19h30, ai bấm trước được trước" in told[0]
    assert not await says(town, MAI, "danh sách chốt"), "who has a place need not know"


async def test_an_announcement_says_that_it_is_full_and_how_many_wait(town: Town) -> None:
    day = await open_saturday(town, capacity=1)
    await join(town, MAI, await open_saturday(town, title="Trồng cây", starts=clock(28, 7)))
    await arrive(town, MAI, day)
    await town.tap(MAI, "Buổi tới")
    for who in (SON, TUAN):
        await join(town, who, day)
    await town.phone(MAI).press(f"s.see:{day}", 1)
    screen = await town.screen(MAI)
    assert "Còn 0/1 chỗ" in screen
    assert "Đang chờ chỗ: 1 người" in screen
    assert "Từ 16 tuổi. Trẻ em đi cùng: được" in screen


@pytest.mark.parametrize(
    ("deed", "typed", "said"),
    [
        ("s.calloff", "mưa to", "không tổ chức"),
        ("s.postpone", "mưa to", "hoãn, chờ ngày mới"),
        ("s.shift", "22/11 7h", "Chủ nhật, 22/11 7h00"),
        ("s.details", "mang theo: ủng", "Mang theo: ủng"),
    ],
)
async def test_an_announcement_on_the_screen_follows_every_change(
    town: Town, deed: str, typed: str, said: str
) -> None:
    """Mai said yes to news and has the card, without a place."""
    other = await open_saturday(town, title="Trồng cây", starts=clock(28, 7))
    await join(town, MAI, other)
    await agree_to_news(town)
    day = await open_saturday(town)
    await town.go_to(clock(19, 19, 31))
    assert await says(town, MAI, "Ngày thứ 7 tình nguyện: Dọn bờ kênh")
    await town.phone(HOA).press(f"{deed}:{day}", 1)
    await town.settle()
    await town.write(HOA, typed)
    if town.phone(HOA).can_tap("Gửi"):
        await town.tap(HOA, "Gửi")
    if deed == "s.shift":
        await town.tap(HOA, "Đúng, báo")
    card = next(text for text in await town.heard(MAI) if "Dọn bờ kênh" in text)
    assert said in card


async def agree_to_news(town: Town) -> None:
    await town.write(MAI, "/dulieu")
    await town.tap(MAI, "tin các buổi sau")
    await town.tap(MAI, "Đồng ý", town.phone(MAI).messages[-1])


async def test_an_announcement_closes_with_the_list(town: Town) -> None:
    await join(town, MAI, await open_saturday(town, title="Trồng cây", starts=clock(28, 7)))
    await agree_to_news(town)
    await open_saturday(town)
    await town.go_to(clock(20, 18, 59))
    assert await says(town, MAI, "Hạn đăng ký: thứ Sáu, 20/11 19h00")
    await town.go_to(clock(20, 19, 6))
    card = next(text for text in await town.heard(MAI) if "Dọn bờ kênh" in text)
    assert "Đã chốt danh sách" in card


async def test_who_gave_a_place_up_is_not_called_again(town: Town) -> None:
    day = await open_saturday(town)
    await join(town, MAI, day)
    await agree_to_news(town)
    await leave(town, MAI)
    await town.sql("DELETE FROM card")
    before = await town.heard(MAI)
    await town.go_to(clock(19, 19, 31))
    await town.go_to(clock(21, 6, 1))
    assert set(await town.heard(MAI)) <= set(before), "what bears the name may go, nothing comes"


async def test_nobody_takes_two_places_at_one_hour(town: Town) -> None:
    """Son waits here, registers there; the place that comes free here is not for him."""
    here = await open_saturday(town, capacity=1)
    await join(town, MAI, here)
    await join(town, SON, here)
    there = await open_saturday(town, title="Trồng cây", starts=SATURDAY)
    await arrive(town, SON, there)
    await town.tap(SON, "Đăng ký")
    await leave(town, MAI)
    assert "Trùng giờ với Trồng cây" in await town.tap(SON, "Nhận chỗ")
    assert await standings(town) == ["cancelled", "offered", "registered"]


async def test_a_late_no_says_whom_to_call(town: Town) -> None:
    day = await open_saturday(town)
    await town.sql("UPDATE point SET leader_id = :id", id=town.person(BINH))
    await town.write(BINH, "/dulieu")
    await town.tap(BINH, "hiện số điện thoại")
    await town.tap(BINH, "Đồng ý")
    await join(town, MAI, day)
    await town.go_to(clock(20, 20))
    await town.tap(MAI, "Không đi")
    assert await says(town, MAI, "đã được báo; cần trao đổi, gọi Nguyễn Văn Bình 0900 000 104")
    assert "1 chỗ vừa hủy sát giờ" in (await town.heard(BINH))[-1]


async def test_without_a_leader_it_is_the_office(town: Town) -> None:
    day = await open_saturday(town)
    await town.sql("UPDATE point SET leader_id = NULL")
    await join(town, MAI, day)
    await town.go_to(clock(20, 20))
    await town.tap(MAI, "Không đi")
    assert await says(town, MAI, "báo thêm: Đỗ Thị Hạnh, 0900 000 101. Cảm ơn")


async def test_sixteen_in_the_last_evening_is_kept_until_the_morning(town: Town) -> None:
    """Taken at 20:00 by the first tap: the parents' yes has until 06:00, then it is free."""
    day = await open_saturday(town, capacity=1)
    await join(town, SON, day)
    await join(town, MAI, day, "Đồng ý, 16–17")
    await town.go_to(clock(20, 20))
    await town.tap(SON, "Không đi")
    assert "chờ Văn phòng xác nhận" in await town.tap(MAI, "Nhận chỗ")
    assert await says(town, MAI, "chỗ được giữ tới thứ Bảy, 21/11 6h00")
    assert await says(town, HANH, "Chỗ được giữ tới thứ Bảy, 21/11 6h00")
    await town.go_to(clock(21, 6, 1))
    assert await standings(town) == ["cancelled", "lapsed"]
    assert not await says(town, MAI, "Vẫn tổ chức")
    assert await says(town, MAI, "đi được cùng chi đoàn")


async def test_sixteen_is_not_asked_before_the_parents_are(town: Town) -> None:
    await join(town, MAI, await open_saturday(town), "Đồng ý, 16–17")
    await town.go_to(clock(20, 19, 31))
    assert not await says(town, MAI, "có đi được không")


async def test_another_point_keeps_the_parents_yes(town: Town) -> None:
    day = await open_saturday(town, points=2)
    await arrive(town, MAI, day)
    await town.tap(MAI, "Đồng ý, 16–17")
    await town.tap(MAI, "Ka Long (2)")
    await town.tap(HANH, "Bố mẹ đã đồng ý")
    await town.tap(MAI, "Đổi điểm")
    await town.tap(MAI, "Trà Cổ (2)")
    assert await standings(town) == ["cancelled", "registered"]


async def test_after_the_day_one_may_ask_to_hear_of_the_next(town: Town) -> None:
    await join(town, MAI, await open_saturday(town))
    await town.go_to(clock(21, 7, 5))
    await town.tap(CUONG, "Điểm danh")
    await town.tap(CUONG, "Đủ cả")
    card = next(m for m in town.phone(MAI).messages if "đã ghi có mặt" in m.text)
    assert card.labels == ["tin các buổi sau", "Sổ tình nguyện"]


async def test_each_freed_place_rings_those_who_still_wait(town: Town) -> None:
    """Two wait; the first takes the first place, and the second hears of the next one."""
    day = await open_saturday(town, capacity=2)
    for who in (MAI, SON, TUAN, NGA):
        await join(town, who, day)
    await town.go_to(clock(20, 19, 31))
    await town.tap(MAI, "Không đi")
    await town.tap(TUAN, "Nhận chỗ")
    assert "đã có người nhận" in await town.tap(NGA, "Nhận chỗ")
    await town.go_to(clock(20, 20, 55))
    await town.tap(SON, "Không đi")
    calls = [text for text in await town.heard(NGA) if "Có chỗ trống" in text]
    assert len(calls) == 2
    assert "Sau 21h00 hệ thống không nhắn thêm" in calls[-1]
    await town.go_to(clock(20, 21, 5))
    assert "✅ Đã đăng ký" in await town.tap(NGA, "Nhận chỗ"), "nothing was said against it"


async def test_a_missed_offer_leads_back_to_the_line(town: Town) -> None:
    day = await open_saturday(town, capacity=1)
    for who in (MAI, SON, TUAN):
        await join(town, who, day)
    await leave(town, MAI)
    await town.go_to(clock(19, 15, 20))
    assert await standings(town) == ["cancelled", "offered", "waitlisted"], "it is days ahead"
    await town.go_to(clock(19, 15, 30))
    assert await standings(town) == ["cancelled", "lapsed", "offered"]
    assert "thứ 1 trong danh sách chờ" in await town.tap(SON, "Xếp chờ lại")
    assert await standings(town) == ["cancelled", "lapsed", "offered", "waitlisted"]


async def test_the_young_hear_that_their_parents_yes_is_recorded(town: Town) -> None:
    await join(town, MAI, await open_saturday(town), "Đồng ý, 16–17")
    assert await says(town, MAI, "Văn phòng sẽ xác nhận giúp")
    await town.tap(HANH, "Bố mẹ đã đồng ý")
    assert "Đã ghi bố mẹ đồng ý" in await town.screen(MAI)


async def test_points_say_each_how_many_places_are_left(town: Town) -> None:
    day = await open_saturday(town, capacity=1, points=2)
    await join(town, MAI, day)
    await town.tap(MAI, "Ka Long (1)")
    await arrive(town, SON, day)
    assert "Trà Cổ: còn 1 chỗ" in await town.screen(SON)
    await town.tap(SON, "Đồng ý, đủ 18")
    assert "Ka Long (hết, xếp chờ)" in town.phone(SON).last.labels


async def test_a_question_turns_into_its_result(town: Town) -> None:
    """Nothing stale stays on the screen: no point to choose, no «Hủy đăng ký?»."""
    day = await open_saturday(town, points=2)
    await join(town, MAI, day)
    await town.tap(MAI, "Ka Long (2)")
    await town.tap(MAI, "Đổi điểm")
    await town.tap(MAI, "Trà Cổ (2)")
    assert await says(town, MAI, "Đã đổi sang")
    assert not await says(town, MAI, "Mời chọn điểm tập trung")
    await town.tap(MAI, "Hủy đăng ký")
    await town.tap(MAI, "Không hủy")
    assert await says(town, MAI, "vẫn giữ nguyên")
    await leave(town, MAI)
    assert not await says(town, MAI, "Hủy đăng ký Dọn bờ kênh?")
    await agree_to_news(town)
    assert not await says(town, MAI, "nhắn khi có buổi mới")
