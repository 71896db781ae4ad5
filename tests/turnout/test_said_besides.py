"""What a figure says besides: «khoảng», «vắng», an amount that reads two ways, one part mended."""

import pytest

from tests.helpers.activities import plan_saturday
from tests.town import CUONG, Town, clock


@pytest.fixture(autouse=True)
async def asked(town: Town) -> None:
    await plan_saturday(town)
    await town.go_to(clock(21, 10, 31))


async def test_about_and_absent_are_kept(town: Town) -> None:
    assert "khoảng 40 người; vắng 3" in await town.write(CUONG, "khoang 40 nguoi, vang 3")
    assert "Đã ghi: khoảng 40 người; vắng 3" in await town.tap(CUONG, "Đúng")


async def test_a_correction_changes_only_what_it_names(town: Town) -> None:
    await town.write(CUONG, "dtn 20 pn 15 ccb 5 vang 3")
    await town.tap(CUONG, "Sửa")
    read = await town.write(CUONG, "pn 18")
    assert "43 người: ĐTN 20, PN 18, CCB 5; vắng 3" in read


async def test_a_part_typed_after_the_read_back_changes_that_part(town: Town) -> None:
    await town.write(CUONG, "dtn 20 pn 15 ccb 5")
    assert "43 người: ĐTN 20, PN 18, CCB 5" in await town.write(CUONG, "pn 18")


async def test_an_amount_that_reads_two_ways_is_asked(town: Town) -> None:
    assert "hai cách" in await town.write(CUONG, "45 người, 2,500 m3 rác")
    read = await town.tap(CUONG, "2,5 m³ rác")
    assert "45 người" in read
    assert "2,5 m³ rác" in read
    await town.tap(CUONG, "Đúng")
    assert await town.sql("SELECT measure, amount FROM turnout_measure") == [("waste_m3", 2.5)]


async def test_results_of_the_roll_are_not_lost_by_the_question(town: Town) -> None:
    await town.write(CUONG, "45 người, 2 km, 1,500 m3 rác")
    assert "2 km đường" in await town.tap(CUONG, "1.500 m³ rác")
