"""«nhận» takes the new card on top, and is no answer to an older question."""

import pytest

from tests.helpers.assignments import give, number_from
from tests.town import BINH, LAN, THANG, Town, says

SAID = "SELECT text FROM journal WHERE event = 'said' ORDER BY id"
ASKED = "Bao giờ có danh sách?"


@pytest.fixture(autouse=True)
async def asked_before_the_card(town: Town) -> None:
    """Lan asks about 147; then 148 is given."""
    await number_from(town, 147)
    await give(town, THANG, "Bình")
    await town.write(BINH, "nhận 147")
    await town.write(LAN, f"hỏi Bình 147 {ASKED}")
    await town.write(LAN, "gửi")
    assert await says(town, BINH, ASKED)
    await town.later(minutes=20)
    await give(town, THANG, "Bình", "Danh sách hộ nghèo", "27/11")


async def states(town: Town) -> list[tuple[object, ...]]:
    return await town.sql(
        "SELECT number, state FROM assignment WHERE number > 146 ORDER BY number"
    )


TAKES = ["nhan", "nhận", "ok em nhận", "nhan viec", "em nhận việc ạ"]


@pytest.mark.parametrize("words", TAKES)
async def test_the_card_on_top_is_taken_and_the_question_stays(town: Town, words: str) -> None:
    assert "NV-2026-0148" in await town.write(BINH, words)
    assert await states(town) == [(147, "doing"), (148, "doing")]
    assert len(await town.sql(SAID)) == 1
    assert "chuyển tới" in await town.write(BINH, "Thứ 4 em nộp danh sách")
    assert [text for (text,) in await town.sql(SAID)][1:] == ["Thứ 4 em nộp danh sách"]


@pytest.mark.parametrize(
    "words", ["dân chưa nhận tiền chị ạ", "em nhận được danh sách hôm qua rồi"]
)
async def test_what_tells_something_answers_the_question(town: Town, words: str) -> None:
    await town.write(BINH, words)
    assert await states(town) == [(147, "doing"), (148, "assigned")]
    assert [text for (text,) in await town.sql(SAID)][1:] == [words]


async def test_a_reply_to_the_question_is_its_answer(town: Town) -> None:
    asked = next(m for m in reversed(town.phone(BINH).messages) if ASKED in m.text)
    await town.write(BINH, "nhận", reply_to=asked)
    assert await states(town) == [(147, "doing"), (148, "assigned")]


async def test_what_is_taken_already_leaves_it_an_answer(town: Town) -> None:
    await town.write(BINH, "nhận 148")
    await town.write(BINH, "em nhận")
    assert [text for (text,) in await town.sql(SAID)][1:] == ["em nhận"]
