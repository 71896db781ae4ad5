"""Assignments that came to one person within ten minutes and stand in one message."""

from datetime import datetime

from domain.assignments import Assignment
from domain.hours import GIVEN_TOGETHER
from storage.assignments import assignment_of
from storage.personal import Personal, Stays
from storage.rows import stamp
from storage.table import Table

YOUNG = """
SELECT b.id FROM bundle b
 WHERE b.office_id = :office_id AND b.person_id = :person_id AND b.opened_at > :since
   AND NOT EXISTS (
       SELECT 1 FROM bundle_item i JOIN assignment a ON a.id = i.assignment_id
        WHERE i.bundle_id = b.id AND (a.state <> 'assigned' OR a.lead_id <> b.person_id))
 ORDER BY b.id DESC LIMIT 1
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
    def put(self, assignment: Assignment, now: datetime) -> tuple[int, bool]:
        """Put a new assignment into its lead's young, untouched bundle, or open one.

        Returns the bundle and whether it is new (then it rings).
        """
        since = stamp(now - GIVEN_TOGETHER)
        young = self._value(YOUNG, person_id=assignment.lead_id, since=since)
        bundle = young or self._add(OPEN, person_id=assignment.lead_id, at=stamp(now))
        self._run(PUT, bundle_id=bundle, assignment_id=assignment.id)
        return bundle, not young

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
