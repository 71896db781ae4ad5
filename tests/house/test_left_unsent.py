"""«bỏ», «thôi» under what was read back: it is dropped, and no button brings it back later."""

import pytest

from tests.helpers.activities import plan_saturday
from tests.helpers.assignments import give, number_from
from tests.town import BINH, CUONG, THANG, Town, clock

DROPPING = ("bỏ", "bo", "thôi", "thoi bo di")


async def unsent(town: Town) -> None:
    await number_from(town, 147)
    await give(town, THANG, "Bình")
    await town.write(BINH, "xong 147, 6 hộ đã ký")


@pytest.mark.parametrize("words", DROPPING)
async def test_a_result_that_was_dropped_is_not_sent_by_its_old_button(
    town: Town, words: str
) -> None:
    await unsent(town)
    send, where = town.held(BINH, "Gửi")
    assert "chưa gửi gì" in await town.write(BINH, words)
    assert not any("Gửi" in m.labels for m in town.phone(BINH).messages)
    await town.press(BINH, send, where)
    assert await town.sql("SELECT state FROM completion") == [("dropped",)]
    assert await town.sql("SELECT state FROM assignment WHERE number = 147") == [("assigned",)]


async def test_whoever_waits_keeps_it(town: Town) -> None:
    await unsent(town)
    await town.write(BINH, "khoan đã")
    assert await town.sql("SELECT state, text FROM completion") == [("draft", "6 hộ đã ký")]


@pytest.mark.parametrize("words", DROPPING)
async def test_figures_that_were_dropped_count_for_nothing(town: Town, words: str) -> None:
    await plan_saturday(town)
    await town.go_to(clock(21, 10, 31))
    await town.write(CUONG, "45")
    right, where = town.held(CUONG, "Đúng")
    assert "không ghi gì" in await town.write(CUONG, words)
    assert "đã bỏ" in await town.press(CUONG, right, where)
    assert await town.sql("SELECT state FROM turnout") == [("dropped",)]
