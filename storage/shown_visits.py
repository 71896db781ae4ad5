"""Which messages show a visit that is announced, and in whose chats they stand."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from storage.personal import Personal
from storage.rows import dump
from storage.table import Table

NOTE = """
INSERT INTO visit_shown (visit_id, person_id, message_id, card, is_file)
SELECT id, :person_id, :message_id, :card, :is_file FROM visit
 WHERE office_id = :office_id AND number IN (SELECT value FROM json_each(:numbers))
   AND unannounced = 0 AND done_at IS NULL AND stage NOT IN ('dropped', 'closed')
ON CONFLICT DO NOTHING
"""
WRITTEN_OVER = """
DELETE FROM visit_shown
 WHERE person_id = :person_id AND message_id = :message_id
   AND EXISTS (SELECT 1 FROM visit v WHERE v.id = visit_id AND v.office_id = :office_id)
"""
OF = """
SELECT s.person_id, s.message_id, s.card, s.is_file, p.telegram_id
  FROM visit_shown s JOIN visit v ON v.id = s.visit_id JOIN person p ON p.id = s.person_id
 WHERE v.office_id = :office_id AND v.id IN (SELECT value FROM json_each(:ids))
   AND p.telegram_id IS NOT NULL
 ORDER BY s.person_id, s.message_id
"""
OVER = """
DELETE FROM visit_shown
 WHERE visit_id = :id
   AND EXISTS (SELECT 1 FROM visit v WHERE v.id = visit_id AND v.office_id = :office_id)
"""
FORGET = "DELETE FROM visit_shown WHERE person_id = :person_id"
PERSONAL = Personal(erased={"visit_shown.person_id": FORGET})


@dataclass(frozen=True, slots=True)
class ShownIn:
    """One message that shows it: whose, in which chat, which card it is, or whether a file."""

    person_id: int
    chat_id: int
    message_id: int
    card: str
    is_file: bool


class ShownVisits(Table):
    def note(
        self,
        person_id: int,
        message_id: int,
        numbers: Collection[int],
        card: str,
        *,
        is_file: bool,
    ) -> None:
        """This message shows these, as far as they are announced and not over."""
        where = {"person_id": person_id, "message_id": message_id}
        self._run(NOTE, **where, numbers=dump(sorted(numbers)), card=card, is_file=is_file)

    def written_over(self, person_id: int, message_id: int) -> None:
        """It says something else by now."""
        self._run(WRITTEN_OVER, person_id=person_id, message_id=message_id)

    def of(self, visit_ids: Iterable[int]) -> list[ShownIn]:
        rows = self._all(OF, ids=dump(list(visit_ids)))
        return [
            ShownIn(
                r["person_id"], r["telegram_id"], r["message_id"], r["card"], bool(r["is_file"])
            )
            for r in rows
        ]

    def over(self, visit_id: int) -> None:
        """It was made: it is hidden no more."""
        self._run(OVER, id=visit_id)
