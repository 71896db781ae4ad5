"""Days that are held again every week."""

from storage.table import Table

ADD = """
INSERT INTO pattern (office_id, activity_id, weekly)
SELECT :office_id, :activity_id, 1 WHERE NOT EXISTS (
    SELECT 1 FROM pattern WHERE office_id = :office_id AND activity_id = :activity_id
       AND ended_at IS NULL)
"""
WEEKLY = """
SELECT id, activity_id FROM pattern
 WHERE office_id = :office_id AND weekly AND ended_at IS NULL ORDER BY id
"""
FOLLOW = "UPDATE pattern SET activity_id = :next WHERE office_id = :office_id AND id = :id"
END = """
UPDATE pattern SET ended_at = :now
 WHERE office_id = :office_id AND activity_id = :activity_id AND ended_at IS NULL
"""


class Patterns(Table):
    def repeat(self, activity_id: int) -> None:
        """Hold it again every week."""
        self._run(ADD, activity_id=activity_id)

    def weekly(self) -> list[tuple[int, int]]:
        """Pattern and its newest day."""
        return [(row["id"], row["activity_id"]) for row in self._all(WEEKLY)]

    def follow(self, pattern_id: int, next_id: int) -> None:
        self._run(FOLLOW, id=pattern_id, next=next_id)

    def end(self, activity_id: int, now: str) -> bool:
        return self._run(END, activity_id=activity_id, now=now).rowcount > 0
