"""Who is away, from when to when, and who takes their place."""

import sqlite3
from collections.abc import Sequence
from datetime import date

from domain.absences import Absence
from storage.personal import Personal, Stays
from storage.table import Table

ADD = """
INSERT INTO absence (office_id, person_id, first, last, stand_in_id, decides_id)
VALUES (:office_id, :person_id, :first, :last, :stand_in_id, :decides_id)
"""
COMING = """
SELECT * FROM absence WHERE office_id = :office_id AND last >= :on ORDER BY first, id
"""
TAKE_BACK = """
DELETE FROM absence
 WHERE office_id = :office_id AND person_id = :person_id AND first <= :last AND last >= :first
"""
FORGET_OVER = "DELETE FROM absence WHERE office_id = :office_id AND last < :on"
PERSONAL = Personal(
    stays={
        "absence.person_id": Stays.DUTY,
        "absence.stand_in_id": Stays.DUTY,
        "absence.decides_id": Stays.DUTY,
    },
)


class Absences(Table):
    def add(self, new: Absence) -> None:
        """The same days told again are put right."""
        self.take_back(new.person_id, new.first, new.last)
        self._run(
            ADD,
            person_id=new.person_id,
            first=new.first.isoformat(),
            last=new.last.isoformat(),
            stand_in_id=new.stand_in_id,
            decides_id=new.decides_id,
        )

    def coming(self, on: date) -> Sequence[Absence]:
        """Whoever is away on this day or later."""
        return [_absence(row) for row in self._all(COMING, on=on.isoformat())]

    def take_back(self, person_id: int, first: date, last: date) -> int:
        """Somebody is there on these days after all; says how many absences went."""
        days = {"first": first.isoformat(), "last": last.isoformat()}
        return self._run(TAKE_BACK, person_id=person_id, **days).rowcount

    def erase_over(self, on: date) -> None:
        """Who is back is as if they had never been away."""
        self._run(FORGET_OVER, on=on.isoformat())


def _absence(row: sqlite3.Row) -> Absence:
    first, last = (date.fromisoformat(row[name]) for name in ("first", "last"))
    return Absence(row["person_id"], first, last, row["stand_in_id"], row["decides_id"])
