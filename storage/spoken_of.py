"""What was last spoken of with a person in their own chat; a restart does not forget it."""

import sqlite3
from datetime import datetime

from domain.hours import SPOKEN_OF
from storage.everywhere import Everywhere
from storage.personal import Personal
from storage.rows import moment, stamp

NOTE = """
INSERT INTO spoken_of (person_id, office_id, subject, at)
VALUES (:person_id, :speaking, :subject, :at)
ON CONFLICT (person_id) DO UPDATE
   SET office_id = excluded.office_id, subject = excluded.subject, at = excluded.at
"""
LAST = "SELECT subject, at FROM spoken_of WHERE person_id = :person_id AND at > :since"
FORGET = "DELETE FROM spoken_of WHERE person_id = :person_id"
PERSONAL = Personal(erased={"spoken_of.person_id": FORGET})


class SpokenOf(Everywhere):
    """One thing a person, the newest: `assignment:147`, `point:12`, `report:9`."""

    def __init__(self, connection: sqlite3.Connection, speaking: int) -> None:
        super().__init__(connection)
        self._speaking = speaking

    def note(self, person_id: int, subject: str, now: datetime) -> None:
        self._run(
            NOTE, person_id=person_id, speaking=self._speaking, subject=subject, at=stamp(now)
        )

    def last(self, person_id: int, now: datetime) -> str:
        """What it was, while it is still fresh; nothing otherwise."""
        return self.fresh(person_id, now)[0]

    def fresh(self, person_id: int, now: datetime) -> tuple[str, datetime | None]:
        """The same, and since when it stands there."""
        found = self._all(LAST, person_id=person_id, since=stamp(now - SPOKEN_OF))
        return next(((str(row["subject"]), moment(row["at"])) for row in found), ("", None))
