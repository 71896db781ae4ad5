"""A cadre's group at an activity: a number by organisation, never names."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from storage.personal import Personal
from storage.rows import stamp
from storage.table import Table

CLEAR_HEADCOUNT = """
DELETE FROM headcount WHERE person_id = :person_id
   AND activity_id IN (SELECT id FROM activity WHERE office_id = :office_id AND id = :activity_id)
"""
SET_HEADCOUNT = """
INSERT INTO headcount (activity_id, point_id, locality_id, organisation_id, number, person_id, at)
SELECT activity.id, :point_id, :locality_id, :organisation_id, :number, :person_id, :now
  FROM activity WHERE activity.office_id = :office_id AND activity.id = :activity_id
ON CONFLICT (activity_id, locality_id, organisation_id) DO UPDATE
   SET number = excluded.number, point_id = excluded.point_id, person_id = excluded.person_id,
       at = excluded.at
"""
HEADCOUNTS = """
SELECT organisation_id, organisation.short, number, person_id, locality_id FROM headcount
  JOIN activity ON activity.id = headcount.activity_id
  JOIN organisation ON organisation.id = headcount.organisation_id
 WHERE activity.office_id = :office_id AND headcount.activity_id = :activity_id
   AND (:point_id IS NULL OR headcount.point_id = :point_id)
   AND (:locality_id IS NULL OR headcount.locality_id = :locality_id)
 ORDER BY organisation.position
"""
MOVE_ALL_GROUPS = """
UPDATE headcount SET point_id = :to_id WHERE point_id = :point_id AND activity_id = (
    SELECT activity.id FROM point JOIN activity ON activity.id = point.activity_id
     WHERE point.id = :point_id AND activity.office_id = :office_id)
"""
LAST_GROUP = """
SELECT organisation_id, number FROM headcount
 WHERE locality_id = :locality_id AND number > 0 AND activity_id = (
    SELECT before.id FROM activity before JOIN activity this ON this.id = :activity_id
      JOIN headcount said ON said.activity_id = before.id AND said.locality_id = :locality_id
     WHERE before.office_id = :office_id AND before.kind = this.kind
       AND before.starts_at < this.starts_at
     ORDER BY before.starts_at DESC LIMIT 1)
"""
GROUPS = """
SELECT activity.code, activity.title, number, headcount.at
  FROM headcount JOIN activity ON activity.id = headcount.activity_id
 WHERE headcount.person_id = :person_id
"""
UNNAME = "UPDATE headcount SET person_id = NULL WHERE person_id = :person_id"
PERSONAL = Personal(
    erased={"headcount.person_id": UNNAME},
    export={"group": GROUPS},
)


@dataclass(frozen=True, slots=True)
class Headcount:
    """So many of an organisation, as a cadre said; nobody's name once that cadre is erased."""

    organisation_id: int
    organisation: str
    number: int
    person_id: int | None
    locality_id: int


class Headcounts(Table):
    def say(
        self,
        activity_id: int,
        point_id: int,
        locality_id: int,
        parts: Mapping[int, int],
        person_id: int,
        now: datetime,
    ) -> None:
        """A cadre's group, by organisation; a later word replaces all that they said before,
        another cadre's numbers for the same place stay."""
        self.withdraw(activity_id, person_id)
        mine = {"activity_id": activity_id, "locality_id": locality_id, "person_id": person_id}
        for organisation_id, number in parts.items():
            self._run(
                SET_HEADCOUNT,
                **mine,
                point_id=point_id,
                organisation_id=organisation_id,
                number=number,
                now=stamp(now),
            )

    def withdraw(self, activity_id: int, person_id: int) -> int:
        """Take back what a cadre said; how many organisations that were."""
        mine = {"activity_id": activity_id, "person_id": person_id}
        return self._run(CLEAR_HEADCOUNT, **mine).rowcount

    def move_all(self, point_id: int, to_id: int) -> None:
        """The groups of one point, to another."""
        self._run(MOVE_ALL_GROUPS, point_id=point_id, to_id=to_id)

    def said(
        self, activity_id: int, point_id: int | None = None, locality_id: int | None = None
    ) -> list[Headcount]:
        which = {"activity_id": activity_id, "point_id": point_id, "locality_id": locality_id}
        return [Headcount(*row) for row in self._all(HEADCOUNTS, **which)]

    def said_last(self, activity_id: int, locality_id: int) -> dict[int, int]:
        """What a place said for the last day of the same kind, by organisation."""
        rows = self._all(LAST_GROUP, activity_id=activity_id, locality_id=locality_id)
        return {row["organisation_id"]: row["number"] for row in rows}
