"""Offices as earlier versions left them, opened as files."""

import sqlite3
from pathlib import Path

from tests.past import __file__ as past

DUMPS = sorted(Path(past).parent.glob("schema_*.sql"))


def number_of(dump: Path) -> int:
    """Of which schema it is."""
    return int(dump.stem.partition("_")[2])


def revive(dump: Path, database: Path | str = ":memory:") -> sqlite3.Connection:
    connection = sqlite3.connect(database, isolation_level=None)
    connection.row_factory = sqlite3.Row
    connection.executescript(dump.read_text("utf-8"))
    return connection
