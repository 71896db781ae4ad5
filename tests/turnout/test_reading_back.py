"""What was read back: a correction keeps the rest, /huy takes it back, and it dies in time."""

import pytest

from tests.helpers.activities import plan_saturday
from tests.town import CUONG, HOA, Town, clock

COUNTED = "SELECT total, state FROM turnout WHERE state = 'confirmed' ORDER BY id"


@pytest.fixture(autouse=True)
async def asked(town: Town) -> None:
    await plan_saturday(town)
    await town.go_to(clock(21, 10, 31))


async def test_correcting_the_heads_keeps_the_results(town: Town) -> None:
    await town.write(CUONG, "pn 5 dtn 14, dọn 2km, 3 m3 rac, 100 cay")
    await town.tap(CUONG, "Đúng")
    await town.tap(CUONG, "Sửa số")
    await town.write(CUONG, "28 ng, dtn 18 pn 5")
    read = await town.tap(CUONG, "28")
    assert "28 người: ĐTN 18, PN 5, còn lại 5" in read
    assert "Giữ như đã ghi: 2 km đường; 3 m³ rác; trồng 100 cây" in read
    saved = await town.tap(CUONG, "Đúng")
    assert "28 người" in saved
    assert "2 km đường; 3 m³ rác; trồng 100 cây" in saved


async def test_correcting_the_results_keeps_the_heads(town: Town) -> None:
    await town.write(CUONG, "pn 5 dtn 14, dọn 2km, 100 cay")
    await town.tap(CUONG, "Đúng")
    await town.tap(CUONG, "Sửa số")
    read = await town.write(CUONG, "3 km")
    assert "19 người: ĐTN 14, PN 5 (giữ như đã ghi)" in read
    assert "📏 3 km đường\n" in read
    assert "Giữ như đã ghi: trồng 100 cây" in read


async def test_what_was_misread_is_said_anew_without_the_rest(town: Town) -> None:
    await town.write(CUONG, "45 người, 2 km")
    await town.tap(CUONG, "Sửa")
    read = await town.write(CUONG, "43")
    assert "43 người" in read
    assert "2 km đường" in read


async def test_cancelled_figures_are_not_counted_by_an_old_button(town: Town) -> None:
    await town.write(CUONG, "25")
    echo = town.phone(CUONG).last
    assert "Đã bỏ" in await town.write(CUONG, "/huy")
    for label in ("Đúng", "Sửa", "Sai điểm"):
        assert "đã bỏ" in await town.tap(CUONG, label, echo)
    assert await town.sql(COUNTED) == []


async def test_somebody_elses_figures_are_not_cancelled(town: Town) -> None:
    await town.write(CUONG, "25")
    await town.write(HOA, "/huy")
    await town.tap(CUONG, "Đúng")
    assert await town.sql(COUNTED) == [(25, "confirmed")]


@pytest.mark.parametrize(("day", "counted"), [(22, 1), (23, 0)])
async def test_figures_wait_for_their_yes_until_the_next_day_ends(
    town: Town, day: int, counted: int
) -> None:
    await town.write(CUONG, "25")
    echo = town.phone(CUONG).last
    await town.go_to(clock(day, 3))
    await town.tap(CUONG, "Đúng", echo)
    assert len(await town.sql(COUNTED)) == counted


async def test_a_point_that_was_not_held_leaves_no_figures_to_confirm(town: Town) -> None:
    await town.write(CUONG, "25")
    echo = town.phone(CUONG).last
    await town.write(CUONG, "không tổ chức")
    await town.tap(CUONG, "Mưa, bão")
    assert "đã bỏ" in await town.tap(CUONG, "Đúng", echo)
