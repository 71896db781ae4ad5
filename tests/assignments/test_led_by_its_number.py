"""«149 anh Vương chưa ký», whatever else is asked: of work 149, and no answer to that."""

import pytest

from tests.helpers.activities import open_saturday, plan_saturday
from tests.helpers.assignments import give, notes, number_from
from tests.helpers.registrations import join
from tests.helpers.sent import taken
from tests.town import BINH, CUONG, HANH, MAI, THANG, Town, clock, says

LINE, KEPT = "149 anh Vương chưa ký", "Đã ghi vướng mắc của NV-2026-0149: «anh Vương chưa ký»"


@pytest.mark.parametrize(
    "asked", ["báo xong 147", "147 vướng", "xin gia hạn 147", "ghi tiến độ 147", "xong 147, 6 hộ"]
)
async def test_under_a_question_about_other_work(town: Town, asked: str) -> None:
    await taken(town, 147, 149)
    await town.write(BINH, asked)
    assert KEPT in await town.write(BINH, LINE)


async def test_what_one_would_ask_the_giver(town: Town) -> None:
    await taken(town, 147, 149)
    await town.write(BINH, "việc 147")
    await town.tap(BINH, "Trao đổi lại")
    await town.tap(BINH, "Hỏi thêm")
    assert KEPT in await town.write(BINH, LINE)
    await town.write(BINH, "147 anh Vương ở khu nào")
    assert await says(town, THANG, "147 anh Vương ở khu nào")


async def test_what_the_giver_asked(town: Town) -> None:
    await taken(town, 147, 149)
    await town.write(THANG, "sao việc 147 chậm thế")
    await town.tap(THANG, "Chuyển lời")
    await town.write(BINH, "149 cột cờ gãy")
    assert await notes(town) == ["149 cột cờ gãy"]
    assert not await says(town, THANG, "cột cờ gãy")


async def test_what_a_volunteer_asked(town: Town) -> None:
    day = await open_saturday(town)
    await number_from(town, 149)
    await give(town, HANH, "Cường", "Vận động 6 hộ", "27/11")
    await join(town, MAI, day)
    await town.write(MAI, "co an sang ko")
    await town.tap(CUONG, "Trả lời")
    await town.write(CUONG, LINE)
    assert not await says(town, MAI, "anh Vương")
    assert KEPT in await town.write(CUONG, LINE) or await says(town, CUONG, KEPT)


async def test_why_a_day_was_not_held(town: Town) -> None:
    await taken(town, 149)
    await plan_saturday(town)
    await town.go_to(clock(21, 10, 31))
    await town.tap(BINH, "Không tổ chức")
    await town.write(BINH, LINE)
    assert await says(town, BINH, KEPT)
