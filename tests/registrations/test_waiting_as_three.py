"""Who waits may wait with family: a place is offered when there are enough for all of them."""

from tests.helpers.activities import open_saturday
from tests.helpers.registrations import join, leave, standings
from tests.town import MAI, NGA, SON, TUAN, Town, clock, says


async def waits_as_three(town: Town, capacity: int = 3) -> None:
    """Mai, Son and Tuan have the places; Nga waits with two adults more."""
    day = await open_saturday(town, capacity=capacity)
    for who in (MAI, SON, TUAN, NGA):
        await join(town, who, day)
    await town.tap(NGA, "Người đi cùng")
    assert "2 người lớn" in await town.tap(NGA, "2 người lớn")


async def test_three_are_offered_three_places_together(town: Town) -> None:
    await waits_as_three(town)
    assert await says(town, NGA, "Chờ đủ 3 chỗ")
    for who in (MAI, SON):
        await leave(town, who)
    assert (await standings(town))[-1] == "waitlisted", "two places are no help to three"
    await leave(town, TUAN)
    assert await says(town, NGA, "Đủ chỗ cho 3 người lớn")
    assert "Đã đăng ký" in await town.tap(NGA, "Nhận chỗ")
    assert await town.sql("SELECT adults FROM registration WHERE standing = 'registered'") == [
        (2,)
    ]


async def test_what_is_too_little_for_three_goes_to_the_next_who_fits(town: Town) -> None:
    await waits_as_three(town)
    await leave(town, MAI)
    await town.tap(MAI, "Tôi lại đi được")
    assert (await standings(town))[-2:] == ["waitlisted", "registered"]


async def test_three_who_come_down_to_one_have_the_place_at_once(town: Town) -> None:
    await waits_as_three(town)
    await leave(town, MAI)
    await town.tap(NGA, "Người đi cùng")
    await town.tap(NGA, "Đi một mình")
    assert (await standings(town))[-1] == "offered"


async def test_on_the_last_evening_three_take_three_and_not_one(town: Town) -> None:
    await waits_as_three(town)
    await town.go_to(clock(20, 19, 31))
    await town.tap(MAI, "Không đi")
    assert not await says(town, NGA, "Ai bấm trước được trước")
    await town.phone(NGA).press("s.take:4", 1)
    await town.settle()
    assert town.phone(NGA).toasts[-1].alert
    await town.tap(NGA, "Người đi cùng")
    await town.tap(NGA, "Đi một mình")
    assert "✅ Đã đăng ký" in await town.tap(NGA, "Nhận chỗ")


async def test_more_than_the_point_has_is_said_at_once(town: Town) -> None:
    await waits_as_three(town)
    await town.tap(NGA, "Người đi cùng")
    assert "chỉ có 3 chỗ" in await town.write(NGA, "5 người lớn")
