"""«bỏ», «thôi» under what was read back: it is dropped, and no button brings it back later."""

import pytest

from sandbox.things import Message
from tests.helpers.activities import plan_saturday
from tests.helpers.assignments import give, number_from
from tests.town import BINH, CUONG, THANG, Town, clock

DROPPING = ("bỏ", "bo", "thôi", "thoi bo di")


async def unsent(town: Town) -> None:
    await number_from(town, 147)
    await give(town, THANG, "Bình")
    await town.write(BINH, "xong 147, 6 hộ đã ký")


def _message(town: Town, number: int) -> Message:
    return next(m for m in town.phone(BINH).messages if m.message_id == number)


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


@pytest.mark.parametrize("button", ["Gửi", "Sửa", "Hủy"])
async def test_of_two_cards_of_a_dropped_draft_neither_says_it_is_sent(
    town: Town, button: str
) -> None:
    await unsent(town)
    first = town.phone(BINH).last
    pressed = town.held(BINH, button)
    await town.go_to(clock(19, 16, 31))
    assert "chưa gửi" in town.phone(BINH).last.text
    second = town.phone(BINH).last
    old = town.held(BINH, button)
    await town.tap(BINH, "Hủy", second)
    assert _message(town, first.message_id).labels == []
    for data, where in (pressed, old):
        await town.press(BINH, data, where)
        said = _message(town, where)
        assert "chưa gửi gì" in said.text
        assert said.labels == []
    assert not any("đã gửi rồi" in toast.text for toast in town.phone(BINH).toasts)


async def test_dropped_on_its_first_card_the_reminder_says_so(town: Town) -> None:
    await unsent(town)
    first = town.phone(BINH).last
    await town.go_to(clock(19, 16, 31))
    data, where = town.held(BINH, "Gửi")
    await town.tap(BINH, "Hủy", first)
    await town.press(BINH, data, where)
    said = _message(town, where)
    assert "chưa gửi gì" in said.text
    assert said.labels == []
    assert await town.sql("SELECT state FROM completion") == [("dropped",)]


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
