"""Opens the database. In the roof only this module and safekeeping know the storage."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from storage import Connection, Database, DatabaseInUse, NewerDatabase
from storage.database import NotOurs, Troubled, connect_reader, require_known

__all__ = [
    "Connection",
    "Database",
    "DatabaseInUse",
    "NewerDatabase",
    "NotOurs",
    "Troubled",
    "open_to_read",
]


@contextlib.contextmanager
def open_to_read(path: Path) -> Iterator[Connection]:
    """A file to look into, also while a bot has it open."""
    with contextlib.closing(connect_reader(path)) as connection:
        require_known(connection)
        yield connection
