"""While it is asked of which point figures are, each further line changes or adds to them."""

import pytest

from tests.helpers.activities import open_saturday
from tests.town import CUONG, Town, clock

SAID = "dtn 20 pn 15"


@pytest.fixture
async def asked(town: Town) -> Town:
    """Cường leads two points that have run, and told figures of one of them."""
    await open_saturday(town, capacity=60, title="Dọn bờ kênh")
    await open_saturday(town, capacity=60, title="Trồng cây", starts=clock(21, 14))
    await town.go_to(clock(21, 18))
    assert "của điểm nào" in await town.write(CUONG, SAID)
    return town


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        (["them 3 ccb"], ["38 người", "ĐTN 20", "PN 15", "CCB 3"]),
        (["rac 1,5 khoi"], ["35 người", "1,5 m³"]),
        (["bot pn 2"], ["33 người", "PN 13"]),
        (["pn 16 chu khong phai 15"], ["36 người", "PN 16"]),
        (["them 3 ccb", "rac 1,5 khoi", "bot pn 2"], ["36 người", "CCB 3", "PN 13", "1,5 m³"]),
    ],
)
async def test_the_later_line_adds_to_it(asked: Town, words: list[str], shown: list[str]) -> None:
    for line in words:
        await asked.write(CUONG, line)
    read = await asked.tap(CUONG, "21/11 Ka Long – Dọn bờ kênh")
    for part in shown:
        assert part in read, read
