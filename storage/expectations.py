"""What we are waiting to hear: keyed on the person and, where one replied, the message."""

import sqlite3
from datetime import datetime

from domain.dialogue import LIFE, Expectation
from storage.everywhere import Everywhere
from storage.personal import Personal
from storage.rows import dump, load, moment, stamp

EXPECT = """
INSERT INTO expectation (person_id, office_id, topic, subject, answers, at, expires)
VALUES (:person_id, :asking, :topic, :subject, :answers, :at, :expires)
ON CONFLICT (person_id, topic, subject) DO UPDATE
   SET answers = excluded.answers, at = excluded.at, expires = excluded.expires,
       office_id = excluded.office_id
"""
OPEN = """
SELECT * FROM expectation
 WHERE person_id = :person_id AND at <= :now AND expires > :now ORDER BY at DESC, id DESC
"""
FORGET = """
DELETE FROM expectation
 WHERE person_id = :person_id AND topic = :topic AND subject = :subject
"""
FORGET_ALL = "DELETE FROM expectation WHERE person_id = :person_id"
ASKED_IN = """
UPDATE expectation SET asked_in = :message_id
 WHERE person_id = :person_id AND topic = :topic AND subject = :subject
"""
SWEEP = "DELETE FROM expectation WHERE expires <= :now"
WAITED_FOR = """
SELECT topic, answers, at, expires FROM expectation
 WHERE person_id = :person_id
"""
PERSONAL = Personal(
    erased={"expectation.person_id": FORGET_ALL},
    export={"question": WAITED_FOR},
)


def _from_row(row: sqlite3.Row) -> Expectation:
    return Expectation(
        topic=row["topic"],
        subject=row["subject"],
        answers=load(row["answers"]),
        id=row["id"],
        asked_in=row["asked_in"],
        expires=moment(row["expires"]),
        at=moment(row["at"]),
    )


class Expectations(Everywhere):
    """A person answers whichever office asked; `asking` is the one that asks now."""

    def __init__(self, connection: sqlite3.Connection, asking: int) -> None:
        super().__init__(connection)
        self._asking = asking

    def expect(self, person_id: int, expectation: Expectation, now: datetime) -> None:
        """Wait for this; asking the same thing again starts anew from these answers."""
        self._run(
            EXPECT,
            person_id=person_id,
            asking=self._asking,
            topic=expectation.topic,
            subject=expectation.subject,
            answers=dump(dict(expectation.answers)),
            at=stamp(now),
            expires=stamp(expectation.expires or now + LIFE),
        )

    def open(self, person_id: int, now: datetime) -> list[Expectation]:
        """All we wait to hear from a person, the newest question first."""
        return [_from_row(row) for row in self._all(OPEN, person_id=person_id, now=stamp(now))]

    def find(self, person_id: int, topic: str, subject: int, now: datetime) -> Expectation | None:
        waiting = self.open(person_id, now)
        return next((e for e in waiting if (e.topic, e.subject) == (topic, subject)), None)

    def forget(self, person_id: int, topic: str, subject: int) -> bool:
        return self._run(FORGET, person_id=person_id, topic=topic, subject=subject).rowcount > 0

    def forget_all(self, person_id: int) -> int:
        return self._run(FORGET_ALL, person_id=person_id).rowcount

    def asked_in(self, person_id: int, topic: str, subject: int, message_id: int) -> None:
        self._run(
            ASKED_IN, person_id=person_id, topic=topic, subject=subject, message_id=message_id
        )

    def sweep(self, now: datetime) -> None:
        self._run(SWEEP, now=stamp(now))
