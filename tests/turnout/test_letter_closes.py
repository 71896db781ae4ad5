"""«📊 Báo số người» asks no more once the figure of its point is kept, whatever way it came; and
a figure that is kept is not written over without a word."""

import pytest

from sandbox.phone import Message
from tests.helpers.activities import open_saturday, plan_saturday
from tests.town import CUONG, Town, clock

STANDS = "SELECT total, not_held FROM turnout WHERE state = 'confirmed' ORDER BY id DESC LIMIT 1"


@pytest.fixture
async def letter(town: Town) -> Message:
    """The letter of the second Saturday, while the first was never reported."""
    await plan_saturday(town)
    await open_saturday(town, starts=clock(28, 7), title="Trồng cây")
    await town.go_to(clock(28, 10, 31))
    asked = [m for m in town.phone(CUONG).messages if "Trồng cây" in m.text and m.buttons]
    assert asked[-1].labels == ["Không tổ chức", "Báo sau"]
    return asked[-1]


def held_in(message: Message, label: str) -> tuple[str, int]:
    return next((b.data, message.message_id) for b in message.buttons if b.text == label)


async def kept(town: Town) -> None:
    assert "của điểm nào" in await town.write(CUONG, "32 người, PN 20 ĐTN 12")
    await town.tap(CUONG, "28/11")
    assert "Đã ghi" in await town.tap(CUONG, "Đúng")


async def test_through_of_which_point(town: Town, letter: Message) -> None:
    await kept(town)
    await town.settle()
    assert letter.labels == []


async def test_later_says_what_is_kept(town: Town, letter: Message) -> None:
    held = held_in(letter, "Báo sau")
    await kept(town)
    said = await town.press(CUONG, *held)
    assert "32 người" in said
    assert "chỉ cần nhắn" not in said


async def test_not_held_over_a_figure_is_asked(town: Town, letter: Message) -> None:
    held = held_in(letter, "Không tổ chức")
    await kept(town)
    assert "32 người" in await town.press(CUONG, *held)
    assert town.phone(CUONG).last.labels[-1] == "Giữ 32 người"
    await town.tap(CUONG, "Giữ 32 người")
    assert await town.sql(STANDS) == [(32, 0)]
    await town.press(CUONG, *held)
    await town.tap(CUONG, "Mưa, bão")
    assert await town.sql(STANDS) == [(None, 1)]


async def test_a_reason_asked_before_the_figure_writes_nothing_over(
    town: Town, letter: Message
) -> None:
    await town.tap(CUONG, "Không tổ chức", letter)
    held = town.held(CUONG, "Mưa, bão")
    await town.write(CUONG, "thôi")
    assert "CHƯA GHI" in await town.write(CUONG, "32 người")
    await town.tap(CUONG, "Đúng")
    assert "32 người" in await town.press(CUONG, *held)
    assert await town.sql(STANDS) == [(32, 0)]


@pytest.mark.parametrize(
    "words", ["Giữ 32 người", "giữ nguyên", "thôi để nguyên", "thôi", "không"]
)
async def test_the_figure_is_kept_in_words(town: Town, letter: Message, words: str) -> None:
    held = held_in(letter, "Không tổ chức")
    await kept(town)
    await town.press(CUONG, *held)
    await town.write(CUONG, words)
    assert await town.sql(STANDS) == [(32, 0)]
