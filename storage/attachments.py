"""Photos and files about anything the office follows: Telegram's handle, and our own copy."""

import sqlite3
from datetime import datetime

from domain.evidence import Proof, ToKeep
from storage.rows import stamp
from storage.table import Table

FOLDER = "about/"
ADD = """
INSERT INTO attachment (office_id, about, kind, file_id, unique_id, name, at)
VALUES (:office_id, :about, :kind, :file_id, :unique_id, :name, :now) ON CONFLICT DO NOTHING
"""
ABOUT = """
SELECT kind, file_id, unique_id, name FROM attachment
 WHERE office_id = :office_id AND about = :about ORDER BY id
"""
FORGET = "DELETE FROM attachment WHERE office_id = :office_id AND about = :about"
FORGET_OLD = "DELETE FROM attachment WHERE office_id = :office_id AND at < :before"
TO_KEEP = """
SELECT id, office_id, kind, file_id, unique_id, name FROM attachment
 WHERE kept = '' AND tries < :most ORDER BY tries, id LIMIT :limit
"""
KEPT = "UPDATE attachment SET kept = :path, tries = tries + 1 WHERE id = :id"
STRAY = "INSERT OR IGNORE INTO stray_file (path, office_id) VALUES (:path, :office_id)"
"""Housekeeping over all offices: numbers and paths only."""


class Attachments(Table):
    def add(self, about: str, proof: Proof, now: datetime) -> bool:
        """Keep a photo or a file; False when the same one is there already."""
        added = self._run(
            ADD,
            about=about,
            kind=proof.kind,
            file_id=proof.file_id,
            unique_id=proof.unique_id,
            name=proof.name,
            now=stamp(now),
        )
        return added.rowcount == 1

    def about(self, about: str) -> list[Proof]:
        """Everything that hangs on one thing, oldest first."""
        rows = self._all(ABOUT, about=about)
        return [Proof(r["kind"], r["file_id"], r["unique_id"], r["name"]) for r in rows]

    def forget(self, about: str) -> None:
        """What hung on something goes; the copies follow (`stray_file`)."""
        self._run(FORGET, about=about)

    def erase_before(self, before: datetime) -> int:
        return self._run(FORGET_OLD, before=stamp(before)).rowcount


def to_keep(connection: sqlite3.Connection, limit: int, most: int) -> list[ToKeep]:
    """Attachments to copy, tried fewer than `most` times."""
    rows = connection.execute(TO_KEEP, {"limit": limit, "most": most}).fetchall()
    names = ("id", "office_id", "kind", "file_id", "unique_id", "name")
    return [ToKeep(**{name: row[name] for name in names}, folder=FOLDER) for row in rows]


def note_copy(connection: sqlite3.Connection, piece: ToKeep, path: str) -> None:
    """Note where the copy lies; the copy of what was erased meanwhile is a stray."""
    found = connection.execute(KEPT, {"id": piece.id, "path": path}).rowcount
    if not found and path:
        connection.execute(STRAY, {"path": path, "office_id": piece.office_id})
