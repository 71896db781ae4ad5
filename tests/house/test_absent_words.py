"""What a story says is not there stands somewhere: the absence of words that nobody ever says
proves nothing."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

HOUSE = Path(__file__).parents[2]
FEWEST = 400
"""So many absences there are at least: the rule looks where they are."""
OF_OTHERS = {
    "Logging error": "how the library of logs says that it cannot write",
    "<f>": "a formula in a sheet",
    'INTO "inbox"': "how a table is written out",
}
"""Said by what is not ours."""
TAG = re.compile(r"</?\w+>")
FILLED = re.compile(r"<[^>]*>|\d[\d/,.:]*|(?<=[ »]): |: |[«»•]|(?<= )[A-ZĐÂ]\w*")
"""What stands in a blank of a text: numbers, names."""


def absent(tree: ast.AST) -> Iterator[ast.Constant]:
    """The words in `"…" not in said` and `not await says(town, who, "…")`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare) and isinstance(node.ops[0], ast.NotIn):
            found = [node.left]
        elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            calls = (one for one in ast.walk(node.operand) if isinstance(one, ast.Call))
            found = [arg for one in calls if _says(one) for arg in one.args[2:]]
        else:
            continue
        for one in found:
            if isinstance(one, ast.Constant) and isinstance(one.value, str):
                yield one


def _says(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Name) and call.func.id == "says"


@cache
def _read() -> tuple[dict[str, set[str]], str]:
    """By file the words that are said to be absent; and all that is said, typed and written."""
    missing, there = dict[str, set[str]](), list[str]()
    for file in sorted((HOUSE / "tests").rglob("*.py")):
        tree = ast.parse(file.read_text("utf-8"))
        gone = list(absent(tree)) if file.name.startswith("test_") else []
        missing[file.name] = {str(one.value) for one in gone}
        apart = set(map(id, gone))
        said = (one for one in ast.walk(tree) if isinstance(one, ast.Constant))
        there += [str(one.value) for one in said if id(one) not in apart]
    for folder in ("texts", "storage"):
        texts = [file.read_text("utf-8") for file in (HOUSE / folder).rglob("*.toml")]
        there += [*texts, *(TAG.sub("", text) for text in texts)]
    return missing, "\n".join(there).lower()


def stands(words: str, there: str) -> bool:
    """As it is, or piece by piece around its blanks."""
    pieces = (piece.strip().lower() for piece in FILLED.split(words))
    return words.lower() in there or all(piece in there for piece in pieces)


def test_words_that_are_absent_are_said_somewhere() -> None:
    missing, there = _read()
    assert sum(map(len, missing.values())) > FEWEST
    found = {
        (file, words)
        for file, said in missing.items()
        for words in said
        if words not in OF_OTHERS and not stands(words, there)
    }
    assert found == set()


def test_a_slip_of_the_pen_is_found() -> None:
    _, there = _read()
    assert stands("Thứ 3 trong danh sách chờ", there)
    assert not stands("Thứ 3 trong danh sach chờ", "thứ {line} trong danh sách chờ")
    tree = ast.parse('assert "a" not in said\nassert not await says(t, MAI, "b")')
    assert [one.value for one in absent(tree)] == ["a", "b"]
