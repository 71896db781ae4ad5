"""«ok» under the letter that a day is put off is «Đã biết», and answers nothing older."""

import pytest

from tests.helpers.activities import manage, open_saturday, send
from tests.helpers.assignments import give, number_from, row
from tests.helpers.registrations import join, standings
from tests.helpers.sent import reports, taken
from tests.town import BINH, CUONG, MAI, THANG, Town, clock

OK = ["ok", "ok c", "dạ vâng", "vang a", "👍", "dc c"]
KNOWN = "SELECT count(*) FROM notified WHERE known_at IS NOT NULL"


async def put_off(town: Town, day: int) -> None:
    await town.later(minutes=5)
    await manage(town, day, "Hoãn")
    await send(town, "Mưa to")
    await town.later(minutes=1)


@pytest.mark.parametrize("words", OK)
async def test_of_another_day_whose_question_is_open(town: Town, words: str) -> None:
    """Asked whether she comes tomorrow, she hears that next Saturday is put off."""
    first = await open_saturday(town)
    other = await open_saturday(town, title="Trồng cây", starts=clock(28, 7))
    await join(town, MAI, first)
    await join(town, MAI, other, "Đăng ký")
    await town.go_to(clock(20, 19, 31))
    await put_off(town, other)
    assert "Cảm ơn" in await town.write(MAI, words)
    assert await town.sql("SELECT 1 FROM registration WHERE evening IS NOT NULL") == []
    assert "Hẹn gặp" in await town.write(MAI, "có đi")


@pytest.mark.parametrize("words", OK)
async def test_whoever_leads_a_group(town: Town, words: str) -> None:
    day = await open_saturday(town, capacity=40)
    await town.press(CUONG, f"s.group:{day}")
    await town.write(CUONG, "dtn 12")
    await put_off(town, day)
    assert "Cảm ơn" in await town.write(CUONG, words)
    assert await town.sql(KNOWN) == [(1,)]


@pytest.mark.parametrize("words", OK)
async def test_a_new_card_is_not_taken_by_it(town: Town, words: str) -> None:
    day = await open_saturday(town, capacity=40, points=2)
    await number_from(town, 147)
    await give(town, THANG, "Bình")
    await put_off(town, day)
    await town.write(BINH, words)
    assert await row(town, "state") == ("assigned",)


async def test_a_result_that_was_shown_before_is_not_sent_by_it(town: Town) -> None:
    day = await open_saturday(town, capacity=40, points=2)
    await taken(town, 147)
    await town.write(BINH, "xong 147, 6 hộ đã ký")
    await put_off(town, day)
    await town.write(BINH, "ok")
    assert await reports(town) == [(147, "draft")]


async def test_an_answer_to_what_is_newer_than_the_news_is_one(town: Town) -> None:
    day = await open_saturday(town)
    await join(town, MAI, day)
    other = await open_saturday(town, title="Trồng cây", starts=clock(28, 7))
    await join(town, MAI, other, "Đăng ký")
    await manage(town, other, "Hoãn")
    await send(town, "Mưa to")
    await town.go_to(clock(20, 19, 31))
    assert "Hẹn gặp" in await town.write(MAI, "ok")
    assert len(await standings(town)) == 2


@pytest.mark.parametrize("typed", [True, False])
async def test_the_news_asks_no_more(town: Town, typed: bool) -> None:
    day = await open_saturday(town)
    await join(town, MAI, day)
    await put_off(town, day)
    news = town.phone(MAI).last
    assert "Đã biết" in news.labels
    await (town.write(MAI, "ok biết rồi") if typed else town.tap(MAI, "Đã biết"))
    assert "Đã biết" not in news.labels
    assert "Mưa to" in news.text
