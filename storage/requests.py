"""What leads ask for: more time, or to be released."""

import sqlite3
from dataclasses import dataclass
from datetime import datetime

from storage.personal import Personal, Stays
from storage.rows import moment, moment_or_none, stamp, stamp_or_none
from storage.table import Table

ADD = """
INSERT INTO assignment_request (assignment_id, kind, person_id, reason, new_due, asked_at)
SELECT id, :kind, :person_id, :reason, :new_due, :at FROM assignment
 WHERE id = :assignment_id AND office_id = :office_id
"""
DROP = """
UPDATE assignment_request SET state = 'dropped', decided_at = :at
 WHERE state = 'pending' AND (:kind IS NULL OR kind = :kind) AND assignment_id =
       (SELECT id FROM assignment WHERE id = :assignment_id AND office_id = :office_id)
"""
GET = """
SELECT r.* FROM assignment_request r JOIN assignment a ON a.id = r.assignment_id
 WHERE a.office_id = :office_id AND r.id = :id
"""
PENDING = """
SELECT r.* FROM assignment_request r JOIN assignment a ON a.id = r.assignment_id
 WHERE a.office_id = :office_id AND r.state = 'pending' AND a.state IN ('assigned', 'doing')
 ORDER BY r.id
"""
PENDING_OF = """
SELECT r.* FROM assignment_request r JOIN assignment a ON a.id = r.assignment_id
 WHERE a.office_id = :office_id AND a.id = :assignment_id AND r.state = 'pending'
   AND a.state IN ('assigned', 'doing')
 ORDER BY r.id
"""
DECIDE = """
UPDATE assignment_request
   SET state = :state, decided_at = :at, decided_by = :by, decided_due = :due, comment = :comment
 WHERE id = :id AND state = 'pending' AND EXISTS (
    SELECT 1 FROM assignment a WHERE a.id = assignment_id AND a.office_id = :office_id)
"""
ASK_AGAIN = """
UPDATE assignment_request
   SET state = 'pending', decided_at = NULL, decided_by = NULL, decided_due = NULL, comment = ''
 WHERE id = :id AND EXISTS (
    SELECT 1 FROM assignment a WHERE a.id = assignment_id AND a.office_id = :office_id)
"""
COUNT = """
SELECT count(*) FROM assignment_request r JOIN assignment a ON a.id = r.assignment_id
 WHERE a.office_id = :office_id AND a.id = :assignment_id AND r.kind = :kind AND r.id <= :id
"""
PERSONAL = Personal(
    stays={
        "assignment_request.person_id": Stays.DUTY,
        "assignment_request.decided_by": Stays.DUTY,
    },
)


@dataclass(frozen=True, slots=True)
class Request:
    """An extension or a release that was asked for, and what became of it."""

    id: int
    assignment_id: int
    kind: str
    person_id: int
    reason: str
    new_due: datetime | None
    state: str
    asked_at: datetime
    decided_at: datetime | None
    decided_by: int | None
    decided_due: datetime | None
    comment: str

    @property
    def pending(self) -> bool:
        return self.state == "pending"


def _request(row: sqlite3.Row) -> Request:
    return Request(
        row["id"],
        row["assignment_id"],
        row["kind"],
        row["person_id"],
        row["reason"],
        moment_or_none(row["new_due"]),
        row["state"],
        moment(row["asked_at"]),
        moment_or_none(row["decided_at"]),
        row["decided_by"],
        moment_or_none(row["decided_due"]),
        row["comment"],
    )


class Requests(Table):
    def ask(
        self,
        assignment_id: int,
        kind: str,
        person_id: int,
        reason: str,
        at: datetime,
        new_due: datetime | None = None,
    ) -> Request:
        """Write a request down; a newer one of the same kind takes the older one's place."""
        self.drop(assignment_id, at, kind)
        values = {"assignment_id": assignment_id, "kind": kind, "person_id": person_id}
        due = stamp_or_none(new_due)
        return self.get(self._add(ADD, **values, reason=reason, new_due=due, at=stamp(at)))

    def drop(self, assignment_id: int, at: datetime, kind: str | None = None) -> None:
        """What was asked is no longer a question."""
        self._run(DROP, assignment_id=assignment_id, kind=kind, at=stamp(at))

    def ask_again(self, request_id: int) -> None:
        """What was decided of it is taken back."""
        self._run(ASK_AGAIN, id=request_id)

    def get(self, request_id: int) -> Request:
        return _request(self._one(GET, id=request_id))

    def pending(self, assignment_id: int | None = None) -> list[Request]:
        """What waits for an answer: of one assignment, or of the whole office."""
        which = PENDING if assignment_id is None else PENDING_OF
        rows = self._all(which, assignment_id=assignment_id)
        return [_request(row) for row in rows]

    def decide(
        self,
        request_id: int,
        state: str,
        by: int,
        at: datetime,
        due: datetime | None = None,
        comment: str = "",
    ) -> bool:
        """Keep the decision; False when somebody has already decided."""
        values = {"state": state, "by": by, "due": stamp_or_none(due), "comment": comment}
        return self._run(DECIDE, id=request_id, at=stamp(at), **values).rowcount == 1

    def times(self, request: Request) -> int:
        """The how-manieth of its kind this request is."""
        values = {"assignment_id": request.assignment_id, "kind": request.kind}
        return int(self._value(COUNT, id=request.id, **values))
