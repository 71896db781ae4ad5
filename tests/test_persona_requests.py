"""Questions, requests and withdrawals: what each side sees afterwards."""

import pytest

from tests.town import BINH, THANG, Town
from tests.work import give, number_from


@pytest.fixture(autouse=True)
async def from_147(town: Town) -> None:
    await number_from(town, 147)
    await give(town, THANG, "Bình")


async def test_the_day_that_was_asked_from_stays_on_the_request(town: Town) -> None:
    await town.write(BINH, "gia hạn 147 đến 27/11 vì chờ số liệu của phường")
    await town.tap(THANG, "Đồng ý")
    asked = next(one for one in reversed(await town.heard(THANG)) if "xin gia hạn" in one)
    assert "thứ Sáu, 20/11 17h00 → thứ Sáu, 27/11 17h00 (lần 1)" in asked
