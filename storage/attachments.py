"""Photos and files about anything the office follows: Telegram's handle, and our own copy."""

import sqlite3
from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime

from domain.evidence import Proof, ToCopy
from storage.rows import dump, stamp
from storage.table import Table

FOLDER = "about/"
ADD = """
INSERT INTO attachment (office_id, about, kind, file_id, unique_id, name, size, album, latitude,
                        longitude, at)
VALUES (:office_id, :about, :kind, :file_id, :unique_id, :name, :size, :album, :latitude,
        :longitude, :now) ON CONFLICT DO NOTHING
"""
ABOUT = """
SELECT * FROM attachment WHERE office_id = :office_id AND about = :about ORDER BY id
"""
SINCE = """
SELECT 1 FROM attachment
 WHERE office_id = :office_id AND about = :about AND at >= :since LIMIT 1
"""
WHERE = """
SELECT about FROM attachment WHERE office_id = :office_id AND album = :album AND album <> ''
 ORDER BY id DESC LIMIT 1
"""
MOVE = """
UPDATE OR IGNORE attachment SET about = :to WHERE office_id = :office_id AND about = :about
"""
MOVE_SINCE = """
UPDATE OR IGNORE attachment SET about = :to
 WHERE office_id = :office_id AND about = :about AND at >= :since
"""
LAST = """
SELECT id, about, album FROM attachment
 WHERE office_id = :office_id AND about IN (SELECT value FROM json_each(:places))
 ORDER BY id DESC LIMIT 1
"""
DROP_LAST = """
DELETE FROM attachment
 WHERE office_id = :office_id AND about = :about AND (id = :id OR (album = :album AND album <> ''))
"""
FORGET = "DELETE FROM attachment WHERE office_id = :office_id AND about = :about"
FORGET_OLD = "DELETE FROM attachment WHERE office_id = :office_id AND at < :before"
TO_COPY = """
SELECT a.id, a.office_id, a.kind, a.file_id, a.unique_id, a.name
  FROM attachment a LEFT JOIN completion c
    ON c.id = iif(a.about GLOB 'completion:*', CAST(substr(a.about, 12) AS INTEGER), NULL)
 WHERE a.kept = '' AND a.file_id <> '' AND a.tries < :most
   AND coalesce(c.state, 'sent') IN ('sent', 'passed', 'returned')
 ORDER BY a.tries, a.id LIMIT :limit
"""
"""A draft of a report is nobody's evidence yet."""
KEPT = "UPDATE attachment SET kept = :path, tries = tries + 1 WHERE id = :id"
STRAY = "INSERT OR IGNORE INTO stray_file (path, office_id) VALUES (:path, :office_id)"
"""Housekeeping over all offices: numbers and paths only."""


class Attachments(Table):
    def add(self, about: str, proof: Proof, now: datetime) -> bool:
        """Keep a photo or a file; False when the same one is there already."""
        added = self._run(ADD, about=about, now=stamp(now), **asdict(proof))
        return added.rowcount == 1

    def about(self, about: str) -> list[Proof]:
        """Everything that hangs on one thing, oldest first."""
        rows = self._all(ABOUT, about=about)
        return [Proof(**{name: row[name] for name in Proof.__dataclass_fields__}) for row in rows]

    def came_since(self, about: str, since: datetime) -> bool:
        """Whether something came at a moment or after it."""
        return self._first(SINCE, about=about, since=stamp(since)) is not None

    def where(self, album: str) -> str:
        """What the last photo of an album hangs on; empty where none does."""
        row = self._first(WHERE, album=album)
        return str(row["about"]) if row else ""

    def move(self, about: str, to: str) -> None:
        """It hangs on something else from now on."""
        self._run(MOVE, about=about, to=to)

    def move_since(self, about: str, to: str, since: datetime) -> None:
        """The same of what came since then."""
        self._run(MOVE_SINCE, about=about, to=to, since=stamp(since))

    def drop_last(self, places: Iterable[str]) -> tuple[str, int]:
        """The newest of what hangs on any of these goes, with its album: where it hung, and how
        many they were."""
        row = self._first(LAST, places=dump(list(places)))
        if row is None:
            return "", 0
        gone = self._run(DROP_LAST, about=row["about"], id=row["id"], album=row["album"])
        return str(row["about"]), gone.rowcount

    def forget(self, about: str) -> None:
        """What hung on something goes; the copies follow (`stray_file`)."""
        self._run(FORGET, about=about)

    def erase_before(self, before: datetime) -> int:
        return self._run(FORGET_OLD, before=stamp(before)).rowcount


def to_copy(connection: sqlite3.Connection, limit: int, most: int) -> list[ToCopy]:
    """Attachments to copy, tried fewer than `most` times."""
    rows = connection.execute(TO_COPY, {"limit": limit, "most": most}).fetchall()
    names = ("id", "office_id", "kind", "file_id", "unique_id", "name")
    return [ToCopy(**{name: row[name] for name in names}, folder=FOLDER) for row in rows]


def note_copy(connection: sqlite3.Connection, piece: ToCopy, path: str) -> None:
    """Note where the copy lies; the copy of what was erased meanwhile is a stray."""
    found = connection.execute(KEPT, {"id": piece.id, "path": path}).rowcount
    if not found and path:
        connection.execute(STRAY, {"path": path, "office_id": piece.office_id})
