"""A number with a thing that is nobody is no number of people: «1 cầu nhỏ sửa xong»."""

import pytest

from tests.helpers.activities import open_saturday
from tests.town import CUONG, Town, clock


@pytest.mark.parametrize(
    "words",
    [
        "1 cau nho sua xong, them 5 m3",
        "2 cây cầu sửa xong, thêm 5 m3",
        "1 đoạn đường sửa xong, 5 m3 rác",
        "sửa xong 1 con mương, thêm 5 m3",
    ],
)
async def test_a_bridge_is_no_person(town: Town, words: str) -> None:
    await open_saturday(town, capacity=40)
    await town.go_to(clock(21, 11, 40))
    await town.write(CUONG, "35 người")
    await town.tap(CUONG, "Đúng")
    said = await town.write(CUONG, words)
    assert "35 người" in said
    assert "5 m³" in said
    assert "Thay số" not in said


async def test_a_correction_stays_one(town: Town) -> None:
    await open_saturday(town, capacity=40)
    await town.go_to(clock(21, 11, 40))
    await town.write(CUONG, "35 người")
    await town.tap(CUONG, "Đúng")
    assert "38 người" in await town.write(CUONG, "sửa lại 38")
