"""«nhắc những việc quá hạn» shows what is late, and a typed yes reminds of all of it."""

import pytest

from tests.helpers.assignments import give, number_from
from tests.town import BINH, HANH, HOA, THANG, Town, clock

CHASED = "SELECT count(*) FROM journal WHERE event = 'nudged'"


@pytest.fixture(autouse=True)
async def late(town: Town) -> None:
    await number_from(town, 147)
    await give(town, THANG, "Bình", when="20/11")
    await give(town, THANG, "Hoa", when="20/11", what="Danh sách hộ nghèo")
    await town.write(BINH, "nhận 147")
    await town.write(HOA, "nhận 148")
    await town.go_to(clock(24, 9))


@pytest.mark.parametrize(
    "line",
    [
        "nhac nhung viec qua han",
        "nhắc tất cả việc chậm",
        "đôn đốc các việc trễ hạn nhé",
        "nhac tat ca viec cham di",
    ],
)
async def test_a_yes_reminds_of_all(town: Town, line: str) -> None:
    said = await town.write(THANG, line)
    assert "147" in said
    assert "148" in said
    assert await town.sql(CHASED) == [(0,)]
    await town.write(THANG, "ok")
    assert await town.sql(CHASED) == [(2,)]


@pytest.mark.parametrize(
    "line", ["viec tre cua to minh", "việc quá hạn của tiểu ban mình", "các việc chậm của phòng"]
)
async def test_what_is_late_is_only_shown(town: Town, line: str) -> None:
    assert "147" in await town.write(THANG, line)
    await town.write(THANG, "ok")
    assert await town.sql(CHASED) == [(0,)]


@pytest.mark.parametrize("line", ["đừng nhắc việc quá hạn", "đã nhắc hết việc quá hạn chưa?"])
async def test_what_is_no_order_reminds_nobody(town: Town, line: str) -> None:
    await town.write(THANG, line)
    await town.write(THANG, "ok")
    assert await town.sql(CHASED) == [(0,)]


@pytest.mark.parametrize("line", ["nghi t7", "em nghỉ chủ nhật này", "t7 nay em nghi a"])
async def test_a_day_off_on_a_free_day_needs_no_words(town: Town, line: str) -> None:
    assert "không phải ngày làm việc" in await town.write(HANH, line)
    assert await town.sql("SELECT 1 FROM absence") == []
