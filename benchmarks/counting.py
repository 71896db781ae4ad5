"""What a piece of the way costs the file: statements, looks, write jobs, hops to a thread."""

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from storage import Database

VALUES = re.compile(r"'[^']*'|\b\d+\b")
SAVED = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE")
"""Around a deed, not in it."""


class Counts(Counter[str]):
    """`statements` and those `around` a deed; `looks` on another thread and `glances` on our own;
    `jobs` and those that only ride along (`riders`); `hops` to another thread; and what was said,
    by its text."""

    def __init__(self) -> None:
        super().__init__()
        self.said: Counter[str] = Counter()

    def heard(self, statement: str) -> None:
        """A trigger's own statements come as comments: they are part of what set them off."""
        if not statement.startswith("--"):
            self["around" if statement.startswith(SAVED) else "statements"] += 1
            self.said[" ".join(VALUES.sub("?", statement).split())[:100]] += 1

    def shared(self, among: int) -> "Counts":
        """The same for each of so many."""
        each = Counts()
        each.update({name: number / among for name, number in self.items()})
        each.said.update({said: number / among for said, number in self.said.items()})
        return each


@contextmanager
def counted(database: Database) -> Iterator[Counts]:
    """Count while the house goes on as it always does."""
    house, counts = _inside(database), Counts()
    for connection in house["connections"]:
        connection.set_trace_callback(counts.heard)
    for part, method, name in house["methods"]:
        setattr(part, method, _counting(getattr(part, method), counts, name))
    try:
        yield counts
    finally:
        for connection in house["connections"]:
            connection.set_trace_callback(None)
        for part, method, _ in house["methods"]:
            delattr(part, method)


def _inside(database: Any) -> dict[str, list[Any]]:
    hops = [database._writer, *database._readers]
    methods = [(hop, "run", "hops") for hop in hops]
    named = {"read": "looks", "glance": "glances", "submit": "jobs", "ride": "riders"}
    methods += [(database, name, said) for name, said in named.items() if hasattr(database, name)]
    near = [database._near] if hasattr(database, "_near") else []
    return {"connections": [*(hop._conn for hop in hops), *near], "methods": methods}


def _counting(method: Any, counts: Counts, name: str) -> Any:
    def count(*args: Any, **how: Any) -> Any:
        counts[name] += 1
        return method(*args, **how)

    return count
