"""Which functions of the house each story walks through, written down while it is told; and
chosen stories told alone. A plugin of pytest, for `make mutants`."""

import ast
import builtins
import json
import os
import time
import types
from collections.abc import Iterator
from importlib.machinery import SourceFileLoader
from pathlib import Path
from typing import Any

import pytest

HOUSE = Path(__file__).parents[2]
FLOORS = ("domain", "storage", "actions", "handlers", "schedules", "bot", "language", "papers")
WRITTEN_TO, TOLD = "WALKS_WRITTEN_TO", "STORIES_TOLD"
"""In the environment: the folder to write to; the file that names the stories to tell."""
Function = ast.FunctionDef | ast.AsyncFunctionDef
entered: set[str] = set()
"""By the story that is being told."""


def functions(tree: ast.AST, within: str = "") -> Iterator[tuple[str, Function]]:
    """Every function, by its whole name in its file."""
    for node in ast.iter_child_nodes(tree):
        name = within
        if isinstance(node, ast.ClassDef | Function):
            name = f"{within}.{node.name}".lstrip(".")
        if isinstance(node, Function):
            yield name, node
        yield from functions(node, name)


class Walks:
    """Writes down, story by story, which functions were entered and how long it took."""

    def __init__(self, folder: str) -> None:
        self._file = Path(folder, f"{os.environ.get('PYTEST_XDIST_WORKER', 'alone')}.jsonl")

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_setup(self) -> None:
        entered.clear()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_call(self, item: pytest.Item) -> Iterator[None]:
        begin = time.monotonic()
        yield
        walk = {"story": item.nodeid, "seconds": round(time.monotonic() - begin, 2)}
        with self._file.open("a", encoding="utf-8") as file:
            file.write(json.dumps({**walk, "entered": sorted(entered)}) + "\n")


def _marked(_: Any, data: bytes, path: str, **__: Any) -> types.CodeType:
    """A module of the house, each function of which says when it is entered."""
    tree = ast.parse(data)
    file = Path(path)
    if file.is_relative_to(HOUSE) and file.relative_to(HOUSE).parts[0] in FLOORS:
        for name, node in functions(tree):
            mark = f"_entered.add({f'{file.relative_to(HOUSE).as_posix()}:{name}'!r})"
            after = 1 if ast.get_docstring(node) is not None else 0
            node.body[after:after] = ast.parse(mark).body
    return compile(ast.fix_missing_locations(tree), path, "exec", dont_inherit=True)


if WRITTEN_TO in os.environ:  # before anything of the house is loaded
    vars(builtins)["_entered"] = entered
    SourceFileLoader.source_to_code = _marked  # type: ignore[method-assign,assignment]


class Chosen:
    """Tells only the stories that are named, in that order."""

    def __init__(self, named: str) -> None:
        lines = Path(named).read_text("utf-8").splitlines()
        self._order = {story: number for number, story in enumerate(lines)}

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        told = [item for item in items if item.nodeid in self._order]
        items[:] = sorted(told, key=lambda item: self._order[item.nodeid])


def pytest_configure(config: pytest.Config) -> None:
    for setting, plugin in ((WRITTEN_TO, Walks), (TOLD, Chosen)):
        if setting in os.environ:
            config.pluginmanager.register(plugin(os.environ[setting]))
