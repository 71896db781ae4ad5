"""What an office consists of, changed: a section, organisation or place gets a name, or an end."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from domain.access import Duty
from domain.names import fold
from storage.table import Table

RENAME_UNIT = "UPDATE unit SET name = :name WHERE office_id = :office_id AND id = :id"
RENAME_ORGANISATION = """
UPDATE organisation SET name = :name, short = :short WHERE office_id = :office_id AND id = :id
"""
RENAME_LOCALITY = """
UPDATE locality SET name = :name, folded = :folded WHERE office_id = :office_id AND id = :id
"""
CLOSE_UNIT = "UPDATE unit SET valid_to = :on WHERE office_id = :office_id AND id = :id"
CLOSE_ORGANISATION = """
UPDATE organisation SET valid_to = :on WHERE office_id = :office_id AND id = :id
"""
CLOSE_LOCALITY = "UPDATE locality SET valid_to = :on WHERE office_id = :office_id AND id = :id"
REOPEN = """
UPDATE organisation SET valid_to = NULL, name = :name, short = :short
 WHERE office_id = :office_id AND code = :code AND id =
       (SELECT max(id) FROM organisation WHERE office_id = :office_id AND code = :code)
"""
CODES = """
SELECT code FROM unit WHERE office_id = :office_id
 UNION ALL SELECT code FROM locality WHERE office_id = :office_id
"""
BELONG = """
SELECT p.name FROM membership m JOIN person p ON p.id = m.person_id
 WHERE m.office_id = :office_id AND (m.valid_to IS NULL OR m.valid_to > :on) AND :id =
       CASE :kind WHEN 'unit' THEN m.unit_id WHEN 'organisation' THEN m.organisation_id
                  ELSE m.locality_id END
 ORDER BY m.code
"""
ANSWERS_FOR = """
SELECT DISTINCT duty FROM duty
 WHERE office_id = :office_id AND unit_id = :id AND (valid_to IS NULL OR valid_to > :on)
"""
Kind = Literal["unit", "organisation", "locality"]
_CLOSE = {"unit": CLOSE_UNIT, "organisation": CLOSE_ORGANISATION, "locality": CLOSE_LOCALITY}


def is_one_of(words: str, *names: str) -> bool:
    """With or without marks, large or small."""
    return fold(words) in map(fold, names)


@dataclass(frozen=True, slots=True)
class OfficePart:
    """A section, an organisation or a place, as it is today; a place has no short name."""

    kind: Kind
    id: int
    code: str
    name: str
    short: str = ""

    def is_called(self, words: str) -> bool:
        return is_one_of(words, self.name, self.short or self.name, self.code)


class Structure(Table):
    """Rows keep their number: what was done under the old name reads under the new one."""

    def rename(self, part: OfficePart, name: str, short: str) -> None:
        if part.kind == "unit":
            self._run(RENAME_UNIT, id=part.id, name=name)
        elif part.kind == "organisation":
            self._run(RENAME_ORGANISATION, id=part.id, name=name, short=short)
        else:
            self._run(RENAME_LOCALITY, id=part.id, name=name, folded=fold(name))

    def close(self, part: OfficePart, on: date) -> None:
        """From today on it is not there; what it did stays."""
        self._run(_CLOSE[part.kind], id=part.id, on=on.isoformat())

    def reopen(self, code: str, name: str, short: str) -> bool:
        """An organisation that was here before comes back as itself."""
        return self._run(REOPEN, code=code, name=name, short=short).rowcount == 1

    def codes(self) -> list[str]:
        """Every code that a section or place ever had here."""
        return [row["code"] for row in self._all(CODES)]

    def belong(self, part: OfficePart, on: date) -> list[str]:
        """The names of those who are still there."""
        rows = self._all(BELONG, kind=part.kind, id=part.id, on=on.isoformat())
        return [row["name"] for row in rows]

    def answers_for(self, unit_id: int, on: date) -> Sequence[Duty]:
        """What a section answers for, now or later."""
        return [Duty(r["duty"]) for r in self._all(ANSWERS_FOR, id=unit_id, on=on.isoformat())]
