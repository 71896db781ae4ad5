"""Messages with names in them, by the chat they stand in: to be deleted in time."""

import sqlite3
from datetime import datetime

from storage.personal import Personal
from storage.rows import stamp
from storage.table import Table

NOTE = """
INSERT INTO expiring_message (chat_id, message_id, office_id, topic, due_at)
VALUES (:chat_id, :message_id, :office_id, :topic, :due_at)
ON CONFLICT (chat_id, message_id) DO UPDATE
   SET topic = excluded.topic, due_at = excluded.due_at, office_id = excluded.office_id
"""
OVER = """
UPDATE expiring_message SET due_at = min(due_at, :due_at)
 WHERE office_id = :office_id AND topic = :topic
"""
OVER_WITH = """
UPDATE expiring_message SET due_at = min(due_at, :due_at)
 WHERE office_id = :office_id
   AND chat_id = (SELECT telegram_id FROM person WHERE id = :person_id)
"""
DUE = """
SELECT chat_id, message_id FROM expiring_message
 WHERE due_at <= :now ORDER BY due_at LIMIT :limit
"""
GONE = "DELETE FROM expiring_message WHERE chat_id = :chat_id AND message_id = :message_id"
FORGET = """
DELETE FROM expiring_message WHERE chat_id = (SELECT telegram_id FROM person WHERE id = :person_id)
"""
PERSONAL = Personal(erased={"expiring_message.chat_id": FORGET})


class Expiring(Table):
    def note(self, chat_id: int, message_id: int, topic: str, due: datetime) -> None:
        """This message bears names, and is to go then."""
        which = {"chat_id": chat_id, "message_id": message_id}
        self._run(NOTE, **which, topic=topic, due_at=stamp(due))

    def over(self, topic: str, due: datetime) -> None:
        """What a topic's messages were for is over: they go earlier."""
        self._run(OVER, topic=topic, due_at=stamp(due))

    def over_with(self, person_id: int, due: datetime) -> None:
        """Whoever works here no longer reads them no longer."""
        self._run(OVER_WITH, person_id=person_id, due_at=stamp(due))


def due(connection: sqlite3.Connection, now: datetime, limit: int) -> list[tuple[int, int]]:
    """Chat and message of what is to be deleted."""
    rows = connection.execute(DUE, {"now": stamp(now), "limit": limit})
    return [(row["chat_id"], row["message_id"]) for row in rows]


def gone(connection: sqlite3.Connection, chat_id: int, message_id: int) -> None:
    """It is deleted, or names no one any more."""
    connection.execute(GONE, {"chat_id": chat_id, "message_id": message_id})
