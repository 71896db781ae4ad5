"""Who is told, who tapped «Đã biết», and who was asked to fill a gap."""

from datetime import datetime
from typing import Any

from storage.personal import Personal
from storage.rows import stamp
from storage.table import Table

TOLD = """
INSERT INTO notified (activity_id, version, person_id, at)
SELECT id, version, :person_id, :now FROM activity
 WHERE office_id = :office_id AND id = :activity_id
ON CONFLICT DO UPDATE SET at = excluded.at, known_at = NULL
"""
KNOWN = """
UPDATE notified SET known_at = :now
 WHERE person_id = :person_id AND activity_id = :activity_id AND known_at IS NULL
   AND EXISTS (SELECT 1 FROM activity a WHERE a.id = activity_id AND a.office_id = :office_id)
"""
SILENT = """
SELECT person.id, person.name, person.phone FROM notified
  JOIN activity ON activity.id = notified.activity_id AND activity.version = notified.version
  JOIN person ON person.id = notified.person_id
 WHERE activity.office_id = :office_id AND activity.id = :activity_id AND known_at IS NULL
 ORDER BY person.id
"""
TOLD_COUNT = """
SELECT count(*) AS told, coalesce(sum(known_at IS NOT NULL), 0) AS known
  FROM notified JOIN activity ON activity.id = notified.activity_id
   AND activity.version = notified.version
 WHERE activity.office_id = :office_id AND activity.id = :activity_id
"""
LEAST_ASKED = """
SELECT person.id FROM person JOIN consent c ON c.subject = person.subject
  JOIN activity wanted ON wanted.id = :activity_id AND wanted.office_id = c.office_id
 WHERE c.office_id = :office_id AND c.purpose = 'news' AND c.given AND c.id = (
    SELECT max(id) FROM consent WHERE subject = c.subject AND purpose = 'news'
       AND office_id = :office_id)
   AND person.reachable AND NOT person.muted
   AND NOT EXISTS (SELECT 1 FROM registration r JOIN activity other ON other.id = r.activity_id
       WHERE r.person_id = person.id AND (other.id = wanted.id OR (
           other.starts_at < wanted.ends_at AND other.ends_at > wanted.starts_at
           AND r.standing IN ('held', 'registered', 'confirmed', 'offered'))))
   AND (wanted.min_age <= 16 OR (SELECT age FROM consent l WHERE l.subject = person.subject
       AND l.purpose = 'list' AND l.age IS NOT NULL ORDER BY l.id DESC LIMIT 1) = '18')
   AND NOT EXISTS (SELECT 1 FROM asked a WHERE a.person_id = person.id
       AND a.activity_id = :activity_id)
 ORDER BY (SELECT max(at) FROM asked a WHERE a.person_id = person.id), person.id LIMIT :count
"""
ASK = """
INSERT INTO asked (person_id, activity_id, at)
SELECT :person_id, id, :now FROM activity WHERE office_id = :office_id AND id = :activity_id
ON CONFLICT DO NOTHING
"""
ASKED = """
SELECT activity.code, asked.at FROM asked JOIN activity ON activity.id = asked.activity_id
 WHERE asked.person_id = :person_id
"""
UNKNOWN_YET = """
SELECT activity.id FROM notified JOIN activity ON activity.id = notified.activity_id
 WHERE office_id = :office_id AND notified.person_id = :person_id
   AND known_at IS NULL AND ends_at > :now
 ORDER BY notified.at DESC LIMIT 1
"""
WAS_TOLD = """
SELECT activity.code, notified.at, known_at
  FROM notified JOIN activity ON activity.id = notified.activity_id
 WHERE notified.person_id = :person_id
"""
FORGET_ASKED = "DELETE FROM asked WHERE person_id = :person_id"
FORGET_TOLD = "DELETE FROM notified WHERE person_id = :person_id"
PERSONAL = Personal(
    counted={"asked.person_id": FORGET_ASKED, "notified.person_id": FORGET_TOLD},
    export={"asked": ASKED, "told": WAS_TOLD},
)


class Invitations(Table):
    def told(self, activity_id: int, person_id: int, now: datetime) -> None:
        """Somebody is told how an activity stands now, and should tap «Đã biết»."""
        self._run(TOLD, activity_id=activity_id, person_id=person_id, now=stamp(now))

    def known(self, activity_id: int, person_id: int, now: datetime) -> bool:
        values = {"activity_id": activity_id, "person_id": person_id}
        return self._run(KNOWN, **values, now=stamp(now)).rowcount > 0

    def unknown_yet(self, person_id: int, now: datetime) -> int | None:
        """The activity whose news somebody was told last and has not tapped."""
        row = self._first(UNKNOWN_YET, person_id=person_id, now=stamp(now))
        return row["id"] if row else None

    def silent(self, activity_id: int) -> list[dict[str, Any]]:
        """Who was told and has not tapped."""
        return [dict(row) for row in self._all(SILENT, activity_id=activity_id)]

    def count(self, activity_id: int) -> tuple[int, int]:
        """How many were told, how many tapped."""
        row = self._one(TOLD_COUNT, activity_id=activity_id)
        return row["told"], row["known"]

    def least_asked(self, activity_id: int, count: int) -> list[int]:
        """Volunteers who agreed to be asked, are old enough and free at that hour; the least
        recently asked first."""
        rows = self._all(LEAST_ASKED, activity_id=activity_id, count=count)
        return [row["id"] for row in rows]

    def asked(self, activity_id: int, person_id: int, now: datetime) -> None:
        self._run(ASK, activity_id=activity_id, person_id=person_id, now=stamp(now))
