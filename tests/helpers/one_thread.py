"""A connection that works on the thread where the story is told: in the house each job is handed
to a thread and back, and two switches a job were a third of what a story took."""

import asyncio
import sqlite3
from collections.abc import Callable
from typing import Any, TypeVar

from storage.database import Hop as OnItsThread

__all__ = ["OnItsThread", "OnTheSpot"]
R = TypeVar("R")


class OnTheSpot:
    """As `storage.database.Hop`: others come between here too, before the job and after it."""

    def __init__(self, connector: Callable[[], sqlite3.Connection], **_: Any) -> None:
        self._connector = connector
        self._conn: sqlite3.Connection | None = None

    async def __aenter__(self) -> "OnTheSpot":
        self._conn = self._connector()
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._conn is not None:
            self._conn.close()

    async def run(self, job: Callable[[sqlite3.Connection], R]) -> R:
        assert self._conn is not None
        await asyncio.sleep(0)
        done = job(self._conn)
        await asyncio.sleep(0)
        return done
