"""Everything that is kept of one person, and how it is erased without losing a count: what goes,
column by column, is written out in `docs/data-map.md`."""

import pkgutil
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import import_module
from typing import Any

import storage
from storage.columns import moments, told
from storage.everywhere import Everywhere
from storage.personal import Personal


@cache
def declared() -> Mapping[str, Personal]:
    """What each module of storage says of its own tables, by its name."""
    names = [found.name for found in pkgutil.iter_modules(storage.__path__)]
    said = {n: getattr(import_module(f"storage.{n}"), "PERSONAL", None) for n in names}
    return {name: personal for name, personal in said.items() if personal}


def exports() -> Mapping[str, str]:
    """Everything that is kept about one person, part by part."""
    return {part: sql for one in declared().values() for part, sql in one.export.items()}


def counting() -> Sequence[str]:
    """By these a person's days become counts."""
    return [sql for one in declared().values() for sql in one.counted.values()]


def erasing() -> Sequence[str]:
    """Then the rest goes; the person last, whom the others point to."""
    found = [(column, sql) for one in declared().values() for column, sql in one.erased.items()]
    return [sql for _, sql in sorted(found, key=lambda pair: pair[0].startswith("person."))]


class PersonalData(Everywhere):
    def everything(self, person_id: int, subject: str) -> dict[str, list[dict[str, Any]]]:
        """All rows that are about one person, part by part; empty parts are left out."""
        who = {"person_id": person_id, "subject": subject}
        found = {part: self._all(sql, **who) for part, sql in exports().items()}
        names = moments(self._connection)
        return {part: [told(row, names) for row in rows] for part, rows in found.items() if rows}

    def unname(self, person_id: int) -> None:
        """A person's days stay as counts, without them; of somebody on the roster this is all."""
        for sql in counting():
            self._run(sql, person_id=person_id)

    def erase(self, person_id: int) -> None:
        """Erase a person who is on no roster, altogether."""
        self.unname(person_id)
        for sql in erasing():
            self._run(sql, person_id=person_id)
