"""A day that may not have been called off, and a figure that nobody can place, are asked."""

import pytest

from tests.helpers.activities import plan_saturday
from tests.town import CUONG, Town, clock


@pytest.fixture(autouse=True)
async def asked(town: Town) -> None:
    await plan_saturday(town)
    await town.go_to(clock(21, 10, 31))


async def under_the_card(town: Town, words: str) -> str:
    return await town.write(CUONG, words, reply_to=town.phone(CUONG).last)


@pytest.mark.parametrize("words", ["khu bên cạnh hoãn rồi", "suýt thì hoãn", "mai mưa chắc hoãn"])
async def test_another_days_or_places_no_is_no_answer(town: Town, words: str) -> None:
    assert "Chưa ghi gì" in await under_the_card(town, words)
    assert "Không tổ chức" in town.phone(CUONG).last.labels
    assert "lý do" in (await town.tap(CUONG, "Không tổ chức")).lower()
    assert await town.sql("SELECT count(*) FROM turnout") == [(0,)]


async def test_not_called_off_yet_is_not_called_off(town: Town) -> None:
    await under_the_card(town, "chưa hủy, vẫn làm, lát em báo")
    assert "Đã ghi: không tổ chức" not in await town.screen(CUONG)
    assert await town.sql("SELECT count(*) FROM turnout") == [(0,)]


async def test_a_figure_that_nobody_took_is_named(town: Town) -> None:
    asked = await under_the_card(town, "45 người, 12 cuốc")
    assert "Chưa hiểu số: 12" in asked
    echo = await town.tap(CUONG, "Báo số người")
    assert "45 người" in echo
    assert "CHƯA GHI" in echo


async def test_a_question_about_a_figure_is_no_report(town: Town) -> None:
    assert "Chưa ghi gì" in await under_the_card(town, "sao ghi 45 người thế?")
    assert await town.sql("SELECT count(*) FROM turnout") == [(0,)]
