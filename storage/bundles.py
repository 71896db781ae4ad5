"""Assignments that wait for one person's next ring together, and stand in one message."""

from datetime import datetime

from domain.assignments import Assignment
from storage.assignments import assignment_of
from storage.letters import card_key
from storage.personal import Personal, Stays
from storage.rows import stamp
from storage.table import Table

NEWEST = """
SELECT b.id FROM bundle b
 WHERE b.office_id = :office_id AND b.person_id = :person_id
 ORDER BY b.opened_at DESC, b.id DESC LIMIT 1
"""
IS_UNHEARD = """
SELECT 1 FROM letter
 WHERE office_id = :office_id AND key = :key AND state = 'waiting'
   AND NOT EXISTS (SELECT 1 FROM card WHERE card.person_id = letter.person_id
                      AND card.subject = letter.kind)
   AND NOT EXISTS (
       SELECT 1 FROM bundle_item i JOIN bundle b ON b.id = i.bundle_id
         JOIN assignment a ON a.id = i.assignment_id
        WHERE i.bundle_id = :bundle_id AND (a.state <> 'assigned' OR a.lead_id <> b.person_id))
"""
TO_RING = """
SELECT 1 FROM letter
 WHERE office_id = :office_id AND key = :key AND state = 'waiting' AND not_before > :now
   AND NOT EXISTS (SELECT 1 FROM card WHERE card.person_id = letter.person_id
                      AND card.subject = letter.kind)
"""
OPEN = """
INSERT INTO bundle (office_id, person_id, opened_at) VALUES (:office_id, :person_id, :at)
"""
PUT = """
INSERT OR IGNORE INTO bundle_item (bundle_id, assignment_id)
SELECT b.id, a.id FROM bundle b JOIN assignment a ON a.office_id = b.office_id
 WHERE b.office_id = :office_id AND b.id = :bundle_id AND a.id = :assignment_id
"""
ITEMS = """
SELECT a.* FROM bundle_item i
  JOIN bundle b ON b.id = i.bundle_id
  JOIN assignment a ON a.id = i.assignment_id
 WHERE b.office_id = :office_id AND b.id = :bundle_id ORDER BY a.number
"""
OWNER = "SELECT person_id FROM bundle WHERE office_id = :office_id AND id = :bundle_id"
HOLDING = """
SELECT i.bundle_id FROM bundle_item i JOIN bundle b ON b.id = i.bundle_id
 WHERE b.office_id = :office_id AND i.assignment_id = :assignment_id
"""
TAKE_OUT = """
DELETE FROM bundle_item WHERE assignment_id = :assignment_id AND bundle_id =
       (SELECT id FROM bundle WHERE office_id = :office_id AND id = :bundle_id)
"""
PERSONAL = Personal(
    stays={
        "bundle.person_id": Stays.DUTY,
    },
)


class Bundles(Table):
    def put(self, assignment: Assignment, now: datetime) -> int:
        """Put a new assignment to what its lead has not heard yet, or open a bundle: one that has
        rung takes nothing more, so that every new piece of work rings."""
        lead_id = assignment.lead_id
        bundle: int | None = self._value(NEWEST, person_id=lead_id)
        if bundle is None or not self._is_unheard(bundle, lead_id):
            bundle = self._add(OPEN, person_id=lead_id, at=stamp(now))
        self._run(PUT, bundle_id=bundle, assignment_id=assignment.id)
        return bundle

    def _is_unheard(self, bundle_id: int, person_id: int) -> bool:
        key = card_key(self._office_id, f"bundle:{bundle_id}", person_id)
        return self._first(IS_UNHEARD, bundle_id=bundle_id, key=key) is not None

    def to_ring(self, assignment: Assignment, now: datetime) -> list[int]:
        """In which it is still to ring at its lead's, who has not heard of it."""
        found = (b for b in self.holding(assignment.id) if self.owner(b) == assignment.lead_id)
        return [b for b in found if self._is_to_ring(b, assignment.lead_id, now)]

    def _is_to_ring(self, bundle_id: int, person_id: int, now: datetime) -> bool:
        key = card_key(self._office_id, f"bundle:{bundle_id}", person_id)
        return self._first(TO_RING, key=key, now=stamp(now)) is not None

    def items(self, bundle_id: int) -> list[Assignment]:
        return [assignment_of(row) for row in self._all(ITEMS, bundle_id=bundle_id)]

    def take_out(self, bundle_id: int, assignment_id: int) -> None:
        """It was withdrawn before anybody saw it."""
        self._run(TAKE_OUT, bundle_id=bundle_id, assignment_id=assignment_id)

    def owner(self, bundle_id: int) -> int | None:
        owner: int | None = self._value(OWNER, bundle_id=bundle_id)
        return owner

    def holding(self, assignment_id: int) -> list[int]:
        """The bundles in which an assignment stands."""
        return [row[0] for row in self._all(HOLDING, assignment_id=assignment_id)]
