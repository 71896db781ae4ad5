"""The code of a visit is nobody's headcount, also of who may see no visit."""

import pytest

from tests.helpers.activities import open_saturday
from tests.town import CUONG, Town, clock


@pytest.mark.parametrize("line", ["GS-19", "GS 19", "gs19"])
async def test_it_counts_nobody(town: Town, line: str) -> None:
    await open_saturday(town, capacity=10, points=2)
    await town.go_to(clock(21, 10, 30))
    said = await town.write(CUONG, line)
    assert "19 người" not in said
    assert "Không tìm thấy" in said
    assert "21 người" in await town.write(CUONG, "21 người")
