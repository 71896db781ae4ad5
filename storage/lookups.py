"""Bodies and themes by any of their names; a name that is no longer used leads to the next."""

from dataclasses import dataclass
from datetime import date

from domain.names import fold
from storage.table import Table

ADD = """
INSERT INTO lookup (office_id, sort, name, valid_from, is_private)
VALUES (:office_id, :sort, :name, :since, :private)
"""
ADD_NAME = """
INSERT INTO lookup_name (lookup_id, folded)
SELECT id, :folded FROM lookup WHERE office_id = :office_id AND id = :id ON CONFLICT DO NOTHING
"""
FOLLOWED = """
UPDATE lookup SET successor_id = :successor_id, valid_to = :on
 WHERE office_id = :office_id AND id = :id
   AND sort = (SELECT sort FROM lookup WHERE office_id = :office_id AND id = :successor_id)
"""
NAMES = """
SELECT lookup.id, lookup.name, coalesce(lookup.successor_id, lookup.id) AS now, n.folded
  FROM lookup JOIN lookup_name n ON n.lookup_id = lookup.id
 WHERE lookup.office_id = :office_id AND lookup.sort = :sort
"""
NAME = "SELECT name FROM lookup WHERE office_id = :office_id AND id = :id"
IS_PRIVATE = "SELECT is_private FROM lookup WHERE office_id = :office_id AND id = :id"
ALL = """
SELECT id, name FROM lookup
 WHERE office_id = :office_id AND sort = :sort AND successor_id IS NULL
 ORDER BY id DESC LIMIT :most
"""
IS_KNOWN = """
SELECT 1 FROM lookup
 WHERE office_id = :office_id AND id = :id AND sort = :sort AND successor_id IS NULL
"""
BODY, THEME = "body", "theme"


@dataclass(frozen=True, slots=True)
class Listed:
    """One body or theme, under the name it has today."""

    id: int
    name: str


class Lookups(Table):
    def add(self, sort: str, name: str, since: date, *, private: bool = False) -> int:
        """A new one; never without somebody's tap."""
        found = self._add(ADD, sort=sort, name=name, since=since.isoformat(), private=private)
        self.call(found, name)
        return found

    def call(self, lookup_id: int, name: str) -> None:
        """Another name for it: «ubnd ka long», «UBND P. Ka Long»."""
        self._run(ADD_NAME, id=lookup_id, folded=fold(name))

    def follow(self, lookup_id: int, successor_id: int, on: date) -> None:
        """From this day on the other one is meant by its names."""
        self._run(FOLLOWED, id=lookup_id, successor_id=successor_id, on=on.isoformat())

    def find(self, sort: str, words: str, most: int = 6) -> list[Listed]:
        """Those whose name holds every word that was typed; one that fits whole is alone."""
        wanted = _words(words)
        rows = [(row["now"], _words(row["folded"])) for row in self._all(NAMES, sort=sort)]
        whole = [now for now, said in rows if said == wanted]
        some = [now for now, said in rows if set(wanted) <= set(said)]
        ids = list(dict.fromkeys(whole or some)) if wanted else []
        return [Listed(found, self.name(found)) for found in ids[:most]]

    def named_in(self, sort: str, text: str) -> frozenset[int]:
        """Those whose whole name stands in what was written."""
        said = f" {' '.join(_words(text))} "
        names = [(row["now"], _words(row["folded"])) for row in self._all(NAMES, sort=sort)]
        return frozenset(now for now, name in names if name and f" {' '.join(name)} " in said)

    def name(self, lookup_id: int | None) -> str:
        return str(self._value(NAME, id=lookup_id) or "") if lookup_id else ""

    def nearest(self, sort: str, words: str, most: int = 6) -> list[Listed]:
        """Those that share half of the words that were typed, to choose from: «1 cửa Trần Phú»."""
        wanted = set(_words(words))
        shared = {
            row["now"]: len(wanted & set(_words(row["folded"])))
            for row in self._all(NAMES, sort=sort)
        }
        near = [found for found, many in shared.items() if 2 * many >= len(wanted) > 0]
        near.sort(key=lambda found: -shared[found])
        return [Listed(found, self.name(found)) for found in near[:most]]

    def newest(self, sort: str, most: int) -> list[Listed]:
        """Those that were added last, to choose from."""
        return [Listed(row["id"], row["name"]) for row in self._all(ALL, sort=sort, most=most)]

    def is_private(self, lookup_id: int) -> bool:
        """Whether it is nobody of the state."""
        return bool(self._value(IS_PRIVATE, id=lookup_id))

    def is_known(self, sort: str, lookup_id: int) -> bool:
        return self._first(IS_KNOWN, id=lookup_id, sort=sort) is not None


def _words(text: str) -> list[str]:
    """«Thu, chi quỹ» is found by «thu chi quỹ»."""
    return [word for word in (part.strip(".,;:") for part in fold(text).split()) if word]
