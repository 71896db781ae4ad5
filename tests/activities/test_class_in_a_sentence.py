"""A class planned in one sentence is read back, as other days are."""

import pytest

from tests.town import HOA, Town


@pytest.mark.parametrize(
    "words",
    [
        "lop cong dan so khu 5, sang t7, 30 nguoi, chi Hoa day",
        "lớp công dân số khu 5, sáng thứ 7, 30 người, chị Hoa dạy",
        "mở lớp tập huấn kỹ năng số thứ 7 8h tại NVH khu 3, 30 người, chị Hoa đứng lớp",
    ],
)
async def test_it_is_read_back(town: Town, words: str) -> None:
    shown = await town.write(HOA, words)
    assert "CHƯA GỬI" in shown
    assert await town.sql("SELECT kind, state FROM activity") == [("training", "draft")]
    for said in ("21/11", "30 chỗ", "Nguyễn Thị Hoa"):
        assert said in shown
