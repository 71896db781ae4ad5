"""Live cards: which messages they are, on whose screens they stand, and how they looked."""

import hashlib
from dataclasses import replace
from datetime import datetime

from domain.letters import Message, Place
from storage.everywhere import Everywhere
from storage.rows import dump_message, spell

KEEP_CARD = """
INSERT INTO card (person_id, subject, chat_id, message_id, version, look, drawn_on, captioned)
VALUES (:person_id, :subject, :chat_id, :message_id, :version, :look, :on, :captioned)
ON CONFLICT (person_id, subject) DO UPDATE
   SET chat_id = excluded.chat_id, message_id = excluded.message_id, look = excluded.look,
       drawn_on = excluded.drawn_on, captioned = excluded.captioned,
       version = CASE excluded.message_id
         WHEN card.message_id THEN max(card.version, excluded.version) ELSE excluded.version END
 WHERE excluded.message_id >= card.message_id OR excluded.chat_id <> card.chat_id
"""
CARD_AT = "SELECT subject FROM card WHERE chat_id = :chat_id AND message_id = :message_id"
NEWEST_CARD = """
SELECT subject FROM card WHERE chat_id = :chat_id AND drawn_on >= :since
 ORDER BY message_id DESC LIMIT 1
"""
HOLDERS = "SELECT person_id FROM card WHERE subject = :subject"
STANDS = """
SELECT chat_id, message_id FROM card WHERE person_id = :person_id AND subject = :subject
"""
FORGET_CARD = "DELETE FROM card WHERE person_id = :person_id AND subject = :subject"
OLD_CARDS = """
DELETE FROM card WHERE (person_id, subject) IN (
    SELECT person_id, subject FROM card WHERE drawn_on < :before LIMIT :most)
"""


class Cards(Everywhere):
    """Which messages are live cards, and on whose screens they stand."""

    def forget(self, person_id: int, subject: str) -> None:
        """The message is a card no longer: the next drawing is a new message."""
        self._run(FORGET_CARD, person_id=person_id, subject=subject)

    def erase_before(self, before: datetime, most: int) -> int:
        """A message that has not changed for so long is no live card any more; its buttons stay
        good."""
        return self._run(OLD_CARDS, before=_day(before), most=most).rowcount

    def holders(self, subject: str) -> list[int]:
        """Everybody on whose screen a card stands."""
        return [row["person_id"] for row in self._all(HOLDERS, subject=subject)]

    def stands(self, person_id: int, subject: str) -> tuple[int, int] | None:
        """The chat and the message in which somebody has it."""
        row = self._first(STANDS, person_id=person_id, subject=subject)
        return (row["chat_id"], row["message_id"]) if row else None

    def at(self, chat_id: int, message_id: int) -> str | None:
        """Which card a message is, such as `assignment:147`."""
        found: str | None = self._value(CARD_AT, chat_id=chat_id, message_id=message_id)
        return found

    def newest(self, chat_id: int, now: datetime) -> str:
        """The one that was shown last in a chat, today; empty where none was."""
        return str(self._value(NEWEST_CARD, chat_id=chat_id, since=_day(now)) or "")

    def save(
        self,
        person_id: int,
        subject: str,
        chat_id: int,
        message_id: int,
        now: datetime,
        version: int = 0,
        look: str = "",
        *,
        captioned: bool | None = None,
    ) -> None:
        """`captioned` where it stands under a photo or a file; None where that is not known."""
        self._run(
            KEEP_CARD,
            person_id=person_id,
            subject=subject,
            chat_id=chat_id,
            message_id=message_id,
            version=version,
            look=look,
            on=_day(now),
            captioned=captioned,
        )


def _day(moment: datetime) -> str:
    return spell(moment)[:10]


def look_of(message: Message, locale: str) -> str:
    """A fingerprint of how a card looks to a reader of this language."""
    seen = replace(message, place=Place.NEW, topic="", card="")
    return hashlib.sha256(f"{locale}\n{dump_message(seen)}".encode()).hexdigest()[:32]
