"""Results, photos and figures of the day are taken whenever they come, and say where they went."""

import pytest

from tests.helpers.activities import open_saturday
from tests.helpers.registrations import join
from tests.town import CUONG, MAI, Town, clock

KEPT = "SELECT point.name FROM point_photo JOIN point ON point.id = point_id"
COUNTED = "SELECT total, state FROM turnout WHERE state <> 'dropped' ORDER BY id"
KA_LONG = ("Cầu Ka Long",)


async def photo(town: Town, **how: object) -> str:
    await town.phone(CUONG).photo(**how)  # type: ignore[arg-type]
    return await town.screen(CUONG)


@pytest.mark.parametrize("at", [(6, 40), (8, 0), (10, 31), (19, 0)])
async def test_a_photo_of_the_day_at_any_hour(town: Town, at: tuple[int, int]) -> None:
    await open_saturday(town, points=2, capacity=20)
    await town.go_to(clock(21, *at))
    assert "Đã nhận ảnh điểm Cầu Ka Long" in await photo(town)
    assert "đang có 2 ảnh" in await photo(town, caption="bà con dọn rác", content=b"2")
    assert await town.sql(KEPT) == [KA_LONG, KA_LONG]


async def test_not_days_before(town: Town) -> None:
    await open_saturday(town, points=2, capacity=20)
    await photo(town)
    assert await town.sql(KEPT) == []


async def test_an_album_counts_every_photo(town: Town) -> None:
    await open_saturday(town, capacity=20)
    await town.go_to(clock(21, 8))
    assert "đang có 3 ảnh" in await photo(town, album=[b"1", b"2", b"3"])
    assert "đang có 5 ảnh" in await photo(town, album=[b"4", b"5"])
    said = [text for text in await town.heard(CUONG) if "Đã nhận ảnh" in text]
    assert len(said) == 2, "one answer an album"


async def test_an_album_under_figures_is_told_too(town: Town) -> None:
    await open_saturday(town, capacity=20)
    await town.go_to(clock(21, 10, 31))
    await photo(town, album=[b"1", b"2", b"3"], caption="45 người")
    assert any("đang có 3 ảnh" in text for text in await town.heard(CUONG))


async def test_of_two_points_it_is_asked_and_the_album_goes_there_whole(town: Town) -> None:
    await open_saturday(town, points=2, capacity=20)
    await town.sql("UPDATE point SET leader_id = :id", id=town.person(CUONG))
    await town.go_to(clock(21, 8))
    assert "điểm nào" in await photo(town, album=[b"1", b"2", b"3"])
    assert "đang có 3 ảnh" in await town.tap(CUONG, "21/11 Trà Cổ – Dọn bờ kênh")
    assert set(await town.sql(KEPT)) == {("Bãi biển Trà Cổ",)}
    assert "đang có 4 ảnh" in await photo(town, content=b"4")


async def test_after_no_photo_one_may_still_come(town: Town) -> None:
    await open_saturday(town, capacity=20)
    await town.go_to(clock(21, 10, 31))
    await town.write(CUONG, "45")
    await town.tap(CUONG, "Đúng")
    await town.tap(CUONG, "Không có ảnh")
    assert "đang có 1 ảnh" in await photo(town)


async def test_results_and_a_number_after_all_was_answered(town: Town) -> None:
    await open_saturday(town, capacity=20)
    await town.go_to(clock(21, 10, 31))
    await town.write(CUONG, "45")
    await town.tap(CUONG, "Đúng")
    await town.tap(CUONG, "Không có ảnh")
    await town.go_to(clock(21, 17))
    read = await town.write(CUONG, "2 km, 3 m3 rác")
    assert "2 km đường" in read
    assert "Cầu Ka Long" in read
    await town.tap(CUONG, "Đúng")
    await town.tap(CUONG, "Không có ảnh")
    assert "48 người" in await town.write(CUONG, "48")
    await town.tap(CUONG, "Đúng")
    assert (await town.sql(COUNTED))[-1] == (48, "confirmed")


async def rolled(town: Town) -> None:
    """One came by the roll; twelve are registered in a group."""
    day = await open_saturday(town, capacity=20)
    await join(town, MAI, day)
    await town.write(CUONG, "đăng ký nhóm 12 người")
    await town.tap(CUONG, "Đúng")
    await town.go_to(clock(21, 7, 5))
    await town.press(CUONG, "s.roll:1")
    await town.tap(CUONG, "Đủ cả")
    await town.tap(CUONG, "Chốt")


@pytest.mark.parametrize("typed_first", [False, True])
@pytest.mark.parametrize(("chosen", "total"), [("Cá nhân + nhóm: 13", 13), ("Chỉ cá nhân: 1", 1)])
async def test_results_after_the_roll_ask_whether_the_groups_came(
    town: Town, typed_first: bool, chosen: str, total: int
) -> None:
    await rolled(town)
    if not typed_first:
        await town.tap(CUONG, "Báo kết quả")
    said = await town.write(CUONG, "2 km, 3 m3 rác")
    assert "nhóm đăng ký 12" in said
    read = await town.tap(CUONG, chosen)
    assert f"{total} người" in read
    assert "2 km đường" in read
    await town.tap(CUONG, "Đúng")
    assert (await town.sql(COUNTED))[-1] == (total, "confirmed")


async def test_what_came_of_today_is_not_put_to_the_week_before(town: Town) -> None:
    await open_saturday(town, capacity=20, title="Trồng cây")
    day = await open_saturday(town, 20, 1, clock(28, 7))
    await join(town, MAI, day)
    await town.go_to(clock(21, 10, 31))
    await town.go_to(clock(28, 7, 5))
    await town.press(CUONG, "s.roll:2")
    await town.tap(CUONG, "Đủ cả")
    await town.tap(CUONG, "Chốt")
    await town.go_to(clock(28, 10, 15))
    assert "của điểm nào" in await town.write(CUONG, "xong roi, ka long 46 nguoi, 3 khoi rac")
    assert [label.split()[0] for label in town.phone(CUONG).last.labels] == ["28/11", "21/11"]
    assert "28/11" in await town.tap(CUONG, town.phone(CUONG).last.labels[0])


async def test_figures_after_the_day_began_are_not_of_its_group(town: Town) -> None:
    await open_saturday(town, capacity=20)
    await town.go_to(clock(21, 6))
    await town.write(CUONG, "đăng ký nhóm 12 người")
    await town.tap(CUONG, "Đúng")
    await town.go_to(clock(21, 10, 15))
    said = await photo(town, caption="dọn 5 điểm, có cả 40 người")
    assert "đã diễn ra" not in said
    assert "👥 40 người" in said
