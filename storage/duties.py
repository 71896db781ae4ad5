"""Who answers for what in the office: a section or one person, with dates."""

import sqlite3
from dataclasses import dataclass
from datetime import date, timedelta

from domain.access import Duty
from storage.personal import Personal, Stays
from storage.table import Table

GIVE = """
INSERT INTO duty (office_id, duty, unit_id, person_id, valid_from, valid_to)
VALUES (:office_id, :duty, :unit_id, :person_id, :since, :until)
"""
END = """
UPDATE duty SET valid_to = max(:on, valid_from)
 WHERE office_id = :office_id AND duty = :duty AND (valid_to IS NULL OR valid_to > :on)
"""
END_OF = """
UPDATE duty SET valid_to = max(:on, valid_from)
 WHERE office_id = :office_id AND person_id = :person_id AND (valid_to IS NULL OR valid_to > :on)
"""
GIVEN = """
SELECT duty, duty.unit_id, duty.person_id, duty.valid_to,
       unit.name AS unit, person.name AS person
  FROM duty LEFT JOIN unit ON unit.id = duty.unit_id LEFT JOIN person ON person.id = duty.person_id
 WHERE duty.office_id = :office_id AND duty.valid_from <= :on
   AND (duty.valid_to IS NULL OR duty.valid_to > :on)
 ORDER BY duty.id
"""
PEOPLE = """
SELECT DISTINCT m.person_id, d.person_id IS NOT NULL OR EXISTS (
       SELECT 1 FROM role_grant g
        WHERE g.person_id = m.person_id AND g.unit_id = d.unit_id
          AND g.valid_from <= :on AND (g.valid_to IS NULL OR g.valid_to > :on)) AS leads
  FROM duty d JOIN membership m ON m.office_id = d.office_id
   AND (m.unit_id = d.unit_id OR m.person_id = d.person_id)
 WHERE d.office_id = :office_id AND d.duty = :duty
   AND d.valid_from <= :on AND (d.valid_to IS NULL OR d.valid_to > :on)
   AND m.valid_from <= :on AND (m.valid_to IS NULL OR m.valid_to > :on)
 ORDER BY m.person_id
"""
PERSONAL = Personal(stays={"duty.person_id": Stays.DUTY})


@dataclass(frozen=True, slots=True)
class GivenDuty:
    """A duty and who carries it: the name of a section, or of a person."""

    duty: Duty
    unit: str
    person: str
    unit_id: int | None = None
    person_id: int | None = None
    until: date | None = None
    """The first day on which they no longer do."""


class Duties(Table):
    def give(
        self,
        duty: Duty,
        since: date,
        *,
        unit_id: int | None = None,
        person_id: int | None = None,
        until: date | None = None,
    ) -> None:
        """From this day on a section, or one person, answers for it, and nobody else; after the
        day `until` whoever did before."""
        before = next((row for row in self.given(since) if row.duty is duty), None)
        self._run(END, duty=duty.value, on=since.isoformat())
        back = until + timedelta(days=1) if until else None
        self._give(duty, since, back, unit_id, person_id)
        if back and before:
            self._give(duty, back, before.until, before.unit_id, before.person_id)

    def _give(
        self,
        duty: Duty,
        since: date,
        until: date | None,
        unit_id: int | None,
        person_id: int | None,
    ) -> None:
        values = {"unit_id": unit_id, "person_id": person_id, "since": since.isoformat()}
        self._run(GIVE, duty=duty.value, until=until.isoformat() if until else None, **values)

    def end_of(self, person_id: int, on: date) -> None:
        """Whoever leaves answers for nothing any more."""
        self._run(END_OF, person_id=person_id, on=on.isoformat())

    def given(self, on: date) -> list[GivenDuty]:
        return [_given(row) for row in self._all(GIVEN, on=on.isoformat())]

    def of_person(self, person_id: int, on: date) -> list[Duty]:
        """What one person alone answers for."""
        return [row.duty for row in self.given(on) if row.person_id == person_id]

    def people(self, duty: Duty, on: date) -> list[int]:
        """Whoever carries it today."""
        rows = self._all(PEOPLE, duty=duty.value, on=on.isoformat())
        return [row["person_id"] for row in rows]

    def leaders(self, duty: Duty, on: date) -> list[int]:
        """Who decides in it: the heads of its section, or the one it was given to."""
        rows = self._all(PEOPLE, duty=duty.value, on=on.isoformat())
        return [row["person_id"] for row in rows if row["leads"]]


def _given(row: sqlite3.Row) -> GivenDuty:
    until = date.fromisoformat(row["valid_to"]) if row["valid_to"] else None
    return GivenDuty(
        Duty(row["duty"]),
        row["unit"] or "",
        row["person"] or "",
        row["unit_id"],
        row["person_id"],
        until,
    )
