"""Several questions are open and something is said: it is asked which, and nothing is lost."""

import pytest

from tests.town import HANH, Town


@pytest.fixture(autouse=True)
async def two_questions(town: Town) -> None:
    """The office has begun to add somebody, and to write a holiday down."""
    await town.write(HANH, "thêm người")
    await town.write(HANH, "lịch nghỉ")
    await town.tap(HANH, "Thêm ngày nghỉ")


async def test_it_is_asked_by_buttons_and_then_answered(town: Town) -> None:
    asked = await town.write(HANH, "2/9/2027 Quốc khánh")
    assert "Tin này trả lời câu nào" in asked
    assert "«2/9/2027 Quốc khánh»" in asked
    assert town.phone(HANH).last.labels == ["Ngày nghỉ", "Thêm người"]
    assert "Quốc khánh" in await town.tap(HANH, "Ngày nghỉ")
    assert await town.sql("SELECT topic FROM expectation WHERE topic = 'dayoff'") == []


async def test_what_was_answered_meanwhile_is_over(town: Town) -> None:
    await town.write(HANH, "2/9/2027 Quốc khánh")
    await town.tap(HANH, "Ngày nghỉ")
    last = [m for m in town.phone(HANH).messages if "trả lời câu nào" in m.text][-1]
    assert "đã xong" in await town.tap(HANH, "Ngày nghỉ", last)


async def test_with_one_question_left_nothing_is_asked(town: Town) -> None:
    await town.write(HANH, "2/9/2027 Quốc khánh")
    await town.tap(HANH, "Ngày nghỉ")
    assert "trả lời câu nào" not in await town.write(HANH, "Phạm Thị Xoan")


async def test_words_that_are_understood_go_their_way(town: Town) -> None:
    assert "câu nào" not in await town.write(HANH, "trợ giúp")


async def test_a_photo_is_kept_too(town: Town) -> None:
    await town.phone(HANH).photo()
    assert "Tin này trả lời câu nào" in await town.screen(HANH)
    assert "câu nào" not in await town.tap(HANH, "Ngày nghỉ")


async def test_each_asking_keeps_its_own_words(town: Town) -> None:
    await town.write(HANH, "2/9/2027 Quốc khánh")
    first = town.phone(HANH).last
    await town.write(HANH, "1/5/2027 Lao động")
    assert "Quốc khánh" in await town.tap(HANH, "Ngày nghỉ", first)
