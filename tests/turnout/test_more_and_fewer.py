"""«pn bớt 3» takes three away, «thêm 2 đtn» adds two: of the figures read back, or recorded."""

import pytest

from tests.helpers.activities import open_saturday
from tests.town import CUONG, Town, clock


@pytest.fixture
async def told(town: Town) -> Town:
    """Cường told of his point: 35 people."""
    await open_saturday(town, capacity=60)
    await town.go_to(clock(21, 10, 31))
    await town.write(CUONG, "dtn 20 pn 15")
    return town


@pytest.mark.parametrize(
    ("words", "total", "parts"),
    [
        ("pn bot 3", "32", ("ĐTN 20", "PN 12")),
        ("pn tru 3", "32", ("ĐTN 20", "PN 12")),
        ("bot pn 3", "32", ("ĐTN 20", "PN 12")),
        ("bot 3 pn", "32", ("ĐTN 20", "PN 12")),
        ("pn giam 3", "32", ("ĐTN 20", "PN 12")),
        ("them 2 dtn", "37", ("ĐTN 22", "PN 15")),
        ("dtn them 2", "37", ("ĐTN 22", "PN 15")),
        ("them 2 dtn, bot 3 pn", "34", ("ĐTN 22", "PN 12")),
    ],
)
async def test_each_way(told: Town, words: str, total: str, parts: tuple[str, str]) -> None:
    for recorded in (False, True):
        town = told
        if recorded:
            await town.write(CUONG, "dtn 20 pn 15")
            await town.tap(CUONG, "Đúng")
        said = await town.write(CUONG, words)
        assert f"{total} người" in said
        assert all(part in said for part in parts), said
