"""On the first of the month the office hears what became of the work of the last one."""

from tests.helpers.assignments import give, number_from
from tests.town import BINH, HANH, THANG, Town, clock, says

LINE = "Công việc trong tháng 11: giao 4 việc, xong 3 việc, trong đó xong chậm 1."


async def work_of_november(town: Town) -> None:
    """Four are given; two are finished in time, one late, one not at all."""
    await number_from(town, 147)
    await town.sql(
        "UPDATE assignment SET issued_at = unixepoch(issued_at, 'unixepoch', '-1 month')"
    )
    await give(town, THANG, "Bình", "Việc một", when="thứ 6")
    await give(town, THANG, "Bình", "Việc hai", when="17h hôm nay")
    await give(town, THANG, "Bình", "Việc ba", when="27/11")
    await give(town, THANG, "Bình", "Việc bốn", when="27/11")
    await finish(town, 147)
    await finish(town, 149)
    await town.go_to(clock(20, 9))
    await finish(town, 148)


async def finish(town: Town, number: int) -> None:
    await town.write(BINH, f"xong {number}, đã vận động 6 hộ")
    await town.tap(BINH, "Gửi")
    await town.tap(THANG, "Đạt")


async def test_one_line_on_the_first_and_once(town: Town) -> None:
    await work_of_november(town)
    await town.go_to(clock(30, 20))
    assert not await says(town, HANH, "Công việc trong tháng 11")
    await town.later(hours=12)
    assert len([text for text in await town.heard(HANH) if LINE in text]) == 1
    assert not await says(town, BINH, "Công việc trong tháng 11"), "it is the office's"
    await town.later(hours=48)
    assert len([text for text in await town.heard(HANH) if LINE in text]) == 1


async def test_the_line_in_english(town: Town) -> None:
    await town.write(HANH, "English")
    await work_of_november(town)
    await town.go_to(clock(30, 20))
    await town.later(hours=12)
    assert any("4 given, 3 finished, 1 of them late" in said for said in await town.heard(HANH))
