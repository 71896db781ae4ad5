"""Bodies and themes by any of their names; a name that is no longer used leads to the next."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from sqlite3 import Row

from domain.access import Actor
from domain.names import fold
from domain.people import Locality
from domain.visits import knows_all
from storage.covering import EveryPlace
from storage.table import Table

ADD = """
INSERT INTO lookup (office_id, sort, name, valid_from, is_private, of_visits)
VALUES (:office_id, :sort, :name, :since, :private, :of_visits)
"""
SEEN = """
(lookup.of_visits = 0 OR :all
 OR EXISTS (SELECT 1 FROM visit v LEFT JOIN visit k ON k.id = v.kept_id
             WHERE v.office_id = :office_id
               AND (v.theme_id = lookup.id OR v.body_id = lookup.id)
               AND (v.done_at IS NOT NULL OR v.proposed_by = :me OR v.head_id = :me
                 OR v.approver_id = :me OR k.approver_id = :me
                 OR (v.unannounced = 0 AND coalesce(k.unannounced, 0) = 0)
                 OR (v.unannounced = 0 AND k.done_at IS NOT NULL)))
 OR EXISTS (SELECT 1 FROM outside_plan p WHERE p.office_id = :office_id
               AND (p.theme_id = lookup.id OR p.body_id = lookup.id))
 OR EXISTS (SELECT 1 FROM matter m WHERE m.office_id = :office_id
               AND (m.theme_id = lookup.id OR m.body_id = lookup.id)
               AND m.about NOT LIKE 'visit:%'))
"""
"""What came with visits is offered to whoever may know of one of them, as `may_see` says."""
ADD_NAME = """
INSERT INTO lookup_name (lookup_id, folded)
SELECT id, :folded FROM lookup WHERE office_id = :office_id AND id = :id ON CONFLICT DO NOTHING
"""
FOLLOWED = """
UPDATE lookup SET successor_id = :successor_id, valid_to = :on
 WHERE office_id = :office_id AND id = :id
   AND sort = (SELECT sort FROM lookup WHERE office_id = :office_id AND id = :successor_id)
"""
NAMES = f"""
SELECT lookup.id, lookup.name, coalesce(lookup.successor_id, lookup.id) AS now, n.folded
  FROM lookup JOIN lookup_name n ON n.lookup_id = lookup.id
 WHERE lookup.office_id = :office_id AND lookup.sort = :sort AND {SEEN}
"""
FOLLOWED_ON = """
UPDATE lookup SET successor_id = :successor_id WHERE office_id = :office_id AND successor_id = :id
"""
NAME = """
SELECT coalesce(s.name, l.name) FROM lookup l
  LEFT JOIN lookup s ON s.id = l.successor_id AND s.office_id = :office_id
 WHERE l.office_id = :office_id AND l.id = :id
"""
LED_TO = "SELECT id FROM lookup WHERE office_id = :office_id AND successor_id = :id"
NAMES_OF = """
SELECT n.folded FROM lookup_name n JOIN lookup l ON l.id = n.lookup_id
 WHERE l.office_id = :office_id AND l.id = :id
"""
IS_PRIVATE = "SELECT is_private FROM lookup WHERE office_id = :office_id AND id = :id"
ALL = f"""
SELECT id, name FROM lookup
 WHERE office_id = :office_id AND sort = :sort AND successor_id IS NULL AND {SEEN}
 ORDER BY id DESC LIMIT :most
"""
IS_KNOWN = f"""
SELECT 1 FROM lookup
 WHERE office_id = :office_id AND id = :id AND sort = :sort AND successor_id IS NULL AND {SEEN}
"""
ALIKE = """
SELECT n.lookup_id AS id FROM lookup_name n JOIN lookup l ON l.id = n.lookup_id
 WHERE l.office_id = :office_id
   AND n.folded IN (SELECT folded FROM lookup_name WHERE lookup_id = :id)
   AND l.sort = (SELECT sort FROM lookup WHERE office_id = :office_id AND id = :id)
"""
RENAME = "UPDATE lookup SET name = :name WHERE office_id = :office_id AND id = :id"
USED = """
SELECT 1 FROM lookup l WHERE l.office_id = :office_id AND l.id = :id
   AND (EXISTS (SELECT 1 FROM matter m WHERE m.office_id = l.office_id AND m.body_id = l.id)
     OR EXISTS (SELECT 1 FROM visit v WHERE v.office_id = l.office_id AND v.body_id = l.id)
     OR EXISTS (SELECT 1 FROM outside_plan p WHERE p.office_id = l.office_id AND p.body_id = l.id)
     OR EXISTS (SELECT 1 FROM lookup s WHERE s.office_id = l.office_id AND s.successor_id = l.id))
"""
DROP_NAMES = """
DELETE FROM lookup_name
 WHERE lookup_id = (SELECT id FROM lookup WHERE office_id = :office_id AND id = :id)
"""
DROP = "DELETE FROM lookup WHERE office_id = :office_id AND id = :id"
BODY, THEME = "body", "theme"


@dataclass(frozen=True, slots=True)
class Listed:
    """One body or theme, under the name it has today."""

    id: int
    name: str


class Lookups(Table):
    """As whoever reads them may know them; those whom nobody named sees all."""

    reader: Actor | None = None

    def add(
        self,
        sort: str,
        name: str,
        since: date,
        *,
        private: bool = False,
        of_visits: bool = False,
    ) -> int:
        """A new one; never without somebody's tap. What comes with a visit that nobody is told
        of is known to nobody else, who may add it once more."""
        how = {"private": private, "of_visits": of_visits}
        found = self._add(ADD, sort=sort, name=name, since=since.isoformat(), **how)
        self.call(found, name)
        return found

    def call(self, lookup_id: int, name: str) -> None:
        """Another name for it: «ubnd ka long», «UBND P. Ka Long»."""
        self._run(ADD_NAME, id=lookup_id, folded=fold(name))

    def follow(self, lookup_id: int, successor_id: int, on: date) -> None:
        """From this day on the other one is meant by its names, and by those that led to it."""
        self._run(FOLLOWED, id=lookup_id, successor_id=successor_id, on=on.isoformat())
        self._run(FOLLOWED_ON, id=lookup_id, successor_id=successor_id)

    def rename(self, lookup_id: int, name: str) -> None:
        """It is found by its former names too."""
        self._run(RENAME, id=lookup_id, name=name)
        self.call(lookup_id, name)

    def drop(self, lookup_id: int) -> bool:
        """False where something bears it: what was said of it stays."""
        if self._first(USED, id=lookup_id):
            return False
        self._run(DROP_NAMES, id=lookup_id)
        self._run(DROP, id=lookup_id)
        return True

    def find(self, sort: str, words: str, most: int = 6) -> list[Listed]:
        """Those whose name holds every word that was typed; one that fits whole is alone."""
        wanted = _words(words)
        rows = [(row["now"], _words(row["folded"])) for row in self._names(sort)]
        whole = [now for now, said in rows if said == wanted]
        some = [now for now, said in rows if set(wanted) <= set(said)]
        ids = list(dict.fromkeys(whole or some)) if wanted else []
        return _once(Listed(found, self.name(found)) for found in ids)[:most]

    def called(self, sort: str, name: str) -> Listed | None:
        """The one that has just this name."""
        wanted = _words(name)
        found = {row["now"] for row in self._names(sort) if _words(row["folded"]) == wanted}
        return Listed(one := found.pop(), self.name(one)) if len(found) == 1 else None

    def _names(self, sort: str) -> list[Row]:
        return self._all(NAMES, sort=sort, **self._reads())

    def _reads(self) -> dict[str, object]:
        """Who reads them, and whether nothing is kept from them."""
        one = self.reader
        return {"me": one.person_id if one else None, "all": one is None or knows_all(one)}

    def alike(self, lookup_id: int) -> frozenset[int]:
        """It, and what others wrote down once more under a name of it."""
        return frozenset({lookup_id, *(row["id"] for row in self._all(ALIKE, id=lookup_id))})

    def akin(self, body_id: int, places: Iterable[Locality]) -> frozenset[int]:
        """Bodies of every place that hold it, or that it holds; whoever may know them."""
        every, rows = EveryPlace.of(places), self._all(NAMES, sort=BODY, me=None, all=True)
        return every.akin(self.name(body_id), {row["id"]: row["name"] for row in rows}) - {body_id}

    def named_in(self, sort: str, text: str) -> frozenset[int]:
        """Those whose whole name stands in what was written."""
        said = f" {' '.join(_words(text))} "
        names = [(row["now"], _words(row["folded"])) for row in self._names(sort)]
        return frozenset(now for now, name in names if name and f" {' '.join(name)} " in said)

    def name(self, lookup_id: int | None) -> str:
        """As it is called today."""
        return str(self._value(NAME, id=lookup_id) or "") if lookup_id else ""

    def all_of(self, lookup_id: int) -> frozenset[int]:
        """It, and those that became one with it."""
        return frozenset({lookup_id, *(row["id"] for row in self._all(LED_TO, id=lookup_id))})

    def names(self, lookup_id: int) -> list[str]:
        """All that it is called, in plain letters."""
        return [row["folded"] for row in self._all(NAMES_OF, id=lookup_id)]

    def nearest(self, sort: str, words: str, most: int = 6) -> list[Listed]:
        """Those that share half of the words that were typed, or of their own, to choose from:
        «1 cửa Trần Phú», «bộ phận 1 cửa phường Trần Phú»."""
        wanted, shared = set(_words(words)), dict[int, int]()
        for row in self._names(sort):
            said = set(_words(row["folded"]))
            many = len(wanted & said)
            if many and (2 * many >= len(wanted) or 2 * many > len(said) > 2):
                shared[row["now"]] = max(many, shared.get(row["now"], 0))
        near = sorted(shared, key=lambda found: -shared[found])
        return _once(Listed(found, self.name(found)) for found in near)[:most]

    def newest(self, sort: str, most: int) -> list[Listed]:
        """Those that were added last, to choose from."""
        rows = self._all(ALL, sort=sort, most=most, **self._reads())
        return _once(Listed(row["id"], row["name"]) for row in rows)

    def is_private(self, lookup_id: int) -> bool:
        """Whether it is nobody of the state."""
        return bool(self._value(IS_PRIVATE, id=lookup_id))

    def is_known(self, sort: str, lookup_id: int) -> bool:
        return self._first(IS_KNOWN, id=lookup_id, sort=sort, **self._reads()) is not None


def _once(listed: Iterable[Listed]) -> list[Listed]:
    """Of two with the same name, which nobody could tell apart, the first."""
    found: dict[str, Listed] = {}
    for one in listed:
        found.setdefault(fold(one.name), one)
    return list(found.values())


def _words(text: str) -> list[str]:
    """«Thu, chi quỹ» is found by «thu chi quỹ»."""
    return [word for word in (part.strip(".,;:") for part in fold(text).split()) if word]
