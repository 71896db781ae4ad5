"""Words that may mean several things do nothing until somebody says what was meant."""

import pytest

from tests.helpers.assignments import give, number_from
from tests.town import BINH, THANG, Town


@pytest.fixture(autouse=True)
async def one_from_147(town: Town) -> None:
    await number_from(town, 147)
    await give(town, THANG, "Bình")


async def state(town: Town) -> str:
    [(found,)] = await town.sql("SELECT state FROM assignment WHERE number = 147")
    return str(found)


@pytest.mark.parametrize(
    "words",
    [
        "nếu có xe thì em nhận",
        "147 nhận, nếu có xe",
        "bên kia xin gia hạn đến thứ 6 tuần sau",
        "đáng lẽ xong 147 rồi",
        "khu 4 nói vướng mặt bằng, không thì 147 xong rồi",
    ],
)
async def test_a_loud_word_changes_nothing_and_nobody_else_hears(town: Town, words: str) -> None:
    before = await town.heard(THANG)
    asked = await town.write(BINH, words)
    assert "Chưa ghi gì" in asked
    assert words in asked
    labels = town.phone(BINH).last.labels
    assert len(labels) <= 4
    assert labels[-1] == "Không phải"
    await town.later(minutes=2)
    assert await town.heard(THANG) == before
    assert await state(town) == "assigned"


async def test_what_is_chosen_is_done_with_the_words_that_were_kept(town: Town) -> None:
    await town.write(BINH, "nếu có xe thì em nhận")
    question = town.phone(BINH).last
    assert question.labels[:2] == ["Chỉ ghi tiến độ", "Nhận việc"]
    other = question.buttons[0].data or ""
    await town.tap(BINH, "Nhận việc", question)
    assert await state(town) == "doing"
    assert "đã cũ" in await town.press(BINH, other, question.message_id)
    assert await town.sql("SELECT count(*) FROM journal WHERE event = 'note'") == [(0,)]


async def test_only_noted_keeps_the_whole_sentence(town: Town) -> None:
    await town.write(BINH, "nếu có xe thì em nhận")
    await town.tap(BINH, "Chỉ ghi tiến độ")
    notes = await town.sql("SELECT text FROM journal WHERE event = 'note'")
    assert notes == [("nếu có xe thì em nhận",)]


@pytest.mark.parametrize("how", ["tap", "write"])
async def test_neither_leaves_everything(town: Town, how: str) -> None:
    await town.write(BINH, "nếu có xe thì em nhận")
    await (town.tap(BINH, "Không phải") if how == "tap" else town.write(BINH, "không phải"))
    assert await state(town) == "assigned"
    assert await town.sql("SELECT topic FROM expectation WHERE topic = 'meant.which'") == []


async def test_what_was_sent_along_is_kept(town: Town) -> None:
    card = town.phone(BINH).last
    await town.phone(BINH).photo(caption="đáng lẽ xong 147 rồi", reply_to=card)
    await town.settle()
    assert "Chưa ghi gì" in await town.screen(BINH)
    await town.tap(BINH, "Báo xong")
    assert await town.sql("SELECT kind FROM attachment") == [("photo",)]


@pytest.mark.parametrize("words", ["nhận 147", "147 nhận ạ", "dạ em nhận việc 147 ạ"])
async def test_what_is_plain_is_not_asked(town: Town, words: str) -> None:
    assert "Chưa ghi gì" not in await town.write(BINH, words)
    assert await state(town) == "doing"


@pytest.mark.parametrize("yes", ["ok", "ừ", "đúng", "dong y"])
async def test_a_bare_yes_says_not_which_and_is_asked_again(town: Town, yes: str) -> None:
    assert "muốn nói gì" in await town.write(BINH, "nếu có xe thì em nhận")
    assert "muốn nói gì" in await town.write(BINH, yes)
    assert await state(town) == "assigned"
    assert await town.sql("SELECT count(*) FROM expectation WHERE topic = 'meant.which'") == [(1,)]
    await town.tap(BINH, "Nhận việc")
    assert await state(town) == "doing"
