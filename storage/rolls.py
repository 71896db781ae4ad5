"""The roll call of a point: opened, closed, and how many came without a name."""

import json
from dataclasses import dataclass
from datetime import datetime

from storage import reports
from storage.personal import Personal, Stays
from storage.rows import moment_or_none, stamp
from storage.table import Table

ROLL = """
SELECT roll_call.* FROM roll_call
  JOIN point ON point.id = roll_call.point_id JOIN activity ON activity.id = point.activity_id
 WHERE activity.office_id = :office_id AND roll_call.point_id = :point_id
"""
OPEN_ROLL = """
INSERT INTO roll_call (point_id, happened_at)
SELECT point.id, :happened_at FROM point JOIN activity ON activity.id = point.activity_id
 WHERE activity.office_id = :office_id AND point.id = :point_id
ON CONFLICT DO NOTHING
"""
SET_EXTRA = """
UPDATE roll_call SET extra = :extra WHERE point_id = :point_id AND EXISTS (
    SELECT 1 FROM point p JOIN activity a ON a.id = p.activity_id
     WHERE p.id = point_id AND a.office_id = :office_id)
"""
SET_GROUPED = """
UPDATE roll_call SET grouped = :grouped WHERE point_id = :point_id AND EXISTS (
    SELECT 1 FROM point p JOIN activity a ON a.id = p.activity_id
     WHERE p.id = point_id AND a.office_id = :office_id)
"""
SET_EVERYONE = """
UPDATE roll_call SET everyone = :everyone WHERE point_id = :point_id AND EXISTS (
    SELECT 1 FROM point p JOIN activity a ON a.id = p.activity_id
     WHERE p.id = point_id AND a.office_id = :office_id)
"""
REOPEN_ROLL = """
UPDATE roll_call SET closed_at = NULL WHERE point_id = :point_id AND EXISTS (
    SELECT 1 FROM point p JOIN activity a ON a.id = p.activity_id
     WHERE p.id = point_id AND a.office_id = :office_id)
"""
CLOSE_ROLL = """
UPDATE roll_call SET closed_at = :now, closed_by = :who WHERE point_id = :point_id AND EXISTS (
    SELECT 1 FROM point p JOIN activity a ON a.id = p.activity_id
     WHERE p.id = point_id AND a.office_id = :office_id)
"""
GIVE_NUMBERS = """
INSERT INTO roll_number (point_id, registration_id, number)
SELECT registration.point_id, registration.id,
       (SELECT coalesce(max(number), 0) FROM roll_number WHERE point_id = :point_id)
       + row_number() OVER (ORDER BY registration.id)
  FROM registration
 WHERE registration.office_id = :office_id AND registration.point_id = :point_id
   AND registration.id IN (SELECT value FROM json_each(:listed))
   AND NOT EXISTS (SELECT 1 FROM roll_number given
        WHERE given.point_id = :point_id AND given.registration_id = registration.id)
"""
NUMBERS = """
SELECT roll_number.registration_id, roll_number.number
  FROM roll_number JOIN registration ON registration.id = roll_number.registration_id
 WHERE registration.office_id = :office_id AND roll_number.point_id = :point_id
"""
PERSONAL = Personal(stays={"roll_call.closed_by": Stays.RANDOM})


@dataclass(frozen=True, slots=True)
class Roll:
    """How a point's roll stands: who came without a name, whether it was «Đủ cả», when closed;
    how many came in groups, where that was said."""

    extra: int = 0
    everyone: bool = False
    closed_at: datetime | None = None
    grouped: int | None = None


class Rolls(Table):
    def of_point(self, point_id: int) -> Roll:
        """An empty one where nobody has called it yet."""
        row = self._first(ROLL, point_id=point_id)
        if row is None:
            return Roll()
        closed = moment_or_none(row["closed_at"])
        return Roll(row["extra"], bool(row["everyone"]), closed, row["grouped"])

    def thanked(self, since: datetime, ends: datetime, until: datetime) -> list[tuple[int, int]]:
        """How many were thanked, until a moment, for having come on a day between two others; day
        by day."""
        span = {"since": stamp(since), "ends": stamp(ends), "until": stamp(until)}
        return [(row["id"], row["n"]) for row in self._all(reports.THANKED, **span)]

    def open(self, point_id: int, happened: datetime) -> None:
        self._run(OPEN_ROLL, point_id=point_id, happened_at=stamp(happened))

    def numbered(self, point_id: int, listed: list[int]) -> dict[int, int]:
        """Everybody's number, by registration; whoever has none yet comes after the last."""
        self._run(GIVE_NUMBERS, point_id=point_id, listed=json.dumps(listed))
        return dict(map(tuple, self._all(NUMBERS, point_id=point_id)))

    def set_extra(self, point_id: int, extra: int) -> None:
        self._run(SET_EXTRA, point_id=point_id, extra=extra)

    def set_grouped(self, point_id: int, grouped: int) -> None:
        self._run(SET_GROUPED, point_id=point_id, grouped=grouped)

    def set_everyone(self, point_id: int, *, everyone: bool) -> None:
        self._run(SET_EVERYONE, point_id=point_id, everyone=everyone)

    def reopen(self, point_id: int) -> None:
        self._run(REOPEN_ROLL, point_id=point_id)

    def close(self, point_id: int, who: str, now: datetime) -> None:
        self._run(CLOSE_ROLL, point_id=point_id, who=who, now=stamp(now))
