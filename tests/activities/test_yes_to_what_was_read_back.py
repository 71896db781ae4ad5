"""A yes is to what was read back last, also where that is answered by a button alone: never to a
report that came before."""

import pytest

from tests.helpers.activities import open_saturday
from tests.helpers.assignments import give, number_from
from tests.helpers.scenes import COLLEAGUES, NAM, move_in
from tests.town import THANG, Town, clock

YES = ["ok", "đúng", "ừ", "ok e"]


@pytest.fixture
async def waiting(town: Town) -> Town:
    """Thắng leads a day and its three points; a report of Nam's waits for him."""
    await town.work(move_in(town))
    for who in COLLEAGUES:
        town.phone(who)
    await open_saturday(town, 60, 3)
    await town.sql("UPDATE activity SET organiser_id = :id", id=town.person(THANG))
    await town.sql("UPDATE point SET leader_id = :id", id=town.person(THANG))
    return town


async def report(town: Town) -> None:
    await number_from(town, 152)
    await give(town, THANG, "Nam", "Vận động 6 hộ", "thứ 6")
    await town.write(NAM, "nhận 152")
    await town.write(NAM, "xong 152, đã vận động 6 hộ")
    await town.tap(NAM, "Gửi")
    await town.later(minutes=2)


@pytest.mark.parametrize("yes", YES)
async def test_no_more_places(waiting: Town, yes: str) -> None:
    await report(waiting)
    assert "CHƯA ĐỔI" in await waiting.write(THANG, "đủ rồi k nhận nữa")
    said = await waiting.write(THANG, yes)
    assert "ngừng nhận đăng ký" in said.lower()
    assert "152" not in said


async def test_it_is_left_by_a_no(waiting: Town) -> None:
    await report(waiting)
    await waiting.write(THANG, "đủ rồi k nhận nữa")
    await waiting.write(THANG, "thôi")
    [(closes,)] = await waiting.sql("SELECT closes_at FROM activity")
    assert "2026-11-20" in closes


@pytest.mark.parametrize("yes", YES)
async def test_a_table_of_several_points(waiting: Town, yes: str) -> None:
    await waiting.go_to(clock(21, 10, 40))
    await report(waiting)
    assert "CHƯA GHI" in await waiting.write(THANG, "Ka Long 42\nTrà Cổ 12")
    await waiting.write(THANG, yes)
    sql = "SELECT total FROM turnout WHERE state = 'confirmed' ORDER BY total"
    assert await waiting.sql(sql) == [(12,), (42,)]


async def test_a_yes_is_said_once(waiting: Town) -> None:
    await waiting.write(THANG, "đủ rồi k nhận nữa")
    await waiting.write(THANG, "ok")
    assert "152" not in await waiting.write(THANG, "ok")
