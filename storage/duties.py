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
   AND (:back IS NULL OR valid_from < :back)
"""
END_OF = """
UPDATE duty SET valid_to = max(:on, valid_from)
 WHERE office_id = :office_id AND person_id = :person_id AND (valid_to IS NULL OR valid_to > :on)
   AND (:duty IS NULL OR duty = :duty)
"""
SOONER = """
UPDATE duty SET valid_from =
       (SELECT max(:on, one.valid_from) FROM duty one
         WHERE one.office_id = duty.office_id AND one.duty = duty.duty
           AND one.person_id = :person_id AND one.valid_to = duty.valid_from)
 WHERE office_id = :office_id AND valid_from > :on AND person_id IS NOT :person_id
   AND (:duty IS NULL OR duty = :duty)
   AND EXISTS (SELECT 1 FROM duty one
                WHERE one.office_id = duty.office_id AND one.duty = duty.duty
                  AND one.person_id = :person_id AND one.valid_to = duty.valid_from
                  AND one.valid_from < one.valid_to)
"""
KNOWN = """
SELECT duty, duty.unit_id, duty.person_id, duty.valid_from, duty.valid_to,
       unit.name AS unit, person.name AS person
  FROM duty LEFT JOIN unit ON unit.id = duty.unit_id LEFT JOIN person ON person.id = duty.person_id
 WHERE duty.office_id = :office_id AND duty.valid_from <= :last
   AND (duty.valid_to IS NULL OR duty.valid_to > :first)
   AND (duty.valid_to IS NULL OR duty.valid_to > duty.valid_from)
 ORDER BY duty.valid_from, duty.id
"""
CHANGED = """
SELECT DISTINCT duty FROM duty
 WHERE office_id = :office_id AND (valid_to = :on OR (valid_from = :on AND person_id IS NOT NULL))
   AND (valid_to IS NULL OR valid_to > valid_from)
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
    since: date = date.min
    until: date | None = None
    """The first day on which they no longer do."""

    @property
    def last(self) -> date | None:
        """The last day on which they do."""
        return self.until - timedelta(days=1) if self.until else None


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
        day `until` whoever would have without them."""
        back = until + timedelta(days=1) if until else None
        after = self.holder(duty, back) if back else None
        self._run(END, duty=duty.value, on=since.isoformat(), back=back and back.isoformat())
        self._give(duty, since, back, unit_id, person_id)
        if back and after and after.since < back:
            self._give(duty, back, after.until, after.unit_id, after.person_id)

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

    def end_of(self, person_id: int, on: date, duty: Duty | None = None) -> None:
        """They answer for it no longer, for nothing at all where none is named; who was to follow
        them does so at once."""
        values = {"person_id": person_id, "on": on.isoformat(), "duty": duty and duty.value}
        self._run(SOONER, **values)
        self._run(END_OF, **values)

    def given(self, on: date) -> list[GivenDuty]:
        return self.known(on, on)

    def holder(self, duty: Duty, on: date) -> GivenDuty | None:
        return next((row for row in self.given(on) if row.duty is duty), None)

    def known(self, first: date, last: date = date.max) -> list[GivenDuty]:
        """Who carries what on some day between two, in the order in which they begin."""
        rows = self._all(KNOWN, first=first.isoformat(), last=last.isoformat())
        return [_given(row) for row in rows]

    def changed(self, on: date) -> list[Duty]:
        """Those that somebody else carries from this day on."""
        return [Duty(row["duty"]) for row in self._all(CHANGED, on=on.isoformat())]

    def of_person(self, person_id: int, first: date, last: date = date.max) -> list[GivenDuty]:
        """What one person alone answers for, on some day between two."""
        return [row for row in self.known(first, last) if row.person_id == person_id]

    def people(self, duty: Duty, on: date) -> list[int]:
        """Whoever carries it today."""
        rows = self._all(PEOPLE, duty=duty.value, on=on.isoformat())
        return [row["person_id"] for row in rows]

    def leaders(self, duty: Duty, on: date) -> list[int]:
        """Who decides in it: the heads of its section, or the one it was given to."""
        rows = self._all(PEOPLE, duty=duty.value, on=on.isoformat())
        return [row["person_id"] for row in rows if row["leads"]]


def _given(row: sqlite3.Row) -> GivenDuty:
    return GivenDuty(
        Duty(row["duty"]),
        row["unit"] or "",
        row["person"] or "",
        row["unit_id"],
        row["person_id"],
        date.fromisoformat(row["valid_from"]),
        date.fromisoformat(row["valid_to"]) if row["valid_to"] else None,
    )
