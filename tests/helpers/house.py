"""What the rules of the house look through: modules, statements, an empty file."""

import importlib
import pkgutil
import re
import sqlite3
from collections.abc import Iterator
from types import ModuleType

import storage
from storage.database import migrate

PIECES = {"MOVE", "ROWS", "STOOD"}
"""Statements that are filled in, or go on, where they are used."""
SQL = re.compile(r"\s*(SELECT|INSERT|UPDATE|DELETE|WITH)\b")


def modules(package: ModuleType) -> Iterator[ModuleType]:
    for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        yield importlib.import_module(found.name)


def fresh() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.row_factory = sqlite3.Row
    migrate(connection)
    return connection


def statements() -> Iterator[tuple[str, str]]:
    for module in modules(storage):
        for name, value in vars(module).items():
            if name.isupper():
                for number, sql in enumerate(value if isinstance(value, tuple) else (value,)):
                    if isinstance(sql, str) and SQL.match(sql) and name not in PIECES:
                        yield f"{module.__name__}.{name}[{number}]", sql


class Anything(dict[str, None]):
    """Every blank of a statement is there, and empty."""

    def __missing__(self, _: str) -> None:
        return None
