"""«đồng ý cho Bình đến 16/12», «cho phép Bình gia hạn 147»: granted by the name of whose it is."""

import pytest

from tests.helpers.assignments import give, number_from
from tests.town import BINH, THANG, Town


@pytest.fixture(autouse=True)
async def wish(town: Town) -> None:
    await number_from(town, 147)
    await give(town, THANG, "Bình")
    await town.write(BINH, "nhận")
    await town.write(BINH, "gia hạn 147 đến 11/12, chờ UBND phường")


async def due(town: Town) -> str:
    [(day,)] = await town.sql("SELECT due_at FROM assignment WHERE number = 147")
    return str(day)[:10]


async def test_until_the_day_that_is_said(town: Town) -> None:
    was = await due(town)
    assert "16/12" in await town.write(THANG, "đồng ý cho Bình đến 16/12")
    assert await due(town) == was
    await town.write(THANG, "gửi")
    assert await due(town) == "2026-12-16"


async def test_without_a_day_the_wish_is_shown(town: Town) -> None:
    was = await due(town)
    assert "147" in await town.write(THANG, "cho phep Binh gia han 147")
    assert "Đồng ý" in town.phone(THANG).last.labels
    await town.write(THANG, "cho phép Hoa gia hạn 147")
    assert await due(town) == was
