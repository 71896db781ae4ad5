"""What a kind costs is what the page says, and all that it costs."""

import ast
from dataclasses import MISSING, fields
from pathlib import Path

import pytest

from actions.rooms import rooms
from domain import checklist_kinds, registers
from domain.matter_kinds import ROWS
from domain.matters import MatterKind
from tests.house.kinds import (
    BESIDE_ENGINES,
    BESIDES,
    IN_ROOMS,
    OF_ONE,
    PAGE,
    ROOMS,
    ROOT,
    SHARED,
    above,
    in_room,
    page,
    says,
    steps_written_out,
    written_out,
)
from tests.house.kinds import ROWS as KINDS
from texts import load

CODES = {kind.code.upper() for kind in (*ROWS, *checklist_kinds.ROWS, *registers.ROWS)}
LISTS = ("room.py", "report.py")
"""They put what a kind brings in its place."""
TOLD_APART = {"counted.decision"}
"""What the leaders are asked has a section of the report of its own."""
COUNTED = {
    *(of.partition(":")[0] for files in (*BESIDES.values(), *OF_ONE.values()) for of in files),
    *(of.partition(":")[0] for _, files in BESIDE_ENGINES.values() for of in files),
    *(of for room in ROOMS for of in in_room(room)),
    *(of.partition(":")[0] for files in IN_ROOMS.values() for of in files),
}


FLOORS = ("actions", "handlers", "language", "storage", "papers", "schedules", "bot")
NAMED_ALONG = {
    "a paper, list or card of work, days or visits that shows a kind among other things": (
        *("actions/assignments/cards.py", "actions/supervision/lists.py"),
        "actions/supervision/concluding.py",
        "actions/supervision/on_the_spot.py",
        "actions/supervision/stepping.py",
    ),
    "a handler that leads words or taps to the deeds of a kind": (
        *("handlers/leaders.py", "handlers/things.py"),
        *("handlers/matters/matters.py", "handlers/matters/stepping.py"),
    ),
    "words that are read for several kinds": ("language/answers/checklists/mark_lines.py",),
}
"""They name a kind and are no cost of it alone, and why."""


def names_a_kind(file: Path) -> bool:
    """By a name that it imports from where kinds are declared, or through that module."""
    nodes = ast.walk(ast.parse(file.read_text("utf-8")))
    return any(not CODES.isdisjoint(_from_home(node)) for node in nodes)


def _from_home(node: ast.AST) -> list[str]:
    homes = [path.removesuffix(".py").replace("/", ".") for path in KINDS.values()]
    match node:
        case ast.ImportFrom(module=str(home)) if home in homes:
            return [alias.name for alias in node.names]
        case ast.Attribute(value=ast.Name(id=name)) if f"domain.{name}" in homes:
            return [node.attr]
    return []


def test_the_page_counts_what_the_kinds_cost() -> None:
    assert PAGE.read_text("utf-8") == page(), "write it anew: python -m tests.house.kinds"


def test_no_kind_costs_more_than_was_wished() -> None:
    """Nor does the page call one what it is not: a room is counted whole."""
    assert above(150) == set()


def test_what_one_row_alone_says_is_its_own_cost() -> None:
    """And what is called the engine's own is needed by several."""
    usual = (one for one in fields(MatterKind) if one.default is not MISSING)
    assert {one.name for one in usual if len(says(one.name)) == 1} == set(OF_ONE)
    assert len(says("unkept")) > 1


def test_what_names_a_kind_is_counted_and_the_engine_names_none() -> None:
    files = (file for floor in FLOORS for file in (ROOT / floor).rglob("*.py"))
    naming = {str(file.relative_to(ROOT)) for file in files if names_a_kind(file)}
    along = {file for listed in NAMED_ALONG.values() for file in listed}
    left = {file for file in naming - COUNTED if not file.startswith("actions/sample/")}
    assert {file for file in left if not file.endswith(LISTS)} == along
    shared = {file for files in SHARED.values() for file in files}
    assert not shared & naming


def test_what_a_step_sets_off_is_known_by_one_room() -> None:
    named = {step.sets_off for kind in ROWS for step in kind.steps if step.sets_off}
    assert sorted(effect for room in rooms() for effect in room.sets_off) == sorted(named)


def test_what_stands_beside_a_list_is_of_a_kind_that_there_is() -> None:
    beside = [code for room in rooms() for code in room.beside_lists]
    assert sorted(set(beside) & set(checklist_kinds.CHECKLISTS)) == sorted(beside)


def words_of(kind: MatterKind) -> set[str]:
    """Every word that a kind cannot do without."""
    states = {kind.begins, *(step.to for step in kind.steps)}
    named = [f"{about}.{kind.code}" for about in ("kind", "name", "counted", "ask")]
    state = [f"state.{kind.code}.{one}" for one in states]
    return {*named, *state, *(f"do.{kind.code}.{step.event}" for step in kind.steps)}


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("kind", ROWS)
def test_a_kind_says_every_word_that_it_needs(kind: MatterKind, language: str) -> None:
    said = load(language)
    lacks = {word for word in words_of(kind) if f"matter.{word}" not in said}
    assert lacks <= TOLD_APART


def test_the_kind_that_the_page_writes_out_says_them_too() -> None:
    """`test_matter_properties` tries its steps."""
    kind, said = written_out()
    assert said == words_of(kind)


def test_its_steps_are_called_as_their_buttons_are() -> None:
    """`test_steps_by_words` tries those of the house."""
    told = steps_written_out()
    assert [event for event, (label, called) in told.items() if label.lower() not in called] == []
    assert set(told) == {step.event for step in written_out()[0].steps}


def words_of_register(kind: registers.RegisterKind) -> set[str]:
    """The same of a register; its sum has a line in the report where places tell it."""
    counts = {f"counts.{kind.code}.{name}" for name in kind.chain[1:]}
    reasons = {f"reason.{kind.code}.{name}" for name in kind.reasons}
    summed = {f"kind.{kind.code}"} if kind.by_place or kind.captioned else set[str]()
    return {f"new.{kind.code}", *counts, *reasons, *summed}


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("kind", registers.ROWS)
def test_a_register_says_every_word_that_it_needs(
    kind: registers.RegisterKind, language: str
) -> None:
    said = load(language)
    assert {word for word in words_of_register(kind) if f"register.{word}" not in said} == set()
    assert 3 <= len(kind.chain) <= 6, "a row of numbers is known by its strokes"
