"""Registers and what was told of them: the last report counts, every earlier one stays."""

import re
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from domain.names import fold
from domain.registers import RegisterKind, Told
from storage.personal import Personal, Stays
from storage.rows import moment, stamp
from storage.table import Table

NEXT = """
SELECT coalesce(max(number), 0) + 1 FROM register WHERE office_id = :office_id AND kind = :kind
"""
ADD = """
INSERT INTO register (office_id, kind, number, code, name, whole, lead_id, opened_at, locality_id,
                      organisation_id)
VALUES (:office_id, :kind, :number, :code, :name, :whole, :lead_id, :at, :locality_id,
        :organisation_id)
"""
GET = "SELECT * FROM register WHERE office_id = :office_id AND id = :id"
BY_NUMBER = """
SELECT * FROM register WHERE office_id = :office_id AND kind = :kind AND number = :number
"""
OPEN = "SELECT * FROM register WHERE office_id = :office_id AND closed_at IS NULL ORDER BY id"
SET_LEAD = "UPDATE register SET lead_id = :lead_id WHERE office_id = :office_id AND id = :id"
CLOSE = """
UPDATE register SET closed_at = :at
 WHERE office_id = :office_id AND id = :id AND closed_at IS NULL
"""
REOPEN = """
UPDATE register SET closed_at = NULL
 WHERE office_id = :office_id AND id = :id AND closed_at IS NOT NULL
"""
TELL = """
INSERT INTO register_report (register_id, told_by, at, why)
SELECT id, :told_by, :at, :why FROM register WHERE office_id = :office_id AND id = :id
"""
COUNT = """
INSERT INTO register_number (report_id, counts, number)
SELECT t.id, :counts, :number FROM register_report t JOIN register r ON r.id = t.register_id
 WHERE r.office_id = :office_id AND t.id = :report_id
"""
LAST = """
SELECT t.id, t.at FROM register_report t JOIN register r ON r.id = t.register_id
 WHERE r.office_id = :office_id AND r.id = :id AND t.at <= :until
 ORDER BY t.at DESC, t.id DESC LIMIT 1
"""
NUMBERS = """
SELECT n.counts, n.number FROM register_number n JOIN register_report t ON t.id = n.report_id
  JOIN register r ON r.id = t.register_id
 WHERE r.office_id = :office_id AND n.report_id = :report_id
"""
NO_TEAM = """
DELETE FROM register_team
 WHERE register_id IN (SELECT id FROM register WHERE office_id = :office_id AND id = :id)
"""
IN_TEAM = """
INSERT INTO register_team (register_id, organisation_id, number)
SELECT r.id, o.id, :number FROM register r JOIN organisation o ON o.office_id = r.office_id
 WHERE r.office_id = :office_id AND r.id = :id AND o.id = :organisation_id
"""
TEAM = """
SELECT o.short, t.number FROM register_team t JOIN register r ON r.id = t.register_id
  JOIN organisation o ON o.id = t.organisation_id
 WHERE r.office_id = :office_id AND r.id = :id ORDER BY o.position, o.id
"""
FORGET_WHY = """
UPDATE register_report SET why = ''
 WHERE why <> '' AND at < :before
   AND register_id IN (SELECT id FROM register WHERE office_id = :office_id)
"""
PERSONAL = Personal(
    stays={"register.lead_id": Stays.DUTY, "register_report.told_by": Stays.DUTY},
)


@dataclass(frozen=True, slots=True)
class Register:
    """A thing that is counted: its whole is fixed, its lead tells the rest."""

    id: int
    kind: str
    code: str
    name: str
    whole: int
    lead_id: int | None
    opened_at: datetime
    is_open: bool
    locality_id: int | None = None
    organisation_id: int | None = None


@dataclass(frozen=True, slots=True)
class Stand:
    """What was last told, by what it counts, and when."""

    at: datetime
    counts: Mapping[str, int]


class Registers(Table):
    def add(
        self,
        kind: RegisterKind,
        name: str,
        whole: int,
        lead_id: int | None,
        now: datetime,
        locality_id: int | None = None,
        organisation_id: int | None = None,
    ) -> Register:
        number = int(self._value(NEXT, kind=kind.code))
        found = self._add(
            ADD,
            kind=kind.code,
            number=number,
            code=f"{kind.prefix}-{number:02}",
            name=name,
            whole=whole,
            lead_id=lead_id,
            at=stamp(now),
            locality_id=locality_id,
            organisation_id=organisation_id,
        )
        return self.get(found)

    def get(self, register_id: int) -> Register:
        return _register(self._one(GET, id=register_id))

    def by_number(self, kind: str, number: int) -> Register:
        return _register(self._one(BY_NUMBER, kind=kind, number=number))

    def open(self) -> list[Register]:
        return [_register(row) for row in self._all(OPEN)]

    def set_team(self, register_id: int, team: Mapping[int, int]) -> None:
        """So many of each organisation; who they are is not kept."""
        self._run(NO_TEAM, id=register_id)
        for organisation_id, number in team.items():
            self._run(IN_TEAM, id=register_id, organisation_id=organisation_id, number=number)

    def team(self, register_id: int) -> list[tuple[str, int]]:
        return [(row["short"], row["number"]) for row in self._all(TEAM, id=register_id)]

    def set_lead(self, register_id: int, lead_id: int) -> None:
        self._run(SET_LEAD, id=register_id, lead_id=lead_id)

    def called(self, words: str) -> list[Register]:
        """The open ones whose name holds every word; all of them, where none was said."""
        wanted = _words(words)
        return [one for one in self.open() if wanted <= _words(one.name)]

    def reopen(self, register_id: int) -> bool:
        """False where it was not over."""
        return self._run(REOPEN, id=register_id).rowcount == 1

    def close(self, register_id: int, at: datetime) -> bool:
        return self._run(CLOSE, id=register_id, at=stamp(at)).rowcount == 1

    def tell(
        self, register: Register, kind: RegisterKind, told: Told, by: int, at: datetime
    ) -> None:
        """A new report; the earlier ones stay as they were told."""
        report = self._add(TELL, id=register.id, told_by=by, at=stamp(at), why=told.why)
        numbers = dict(zip(kind.chain[1:], told.numbers, strict=True))
        for counts, number in {**numbers, **told.stuck}.items():
            self._run(COUNT, report_id=report, counts=counts, number=number)

    def erase_reasons(self, before: datetime) -> int:
        """Why a number fell, said long ago, goes; the number stays."""
        return self._run(FORGET_WHY, before=stamp(before)).rowcount

    def stand(self, register_id: int, until: datetime) -> Stand | None:
        """What was told last, up to a moment."""
        row = self._first(LAST, id=register_id, until=stamp(until))
        if row is None:
            return None
        found = self._all(NUMBERS, report_id=row["id"])
        return Stand(moment(row["at"]), {one["counts"]: one["number"] for one in found})


def _register(row: sqlite3.Row) -> Register:
    return Register(
        id=row["id"],
        kind=row["kind"],
        code=row["code"],
        name=row["name"],
        whole=row["whole"],
        lead_id=row["lead_id"],
        opened_at=moment(row["opened_at"]),
        is_open=row["closed_at"] is None,
        locality_id=row["locality_id"],
        organisation_id=row["organisation_id"],
    )


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", fold(text)))
