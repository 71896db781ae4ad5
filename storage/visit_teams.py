"""Who goes on a visit, what they say of it, and what they found."""

from dataclasses import dataclass
from datetime import datetime

from domain.visits import Finding, Sort, TeamRole
from storage.personal import Personal, Stays
from storage.rows import stamp
from storage.table import Table

CLEAR = """
DELETE FROM visit_member
 WHERE visit_id IN (SELECT id FROM visit WHERE office_id = :office_id AND id = :id)
"""
JOIN = """
INSERT INTO visit_member (visit_id, person_id, part)
SELECT id, :person_id, :part FROM visit WHERE office_id = :office_id AND id = :id
ON CONFLICT (visit_id, person_id) DO UPDATE SET part = excluded.part
"""
MEMBERS = """
SELECT m.person_id, m.part, m.comes, m.agrees, m.objects, person.name
  FROM visit_member m JOIN visit v ON v.id = m.visit_id
  JOIN person ON person.id = m.person_id
 WHERE v.office_id = :office_id AND v.id = :id
 ORDER BY m.part = 'member', m.part, m.person_id
"""
COMES = """
UPDATE visit_member SET comes = :yes
 WHERE person_id = :person_id
   AND visit_id IN (SELECT id FROM visit WHERE office_id = :office_id AND id = :id)
"""
AGREES = """
UPDATE visit_member SET agrees = :yes, objects = :why
 WHERE person_id = :person_id
   AND visit_id IN (SELECT id FROM visit WHERE office_id = :office_id AND id = :id)
"""
FIND = """
INSERT INTO finding (visit_id, sort, words, times, noted_by, at)
SELECT id, :sort, :words, :times, :by, :at FROM visit WHERE office_id = :office_id AND id = :id
"""
FOUND = """
SELECT f.*, p.name FROM finding f JOIN visit v ON v.id = f.visit_id
  LEFT JOIN person p ON p.id = f.noted_by
 WHERE v.office_id = :office_id AND v.id = :id ORDER BY f.id
"""
REWORD = """
UPDATE finding SET words = :words
 WHERE id = :id
   AND EXISTS (SELECT 1 FROM visit WHERE visit.id = visit_id AND office_id = :office_id)
"""
STRIKE = """
DELETE FROM finding
 WHERE id = :id
   AND EXISTS (SELECT 1 FROM visit WHERE visit.id = visit_id AND office_id = :office_id)
"""
BEFORE = """
SELECT count(*) FROM visit v
 WHERE v.office_id = :office_id AND v.body_id = :body_id AND v.theme_id = :theme_id AND v.id <> :id
   AND v.done_at IS NOT NULL
   AND EXISTS (SELECT 1 FROM finding f WHERE f.visit_id = v.id AND f.sort = 'short')
"""
PERSONAL = Personal(
    stays={"visit_member.person_id": Stays.DUTY, "finding.noted_by": Stays.DUTY},
)


@dataclass(frozen=True, slots=True)
class Member:
    """One of the team; whether they come, and whether they agree with the draft."""

    person_id: int
    name: str
    part: TeamRole
    comes: bool | None
    agrees: bool | None
    objects: str = ""


class VisitTeams(Table):
    def set(self, visit_id: int, members: dict[int, TeamRole]) -> None:
        """These go, and nobody else."""
        self._run(CLEAR, id=visit_id)
        for person_id, part in members.items():
            self._run(JOIN, id=visit_id, person_id=person_id, part=part.value)

    def of(self, visit_id: int) -> list[Member]:
        """The head, the secretary, then the others."""
        return [
            Member(
                row["person_id"],
                row["name"],
                TeamRole(row["part"]),
                _said(row["comes"]),
                _said(row["agrees"]),
                row["objects"],
            )
            for row in self._all(MEMBERS, id=visit_id)
        ]

    def comes(self, visit_id: int, person_id: int, *, yes: bool) -> bool:
        return self._run(COMES, id=visit_id, person_id=person_id, yes=yes).rowcount == 1

    def agrees(self, visit_id: int, person_id: int, *, yes: bool, why: str = "") -> bool:
        said = {"person_id": person_id, "yes": yes, "why": why}
        return self._run(AGREES, id=visit_id, **said).rowcount == 1

    def find(self, visit_id: int, note: Finding, now: datetime) -> int:
        """Write down what was found, and by whom; its own number."""
        values = {"sort": note.sort.value, "words": note.words, "times": note.times, "by": note.by}
        return int(self._run(FIND, id=visit_id, at=stamp(now), **values).lastrowid or 0)

    def reword(self, finding_id: int, words: str) -> None:
        """It says something else now."""
        self._run(REWORD, id=finding_id, words=words)

    def strike(self, finding_id: int) -> None:
        """It was written down by mistake."""
        self._run(STRIKE, id=finding_id)

    def found(self, visit_id: int) -> list[Finding]:
        rows = self._all(FOUND, id=visit_id)
        return [
            Finding(
                Sort(r["sort"]), r["words"], r["times"], r["id"], r["noted_by"], r["name"] or ""
            )
            for r in rows
        ]

    def found_before(self, visit_id: int, body_id: int, theme_id: int) -> int:
        """In so many earlier visits to the same body on the same theme something fell short."""
        return int(self._value(BEFORE, id=visit_id, body_id=body_id, theme_id=theme_id) or 0)


def _said(value: int | None) -> bool | None:
    return None if value is None else bool(value)
