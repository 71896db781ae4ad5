"""«147 bước 1 xong» ticks that step, and never drafts the whole work as done."""

import pytest

from tests.helpers.assignments import give, number_from
from tests.town import BINH, THANG, Town

REPORTS = "SELECT count(*) FROM completion"
TICKED = "SELECT item FROM checking_mark ORDER BY item"


@pytest.fixture(autouse=True)
async def work(town: Town) -> None:
    await number_from(town, 147)
    await give(town, THANG, "Bình")
    await town.write(BINH, "nhận 147")


@pytest.mark.parametrize(
    ("line", "step"),
    [
        ("147 bước 1 xong", 1),
        ("xong bước 2 việc 147", 2),
        ("xong buoc 2 cua 147", 2),
        ("147 xong khâu 1", 1),
        ("147 em xong bước 3 rồi chị ạ", 3),
        ("bước 3 của 147 em làm xong rồi", 3),
        ("147 xong bước soạn rồi", 1),
    ],
)
async def test_the_step_is_ticked(town: Town, line: str, step: int) -> None:
    await town.write(THANG, "147 gồm: soạn, trình, gửi")
    assert f"mục {step}: xong (1/3)" in await town.write(BINH, line)
    assert await town.sql(REPORTS) == [(0,)]


@pytest.mark.parametrize(
    "line", ["147 buoc 1 xong", "147 xong khâu soạn rồi", "147 xong bước soạn, đang trình"]
)
async def test_without_a_list_of_steps_it_is_noted(town: Town, line: str) -> None:
    assert "Đã ghi vào NV-2026-0147" in await town.write(BINH, line)
    assert await town.sql(REPORTS) == [(0,)]
