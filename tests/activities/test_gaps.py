"""Too few people, and the day is near: its organiser is warned, volunteers are asked in waves."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from domain.activities import Activity, Stage
from domain.plans import closing, is_warned, moved_closing, needed
from tests.helpers.activities import open_saturday
from tests.helpers.registrations import arrive, join
from tests.town import HANH, HOA, ICT, MAI, SON, THANG, TUAN, Town, clock, says


async def willing(town: Town, *people: int, age: str = "Đồng ý, đủ 18") -> None:
    """They came once, and agreed to hear of other days."""
    day = await open_saturday(town, capacity=30, starts=clock(20, 7), title="Hôm trước")
    for who in people:
        await join(town, who, day, age)
        await town.write(who, "/dulieu")
        await town.tap(who, "tin các buổi sau")
        await town.tap(who, "Đồng ý", town.phone(who).messages[-1])
    await town.sql("UPDATE activity SET state = 'cancelled' WHERE id = :day", day=day)


async def needing(town: Town, least: int, days: int = 2, capacity: int = 30, age: int = 16) -> int:
    return await open_saturday(
        town,
        capacity=capacity,
        starts=clock(28, 7),
        least=least,
        warn_days=days,
        min_age=age,
    )


async def come(town: Town, who: int, day: int) -> None:
    """Somebody who agreed before registers with one tap."""
    await arrive(town, who, day)
    await town.tap(who, "Đăng ký", town.phone(who).messages[-1])


async def test_warned_so_many_days_before_and_not_earlier(town: Town) -> None:
    await willing(town, MAI)
    await needing(town, 2, days=3)
    await town.go_to(clock(24, 18, 1))
    assert not await says(town, HOA, "Mới có")
    await town.go_to(clock(25, 18, 1))
    assert await says(town, HOA, "Mới có 0/2 người")
    assert await says(town, THANG, "Mới có 0/2 người"), "the head of her section"
    assert await says(town, THANG, "Người lập: Nguyễn Thị Hoa")
    assert not await says(town, HANH, "Mới có")
    assert await says(town, MAI, "đang cần thêm người")
    await town.go_to(clock(26, 18, 1))
    warned = [text for text in await town.heard(HOA) if "Mới có" in text]
    assert len(warned) == 1, "once"


async def test_volunteers_are_called_for_earlier_where_the_office_says_so(town: Town) -> None:
    await willing(town, MAI)
    await needing(town, 2, days=3)
    await town.write(HANH, "giờ mời thêm người: 16h")
    await town.go_to(clock(25, 15, 55))
    assert not await says(town, HOA, "Mới có")
    await town.go_to(clock(25, 16, 5))
    assert await says(town, HOA, "Mới có 0/2 người")
    assert await says(town, MAI, "đang cần thêm người")


async def test_volunteers_are_called_for_later_where_the_office_says_so(town: Town) -> None:
    await willing(town, MAI)
    await needing(town, 2, days=3)
    await town.write(HANH, "giờ mời thêm người: 20h")
    await town.go_to(clock(25, 19, 55))
    assert not await says(town, HOA, "Mới có")
    await town.go_to(clock(25, 20, 5))
    assert await says(town, HOA, "Mới có 0/2 người")


async def test_volunteers_are_called_for_neither_at_work_nor_at_night(town: Town) -> None:
    await needing(town, 2, days=3)
    for hour in ("15h30", "20h30"):
        await town.write(HANH, f"giờ mời thêm người: {hour}")
        assert "từ 16h00 đến 20h00" in (await town.heard(HANH))[-1]
    await town.go_to(clock(25, 17, 55))
    assert not await says(town, HOA, "Mới có")
    await town.go_to(clock(25, 18, 5))
    assert await says(town, HOA, "Mới có 0/2 người")


async def test_it_stops_when_there_are_enough(town: Town) -> None:
    await willing(town, MAI, SON)
    day = await needing(town, 1, days=3)
    await join(town, TUAN, day)
    await town.go_to(clock(26, 18, 1))
    for who in (HOA, MAI, SON):
        assert not await says(town, who, "Mới có")
        assert not await says(town, who, "đang cần thêm người")


async def test_nobody_is_asked_to_a_full_point(town: Town) -> None:
    await willing(town, MAI)
    day = await needing(town, 5, capacity=1)
    await join(town, TUAN, day)
    await town.go_to(clock(26, 18, 1))
    assert await says(town, HOA, "Mới có 1/5 người.\nCác điểm đã hết chỗ")
    assert not await says(town, MAI, "đang cần thêm người")


async def test_whoever_is_taken_or_too_young_is_not_asked(town: Town) -> None:
    """Mai goes elsewhere at that hour; Sơn is sixteen and it is for adults; Tuấn can."""
    await willing(town, MAI, TUAN)
    await willing(town, SON, age="Đồng ý, 16–17")
    await come(town, MAI, await open_saturday(town, starts=clock(28, 8), title="Trồng cây"))
    await needing(town, 5, age=18)
    await town.go_to(clock(26, 18, 1))
    assert await says(town, TUAN, "Dọn bờ kênh đang cần thêm người")
    for who in (MAI, SON):
        assert not await says(town, who, "Dọn bờ kênh đang cần thêm người")


async def test_whoever_said_no_is_not_asked_again(town: Town) -> None:
    await willing(town, MAI)
    day = await needing(town, 5)
    await come(town, MAI, day)
    await town.tap(MAI, "Hủy đăng ký")
    await town.tap(MAI, "Hủy đăng ký", town.phone(MAI).messages[-1])
    await town.go_to(clock(26, 18, 1))
    assert not await says(town, MAI, "đang cần thêm người")


STARTS = datetime(2026, 11, 28, tzinfo=UTC)


def day_of(least: int = 0, target: int = 0, warn_days: int = 2) -> Activity:
    hours = (STARTS, STARTS + timedelta(hours=3), STARTS)
    return Activity(1, "T7", "saturday", "Dọn kênh", *hours, Stage.OPEN, target=target,
                    least=least, warn_days=warn_days)  # fmt: skip


@given(st.integers(1, 500), st.integers(0, 500))
def test_what_was_said_goes_before_half_of_what_is_hoped_for(least: int, target: int) -> None:
    assert needed(day_of(least, target)) == least
    assert needed(day_of(0, target)) * 2 >= target > (needed(day_of(0, target)) - 1) * 2 - 1


@given(st.integers(1, 14), st.integers(0, 20))
def test_the_warning_comes_so_many_days_before(warn_days: int, before: int) -> None:
    now = STARTS - timedelta(days=before)
    assert is_warned(day_of(warn_days=warn_days), now, ICT) == (before <= warn_days)


@given(st.integers(-(10**6), 10**6), st.integers(1, 10**6))
def test_registration_closes_ahead_and_not_after_the_start(since: int, ahead: int) -> None:
    now = STARTS + timedelta(seconds=since)
    starts = now + timedelta(seconds=ahead)
    assert now < closing(starts, now, ICT) <= starts
    assert now < moved_closing(day_of(), starts, now, ICT) <= starts
