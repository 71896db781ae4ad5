"""The days that were given: what the roll calls say, and the certificates about it."""

from datetime import date, datetime
from typing import Any

from storage.rows import moment
from storage.table import Table

PRESENT = """
SELECT activity.title, activity.starts_at, activity.ends_at, registration.proof
  FROM registration JOIN activity ON activity.id = registration.activity_id
 WHERE registration.office_id = :office_id AND registration.person_id = :person_id
   AND registration.standing = 'present' AND activity.starts_at >= :since
 ORDER BY activity.starts_at
"""
ADD = """
INSERT INTO certificate (code, office_id, person_id, days, hours, since, until, issued)
VALUES (:code, :office_id, :person_id, :days, :hours, :since, :until, :issued)
"""
FIND = """
SELECT certificate.*, person.name, office.short AS office
  FROM certificate JOIN person ON person.id = certificate.person_id
  JOIN office ON office.id = certificate.office_id
 WHERE certificate.code = :code AND :office_id >= 0
"""


class Ledger(Table):
    def present(self, person_id: int, since: date) -> list[dict[str, Any]]:
        """The days on which somebody was there."""
        rows = self._all(PRESENT, person_id=person_id, since=since.isoformat())
        return [
            {
                "title": row["title"],
                "starts": moment(row["starts_at"]),
                "ends": moment(row["ends_at"]),
                "proof": row["proof"],
            }
            for row in rows
        ]

    def certify(
        self, code: str, person_id: int, days: float, hours: float, since: date, now: datetime
    ) -> None:
        on = now.date().isoformat()
        values = {"code": code, "person_id": person_id, "days": days, "hours": hours}
        self._run(ADD, **values, since=since.isoformat(), until=on, issued=on)

    def certificate(self, code: str) -> dict[str, Any] | None:
        """A certificate by its code, whichever office gave it: anybody may ask."""
        row = self._first(FIND, code=code)
        return dict(row) if row else None
