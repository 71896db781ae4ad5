"""What one piece of work has found: it is not looked up again until something is written there."""

import re
import sqlite3
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Protocol, TypeVar

WRITES = re.compile(r"\s*(?:(?:INSERT|UPDATE)(?: OR \w+)?(?: INTO)?|DELETE FROM)\s+(?!OR\b)(\w+)")
WORD = re.compile(r"\w+")
Found = list[sqlite3.Row]
T = TypeVar("T")


class Runs(Protocol):
    """Whoever runs a statement: a connection, or the memory of a piece of work."""

    def execute(self, sql: str, values: Mapping[str, Any], /) -> sqlite3.Cursor: ...


@cache
def _words(sql: str) -> frozenset[str]:
    return frozenset(WORD.findall(sql))


@cache
def _written(sql: str) -> str:
    """The table that a statement writes; nothing for one that only reads."""
    found = WRITES.match(sql)
    return found[1] if found else ""


class Memory:
    """Between a piece of work and the file. What was written past it, by a trigger or through
    the bare connection, makes it forget everything."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._found: dict[tuple[Any, ...], Found] = {}
        self._made: dict[int, tuple[Found, Any]] = {}
        self._as_of = connection.total_changes
        self._touched: set[str] = set()

    def execute(self, sql: str, values: Mapping[str, Any]) -> sqlite3.Cursor:
        """Run a statement, as the connection itself does."""
        self._look_around()
        cursor = self._connection.execute(sql, values)
        self._note(sql, cursor)
        return cursor

    def ask(self, sql: str, values: Mapping[str, Any]) -> Found:
        """All that a statement finds; a look that was had before is not had again."""
        self._look_around()
        asked = (sql, *values.values())
        if asked not in self._found:
            cursor = self._connection.execute(sql, values)
            rows = cursor.fetchall()
            self._note(sql, cursor)
            if _written(sql):
                return rows
            self._found[asked] = rows
        return self._found[asked]

    def made_of(self, rows: Found, make: Callable[[sqlite3.Row], T]) -> list[T]:
        """The values that some rows say: the same rows are read once, however many ask."""
        return list(self.made_from(rows, lambda found: [make(row) for row in found]))

    def made_from(self, rows: Found, make: Callable[[Found], T]) -> T:
        """What all of some rows say together; whoever asks leaves it as it is."""
        kept = self._made.get(id(rows))
        if kept is None or kept[0] is not rows:
            kept = self._made[id(rows)] = (rows, make(rows))
        made: T = kept[1]
        return made

    def know(self, sql: str, values: Mapping[str, Any], rows: Found) -> None:
        """What a statement would find now, for it was just written."""
        self._found[(sql, *values.values())] = rows

    def wrote(self, *tables: str) -> bool:
        """Whether one of these was written in this piece of work, as far as it is known."""
        self._look_around()
        return not self._touched.isdisjoint({"", *tables})

    def _look_around(self) -> None:
        if self._as_of != self._connection.total_changes:
            self._forget_all()

    def _note(self, sql: str, cursor: sqlite3.Cursor) -> None:
        changed = self._connection.total_changes - self._as_of
        if not changed:
            return
        table = _written(sql)
        if not table or changed != cursor.rowcount:
            self._forget_all()
            return
        self._as_of = self._connection.total_changes
        self._touched.add(table)
        self._found = {k: rows for k, rows in self._found.items() if table not in _words(k[0])}
        self._made.clear()

    def _forget_all(self) -> None:
        self._as_of = self._connection.total_changes
        self._touched.add("")
        self._found.clear()
        self._made.clear()
