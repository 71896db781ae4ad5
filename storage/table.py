"""What every table of an office has in common: a connection, and the office it is bound to."""

import sqlite3
from collections.abc import Callable
from typing import Any, TypeVar

from domain.refusals import Refusal
from storage.memory import Memory

T = TypeVar("T")


class Statements:
    """Runs statements and hands out what they find."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.memory = Memory(connection)
        """Of the piece of work that this table serves."""

    def _bound(self, values: dict[str, Any]) -> dict[str, Any]:
        return values

    def _run(self, sql: str, **values: Any) -> sqlite3.Cursor:
        return self.memory.execute(sql, self._bound(values))

    def _all(self, sql: str, **values: Any) -> list[sqlite3.Row]:
        return self.memory.ask(sql, self._bound(values))

    def _read(self, make: Callable[[sqlite3.Row], T], sql: str, **values: Any) -> list[T]:
        """What a statement finds, as values."""
        return self.memory.made_of(self._all(sql, **values), make)

    def _know(self, sql: str, rows: list[sqlite3.Row], **values: Any) -> None:
        """These were just written: a statement that would find them need not be asked."""
        self.memory.know(sql, self._bound(values), rows)

    def _first(self, sql: str, **values: Any) -> sqlite3.Row | None:
        return next(iter(self._all(sql, **values)), None)

    def _one(self, sql: str, **values: Any) -> sqlite3.Row:
        row = self._first(sql, **values)
        if row is None:
            raise Refusal("not_found")
        return row

    def _value(self, sql: str, **values: Any) -> Any:
        row = self._first(sql, **values)
        return row[0] if row else None

    def _add(self, sql: str, **values: Any) -> int:
        """Insert a row and return its id."""
        return int(self._run(sql, **values).lastrowid or 0)


class Table(Statements):
    """Statements of one office: `:office_id` is always given, and each is bound by it."""

    def __init__(self, connection: sqlite3.Connection, office_id: int) -> None:
        super().__init__(connection)
        self._office_id = office_id

    def _bound(self, values: dict[str, Any]) -> dict[str, Any]:
        return {"office_id": self._office_id, **values}
