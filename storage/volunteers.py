"""Volunteers as their office knows them by name, and a record that goes to a new account."""

import json
from collections.abc import Sequence
from typing import Any

from domain.names import fold
from storage.everywhere import Everywhere
from storage.merging import take
from storage.table import Table

_volunteers = """
SELECT person.id, person.name,
       (SELECT r.activity_id FROM registration r
         WHERE r.person_id = person.id AND r.office_id = :office_id
         ORDER BY r.activity_id DESC LIMIT 1) AS activity_id
  FROM person
 WHERE person.office_id = :office_id AND telegram_id IS NOT NULL
   AND NOT EXISTS (SELECT 1 FROM membership m WHERE m.person_id = person.id)
"""
FIND = _volunteers + "AND person.id = :person_id"
CALLED = (
    _volunteers
    + """
   AND NOT EXISTS (SELECT 1 FROM json_each(:words)
                    WHERE instr(' ' || folded || ' ', ' ' || value || ' ') = 0)
 ORDER BY person.id DESC LIMIT :most
"""
)
BOTH_CHOSE = """
SELECT a.title FROM registration mine
  JOIN registration theirs ON theirs.activity_id = mine.activity_id
  JOIN activity a ON a.id = mine.activity_id
 WHERE mine.person_id = :person_id AND theirs.person_id = :other
   AND mine.standing NOT IN ('cancelled', 'lapsed')
   AND theirs.standing NOT IN ('cancelled', 'lapsed') LIMIT 1
"""
FORGET_CARDS = "DELETE FROM card WHERE person_id = :person_id"
TAKE_CARDS = "UPDATE OR IGNORE card SET person_id = :person_id WHERE person_id = :other"
CHANGE_ACCOUNT = """
UPDATE person SET telegram_id = :telegram_id, reachable = 1, menu = '' WHERE id = :person_id
"""


class Volunteers(Table):
    def called(self, words: str, most: int) -> Sequence[Any]:
        """Whose name has all these words and who came to this office first; on no roster."""
        return self._all(CALLED, words=json.dumps(fold(words).split()), most=most)

    def find(self, person_id: int) -> Any | None:
        return self._first(FIND, person_id=person_id)


class Records(Everywhere):
    """Whose account a volunteer's record is."""

    def both_chose(self, person_id: int, other: int) -> str:
        """A day to which both go; empty where there is none."""
        return str(self._value(BOTH_CHOSE, person_id=person_id, other=other) or "")

    def take(self, person_id: int, other: int) -> None:
        """What the other did is this person's, with the cards that stand in that chat."""
        self._run(FORGET_CARDS, person_id=person_id)
        self._run(TAKE_CARDS, person_id=person_id, other=other)
        take(self._connection, other, person_id)

    def change_account(self, person_id: int, telegram_id: int) -> None:
        """The account that had the record loses it at once."""
        self._run(FORGET_CARDS, person_id=person_id)
        self._run(CHANGE_ACCOUNT, person_id=person_id, telegram_id=telegram_id)
