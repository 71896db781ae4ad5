"""Somebody asks into the middle of what is being written: it is asked which is meant, and nothing
is lost."""

import pytest

from actions.questions import _label
from domain.dialogue import Expectation
from storage import Work
from tests.helpers.assignments import give, number_from
from tests.town import BINH, HOA, LAN, THANG, Town

WORDS = "chờ kinh phí của thành phố"


@pytest.fixture(autouse=True)
async def two_questions(town: Town) -> None:
    """Bình has begun to say what is in the way of 148, when Lan asks him about 147."""
    await number_from(town, 147)
    await give(town, THANG, "Bình")
    await give(town, THANG, "Bình", "Danh sách hộ nghèo", "27/11")
    ids = dict(await town.sql("SELECT number, id FROM assignment"))
    await town.press(BINH, f"a.block:{ids[148]}")
    await town.press(LAN, f"a.question:{ids[147]}")
    await town.write(LAN, "Sao việc này chậm?")


async def test_it_is_asked_by_buttons_and_then_answered(town: Town) -> None:
    asked = await town.write(BINH, WORDS)
    assert "Tin này trả lời câu nào" in asked
    assert f"«{WORDS}»" in asked
    assert town.phone(BINH).last.labels == ["Trả lời 147", "Vướng mắc 148", "Không câu nào"]
    assert "vướng mắc của NV-2026-0148" in await town.tap(BINH, "Vướng mắc 148")
    assert await town.sql("SELECT topic FROM expectation WHERE topic = 'work.block'") == []


@pytest.mark.parametrize("typed", [False, True])
async def test_none_of_them_leaves_both_open(town: Town, typed: bool) -> None:
    await town.write(BINH, WORDS)
    way_out = town.write if typed else town.tap
    assert "Đã bỏ qua" in await way_out(BINH, "Không câu nào")
    assert await town.sql("SELECT topic FROM expectation WHERE topic = 'which'") == []
    assert await town.sql("SELECT count(*) FROM expectation") == [(2,)]


async def test_what_was_answered_meanwhile_is_over(town: Town) -> None:
    await town.write(BINH, WORDS)
    held = town.held(BINH, "Vướng mắc 148")
    await town.tap(BINH, "Vướng mắc 148")
    assert "đã trả lời" in await town.press(BINH, *held)


async def test_with_one_question_left_nothing_is_asked(town: Town) -> None:
    await town.write(BINH, WORDS)
    await town.tap(BINH, "Vướng mắc 148")
    assert "chuyển tới đ/c Trần Thị Lan" in await town.write(BINH, "chờ phường gửi danh sách")


async def test_words_that_are_understood_go_their_way(town: Town) -> None:
    assert "câu nào" not in await town.write(BINH, "trợ giúp")


async def test_a_photo_is_kept_too(town: Town) -> None:
    await town.phone(BINH).photo(WORDS)
    assert "Tin này trả lời câu nào" in await town.screen(BINH)
    assert "câu nào" not in await town.tap(BINH, "Trả lời 147")
    [(facts,)] = await town.sql(
        "SELECT json_extract(facts, '$.files[0][0]') FROM journal"
        " WHERE event = 'said' ORDER BY id DESC LIMIT 1"
    )
    assert facts == "photo"


async def test_each_asking_keeps_its_own_words(town: Town) -> None:
    await town.write(BINH, WORDS)
    first = town.phone(BINH).last
    await town.write(BINH, "thiếu người, đang xin thêm")
    await town.tap(BINH, "Vướng mắc 148", first)
    assert await town.sql("SELECT text FROM journal WHERE event = 'blocked'") == [(WORDS,)]


@pytest.mark.parametrize("photo", [False, True])
async def test_its_tap_ends_it(town: Town, photo: bool) -> None:
    """One tap answers it: it asks no more, and what is tapped on it later says that it is over."""
    await (town.phone(BINH).photo(WORDS) if photo else town.write(BINH, WORDS))
    await town.settle()
    first = town.phone(BINH).last
    held = [button.data for button in first.buttons]
    await town.tap(BINH, "Trả lời 147", first)
    assert first.labels == []
    text, told = first.text, await town.sql("SELECT count(*) FROM journal")
    for data in held:
        assert "đã trả lời" in await town.press(BINH, data, first.message_id), data
    assert (first.text, first.labels) == (text, [])
    assert await town.sql("SELECT count(*) FROM journal") == told


async def test_a_reply_says_it_at_once(town: Town) -> None:
    question = next(m for m in town.phone(BINH).messages if "Sao việc này chậm?" in m.text)
    assert "chuyển tới đ/c Trần Thị Lan" in await town.write(BINH, WORDS, reply_to=question)


async def test_each_is_called_by_its_own_work(town: Town) -> None:
    """Of what was asked of some work the number is that work's; of somebody it is who that is."""

    def labels(work: Work) -> list[str]:
        [there] = (a for a in work.assignments.open_of(town.person(BINH)) if a.number == 148)
        row, hoa = work.log("company_asked", "assignment", there.id), town.person(HOA)
        asked = [("block", there.id), ("join", row), ("answer", row), ("remind", hoa)]
        asked += [("praise_of", hoa), ("each", 0)]
        return [_label(work, Expectation(f"work.{name}", about)) for name, about in asked]

    called = [one.partition("=")[2] for one in await town.work(labels)]
    assert called == ["148", "148", "148", "Hoa", "Hoa", ""]
