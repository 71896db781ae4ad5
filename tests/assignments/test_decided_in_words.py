"""What is decided in words turns its question into the result, where it stands."""

import pytest

from tests.helpers.assignments import give, number_from
from tests.helpers.begun import begun
from tests.town import BINH, THANG, Town


@begun
async def under_way(town: Town) -> Town:
    """Bình has 147 of Thắng."""
    await number_from(town, 147)
    await give(town, THANG, "Bình", when="24/11")
    await town.write(BINH, "nhận 147")
    return town


async def decide(town: Town, line: str) -> None:
    await town.write(THANG, line)
    if "Gửi" in town.phone(THANG).last.labels:
        await town.tap(THANG, "Gửi")
    await town.settle()


@pytest.mark.parametrize("line", ["147 đạt", "đạt", "duoc roi, dat", "chưa đạt, thiếu danh sách"])
async def test_a_report(under_way: Town, line: str) -> None:
    town = under_way
    await town.write(BINH, "xong 147, đã vận động 6 hộ")
    await town.tap(BINH, "Gửi")
    await town.settle()
    asked = town.phone(THANG).last
    assert "Đạt" in asked.labels
    await decide(town, line)
    assert "Đạt" not in asked.labels
    assert "Chờ duyệt" not in asked.text


@pytest.mark.parametrize(
    "line", ["đồng ý", "147 đồng ý", "thôi 27/11 nhé", "không đồng ý, gấp lắm"]
)
async def test_a_wish_for_more_time(under_way: Town, line: str) -> None:
    town = under_way
    await town.write(BINH, "gia hạn 147 đến 30/11, chờ số liệu")
    await town.settle()
    asked = town.phone(THANG).last
    assert "Đồng ý" in asked.labels
    await decide(town, line)
    assert "Đồng ý" not in asked.labels
