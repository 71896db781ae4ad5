"""Reports that work is done."""

import sqlite3
from dataclasses import dataclass
from datetime import datetime

from storage.personal import Personal, Stays
from storage.rows import moment, moment_or_none, stamp, stamp_or_none
from storage.table import Table

BEGIN = """
INSERT INTO completion (assignment_id, person_id, began_at)
SELECT id, :person_id, :at FROM assignment WHERE id = :assignment_id AND office_id = :office_id
ON CONFLICT DO NOTHING
"""
DRAFT = """
SELECT c.* FROM completion c JOIN assignment a ON a.id = c.assignment_id
 WHERE a.office_id = :office_id AND a.id = :assignment_id AND c.person_id = :person_id
   AND c.state = 'draft'
"""
GET = """
SELECT c.* FROM completion c JOIN assignment a ON a.id = c.assignment_id
 WHERE a.office_id = :office_id AND c.id = :id
"""
LAST = """
SELECT c.* FROM completion c JOIN assignment a ON a.id = c.assignment_id
 WHERE a.office_id = :office_id AND a.id = :assignment_id
   AND c.state IN ('sent', 'passed', 'returned') ORDER BY c.id DESC LIMIT 1
"""
SENT_SINCE = """
SELECT c.* FROM completion c JOIN assignment a ON a.id = c.assignment_id
 WHERE a.office_id = :office_id AND c.person_id = :person_id AND c.state = 'sent'
   AND a.state = 'review' AND c.sent_at >= :since
 ORDER BY c.sent_at DESC LIMIT 1
"""
UNSENT = """
SELECT c.* FROM completion c JOIN assignment a ON a.id = c.assignment_id
 WHERE a.office_id = :office_id AND c.state = 'draft' AND a.state IN ('assigned', 'doing')
 ORDER BY c.id
"""
SAVE = """
UPDATE completion
   SET text = :text, state = :state, happened_at = :happened_at, sent_at = :sent_at,
       decided_at = :decided_at, decided_by = :decided_by, comment = :comment
 WHERE id = :id AND EXISTS (
    SELECT 1 FROM assignment a WHERE a.id = assignment_id AND a.office_id = :office_id)
RETURNING *
"""
PERSONAL = Personal(
    stays={
        "completion.person_id": Stays.DUTY,
        "completion.decided_by": Stays.DUTY,
    },
)


@dataclass(frozen=True, slots=True)
class Completion:
    """A report of completion: `happened_at` is when it was done, `sent_at` when it was said."""

    id: int
    assignment_id: int
    person_id: int
    text: str
    state: str
    began_at: datetime
    happened_at: datetime | None = None
    sent_at: datetime | None = None
    decided_at: datetime | None = None
    decided_by: int | None = None
    comment: str = ""

    @property
    def about(self) -> str:
        """What its photos and files hang on."""
        return f"completion:{self.id}"


def _completion(row: sqlite3.Row) -> Completion:
    return Completion(
        row["id"],
        row["assignment_id"],
        row["person_id"],
        row["text"],
        row["state"],
        moment(row["began_at"]),
        moment_or_none(row["happened_at"]),
        moment_or_none(row["sent_at"]),
        moment_or_none(row["decided_at"]),
        row["decided_by"],
        row["comment"],
    )


class Completions(Table):
    def begin(self, assignment_id: int, person_id: int, at: datetime) -> Completion:
        """The draft of somebody's report; there is one at a time."""
        self._run(BEGIN, assignment_id=assignment_id, person_id=person_id, at=stamp(at))
        return _completion(self._one(DRAFT, assignment_id=assignment_id, person_id=person_id))

    def draft(self, assignment_id: int, person_id: int) -> Completion | None:
        row = self._first(DRAFT, assignment_id=assignment_id, person_id=person_id)
        return _completion(row) if row else None

    def get(self, completion_id: int) -> Completion:
        return _completion(self._one(GET, id=completion_id))

    def last(self, assignment_id: int) -> Completion | None:
        """The newest report that was sent."""
        row = self._first(LAST, assignment_id=assignment_id)
        return _completion(row) if row else None

    def sent_since(self, person_id: int, since: datetime) -> Completion | None:
        """Somebody's newest report since then that waits for its verdict."""
        row = self._first(SENT_SINCE, person_id=person_id, since=stamp(since))
        return _completion(row) if row else None

    def unsent(self) -> list[Completion]:
        return [_completion(row) for row in self._all(UNSENT)]

    def save(self, completion: Completion) -> None:
        kept = self._all(
            SAVE,
            id=completion.id,
            text=completion.text,
            state=completion.state,
            happened_at=stamp_or_none(completion.happened_at),
            sent_at=stamp_or_none(completion.sent_at),
            decided_at=stamp_or_none(completion.decided_at),
            decided_by=completion.decided_by,
            comment=completion.comment,
        )
        self._know(GET, kept, id=completion.id)
