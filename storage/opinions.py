"""What people say: what may be the same, its weight, and what a month heard."""

from datetime import datetime
from typing import Any

from domain.matters import Matter
from storage import reports
from storage.matters import matter_of
from storage.rows import stamp
from storage.table import Table

WEIGH = "UPDATE matter SET weight = weight + :more WHERE office_id = :office_id AND id = :id"
TWIN = """
SELECT m.* FROM matter m JOIN matter_label l ON l.matter_id = m.id
 WHERE m.office_id = :office_id AND m.closed_at IS NULL AND m.kind = :kind
   AND l.sort = :sort AND l.label = :label
   AND m.locality_id IS :locality_id AND m.id < :id ORDER BY m.id LIMIT 1
"""
AFTER = """
SELECT id FROM matter
 WHERE office_id = :office_id AND closed_at IS NULL AND kind = :kind AND state IN ('new', 'sorted')
   AND locality_id IS :locality_id AND id > :id
"""
JOIN = "UPDATE matter SET about = :about WHERE office_id = :office_id AND id = :id"


class Voices(Table):
    def weigh(self, matter_id: int, more: int) -> None:
        """So many more say so; fewer, where it was told too high."""
        self._run(WEIGH, id=matter_id, more=more)

    def join(self, matter: Matter, twin: Matter) -> None:
        """It is said of the other, and counts there."""
        self.weigh(twin.id, matter.weight)
        self._run(JOIN, id=matter.id, about=f"matter:{twin.id}")

    def twin(self, matter: Matter, sort: str, label: str) -> Matter | None:
        """The first that is open, marked alike, in the same place."""
        same = {"sort": sort, "label": label, "locality_id": matter.locality_id}
        row = self._first(TWIN, id=matter.id, kind=matter.kind, **same)
        return matter_of(row) if row else None

    def after(self, matter: Matter) -> list[int]:
        """Raised after it in the same place, and not yet on their way."""
        same = {"kind": matter.kind, "locality_id": matter.locality_id}
        return [row["id"] for row in self._all(AFTER, id=matter.id, **same)]

    def heard(self, kind: str, since: datetime, until: datetime) -> list[dict[str, Any]]:
        """What was raised in a time, by topic and place; without its words."""
        rows = self._all(reports.OPINIONS, kind=kind, since=stamp(since), until=stamp(until))
        return [dict(row) for row in rows]
