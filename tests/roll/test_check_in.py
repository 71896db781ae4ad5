"""The code that is read aloud: who is there types it, listed before or not."""

from tests.helpers.activities import open_saturday
from tests.helpers.registrations import join, join_at, standings
from tests.helpers.reports import in_full
from tests.helpers.roll import read_aloud
from tests.town import BINH, CUONG, LAN, MAI, NGA, SON, TUAN, Town, clock, says


async def test_the_waiting_list_and_who_changed_their_mind_count_when_they_are_there(
    town: Town,
) -> None:
    day = await open_saturday(town, capacity=1)
    for who in (MAI, SON, TUAN):
        await join(town, who, day)
    await town.go_to(clock(20, 21, 30))
    await town.tap(SON, "Hủy đăng ký")
    await town.tap(SON, "Hủy đăng ký", town.phone(SON).messages[-1])
    await town.go_to(clock(21, 6, 50))
    code = await read_aloud(town)
    for who in (SON, TUAN):
        assert "Đã ghi có mặt" in await town.write(who, code)
    assert await standings(town) == ["registered", "present", "present"]


async def test_who_walks_in_scans_agrees_and_types(town: Town) -> None:
    day = await open_saturday(town, capacity=1)
    await join(town, MAI, day)
    await town.go_to(clock(21, 7, 5))
    await town.phone(NGA).start(f"act-{day}")
    assert "Trước khi đăng ký" in await town.screen(NGA), "the notice comes before anything"
    assert "mã bốn số" in await town.tap(NGA, "Đồng ý, đủ 18")
    assert await standings(town) == ["registered", "waitlisted"], "no tap alone makes present"
    assert not await says(town, NGA, "Thứ 1 trong danh sách chờ")
    assert "Đã ghi có mặt" in await town.write(NGA, await read_aloud(town))
    await town.tap(
        CUONG, "Điểm danh", next(m for m in town.phone(CUONG).messages if "Điểm danh" in m.text)
    )
    assert "Có mặt 1/2" in await town.screen(CUONG)


async def test_who_walks_in_and_never_types_is_neither_present_nor_absent(town: Town) -> None:
    day = await open_saturday(town)
    await town.go_to(clock(21, 7, 5))
    await join(town, NGA, day)
    await town.tap(CUONG, "Điểm danh")
    await town.tap(CUONG, "Chốt")
    await town.tap(CUONG, "Vẫn chốt")
    assert await standings(town) == ["waitlisted"]
    assert "đã chốt" in await town.write(NGA, await read_aloud(town))


async def test_sixteen_years_do_not_walk_in_by_name(town: Town) -> None:
    day = await open_saturday(town)
    await town.go_to(clock(21, 7, 5))
    assert "ghi theo nhóm" in await join(town, NGA, day, "Đồng ý, 16–17")
    assert await standings(town) == []
    assert await town.sql("SELECT count(*) FROM person WHERE telegram_id = 8104") == [(0,)]


async def test_before_and_after_the_day_nobody_walks_in(town: Town) -> None:
    day = await open_saturday(town)
    await town.go_to(clock(21, 6, 14))
    await town.phone(NGA).start(f"act-{day}")
    assert "đã chốt danh sách" in await town.screen(NGA)
    await town.go_to(clock(21, 10, 1))
    await town.phone(NGA).start(f"act-{day}")
    assert "đã diễn ra" in await town.screen(NGA)


async def test_who_took_a_place_in_the_last_hour_is_understood_too(town: Town) -> None:
    day = await open_saturday(town, capacity=1)
    for who in (MAI, SON):
        await join(town, who, day)
    await town.go_to(clock(21, 6, 20))
    await town.tap(MAI, "Hủy đăng ký", next(m for m in town.phone(MAI).messages if m.buttons))
    await town.tap(MAI, "Hủy đăng ký", town.phone(MAI).messages[-1])
    await town.phone(SON).press("s.take:2", 1)
    await town.settle()
    assert "Đã ghi có mặt" in await town.write(SON, await read_aloud(town))


async def test_a_code_lives_five_minutes(town: Town) -> None:
    await join(town, MAI, await open_saturday(town))
    await town.go_to(clock(21, 6, 50))
    code = await read_aloud(town)
    await town.later(minutes=6)
    assert "chưa đúng" in await town.write(MAI, code)


async def test_four_digits_at_any_other_time_mean_something_else(town: Town) -> None:
    await join(town, MAI, await open_saturday(town))
    await town.write(MAI, "1234")
    assert not await says(town, MAI, "chưa đúng")


async def test_the_right_code_of_another_point_says_which(town: Town) -> None:
    await join_at(town, MAI, await open_saturday(town, points=2), "Ka Long (2)")
    await town.go_to(clock(21, 6, 50))
    code = (await town.press(BINH, "s.code:2")).split()[1]
    said = await town.write(MAI, code)
    assert "mã của điểm Bãi biển Trà Cổ" in said
    assert "đăng ký ở Cầu Ka Long" in said
    assert await standings(town) == ["registered"]
    assert "Đã ghi có mặt" in await town.write(MAI, await read_aloud(town))


async def test_a_figure_by_the_code_is_said_to_be_so_in_the_report(town: Town) -> None:
    """Everybody who is present typed it; of a list that was called it is «theo điểm danh»."""
    day = await open_saturday(town)
    await in_full(town, LAN)
    for who in (MAI, SON):
        await join(town, who, day)
    await town.go_to(clock(21, 6, 50))
    code = await read_aloud(town)
    for who in (MAI, SON):
        await town.write(who, code)
    await town.go_to(clock(21, 7, 30))
    await town.tap(
        CUONG, "Điểm danh", next(m for m in town.phone(CUONG).messages if "Điểm danh" in m.text)
    )
    await town.tap(CUONG, "Chốt")
    await town.go_to(clock(23, 7, 1))
    said = next(t for t in reversed(await town.heard(LAN)) if "BÁO CÁO TUẦN" in t)
    assert "Cách biết số người: theo mã." in said
