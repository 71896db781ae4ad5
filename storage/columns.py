"""Which columns are moments: those that are declared INT. People read these as text."""

from collections.abc import Collection
from sqlite3 import Connection, Row
from typing import Any

from storage.rows import moment, spell

MOMENTS = """
SELECT DISTINCT its.name FROM sqlite_schema t, pragma_table_info(t.name) its
 WHERE t.type = 'table' AND its.type = 'INT'
"""


def moments(connection: Connection) -> frozenset[str]:
    """The names that columns of moments have; no count is called by one of them."""
    return frozenset(name for (name,) in connection.execute(MOMENTS))


def told(row: Row, names: Collection[str]) -> dict[str, Any]:
    """A row for people to read, each value by its column; under `names` moments are spelled."""
    return {name: value_told(value, name in names) for name, value in dict(row).items()}


def value_told(value: Any, is_moment: bool) -> Any:
    return spell(moment(value)) if is_moment and isinstance(value, int) else value
