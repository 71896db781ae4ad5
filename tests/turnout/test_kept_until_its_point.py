"""What was sent and waits for its point waits also while other questions come and go."""

from collections.abc import Awaitable, Callable

import pytest

from sandbox.phone import Message
from tests.helpers.activities import open_saturday
from tests.helpers.begun import begun
from tests.town import CUONG, Town, clock

KA_LONG, BEACH = "21/11 Ka Long – Dọn bờ kênh", "21/11 Trà Cổ – Dọn bờ kênh"
KEPT = "SELECT point.name, count(*) FROM point_photo JOIN point ON point.id = point_id GROUP BY 1"


@begun
async def two(town: Town) -> Town:
    """Cường leads both points of a day that has run."""
    await open_saturday(town, points=2, capacity=60)
    await town.sql("UPDATE point SET leader_id = :id", id=town.person(CUONG))
    await town.go_to(clock(21, 10, 31))
    return town


async def mine(town: Town) -> None:
    await town.write(CUONG, "/soluong")


async def other_point(town: Town) -> None:
    assert "50 người" in await town.write(CUONG, "Trà Cổ 50 người")


async def told_of_other(town: Town) -> None:
    await other_point(town)
    await town.tap(CUONG, "Đúng")


async def why_not_held(town: Town) -> None:
    await town.press(CUONG, "t.off:2")


async def bare_photo(town: Town) -> None:
    await town.phone(CUONG).photo()
    await town.settle()


async def an_hour(town: Town) -> None:
    await town.later(hours=1)


def asked_now(town: Town, asked: Message) -> Message:
    """The message that asked, as it reads now."""
    return next(m for m in town.phone(CUONG).messages if m.message_id == asked.message_id)


async def placed(town: Town, asked: Message) -> str:
    await town.tap(CUONG, KA_LONG, asked)
    return asked_now(town, asked).text


Other = Callable[[Town], Awaitable[None]]
OTHERS = [mine, other_point, told_of_other, why_not_held, bare_photo, an_hour]


@pytest.mark.parametrize("other", OTHERS)
async def test_words(two: Town, other: Other) -> None:
    assert "của điểm nào" in await two.write(CUONG, "dtn 20 pn 15")
    asked = two.phone(CUONG).last
    await other(two)
    assert "35 người" in await placed(two, asked)
    await two.tap(CUONG, "Đúng", asked_now(two, asked))
    assert (35,) in await two.sql("SELECT total FROM turnout WHERE state = 'confirmed'")


@pytest.mark.parametrize("other", OTHERS)
async def test_photos(two: Town, other: Other) -> None:
    await two.phone(CUONG).photo(album=[b"1", b"2"])
    assert "của điểm nào" in await two.screen(CUONG)
    asked = two.phone(CUONG).last
    await other(two)
    assert "đang có 2 ảnh" in await placed(two, asked)
    assert await two.sql(KEPT) == [("Cầu Ka Long", 2)]


async def test_each_photo_waits_for_its_own_point(two: Town) -> None:
    await bare_photo(two)
    first = two.phone(CUONG).last
    await bare_photo(two)
    await two.tap(CUONG, BEACH, two.phone(CUONG).last)
    await placed(two, first)
    assert await two.sql(KEPT) == [("Bãi biển Trà Cổ", 1), ("Cầu Ka Long", 1)]


async def test_figures_that_are_read_back_still_wait_for_their_yes(two: Town) -> None:
    await bare_photo(two)
    asked = two.phone(CUONG).last
    await other_point(two)
    await placed(two, asked)
    assert "50 người" in await two.write(CUONG, "đúng")


async def test_it_is_asked_once(two: Town) -> None:
    """What was put to its point is no part of a later line."""
    await two.write(CUONG, "dtn 20 pn 15")
    held = two.held(CUONG, KA_LONG)
    await two.tap(CUONG, KA_LONG)
    assert "không ghi gì" in await two.press(CUONG, *held)
