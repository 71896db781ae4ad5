"""Words about work reach the question they answer, and nothing that was sent along is lost."""

import pytest

from tests.helpers.activities import plan_saturday
from tests.helpers.assignments import give, number_from, row
from tests.town import BINH, LAN, THANG, Town, clock, says

ANSWER = "Dạ em chờ phường gửi 20% danh sách còn thiếu"


@pytest.fixture(autouse=True)
async def from_147(town: Town) -> None:
    await number_from(town, 147)
    await give(town, THANG, "Bình")
    await town.write(BINH, "nhận 147")


async def asked(town: Town, words: str = "Sao việc này chậm?") -> None:
    """Lan, who leads the office, asks about 147."""
    [(number,)] = await town.sql("SELECT id FROM assignment WHERE number = 147")
    await town.press(LAN, f"a.question:{number}")
    await town.write(LAN, words)
    assert await says(town, BINH, words)


async def test_a_leaders_question_is_answered_by_the_next_words(town: Town) -> None:
    await town.write(BINH, "147 60%")
    await asked(town)
    assert "chuyển tới đ/c Trần Thị Lan" in await town.write(BINH, ANSWER)
    assert await row(town, "percent") == (60,)
    told = (await town.heard(LAN))[-1]
    assert "Sao việc này chậm?" in told
    assert ANSWER in told


async def test_the_answer_stands_in_the_history(town: Town) -> None:
    await asked(town)
    await town.write(BINH, ANSWER)
    said = await town.sql("SELECT text FROM journal WHERE event = 'said' ORDER BY id")
    assert said == [("Sao việc này chậm?",), (ANSWER,)]


async def test_once_answered_the_next_words_are_not_an_answer(town: Town) -> None:
    await asked(town)
    await town.write(BINH, ANSWER)
    assert "70%" in await town.write(BINH, "147 70%")
    assert await town.sql("SELECT count(*) FROM journal WHERE event = 'said'") == [(2,)]


async def test_other_work_that_is_named_is_no_answer(town: Town) -> None:
    await give(town, THANG, "Bình", "Danh sách hộ nghèo", "27/11")
    await asked(town)
    await town.write(BINH, "nhận 148")
    assert await town.sql("SELECT state FROM assignment WHERE number = 148") == [("doing",)]
    assert await town.sql("SELECT count(*) FROM journal WHERE event = 'said'") == [(1,)]


async def test_somebody_who_is_writing_is_asked_which_it_is(town: Town) -> None:
    """The question comes into the middle of a form: neither takes the words of the other."""
    await give(town, THANG, "Bình", "Danh sách hộ nghèo", "27/11")
    await town.press(BINH, "a.block:3")
    await asked(town)
    assert "trả lời câu nào" in await town.write(BINH, "chờ kinh phí của thành phố")
    await town.tap(BINH, "Vướng mắc 148")
    assert await town.sql("SELECT count(*) FROM journal WHERE event = 'said'") == [(1,)]


async def test_a_question_that_has_not_come_yet_hears_nothing(town: Town) -> None:
    await town.go_to(clock(19, 20))
    [(number,)] = await town.sql("SELECT id FROM assignment WHERE number = 147")
    await town.press(LAN, f"a.question:{number}")
    await town.write(LAN, "Sao việc này chậm?")
    await town.write(BINH, "hôm nay mệt quá")
    assert await town.sql("SELECT count(*) FROM journal WHERE event = 'said'") == [(1,)]


async def test_photos_stay_with_the_words_that_say_of_what_they_are(town: Town) -> None:
    await give(town, THANG, "Bình", "Danh sách hộ nghèo", "27/11")
    await town.sql("DELETE FROM spoken_of")
    await town.phone(BINH).photo(album=3)
    assert "việc nào" in await town.screen(BINH)
    await town.write(BINH, "xong 147")
    assert await town.sql("SELECT count(*) FROM attachment") == [(3,)]


async def test_the_whole_sentence_is_the_result(town: Town) -> None:
    """The figures of an activity are asked for as well."""
    await plan_saturday(town)
    town.now = clock(21, 10, 31)
    await town.write(BINH, "/soluong")
    await town.write(BINH, "xong 147")
    assert "15 ho, da gui zalo" in await town.write(BINH, "15 ho, da gui zalo")


async def test_the_question_turns_into_what_came_of_it(town: Town) -> None:
    await give(town, THANG, "Bình", "Danh sách hộ nghèo", "27/11")
    await town.sql("DELETE FROM spoken_of")
    await town.write(BINH, "70%")
    question = town.phone(BINH).last
    await town.tap(BINH, "147 – Vận động 6 hộ")
    assert "việc nào" not in question.text
    assert await row(town, "percent") == (70,)


async def test_a_reply_under_what_was_returned_is_about_it(town: Town) -> None:
    await give(town, THANG, "Bình", "Danh sách hộ nghèo", "27/11")
    await town.write(BINH, "xong 147, đã vận động 6 hộ")
    await town.tap(BINH, "Gửi")
    await town.tap(THANG, "Trả lại")
    await town.write(THANG, "thiếu chữ ký")
    await town.later(minutes=1)
    letter = next(m for m in reversed(town.phone(BINH).messages) if "thiếu chữ ký" in m.text)
    await town.sql("DELETE FROM spoken_of")
    await town.write(BINH, "xong, đã bổ sung", reply_to=letter)
    drafts = "SELECT assignment_id FROM completion WHERE state = 'draft'"
    [(number,)] = await town.sql("SELECT id FROM assignment WHERE number = 147")
    assert await town.sql(drafts) == [(number,)]


async def test_what_was_just_spoken_of_is_meant(town: Town) -> None:
    await give(town, THANG, "Bình", "Danh sách hộ nghèo", "27/11")
    await town.write(BINH, "147")
    assert "việc nào" not in await town.write(BINH, "70%")
    assert await row(town, "percent") == (70,)


async def test_after_a_while_it_is_asked(town: Town) -> None:
    await give(town, THANG, "Bình", "Danh sách hộ nghèo", "27/11")
    await town.write(BINH, "147")
    await town.later(minutes=21)
    assert "việc nào" in await town.write(BINH, "70%")


@pytest.mark.parametrize("typed", ["thôi", "khoan để tôi hỏi lại anh Khải", "để hỏi lại đã"])
async def test_a_question_is_left_by_words(town: Town, typed: str) -> None:
    [(number,)] = await town.sql("SELECT id FROM assignment WHERE number = 147")
    await town.press(BINH, f"a.block:{number}")
    assert "không ghi gì" in await town.write(BINH, typed)
    assert await row(town, "state, blocked") == ("doing", "")


async def test_less_than_stood_there_is_said_back(town: Town) -> None:
    await town.write(BINH, "147 60%")
    asked = await town.write(BINH, "147 20%, còn thiếu danh sách")
    assert "đang ghi 60%" in asked
    assert "còn thiếu danh sách" in asked
    assert await row(town, "percent") == (60,)
    question = town.phone(BINH).last
    await town.tap(BINH, "Ghi 20%")
    assert await row(town, "percent") == (20,)
    said = await town.sql("SELECT text FROM journal WHERE event = 'progress' ORDER BY id")
    assert "còn thiếu danh sách" in said[-1][0]
    assert "đã trả lời" in await town.press(BINH, "a.falls:2:20", question.message_id)


@pytest.mark.parametrize("typed", ["thôi", "khoan, để hỏi lại đã"])
async def test_and_may_be_left(town: Town, typed: str) -> None:
    await town.write(BINH, "147 60%")
    await town.write(BINH, "147 20%")
    await town.write(BINH, typed)
    await town.write(BINH, "đúng")
    assert await row(town, "percent") == (60,)
