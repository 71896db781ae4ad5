"""A number said while a point runs is of that point; one of a day ahead, or a plan, of none."""

from tests.helpers.activities import open_saturday, plan_saturday
from tests.town import CUONG, Town, clock


async def test_what_is_said_at_the_point_is_of_the_day_that_runs(town: Town) -> None:
    await plan_saturday(town)
    await town.go_to(clock(21, 11))
    await town.write(CUONG, "41 nguoi, 1 km cong")
    await town.tap(CUONG, "Đúng")
    await town.go_to(clock(27, 9))
    await open_saturday(town, starts=clock(28, 7), capacity=60, title="Trồng cây")
    await town.press(CUONG, "t.point:1")
    await town.go_to(clock(28, 8))
    for words in ("den 32 nguoi", "chot 34", "41"):
        assert "28/11" in await town.write(CUONG, words), words


async def test_a_day_ahead_and_a_plan_are_no_report(town: Town) -> None:
    await plan_saturday(town)
    await town.go_to(clock(21, 11))
    await town.write(CUONG, "42 nguoi")
    await town.tap(CUONG, "Đúng")
    await town.go_to(clock(24, 9))
    for words in (
        "khu 1 thu 7 nay di 5 nguoi",
        "30 nguoi moi diem thoi",
        "them diem cho Ka Long, anh Tho, 3 nguoi",
    ):
        said = await town.write(CUONG, words)
        assert "21/11" not in said, words
        assert "số của điểm nào" not in said, words


async def test_another_number_leaves_the_results(town: Town) -> None:
    await plan_saturday(town)
    await town.go_to(clock(21, 11))
    await town.write(CUONG, "38 nguoi, 1 km cong, 3 m3 rac")
    await town.tap(CUONG, "Đúng")
    assert "3 m³ rác" in await town.write(CUONG, "nham, 41 thoi")


async def test_what_could_not_be_placed_is_said(town: Town) -> None:
    await plan_saturday(town)
    await town.go_to(clock(21, 11))
    read = await town.write(CUONG, "Ka Long 32 nguoi, 40 bao rac, 500m bo bien")
    assert "500" in read
    read = await town.write(CUONG, "sua duoc 1 mai nha, 20 cong")
    assert "1 người" not in read
