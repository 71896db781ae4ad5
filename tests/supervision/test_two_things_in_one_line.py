"""Two things of a visit behind one code: nothing is done or lost before each is tapped."""

import pytest

from tests.helpers.supervision import LIEN, office_of_visits, propose, visit
from tests.town import LAN, Town


@pytest.fixture
async def proposed(town: Town) -> Town:
    await office_of_visits(town)
    await propose(town, LIEN, when="9/12")
    return town


@pytest.mark.parametrize(
    "line",
    [
        "GS1 duyệt, đoàn Trận, Liên",
        "gs1 duyệt rồi đoàn Trận, Liên",
        "GS1 duyệt và đoàn: Trận, Liên",
    ],
)
async def test_each_is_tapped(proposed: Town, line: str) -> None:
    town = proposed
    assert "Hai việc trong một dòng" in await town.write(LAN, line)
    assert await visit(town, "stage", 1) == ("proposed",)
    await town.write(LAN, "ok")
    assert await visit(town, "stage", 1) == ("proposed",)
    await town.tap(LAN, "GS1 duyệt")
    assert await visit(town, "stage", 1) == ("settled",)
    asked = next(m for m in town.phone(LAN).messages if "Hai việc" in m.text)
    await town.phone(LAN).tap("GS1 đoàn", asked)
    await town.settle()
    assert await town.sql("SELECT count(*) FROM visit_member") == [(2,)]


@pytest.mark.parametrize("line", ["GS1 duyệt, chị Liên nhé", "GS1 duyệt, duyệt"])
async def test_what_is_not_two_things_is_shown_with_its_card(proposed: Town, line: str) -> None:
    await proposed.write(LAN, line)
    assert await visit(proposed, "stage", 1) == ("proposed",)
