"""A group takes places like anybody: the poster, the line and the roll agree on one sum."""

from tests.helpers.activities import open_saturday
from tests.helpers.registrations import arrive, join, standings
from tests.town import CUONG, MAI, NGA, SON, Town, clock, says


async def group_of(town: Town, typed: str) -> None:
    await town.write(CUONG, typed)
    await town.tap(CUONG, "Đúng")


async def test_the_poster_says_what_is_left_beside_the_groups(town: Town) -> None:
    day = await open_saturday(town, capacity=20)
    await join(town, MAI, day)
    await group_of(town, "đăng ký nhóm 12 người")
    assert "Còn 7/20 chỗ" in await arrive(town, NGA, day)


async def test_where_the_groups_fill_it_one_waits_and_a_smaller_group_leaves_room(
    town: Town,
) -> None:
    day = await open_saturday(town, capacity=12)
    await group_of(town, "đăng ký nhóm 12 người")
    await join(town, SON, day)
    assert await standings(town) == ["waitlisted"]
    await town.write(CUONG, "11")
    await town.tap(CUONG, "Đúng")
    assert await standings(town) == ["offered"]
    assert await says(town, SON, "Có chỗ trống")


async def test_the_result_after_the_roll_asks_for_the_groups_too(town: Town) -> None:
    day = await open_saturday(town, capacity=20)
    await join(town, MAI, day)
    await group_of(town, "đăng ký nhóm 12 người")
    await town.go_to(clock(21, 7, 5))
    await town.press(CUONG, "s.roll:1")
    await town.tap(CUONG, "Đủ cả")
    await town.tap(CUONG, "Chốt")
    await town.tap(CUONG, "Báo kết quả")
    assert "Cá nhân + nhóm: 13" in town.phone(CUONG).messages[-1].labels
    assert "13 người" in await town.tap(CUONG, "Cá nhân + nhóm: 13")


async def test_a_poster_that_is_open_on_a_screen_follows_the_groups(town: Town) -> None:
    day = await open_saturday(town, capacity=20)
    await join(town, MAI, await open_saturday(town, title="Trồng cây", starts=clock(28, 7)))
    await arrive(town, MAI, day)
    assert await says(town, MAI, "Còn 20/20 chỗ")
    await group_of(town, "đăng ký nhóm 12 người")
    await town.later(minutes=6)
    assert await says(town, MAI, "Còn 8/20 chỗ")
    await town.write(CUONG, "rút nhóm")
    await town.later(minutes=6)
    assert await says(town, MAI, "Còn 20/20 chỗ")


async def test_the_hour_before_three_are_not_told_of_a_place_for_one(town: Town) -> None:
    day = await open_saturday(town, capacity=3)
    for who in (MAI, NGA):
        await join(town, who, day)
    await join(town, SON, day)
    await town.sql("UPDATE registration SET standing = 'waitlisted', adults = 1 WHERE id = 3")
    await town.sql("UPDATE point SET capacity = 3")
    await town.go_to(clock(21, 6, 1))
    assert not await says(town, SON, "còn 1 chỗ")
