"""Who answers for what in the office: a section or one person, with dates."""

from dataclasses import dataclass
from datetime import date

from domain.access import Duty
from storage.personal import Personal, Stays
from storage.table import Table

GIVE = """
INSERT INTO duty (office_id, duty, unit_id, person_id, valid_from)
VALUES (:office_id, :duty, :unit_id, :person_id, :since)
"""
END = """
UPDATE duty SET valid_to = :on
 WHERE office_id = :office_id AND duty = :duty AND valid_to IS NULL
"""
GIVEN = """
SELECT duty, unit.name AS unit, person.name AS person
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


class Duties(Table):
    def give(
        self,
        duty: Duty,
        since: date,
        *,
        unit_id: int | None = None,
        person_id: int | None = None,
    ) -> None:
        """From this day on a section, or one person, answers for it, and nobody else."""
        self._run(END, duty=duty.value, on=since.isoformat())
        values = {"unit_id": unit_id, "person_id": person_id}
        self._run(GIVE, duty=duty.value, since=since.isoformat(), **values)

    def given(self, on: date) -> list[GivenDuty]:
        rows = self._all(GIVEN, on=on.isoformat())
        return [GivenDuty(Duty(r["duty"]), r["unit"] or "", r["person"] or "") for r in rows]

    def people(self, duty: Duty, on: date) -> list[int]:
        """Whoever carries it today."""
        rows = self._all(PEOPLE, duty=duty.value, on=on.isoformat())
        return [row["person_id"] for row in rows]

    def leaders(self, duty: Duty, on: date) -> list[int]:
        """Who decides in it: the heads of its section, or the one it was given to."""
        rows = self._all(PEOPLE, duty=duty.value, on=on.isoformat())
        return [row["person_id"] for row in rows if row["leads"]]
