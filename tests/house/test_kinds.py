"""What a kind costs is what the page says, and all that it costs."""

import ast
from pathlib import Path

from domain.matter_kinds import ROWS
from tests.house.kinds import BESIDE_ENGINES, BESIDES, PAGE, ROOT, SHARED, page

ENGINE = ROOT / "actions" / "matters"
LISTS = {"actions/matters/room.py", "actions/matters/report.py"}
"""They put what a kind brings in its place."""
COUNTED = {of.partition(":")[0] for files in BESIDES.values() for of in files} | {
    of.partition(":")[0] for _, files in BESIDE_ENGINES.values() for of in files
}


def names_a_kind(file: Path) -> bool:
    rows = {kind.code.upper() for kind in ROWS}
    tree = ast.walk(ast.parse(file.read_text("utf-8")))
    return any(isinstance(node, ast.Name) and node.id in rows for node in tree)


def test_the_page_counts_what_the_kinds_cost() -> None:
    assert PAGE.read_text("utf-8") == page(), "write it anew: python -m tests.house.kinds"


def test_what_names_a_kind_is_counted_and_the_engine_names_none() -> None:
    naming = {str(file.relative_to(ROOT)) for file in ENGINE.glob("*.py") if names_a_kind(file)}
    assert naming - LISTS <= COUNTED
    shared = {file for files in SHARED.values() for file in files}
    assert not shared & naming
