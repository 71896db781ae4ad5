"""Ninety-five lines of the played weeks and of public reports, each typed by whom it was typed:
what is answered, all that changes, and who hears of it."""

import csv
from pathlib import Path

import pytest

from tests.helpers.scenes import SCENES, WATCHERS, name_of, set_scene
from tests.helpers.standing import difference, standing
from tests.town import Town

with (Path(__file__).parent / "trial_lines.csv").open(encoding="utf-8", newline="") as opened:
    ROWS = list(csv.DictReader(opened))
STORIES = [(row, scene) for row in ROWS for scene in row["scenes"].split(" + ")]
ALL = 95
"""So many were handed to us; what is beside them is of the kind «besides»."""


def parts(cell: str) -> list[str]:
    return [part for part in cell.split(" | ") if part]


@pytest.mark.parametrize(
    ("row", "scene"), STORIES, ids=[f"{row['text'][:40]}-{scene}" for row, scene in STORIES]
)
async def test_a_line_does_what_is_wanted(town: Town, row: dict[str, str], scene: str) -> None:
    stage = await set_scene(town, scene)
    before = await standing(town)
    heard = {name: len(await town.heard(who)) for name, who in WATCHERS.items()}
    answered = len(await town.heard(stage.who))
    text = row["text"] + stage.goes_on
    shown = await town.write(stage.who, text, reply_to=stage.reply_to)
    said = [*(await town.heard(stage.who))[answered:], shown]
    for words in parts(row["said"]):
        assert words in "\n".join(said), said
    for label in parts(row["taps"]):
        await town.tap(stage.who, label)
    await town.later(minutes=1)
    assert difference(before, await standing(town)) == row["became"]
    fresh = {name: (await town.heard(who))[heard[name] :] for name, who in WATCHERS.items()}
    told = dict(part.split(": ", 1) for part in parts(row["told"]))
    assert {n for n, texts in fresh.items() if texts} - {name_of(stage.who)} == set(told)
    for name, words in told.items():
        assert words in "\n".join(fresh[name]), fresh[name]


def test_every_line_has_its_story() -> None:
    assert sum(row["kind"] != "besides" for row in ROWS) == ALL
    assert {scene.rstrip(" 0123456789") for _, scene in STORIES} == set(SCENES)
    assert all(row["said"] or row["became"] for row in ROWS)
