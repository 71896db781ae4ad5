"""What the common ways through the house cost: walls crossed and readers asked, never more."""

import pytest

from benchmarks.ways import READERS, WAYS, walk

COSTS = {
    "tap «Báo xong»": (52, {}),
    "typed «xong 1, …»": (86, {"words": 1, "when": 1, "figures": 1, "reply": 2}),
    "typed «xong 147, …»": (84, {"words": 1, "when": 1, "figures": 1, "reply": 2}),
    "typed «dtn 20 pn 15»": (90, {"words": 1, "when": 1, "figures": 1, "reply": 1}),
    "/start link to card": (68, {}),
}
"""Calls from floor to floor, and how often each reader passes the line."""
WALKS = 4


@pytest.mark.parametrize("way", WAYS)
async def test_a_way_costs_no_more_than_it_did(way: str) -> None:
    """The clock's own rounds fall into a walk by chance, so the least of some walks counts; in
    the first one lists of words are folded, once a process."""
    floors, readers = COSTS[way]
    walks = [await walk(WAYS[way]) for _ in range(WALKS)]
    walls = min(walks, key=lambda one: one.floors.total())
    assert walls.floors.total() <= floors
    assert {name: walls.read[name] for name in READERS if walls.read[name]} == readers
