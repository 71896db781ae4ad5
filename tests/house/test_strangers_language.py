"""Somebody whom no office knows yet reads the language that they chose, and so do they later."""

import pytest

from tests.helpers.activities import open_saturday
from tests.helpers.registrations import arrive
from tests.town import BINH, MAI, SON, Town


async def choose_english(town: Town, how: str) -> str:
    if how != "tap":
        return await town.write(MAI, how)
    await town.write(MAI, "/ngonngu")
    return await town.tap(MAI, "English")


@pytest.mark.parametrize("how", ["tap", "english", "tiếng Anh"])
async def test_english_on_a_vietnamese_telephone(town: Town, how: str) -> None:
    assert await choose_english(town, how) == "The language is English now."
    assert "do not have this right" in await town.write(MAI, "/viec")
    assert "chưa được phân quyền" in await town.write(SON, "/viec")
    assert await town.sql("SELECT count(*) FROM person WHERE telegram_id = 8101") == [(0,)]


async def test_it_is_written_down_with_the_person(town: Town) -> None:
    day = await open_saturday(town)
    await choose_english(town, "tap")
    await arrive(town, MAI, day)
    await town.tap(MAI, "I agree, 18 or over")
    assert await town.sql("SELECT locale FROM person WHERE telegram_id = 8101") == [("en",)]
    assert "You are registered" in await town.write(MAI, "/dangky")


async def test_vietnamese_on_an_english_telephone(town: Town) -> None:
    town.phone(MAI).user.language_code = "en"
    assert await town.write(MAI, "tieng viet") == "Đã chuyển sang tiếng Việt."
    await town.write(MAI, "/ngonngu")
    assert "nút" in await town.press(MAI, "locale::fr")


async def test_the_question_turns_into_what_was_chosen(town: Town) -> None:
    asked = await town.write(BINH, "/ngonngu")
    question = town.phone(BINH).last
    await town.tap(BINH, "English")
    there = next(m for m in town.phone(BINH).messages if m.message_id == question.message_id)
    assert (there.text == asked, there.labels) == (False, [])
    assert "English" in there.text
    assert "The language is English now." in await town.heard(BINH)
