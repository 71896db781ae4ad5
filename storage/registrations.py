"""Who comes and who waits, point by point, in the order of their taps."""

import json
import sqlite3
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from domain.consent import Age
from domain.registrations import Registration
from domain.seats import Fullness, Standing
from storage.everywhere import Everywhere
from storage.personal import Personal, Stays
from storage.rows import moment, moment_or_none, stamp, stamp_or_none
from storage.table import Table

ADD = """
INSERT INTO registration (office_id, activity_id, point_id, person_id, standing, age, guardian,
                          proof, recorded_by, happened_at, at, changed_at)
VALUES (:office_id, :activity_id, :point_id, :person_id, :standing, :age, :guardian,
        :proof, :recorded_by, :happened_at, :now, :now)
RETURNING *, coalesce((SELECT name FROM person WHERE id = person_id), '') AS name
"""
GET = """
SELECT registration.*, coalesce(person.name, '') AS name
  FROM registration LEFT JOIN person ON person.id = registration.person_id
 WHERE registration.office_id = :office_id AND registration.id = :id
"""
OF_PERSON = """
SELECT registration.*, '' AS name FROM registration
 WHERE office_id = :office_id AND activity_id = :activity_id AND person_id = :person_id
 ORDER BY id DESC LIMIT 1
"""
AT_POINT = """
SELECT registration.*, coalesce(person.name, '') AS name
  FROM registration LEFT JOIN person ON person.id = registration.person_id
 WHERE registration.office_id = :office_id AND point_id = :point_id
   AND standing IN (SELECT value FROM json_each(:standings))
 ORDER BY registration.id
"""
WAITING = """
SELECT registration.*, '' AS name FROM registration
 WHERE office_id = :office_id AND point_id = :point_id AND standing = 'waitlisted'
   AND 1 + adults <= :left
 ORDER BY id LIMIT :most
"""
ROOM = """
SELECT taken, CASE WHEN taken < :capacity
         THEN (SELECT coalesce(sum(1 + adults), 0) FROM registration
                WHERE point_id = :point_id AND office_id = :office_id AND standing = 'waitlisted'
                  AND 1 + adults <= :capacity - taken)
         ELSE 0 END AS waiting
  FROM (SELECT coalesce(sum(places), 0) AS taken
          FROM (SELECT 1 + adults AS places FROM registration
                 WHERE point_id = :point_id AND office_id = :office_id AND standing IN
                       ('held', 'registered', 'confirmed', 'offered', 'present', 'absent')
                 UNION ALL
                SELECT number FROM point JOIN activity ON activity.id = point.activity_id
                  JOIN headcount ON headcount.activity_id = activity.id
                                AND headcount.point_id = point.id
                 WHERE point.id = :point_id AND activity.office_id = :office_id
                 UNION ALL
                SELECT number FROM point JOIN activity ON activity.id = point.activity_id
                  JOIN training_outside ON training_outside.activity_id = activity.id
                 WHERE point.id = :point_id AND activity.office_id = :office_id
                   AND NOT EXISTS (SELECT 1 FROM point first
                        WHERE first.activity_id = activity.id AND first.id < point.id)))
"""
WAITING_IN_ALL = """
SELECT count(*) FROM registration
 WHERE activity_id = :activity_id AND office_id = :office_id AND standing = 'waitlisted'
"""
PLACE_IN_LINE = """
SELECT count(*) FROM registration
 WHERE point_id = :point_id AND standing = 'waitlisted' AND id <= :id AND office_id = :office_id
"""
SET_STANDING = """
UPDATE registration SET standing = :standing, offer_ends = :offer_ends, changed_at = :now
 WHERE office_id = :office_id AND id = :id
"""
SET_COMPANIONS = """
UPDATE registration SET adults = :adults, children = :children, changed_at = :now
 WHERE office_id = :office_id AND id = :id
"""
MOVE_ALL = """
UPDATE registration SET point_id = :to_id, changed_at = :now
 WHERE office_id = :office_id AND point_id = :point_id
   AND standing IN ('held', 'registered', 'confirmed', 'waitlisted', 'offered')
"""
SET_EVENING = "UPDATE registration SET evening = :yes WHERE office_id = :office_id AND id = :id"
SET_LATE = "UPDATE registration SET late = 1 WHERE office_id = :office_id AND id = :id"
SET_AGE = "UPDATE registration SET age = :age WHERE office_id = :office_id AND id = :id"
SET_GUARDIAN = """
UPDATE registration SET guardian = :subject WHERE office_id = :office_id AND id = :id
"""
RECORD = """
UPDATE registration SET standing = :standing, proof = :proof, recorded_by = :who,
       happened_at = :happened_at, changed_at = :now, offer_ends = NULL
 WHERE office_id = :office_id AND id = :id
"""
KEEP = """
UPDATE registration SET disputed_at = NULL, reviews = reviews + 1, reviewer = :who
 WHERE office_id = :office_id AND id = :id
"""
DISPUTE = "UPDATE registration SET disputed_at = :now WHERE office_id = :office_id AND id = :id"
FORGET_EVENINGS = """
UPDATE registration SET evening = NULL
 WHERE office_id = :office_id AND activity_id = :activity_id AND evening = 'yes'
"""
OFFERS_OVER = """
SELECT registration.*, '' AS name FROM registration
 WHERE office_id = :office_id AND standing = 'offered' AND offer_ends <= :now ORDER BY id
"""
PLEDGED = """
SELECT DISTINCT activity.id
  FROM registration JOIN activity ON activity.id = registration.activity_id
 WHERE activity.office_id = :office_id AND registration.person_id = :person_id
   AND standing IN ('held', 'registered', 'confirmed', 'offered')
   AND activity.state IN ('open', 'closed')
   AND activity.starts_at < :ends AND activity.ends_at > :starts
"""
COUNTS = """
SELECT standing, sum(people) AS people, sum(adults) AS adults, sum(children) AS children,
       sum(yes) AS yes, sum(late) AS late
  FROM (SELECT point_id, standing, 1 AS people, adults, children,
               coalesce(evening = 'yes', 0) AS yes, late
          FROM registration WHERE office_id = :office_id AND activity_id = :activity_id
         UNION ALL
        SELECT point_id, standing, people, adults, children, 0, late
          FROM past_registration WHERE office_id = :office_id AND activity_id = :activity_id)
 WHERE :point_id IS NULL OR point_id = :point_id GROUP BY standing
"""
SPECTATORS = """
SELECT card.person_id FROM card
  JOIN activity ON activity.id = :activity_id AND activity.office_id = :office_id
 WHERE card.subject = :subject AND NOT EXISTS (
    SELECT 1 FROM registration r WHERE r.person_id = card.person_id
       AND r.activity_id = activity.id
       AND r.standing NOT IN ('cancelled', 'lapsed', 'waitlisted'))
"""
PEOPLE = """
SELECT DISTINCT person_id FROM registration
 WHERE office_id = :office_id AND activity_id = :activity_id AND person_id IS NOT NULL
"""
CHANGED = """
SELECT activity.id FROM activity
 WHERE activity.office_id = :office_id AND activity.state = 'open' AND ends_at > :now
   AND ((closes_at > :since AND closes_at <= :now) OR EXISTS (
    SELECT 1 FROM registration r WHERE r.activity_id = activity.id AND r.changed_at >= :since)
   OR EXISTS (
    SELECT 1 FROM journal step WHERE step.subject = activity.id AND step.kind = 'activity'
       AND step.event = 'group' AND step.office_id = :office_id AND step.at >= :since))
"""


# A person's own, in every office of the deployment.
OWN = """
SELECT registration.*, '' AS name
  FROM registration JOIN activity ON activity.id = registration.activity_id
 WHERE registration.person_id = :person_id
   AND (activity.ends_at > :since OR activity.state = 'postponed')
   AND standing IN ('held', 'registered', 'confirmed', 'waitlisted', 'offered')
   AND activity.state IN ('open', 'closed', 'postponed')
 ORDER BY activity.starts_at, registration.id
"""
OWN_CLASH = """
SELECT activity.title, activity.starts_at
  FROM registration JOIN activity ON activity.id = registration.activity_id
 WHERE registration.person_id = :person_id AND activity.id <> :activity_id
   AND standing IN ('held', 'registered', 'confirmed', 'offered')
   AND activity.state IN ('open', 'closed')
   AND activity.starts_at < :ends AND activity.ends_at > :starts
 ORDER BY activity.starts_at LIMIT 1
"""
HERE = """
SELECT max(registration.id) AS id
  FROM registration JOIN activity ON activity.id = registration.activity_id
 WHERE registration.person_id = :person_id AND activity.state IN ('open', 'closed')
   AND activity.starts_at <= :soon AND activity.ends_at >= :now
 GROUP BY activity.id ORDER BY activity.starts_at DESC LIMIT 1
"""
"""The day that somebody may be at just now, whatever became of their place."""
OLD_DAYS = """
SELECT id FROM registration
 WHERE office_id = :office_id
   AND activity_id IN (SELECT id FROM activity
        WHERE office_id = :office_id AND ends_at < :before AND EXISTS (
            SELECT 1 FROM registration left_over WHERE left_over.activity_id = activity.id))
   AND (person_id IS NULL OR :also OR NOT EXISTS (
    SELECT 1 FROM consent c JOIN person p ON p.subject = c.subject
     WHERE p.id = registration.person_id AND c.purpose = 'record'
       AND c.office_id = :office_id AND c.id = (SELECT max(id) FROM consent
           WHERE subject = c.subject AND purpose = 'record' AND office_id = :office_id)
       AND c.given))
 LIMIT :most
"""
FOLD = """
INSERT INTO past_registration (office_id, activity_id, point_id, standing, age, people, adults,
                               children, late)
SELECT office_id, activity_id, point_id, standing, age, count(*), sum(adults), sum(children),
       sum(late)
  FROM registration
 WHERE office_id = :office_id AND id IN (SELECT value FROM json_each(:ids))
 GROUP BY activity_id, point_id, standing, age
ON CONFLICT DO UPDATE
   SET people = people + excluded.people, adults = adults + excluded.adults,
       children = children + excluded.children, late = late + excluded.late
"""
FOLDED_STEPS = """
DELETE FROM journal
 WHERE office_id = :office_id AND kind = 'registration'
   AND subject IN (SELECT value FROM json_each(:ids))
"""
FOLDED_TRANSFERS = """
DELETE FROM transfer WHERE registration_id IN (SELECT id FROM registration
 WHERE office_id = :office_id AND id IN (SELECT value FROM json_each(:ids)))
"""
FOLDED = """
DELETE FROM registration
 WHERE office_id = :office_id AND id IN (SELECT value FROM json_each(:ids))
"""
HISTORY = """
SELECT registration.office_id, registration.activity_id, registration.standing, activity.ends_at
  FROM registration JOIN activity ON activity.id = registration.activity_id
 WHERE registration.person_id = :person_id ORDER BY registration.id
"""
OWN_DAYS = """
SELECT activity.code, activity.title, point.name AS point, activity.starts_at,
       registration.standing, registration.age, registration.adults, registration.children,
       registration.evening, registration.proof, registration.at, registration.changed_at
  FROM registration JOIN activity ON activity.id = registration.activity_id
  JOIN point ON point.id = registration.point_id
 WHERE registration.person_id = :person_id ORDER BY registration.id
"""
UNNAME = "UPDATE registration SET person_id = NULL WHERE person_id = :person_id"
PERSONAL = Personal(
    counted={"registration.person_id": UNNAME},
    stays={
        "registration.guardian": Stays.RANDOM,
        "registration.recorded_by": Stays.RANDOM,
        "registration.reviewer": Stays.RANDOM,
    },
    export={"registration": OWN_DAYS},
)


CAME = """
SELECT count(DISTINCT coalesce(registration.person_id, -registration.id)) AS people,
       count(*) AS times
  FROM registration JOIN activity ON activity.id = registration.activity_id
 WHERE registration.office_id = :office_id AND registration.standing = 'present'
   AND activity.office_id = :office_id
   AND activity.starts_at >= :begins AND activity.starts_at < :ends
"""


class Registrations(Table):
    def add(
        self,
        activity_id: int,
        point_id: int,
        person_id: int,
        standing: Standing,
        age: Age,
        now: datetime,
        *,
        guardian: str | None = None,
        proof: str | None = None,
        recorded_by: str | None = None,
    ) -> Registration:
        """Write a place, or a wait, at the end of the line."""
        row = self._one(
            ADD,
            activity_id=activity_id,
            point_id=point_id,
            person_id=person_id,
            standing=standing.value,
            age=age.value,
            guardian=guardian,
            proof=proof,
            recorded_by=recorded_by,
            happened_at=stamp(now) if proof else None,
            now=stamp(now),
        )
        self._know(OF_PERSON, [row], activity_id=activity_id, person_id=person_id)
        return _registration(row)

    def get(self, registration_id: int) -> Registration:
        return _registration(self._one(GET, id=registration_id))

    def of_person(self, activity_id: int, person_id: int | None) -> Registration | None:
        """The newest row of a person in an activity, whatever became of it."""
        if person_id is None:
            return None
        row = self._first(OF_PERSON, activity_id=activity_id, person_id=person_id)
        return _registration(row) if row else None

    def live(self, activity_id: int, person_id: int | None) -> Registration | None:
        found = self.of_person(activity_id, person_id)
        return found if found and found.is_live else None

    def at_point(self, point_id: int, *standings: Standing) -> list[Registration]:
        names = "[" + ",".join(f'"{standing}"' for standing in standings) + "]"
        return [_registration(r) for r in self._all(AT_POINT, point_id=point_id, standings=names)]

    def next_waiting(self, point_id: int, left: int) -> Registration | None:
        """The first in the line who fits, with those who come along, on what is left."""
        row = self._first(WAITING, point_id=point_id, left=left, most=1)
        return _registration(row) if row else None

    def all_waiting(self, point_id: int, left: int) -> list[Registration]:
        """Everybody in the line who fits on what is left."""
        return [
            _registration(row) for row in self._all(WAITING, point_id=point_id, left=left, most=-1)
        ]

    def room(self, point_id: int, capacity: int) -> Fullness:
        """How full a point is, with those who come in groups, and at the first of a class
        those from outside the roster; of those who wait, the places of whoever fits on what is
        left."""
        found = self._one(ROOM, point_id=point_id, capacity=capacity)
        return Fullness(capacity, found["taken"], found["waiting"])

    def waiting(self, activity_id: int) -> int:
        """How many wait for a place, at whichever point."""
        return int(self._value(WAITING_IN_ALL, activity_id=activity_id))

    def place_in_line(self, registration: Registration) -> int:
        values = {"point_id": registration.point_id, "id": registration.id}
        return int(self._value(PLACE_IN_LINE, **values))

    def set_standing(
        self, id_: int, standing: Standing, now: datetime, offer_ends: datetime | None = None
    ) -> None:
        values = {"id": id_, "standing": standing.value, "now": stamp(now)}
        self._run(SET_STANDING, **values, offer_ends=stamp_or_none(offer_ends))

    def move_all(self, point_id: int, to_id: int, now: datetime) -> None:
        """Everybody who comes or waits at one point, to another."""
        self._run(MOVE_ALL, point_id=point_id, to_id=to_id, now=stamp(now))

    def set_companions(self, id_: int, adults: int, children: int, now: datetime) -> None:
        self._run(SET_COMPANIONS, id=id_, adults=adults, children=children, now=stamp(now))

    def set_evening(self, id_: int, *, yes: bool) -> None:
        self._run(SET_EVENING, id=id_, yes="yes" if yes else "no")

    def forget_evenings(self, activity_id: int) -> None:
        """Time or place changed: who said yes is asked again."""
        self._run(FORGET_EVENINGS, activity_id=activity_id)

    def set_late(self, id_: int) -> None:
        self._run(SET_LATE, id=id_)

    def set_age(self, id_: int, age: Age) -> None:
        self._run(SET_AGE, id=id_, age=age.value)

    def set_guardian(self, id_: int, subject: str) -> None:
        self._run(SET_GUARDIAN, id=id_, subject=subject)

    def record(
        self, id_: int, standing: Standing, who: str, proof: str, happened: datetime, now: datetime
    ) -> None:
        """Present or absent, who says so, and both times."""
        values = {"id": id_, "standing": standing.value, "who": who, "proof": proof}
        self._run(RECORD, **values, happened_at=stamp(happened), now=stamp(now))

    def dispute(self, id_: int, now: datetime) -> None:
        self._run(DISPUTE, id=id_, now=stamp(now))

    def uphold(self, id_: int, who: str) -> None:
        """Somebody looked again, and the record stands: the question is closed."""
        self._run(KEEP, id=id_, who=who)

    def offers_over(self, now: datetime) -> list[Registration]:
        return [_registration(row) for row in self._all(OFFERS_OVER, now=stamp(now))]

    def pledged(self, person_id: int, starts: datetime, ends: datetime) -> list[int]:
        """The office's activities at these hours for which somebody has a place."""
        times = {"starts": stamp(starts), "ends": stamp(ends)}
        return [row[0] for row in self._all(PLEDGED, person_id=person_id, **times)]

    def counts(
        self, activity_id: int, point_id: int | None = None
    ) -> dict[str, Mapping[str, int]]:
        """By standing: people, adults and children with them, and who said yes."""
        rows = self._all(COUNTS, activity_id=activity_id, point_id=point_id)
        return {row["standing"]: {k: row[k] or 0 for k in row.keys()[1:]} for row in rows}

    def came(self, begins: datetime, ends: datetime) -> tuple[int, int]:
        """How many were there in this time, each counted once, and how often in all."""
        row = self._first(CAME, begins=stamp(begins), ends=stamp(ends))
        return (row["people"], row["times"]) if row else (0, 0)

    def spectators(self, activity_id: int) -> list[int]:
        """Who has the announcement on the screen, or their number in the line."""
        values = {"subject": f"activity:{activity_id}", "activity_id": activity_id}
        return [row["person_id"] for row in self._all(SPECTATORS, **values)]

    def people(self, activity_id: int) -> set[int]:
        """Everybody who has or had a place, or waited for one."""
        return {row["person_id"] for row in self._all(PEOPLE, activity_id=activity_id)}

    def changed_since(self, since: datetime, now: datetime) -> list[int]:
        """Activities in which somebody or a group came or went since, or whose list closed."""
        rows = self._all(CHANGED, since=stamp(since), now=stamp(now))
        return [row["id"] for row in rows]

    def fold_before(self, before: datetime, most: int, *, remembered: bool) -> int:
        """Places of old days become counts, and their steps go; `remembered` takes those who
        asked to be remembered too. How many there were, of so many at a time."""
        found = self._all(OLD_DAYS, before=stamp(before), also=remembered, most=most)
        ids = json.dumps([row["id"] for row in found])
        for statement in (FOLD, FOLDED_STEPS, FOLDED_TRANSFERS, FOLDED) if found else ():
            self._run(statement, ids=ids)
        return len(found)


class OwnRegistrations(Everywhere):
    """A person's own places, in every office; nobody else is shown them."""

    def ahead(self, person_id: int, since: datetime) -> list[Registration]:
        """What a person still has ahead, in every office."""
        rows = self._all(OWN, person_id=person_id, since=stamp(since))
        return [_registration(row) for row in rows]

    def clash(
        self, person_id: int, activity_id: int, starts: datetime, ends: datetime
    ) -> tuple[str, datetime] | None:
        """Another place of the same person at the same time: its title and start."""
        times = {"starts": stamp(starts), "ends": stamp(ends)}
        row = self._first(OWN_CLASH, person_id=person_id, activity_id=activity_id, **times)
        return (row["title"], moment(row["starts_at"])) if row else None

    def here(self, person_id: int, now: datetime, soon: datetime) -> int | None:
        """A person's newest row in a day that is on, or begins before `soon`."""
        times = {"now": stamp(now), "soon": stamp(soon)}
        found: int | None = self._value(HERE, person_id=person_id, **times)
        return found

    def history(self, person_id: int) -> list[dict[str, Any]]:
        """Every day somebody registered for: office, activity, standing, end."""
        return [dict(row) for row in self._all(HISTORY, person_id=person_id)]


def _registration(row: sqlite3.Row) -> Registration:
    return Registration(
        id=row["id"],
        office_id=row["office_id"],
        activity_id=row["activity_id"],
        point_id=row["point_id"],
        person_id=row["person_id"],
        standing=Standing(row["standing"]),
        age=Age(row["age"]),
        adults=row["adults"],
        children=row["children"],
        guardian=row["guardian"],
        evening=row["evening"],
        late=bool(row["late"]),
        offer_ends=moment_or_none(row["offer_ends"]),
        proof=row["proof"],
        recorded_by=row["recorded_by"],
        disputed_at=moment_or_none(row["disputed_at"]),
        reviews=row["reviews"],
        reviewer=row["reviewer"],
        at=moment(row["at"]),
        name=row["name"],
    )
