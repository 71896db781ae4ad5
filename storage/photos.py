"""Photos of a day's points: who sent them, our own copies, and what they may be used for."""

import sqlite3
from datetime import datetime

from domain.evidence import PointPhoto, ToCopy
from storage.personal import Personal, Stays
from storage.rows import stamp
from storage.table import Table

FOLDER = "points/"
ADD = """
INSERT INTO point_photo (point_id, person_id, file_id, unique_id, album, at)
SELECT point.id, :person_id, :file_id, :unique_id, :album, :now
  FROM point JOIN activity ON activity.id = point.activity_id
 WHERE activity.office_id = :office_id AND point.id = :point_id
ON CONFLICT DO NOTHING
"""
ALBUM = """
SELECT count(*) FROM point_photo JOIN point ON point.id = point_photo.point_id
  JOIN activity ON activity.id = point.activity_id
 WHERE activity.office_id = :office_id AND point_photo.point_id = :point_id AND album = :album
"""
OF_ACTIVITY = """
SELECT point_photo.id, point_photo.point_id, point_photo.file_id, mark
  FROM point_photo JOIN point ON point.id = point_photo.point_id
  JOIN activity ON activity.id = point.activity_id
 WHERE activity.office_id = :office_id AND activity.id = :activity_id ORDER BY point_photo.id
"""
ACTIVITY_OF = """
SELECT point.activity_id FROM point_photo JOIN point ON point.id = point_photo.point_id
  JOIN activity ON activity.id = point.activity_id
 WHERE activity.office_id = :office_id AND point_photo.id = :id
"""
SET_MARK = """
UPDATE point_photo SET mark = :mark WHERE id = :id AND EXISTS (
    SELECT 1 FROM point p JOIN activity a ON a.id = p.activity_id
     WHERE p.id = point_id AND a.office_id = :office_id)
"""
FORGET = """
DELETE FROM point_photo WHERE at < :before AND mark <> 'chosen' AND EXISTS (
    SELECT 1 FROM point p JOIN activity a ON a.id = p.activity_id
     WHERE p.id = point_id AND a.office_id = :office_id)
"""
TO_COPY = """
SELECT point_photo.id, activity.office_id, file_id, unique_id
  FROM point_photo JOIN point ON point.id = point_photo.point_id
  JOIN activity ON activity.id = point.activity_id
 WHERE kept = '' AND tries < :most AND mark <> 'unused' ORDER BY tries, point_photo.id LIMIT :limit
"""
KEPT = "UPDATE point_photo SET kept = :path, tries = tries + 1 WHERE id = :id"
STRAY = "INSERT OR IGNORE INTO stray_file (path, office_id) VALUES (:path, :office_id)"
STRAYS = "SELECT path FROM stray_file ORDER BY path LIMIT :limit"
GONE = "DELETE FROM stray_file WHERE path = :path"
"""Housekeeping over all offices: numbers and paths only."""
SENT_PHOTOS = """
SELECT activity.code, point.name AS point, point_photo.at
  FROM point_photo JOIN point ON point.id = point_photo.point_id
  JOIN activity ON activity.id = point.activity_id
 WHERE point_photo.person_id = :person_id
"""
PERSONAL = Personal(
    stays={
        "point_photo.person_id": Stays.DUTY,
    },
    export={"photo": SENT_PHOTOS},
)


class Photos(Table):
    def add(
        self,
        point_id: int,
        person_id: int,
        file_id: str,
        unique_id: str,
        album: str,
        now: datetime,
    ) -> bool:
        """Note a photo; False when its album was acknowledged already."""
        told = bool(album) and bool(self._value(ALBUM, point_id=point_id, album=album))
        self._run(
            ADD,
            point_id=point_id,
            person_id=person_id,
            file_id=file_id,
            unique_id=unique_id,
            album=album,
            now=stamp(now),
        )
        return not told

    def of_activity(self, activity_id: int) -> list[PointPhoto]:
        """A day's photos, oldest first."""
        rows = self._all(OF_ACTIVITY, activity_id=activity_id)
        return [PointPhoto(r["id"], r["point_id"], r["file_id"], r["mark"]) for r in rows]

    def activity_of(self, photo_id: int) -> int:
        return int(self._one(ACTIVITY_OF, id=photo_id)["activity_id"])

    def set_mark(self, photo_id: int, mark: str) -> None:
        self._run(SET_MARK, id=photo_id, mark=mark)

    def erase_before(self, before: datetime) -> int:
        """Old photos go, but those the office chose; their copies follow (`stray_file`)."""
        return self._run(FORGET, before=stamp(before)).rowcount


def to_copy(connection: sqlite3.Connection, limit: int, most: int) -> list[ToCopy]:
    """Photos to copy, tried fewer than `most` times."""
    rows = connection.execute(TO_COPY, {"limit": limit, "most": most}).fetchall()
    return [
        ToCopy(r["id"], r["office_id"], "photo", r["file_id"], r["unique_id"], "", FOLDER)
        for r in rows
    ]


def note_copy(connection: sqlite3.Connection, photo: ToCopy, path: str) -> None:
    """Note where the copy lies; the copy of a photo that was erased meanwhile is a stray."""
    found = connection.execute(KEPT, {"id": photo.id, "path": path}).rowcount
    if not found and path:
        connection.execute(STRAY, {"path": path, "office_id": photo.office_id})


def strays(connection: sqlite3.Connection, limit: int) -> list[str]:
    """Copies to take from the disk."""
    return [row["path"] for row in connection.execute(STRAYS, {"limit": limit})]


def gone(connection: sqlite3.Connection, path: str) -> None:
    connection.execute(GONE, {"path": path})
