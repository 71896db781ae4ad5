"""«150 báo xong»: behind a task's number it is told that it is done, and no bag is counted."""

import pytest

from tests.helpers.assignments import give, number_from
from tests.town import BINH, THANG, Town


@pytest.fixture(autouse=True)
async def one(town: Town) -> None:
    await number_from(town, 150)
    await give(town, THANG, "Bình", "Công văn mời họp", "27/11")


@pytest.mark.parametrize(
    "line",
    [
        "150 bao xong",
        "150 báo xong ạ",
        "150 bao cao xong",
        "viec 150 bao xong roi c",
        "150 báo hoàn thành",
        "150 bao da hoan thanh",
    ],
)
async def test_done_is_done(town: Town, line: str) -> None:
    assert "kết quả bằng 1–2 câu" in await town.write(BINH, line)


@pytest.mark.parametrize(
    ("line", "result"),
    [
        ("150 xong, gui 2 cong van", "gui 2 cong van"),
        ("150 báo xong, gửi 2 công văn", "gửi 2 công văn"),
        ("150 bao xong, gửi 2 công văn", "gửi 2 công văn"),
        ("150 bao xong gui 2 cong van", "gui 2 cong van"),
        ("150 xong gui 2 cong van roi", "xong gui 2 cong van roi"),
        ("xong 150 gui 2 cong van", "gui 2 cong van"),
        ("150 da xong, in 3 bao cao", "in 3 bao cao"),
    ],
)
async def test_with_what_came_of_it(town: Town, line: str, result: str) -> None:
    said = await town.write(BINH, line)
    assert f"Kết quả: {result}\n" in said
    await town.write(BINH, "gửi")
    found = "SELECT state FROM assignment WHERE number = 150"
    assert await town.sql(found) == [("review",)]


async def test_what_is_not_done_is_told_as_such(town: Town) -> None:
    await town.write(BINH, "nhận 150")
    assert "Đã ghi" in await town.write(BINH, "150 bao chua xong")
