"""«thiếu mỗi Sơn», «đủ hết trừ 2 bạn số 2 với 3»: everybody else is there, read back."""

import pytest

from tests.helpers.activities import open_saturday
from tests.helpers.registrations import join, standings
from tests.town import CUONG, MAI, NGA, SON, TUAN, Town, clock


@pytest.fixture
async def called(town: Town) -> Town:
    """Mai 1, Sơn 2, Tuân 3, Nga 4; the list is open."""
    day = await open_saturday(town, 60)
    for who in (MAI, SON, TUAN, NGA):
        await join(town, who, day)
    await town.go_to(clock(21, 7, 10))
    await town.tap(CUONG, "Điểm danh")
    return town


@pytest.mark.parametrize(
    ("words", "away"),
    [
        ("thiếu mỗi Sơn", {1}),
        ("thieu moi Son", {1}),
        ("vắng mỗi bạn Sơn ạ", {1}),
        ("đủ hết trừ Sơn và Nga", {1, 3}),
        ("đủ cả trừ Mai", {0}),
        ("mọi người đủ hết, mỗi Sơn vắng", {1}),
        ("chỉ vắng Tuân", {2}),
        ("đủ hết trừ 2 bạn số 2 với 3", {1, 2}),
        ("đủ trừ số 4", {3}),
        ("vắng số 2 với 3", {1, 2}),
        ("thiếu 2 bạn số 1 và 4", {0, 3}),
    ],
)
async def test_everybody_else_is_there(called: Town, words: str, away: set[int]) -> None:
    read = await called.write(CUONG, words)
    assert "CHƯA GHI" in read
    assert "present" not in await standings(called)
    await called.write(CUONG, "đúng")
    assert await standings(called) == ["absent" if n in away else "present" for n in range(4)]


@pytest.mark.parametrize("words", ["Mai, Nga có mặt", "Mai với Nga đến rồi"])
async def test_these_are_there(called: Town, words: str) -> None:
    assert "Có mặt 2/4" in await called.write(CUONG, words)


async def test_these_alone_are_away(called: Town) -> None:
    await called.tap(CUONG, "Đủ cả")
    assert "Có mặt 3/4" in await called.write(CUONG, "thiếu Sơn")


async def test_whom_no_name_means_is_said(called: Town) -> None:
    assert "Không thấy «Hùng»" in await called.write(CUONG, "thiếu mỗi Hùng")
    assert "present" not in await standings(called)
