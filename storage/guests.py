"""Citizens invited on a visit; only the hash of each link is kept."""

import sqlite3
from datetime import datetime

from domain.guests import Guest
from storage.personal import Personal, Stays
from storage.rows import stamp
from storage.table import Table

ADD = """
INSERT INTO visit_guest (visit_id, name, hash)
SELECT id, :name, :hash FROM visit WHERE office_id = :office_id AND id = :visit_id
"""
OF = """
SELECT g.* FROM visit_guest g JOIN visit v ON v.id = g.visit_id
 WHERE v.office_id = :office_id AND v.id = :visit_id ORDER BY g.id
"""
BY_HASH = """
SELECT g.* FROM visit_guest g JOIN visit v ON v.id = g.visit_id
 WHERE v.office_id = :office_id AND g.hash = :hash
"""
USE = """
UPDATE visit_guest SET used_at = :at, hash = :new, chat = :chat
 WHERE hash = :hash AND used_at IS NULL
   AND EXISTS (SELECT 1 FROM visit WHERE visit.id = visit_id AND office_id = :office_id)
"""
BY_CHAT = """
SELECT g.* FROM visit_guest g JOIN visit v ON v.id = g.visit_id
 WHERE v.office_id = :office_id AND g.chat = :chat AND v.done_at IS NULL
   AND v.stage NOT IN ('dropped', 'closed')
 ORDER BY g.used_at DESC, g.id DESC LIMIT 1
"""
COMES = """
UPDATE visit_guest SET comes = :yes
 WHERE id = :id
   AND EXISTS (SELECT 1 FROM visit WHERE visit.id = visit_id AND office_id = :office_id)
"""
SAY = """
UPDATE visit_guest SET words = :words
 WHERE id = :id
   AND EXISTS (SELECT 1 FROM visit WHERE visit.id = visit_id AND office_id = :office_id)
"""
FORGET = """
DELETE FROM visit_guest
 WHERE visit_id IN (SELECT id FROM visit
                     WHERE office_id = :office_id AND coalesce(on_day, last) < :before)
"""
PERSONAL = Personal(
    stays={"visit_guest.name": Stays.GUEST, "visit_guest.chat": Stays.GUEST},
)


class Guests(Table):
    def add(self, visit_id: int, name: str, hashed: str) -> int:
        return self._add(ADD, visit_id=visit_id, name=name, hash=hashed)

    def of(self, visit_id: int) -> list[Guest]:
        return [_guest(row) for row in self._all(OF, visit_id=visit_id)]

    def by_hash(self, hashed: str) -> Guest:
        return _guest(self._one(BY_HASH, hash=hashed))

    def by_chat(self, chat: str) -> Guest:
        """Whoever opened an invitation here, of a visit that is still to come: the newest."""
        return _guest(self._one(BY_CHAT, chat=chat))

    def use(self, hashed: str, new: str, chat: str, now: datetime) -> bool:
        """The link works no longer; the buttons below it have a secret of their own."""
        return self._run(USE, hash=hashed, new=new, chat=chat, at=stamp(now)).rowcount == 1

    def comes(self, guest_id: int, *, yes: bool) -> None:
        self._run(COMES, id=guest_id, yes=yes)

    def say(self, guest_id: int, words: str) -> None:
        self._run(SAY, id=guest_id, words=words)

    def erase_before(self, last_day: str) -> int:
        """Names of those whose visits are long over."""
        return self._run(FORGET, before=last_day).rowcount


def _guest(row: sqlite3.Row) -> Guest:
    comes = None if row["comes"] is None else bool(row["comes"])
    used = row["used_at"] is not None
    return Guest(row["id"], row["visit_id"], row["name"], used, comes, row["words"])
