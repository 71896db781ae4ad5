"""Whoever leads a point and names no day asks of their own: another day's hour sends them there on
the wrong day."""

import pytest

from tests.helpers.activities import open_saturday
from tests.town import BINH, CUONG, HOA, Town, clock


@pytest.fixture
async def two(town: Town) -> Town:
    """Trees on Friday, which Hoa called together; the beach on Saturday, of which Bình leads a
    point."""
    await open_saturday(town, 20, starts=clock(20, 8), title="Trồng cây")
    await open_saturday(town, 20, 2, clock(21, 7), title="Dọn rác bãi biển")
    return town


@pytest.mark.parametrize("words", ["mấy giờ tập trung", "may gio tap trung a", "tập trung ở đâu"])
async def test_the_hour_is_of_their_own_day(two: Town, words: str) -> None:
    said = await two.write(BINH, words)
    assert "Dọn rác bãi biển" in said
    assert "Trồng cây" not in said
    assert "Trồng cây" in await two.write(CUONG, words)


@pytest.mark.parametrize(
    "words",
    ["toi phu trach diem nao thu 7 nay", "tôi phụ trách điểm nào", "em phu trach diem nao"],
)
async def test_which_point_is_theirs(two: Town, words: str) -> None:
    said = await two.write(BINH, words)
    assert "Bãi biển Trà Cổ" in said
    assert "Cầu Ka Long" not in said
    assert "không phụ trách điểm nào" in await two.write(HOA, words)


async def test_which_point_lacks_people(two: Town) -> None:
    said = await two.write(BINH, "thu 7 nay diem nao thieu nguoi")
    assert "Dọn rác bãi biển" in said
    assert "Trồng cây" not in said


async def test_thanks_to_others_are_sent_to_nobody(two: Town) -> None:
    for words in (
        "cảm ơn mọi người đã tham gia sáng nay",
        "cam on ba con da den don rac",
        "cảm ơn các tình nguyện viên Trà Cổ giúp mình",
    ):
        assert "Chưa gửi gì" in await two.write(HOA, words), words
    assert "Chưa gửi gì" not in await two.write(HOA, "cảm ơn em đã nhắc")


async def test_of_several_days_together_the_sum_is_told(town: Town) -> None:
    await open_saturday(town, 20, title="Trồng cây")
    await open_saturday(town, 20, starts=clock(21, 14), title="Dọn rác")
    await town.write(CUONG, "đăng ký nhóm 12 người T7-2111")
    await town.tap(CUONG, "Đúng")
    assert "Tổng cộng" in await town.write(HOA, "thứ 7 tổng bao nhiêu người đăng ký")
    assert "Tổng cộng" not in await town.write(HOA, "thứ 7 ai phụ trách")


async def test_this_saturday_on_a_saturday_is_today(town: Town) -> None:
    await open_saturday(town, 20, title="Trồng cây")
    await open_saturday(town, 20, starts=clock(28, 7), title="Dọn rác")
    await town.go_to(clock(21, 11))
    said = await town.write(HOA, "thứ 7 này ra quân bao nhiêu người")
    assert "Trồng cây" in said
    assert "Dọn rác" not in said
