"""What people are good at: told by themselves, confirmed by their head."""

from datetime import datetime

from storage.personal import Personal, Stays
from storage.rows import moment, stamp
from storage.table import Table

TELL = """
INSERT INTO strength (office_id, person_id, strength) VALUES (:office_id, :person_id, :strength)
"""
TAKE_BACK = """
DELETE FROM strength
 WHERE office_id = :office_id AND person_id = :person_id AND strength = :strength
"""
CONFIRM = """
UPDATE strength SET confirmed_by = :by
 WHERE office_id = :office_id AND person_id = :person_id AND confirmed_by IS NULL
"""
REFUSE = """
DELETE FROM strength
 WHERE office_id = :office_id AND person_id = :person_id AND confirmed_by IS NULL
"""
TOLD = """
SELECT strength, confirmed_by IS NOT NULL AS confirmed FROM strength
 WHERE office_id = :office_id AND person_id = :person_id ORDER BY strength
"""
CONFIRMED = """
SELECT person_id, strength FROM strength
 WHERE office_id = :office_id AND confirmed_by IS NOT NULL ORDER BY person_id, strength
"""
OPEN_WORK = """
SELECT lead_id, count(*) AS open FROM assignment
 WHERE office_id = :office_id AND state NOT IN ('done', 'cancelled') GROUP BY lead_id
"""
LED = """
SELECT DISTINCT point.leader_id, point.locality_id, a.starts_at FROM activity a
  JOIN point ON point.activity_id = a.id
 WHERE a.office_id = :office_id AND a.starts_at >= :since
   AND a.state NOT IN ('draft', 'postponed', 'cancelled')
   AND point.leader_id IS NOT NULL AND point.dropped_at IS NULL
"""
PERSONAL = Personal(
    stays={"strength.person_id": Stays.DUTY, "strength.confirmed_by": Stays.DUTY},
)


class Strengths(Table):
    def tell(self, person_id: int, strength: str) -> None:
        self._run(TELL, person_id=person_id, strength=strength)

    def take_back(self, person_id: int, strength: str) -> bool:
        """False when it was not told."""
        return self._run(TAKE_BACK, person_id=person_id, strength=strength).rowcount > 0

    def confirm(self, person_id: int, by: int) -> int:
        """All that somebody told; says how many."""
        return self._run(CONFIRM, person_id=person_id, by=by).rowcount

    def refuse(self, person_id: int) -> int:
        return self._run(REFUSE, person_id=person_id).rowcount

    def told(self, person_id: int) -> dict[str, bool]:
        """What somebody told of themselves, and whether it was confirmed."""
        rows = self._all(TOLD, person_id=person_id)
        return {row["strength"]: bool(row["confirmed"]) for row in rows}

    def confirmed(self) -> dict[int, set[str]]:
        found: dict[int, set[str]] = {}
        for row in self._all(CONFIRMED):
            found.setdefault(row["person_id"], set()).add(row["strength"])
        return found

    def open_work(self) -> dict[int, int]:
        """How much each leads that is not over."""
        return {row["lead_id"]: row["open"] for row in self._all(OPEN_WORK)}

    def led(self, since: datetime) -> list[tuple[int, int | None, datetime]]:
        """Who leads a point since then, in which place, of a day out that begins when."""
        rows = self._all(LED, since=stamp(since))
        return [(who, place, moment(begins)) for who, place, begins in map(tuple, rows)]
