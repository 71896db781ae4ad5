"""Activities to be held again: every week, or from a template that was kept under a name."""

from dataclasses import dataclass
from datetime import datetime

from storage.rows import stamp
from storage.table import Table

REPEAT = """
INSERT INTO pattern (office_id, activity_id, weekly)
SELECT :office_id, :activity_id, 1 WHERE NOT EXISTS (
    SELECT 1 FROM pattern WHERE office_id = :office_id AND activity_id = :activity_id
       AND weekly AND ended_at IS NULL)
"""
WEEKLY = """
SELECT id, activity_id FROM pattern
 WHERE office_id = :office_id AND weekly AND ended_at IS NULL ORDER BY id
"""
FOLLOW = "UPDATE pattern SET activity_id = :next WHERE office_id = :office_id AND id = :id"
END = """
UPDATE pattern SET ended_at = :now
 WHERE office_id = :office_id AND activity_id = :activity_id AND weekly AND ended_at IS NULL
"""
TEMPLATES = """
SELECT id, activity_id, name FROM pattern
 WHERE office_id = :office_id AND NOT weekly AND ended_at IS NULL
   AND (:id IS NULL OR id = :id) AND (:name IS NULL OR name = :name)
 ORDER BY name, id
"""
KEEP = """
INSERT INTO pattern (office_id, activity_id, name) VALUES (:office_id, :activity_id, :name)
"""
DROP = """
UPDATE pattern SET ended_at = :now WHERE office_id = :office_id AND id = :id AND NOT weekly
"""


@dataclass(frozen=True, slots=True)
class Template:
    """An activity that new plans may begin from, under the name that somebody gave it."""

    id: int
    activity_id: int
    name: str


class Patterns(Table):
    def repeat(self, activity_id: int) -> None:
        """Hold it again every week."""
        self._run(REPEAT, activity_id=activity_id)

    def weekly(self) -> list[tuple[int, int]]:
        """Pattern and its newest activity."""
        return [(row["id"], row["activity_id"]) for row in self._all(WEEKLY)]

    def follow(self, pattern_id: int, next_id: int) -> None:
        self._run(FOLLOW, id=pattern_id, next=next_id)

    def end(self, activity_id: int, now: datetime) -> bool:
        return self._run(END, activity_id=activity_id, now=stamp(now)).rowcount > 0

    def templates(self) -> list[Template]:
        return [Template(*row) for row in self._all(TEMPLATES, id=None, name=None)]

    def template(self, template_id: int) -> Template | None:
        row = self._first(TEMPLATES, id=template_id, name=None)
        return Template(*row) if row else None

    def save(self, activity_id: int, name: str, now: datetime) -> None:
        """Keep it under a name; an older one of this name gives way."""
        for row in self._all(TEMPLATES, id=None, name=name):
            self.drop(row["id"], now)
        self._run(KEEP, activity_id=activity_id, name=name)

    def drop(self, template_id: int, now: datetime) -> None:
        self._run(DROP, id=template_id, now=stamp(now))
