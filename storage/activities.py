"""Activities and their points, as they are planned."""

import sqlite3
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import TypeVar

from domain.activities import Activity, Audience, NewPoint, Plan, Point, Stage
from storage.personal import Personal, Stays
from storage.rows import dump, load_all, moment, stamp
from storage.table import Table

T = TypeVar("T")

ADD = """
INSERT INTO activity (office_id, code, kind, title, host_id, organiser_id, starts_at, ends_at,
                      closes_at, state, created_at)
VALUES (:office_id, :code, :kind, :title, :host_id, :organiser_id, :starts_at, :ends_at,
        :closes_at, :state, :now)
"""
CODES = """
SELECT code FROM activity
 WHERE office_id = :office_id AND (code = :code OR code > :code || '-' AND code < :code || '.')
"""
ADD_POINT = """
INSERT INTO point (activity_id, name, locality_id, leader_id, capacity, landmark, lat, lon)
SELECT id, :name, :locality_id, :leader_id, :capacity, :landmark, :lat, :lon FROM activity
 WHERE office_id = :office_id AND id = :activity_id
"""
CLEAR_TARGETS = """
DELETE FROM target WHERE activity_id IN
 (SELECT id FROM activity WHERE office_id = :office_id AND id = :activity_id)
"""
ADD_TARGET = """
INSERT INTO target (activity_id, organisation_id, number)
SELECT id, :organisation_id, :number FROM activity
 WHERE office_id = :office_id AND id = :activity_id
"""
_activities = """
SELECT activity.*, coalesce(organisation.short, '') AS host,
       (SELECT coalesce(sum(number), 0) FROM target t WHERE t.activity_id = activity.id) AS target,
       (SELECT json_group_array(organisation_id) FROM activity_cohost c
         WHERE c.activity_id = activity.id) AS cohost_ids
  FROM activity LEFT JOIN organisation ON organisation.id = activity.host_id
 WHERE activity.office_id = :office_id"""
GET = _activities + " AND activity.id = :id"
OF_POINT = (
    _activities
    + """
   AND activity.id = (SELECT activity_id FROM point WHERE id = :point_id AND dropped_at IS NULL)
"""
)
BETWEEN = (
    _activities + " AND starts_at >= :since AND starts_at < :until ORDER BY starts_at, activity.id"
)
OF_KINDS = (
    _activities
    + """
   AND starts_at >= :since AND starts_at < :until
   AND activity.kind IN (SELECT value FROM json_each(:kinds)) ORDER BY starts_at, activity.id
"""
)
_points = """
SELECT point.*, coalesce(locality.name, '') AS locality, coalesce(person.name, '') AS leader
  FROM point JOIN activity ON activity.id = point.activity_id
  LEFT JOIN locality ON locality.id = point.locality_id
  LEFT JOIN person ON person.id = point.leader_id
 WHERE activity.office_id = :office_id AND point.dropped_at IS NULL"""
POINTS = _points + " AND point.activity_id = :activity_id ORDER BY point.id"
POINTS_OF_DAYS = (
    _points
    + """
   AND point.activity_id IN (SELECT value FROM json_each(:activities)) ORDER BY point.id
"""
)
POINTS_BETWEEN = (
    _points
    + """
   AND activity.starts_at >= :since AND activity.starts_at < :until ORDER BY point.id
"""
)
POINTS_OF = (
    _points
    + """
   AND point.activity_id IN (SELECT value FROM json_each(:activities))
   AND (point.leader_id = :leader_id
        OR point.locality_id IN (SELECT value FROM json_each(:localities))
        OR point.activity_id IN (SELECT value FROM json_each(:whole)))
 ORDER BY point.id
"""
)
POINT = _points + " AND point.id = :point_id"
TARGETS = """
SELECT target.organisation_id, target.number
  FROM target JOIN activity ON activity.id = target.activity_id
 WHERE activity.office_id = :office_id AND activity.id = :activity_id ORDER BY target.id
"""
TARGETS_OF_DAYS = """
SELECT target.activity_id, target.organisation_id, target.number
  FROM target JOIN activity ON activity.id = target.activity_id
 WHERE activity.office_id = :office_id
   AND activity.id IN (SELECT value FROM json_each(:activities)) ORDER BY target.id
"""
SET_POINT_TARGET = """
UPDATE point SET target = :target
 WHERE id = :id AND EXISTS (SELECT 1 FROM activity
                             WHERE activity.id = activity_id AND office_id = :office_id)
"""
SET_STATE = """
UPDATE activity SET state = :state, version = version + 1
 WHERE office_id = :office_id AND id = :id
"""
AUDIENCE = """
SELECT organisation_id, locality_id FROM audience
  JOIN activity ON activity.id = audience.activity_id
 WHERE activity.office_id = :office_id AND activity.id = :activity_id
"""
CLEAR_AUDIENCE = """
DELETE FROM audience WHERE activity_id IN
 (SELECT id FROM activity WHERE office_id = :office_id AND id = :activity_id)
"""
ADD_AUDIENCE = """
INSERT INTO audience (activity_id, organisation_id, locality_id)
SELECT id, :organisation_id, :locality_id FROM activity
 WHERE office_id = :office_id AND id = :activity_id
"""
SET_POSITION = """
UPDATE point SET lat = :lat, lon = :lon WHERE id = :id
   AND EXISTS (SELECT 1 FROM activity a WHERE a.id = activity_id AND a.office_id = :office_id)
"""
SET_LANDMARK = """
UPDATE point SET landmark = :landmark WHERE id = :id
   AND EXISTS (SELECT 1 FROM activity a WHERE a.id = activity_id AND a.office_id = :office_id)
"""
CHANGE_POINT = """
UPDATE point SET leader_id = :leader_id, capacity = :capacity WHERE id = :id
   AND EXISTS (SELECT 1 FROM activity a WHERE a.id = activity_id AND a.office_id = :office_id)
"""
MOVE_POINT = """
UPDATE point SET name = :name, locality_id = :locality_id, landmark = '', lat = NULL, lon = NULL
 WHERE id = :id
   AND EXISTS (SELECT 1 FROM activity a WHERE a.id = activity_id AND a.office_id = :office_id)
"""
RENAME_POINT = """
UPDATE point SET name = :name WHERE id = :id
   AND EXISTS (SELECT 1 FROM activity a WHERE a.id = activity_id AND a.office_id = :office_id)
"""
DROP_POINT = """
UPDATE point SET dropped_at = :now WHERE id = :id
   AND EXISTS (SELECT 1 FROM activity a WHERE a.id = activity_id AND a.office_id = :office_id)
"""
SHIFT = """
UPDATE activity SET starts_at = :starts, ends_at = :ends, closes_at = :closes,
       version = version + 1
 WHERE office_id = :office_id AND id = :id
"""
PERSONAL = Personal(
    stays={
        "activity.organiser_id": Stays.DUTY,
        "point.leader_id": Stays.DUTY,
    },
)


class Activities(Table):
    def add(self, plan: Plan, code: str, closes: datetime, now: datetime, state: Stage) -> int:
        return self._add(
            ADD,
            code=self._free_code(code),
            kind=plan.kind,
            title=plan.title,
            host_id=plan.host_id,
            organiser_id=plan.organiser_id,
            starts_at=stamp(plan.starts),
            ends_at=stamp(plan.starts + plan.lasts),
            closes_at=stamp(closes),
            state=state.value,
            now=stamp(now),
        )

    def _free_code(self, code: str) -> str:
        """`T7-2811`, or `T7-2811-2` when that is taken."""
        taken = {row["code"] for row in self._all(CODES, code=code)}
        spare = (f"{code}-{n}" for n in range(2, len(taken) + 3))
        return code if code not in taken else next(c for c in spare if c not in taken)

    def add_point(self, activity_id: int, point: NewPoint) -> int:
        return self._add(
            ADD_POINT,
            activity_id=activity_id,
            name=point.name,
            locality_id=point.locality_id,
            leader_id=point.leader_id,
            capacity=point.capacity,
            landmark=point.landmark,
            lat=point.lat,
            lon=point.lon,
        )

    def set_position(self, point_id: int, lat: float, lon: float) -> None:
        self._run(SET_POSITION, id=point_id, lat=lat, lon=lon)

    def set_landmark(self, point_id: int, landmark: str) -> None:
        self._run(SET_LANDMARK, id=point_id, landmark=landmark)

    def change_point(self, point_id: int, leader_id: int | None, capacity: int | None) -> None:
        self._run(CHANGE_POINT, id=point_id, leader_id=leader_id, capacity=capacity)

    def move_point(self, point_id: int, name: str, locality_id: int | None) -> None:
        """Another place: what was said of the old one, map and landmark, goes."""
        self._run(MOVE_POINT, id=point_id, name=name, locality_id=locality_id)

    def rename_point(self, point_id: int, name: str) -> None:
        """The same place, spelt otherwise."""
        self._run(RENAME_POINT, id=point_id, name=name)

    def drop_point(self, point_id: int, now: datetime) -> None:
        self._run(DROP_POINT, id=point_id, now=stamp(now))

    def set_targets(self, activity_id: int, targets: Mapping[int | None, int]) -> None:
        """How many are hoped for, by organisation; None stands for the whole."""
        self._run(CLEAR_TARGETS, activity_id=activity_id)
        for organisation_id, number in targets.items():
            self._run(
                ADD_TARGET, activity_id=activity_id, organisation_id=organisation_id, number=number
            )

    def set_point_target(self, point_id: int, target: int | None) -> None:
        self._run(SET_POINT_TARGET, id=point_id, target=target)

    def get(self, activity_id: int) -> Activity:
        return _activity(self._one(GET, id=activity_id))

    def of_point(self, point_id: int) -> Activity:
        """The one that a point is of."""
        row = self._one(OF_POINT, point_id=point_id)
        self._know(GET, [row], id=row["id"])
        return _activity(row)

    def between(self, since: datetime, until: datetime) -> list[Activity]:
        """Those that begin in a span of time, in their order."""
        return self._read(_activity, BETWEEN, since=stamp(since), until=stamp(until))

    def of_kinds(self, kinds: Iterable[str], since: datetime, until: datetime) -> list[Activity]:
        """Those of some kinds that begin in a span of time, in their order."""
        span = {"since": stamp(since), "until": stamp(until)}
        return self._read(_activity, OF_KINDS, kinds=dump(list(kinds)), **span)

    def points(self, activity_id: int) -> list[Point]:
        return self._read(_point, POINTS, activity_id=activity_id)

    def points_of_days(self, activities: Iterable[int]) -> Mapping[int, list[Point]]:
        """Those of several days at once, by activity."""
        rows = self._all(POINTS_OF_DAYS, activities=dump(list(activities)))
        return self.memory.made_from(rows, lambda found: _by_day(found, _point))

    def points_between(self, since: datetime, until: datetime) -> list[Point]:
        """Those of all days that begin in a span of time."""
        rows = self._all(POINTS_BETWEEN, since=stamp(since), until=stamp(until))
        return [_point(row) for row in rows]

    def points_of(
        self, person_id: int, localities: Iterable[int], days: Iterable[int], whole: Iterable[int]
    ) -> list[Point]:
        """Of these days the points that somebody leads or that lie in their places, and all of
        the `whole` ones."""
        rows = self._all(
            POINTS_OF,
            leader_id=person_id,
            localities=dump(list(localities)),
            activities=dump(list(days)),
            whole=dump(list(whole)),
        )
        return [_point(row) for row in rows]

    def point(self, point_id: int) -> Point:
        return _point(self._one(POINT, point_id=point_id))

    def targets(self, activity_id: int) -> dict[int | None, int]:
        return {r[0]: r[1] for r in self._all(TARGETS, activity_id=activity_id)}

    def targets_of_days(self, activities: Iterable[int]) -> Mapping[int, Mapping[int | None, int]]:
        """Those of several days at once, by activity and organisation."""
        rows = self._all(TARGETS_OF_DAYS, activities=dump(list(activities)))
        return self.memory.made_from(rows, _targets)

    def audience(self, activity_id: int) -> Audience:
        rows = self._all(AUDIENCE, activity_id=activity_id)
        organisations = frozenset(r["organisation_id"] for r in rows if r["organisation_id"])
        return Audience(organisations, frozenset(r[1] for r in rows if r[1]))

    def set_audience(self, activity_id: int, audience: Audience) -> None:
        self._run(CLEAR_AUDIENCE, activity_id=activity_id)
        for id_ in audience.organisations:
            self._run(ADD_AUDIENCE, activity_id=activity_id, organisation_id=id_, locality_id=None)
        for id_ in audience.localities:
            self._run(ADD_AUDIENCE, activity_id=activity_id, organisation_id=None, locality_id=id_)

    def set_state(self, activity_id: int, state: Stage) -> None:
        self._run(SET_STATE, id=activity_id, state=state.value)

    def shift(self, activity_id: int, starts: datetime, ends: datetime, closes: datetime) -> None:
        """Another time, and until when one registers for it."""
        hours = {"starts": stamp(starts), "ends": stamp(ends), "closes": stamp(closes)}
        self._run(SHIFT, id=activity_id, **hours)

    def with_points(self, activities: Iterable[Activity]) -> list[tuple[Activity, Point]]:
        return [(a, point) for a in activities for point in self.points(a.id)]


def _by_day(rows: list[sqlite3.Row], make: Callable[[sqlite3.Row], T]) -> dict[int, list[T]]:
    found: dict[int, list[T]] = {}
    for row in rows:
        found.setdefault(row["activity_id"], []).append(make(row))
    return found


def _targets(rows: list[sqlite3.Row]) -> dict[int, dict[int | None, int]]:
    pairs = _by_day(rows, lambda row: (row["organisation_id"], row["number"]))
    return {activity_id: dict(found) for activity_id, found in pairs.items()}


def _activity(row: sqlite3.Row) -> Activity:
    return Activity(
        id=row["id"],
        code=row["code"],
        kind=row["kind"],
        title=row["title"],
        starts=moment(row["starts_at"]),
        ends=moment(row["ends_at"]),
        closes=moment(row["closes_at"]),
        stored=Stage(row["state"]),
        host_id=row["host_id"],
        host=row["host"],
        organiser_id=row["organiser_id"],
        campaign=row["campaign"],
        content=row["content"],
        bring=row["bring"],
        rain_plan=row["rain_plan"],
        photo_policy=row["photo_policy"],
        min_age=row["min_age"],
        children_allowed=bool(row["children_allowed"]),
        version=row["version"],
        target=row["target"],
        cohost_ids=frozenset(load_all(row["cohost_ids"])),
        least=row["least"],
        warn_days=row["warn_days"],
    )


def _point(row: sqlite3.Row) -> Point:
    return Point(
        id=row["id"],
        activity_id=row["activity_id"],
        name=row["name"],
        locality_id=row["locality_id"],
        locality=row["locality"],
        landmark=row["landmark"],
        lat=row["lat"],
        lon=row["lon"],
        leader_id=row["leader_id"],
        leader=row["leader"],
        capacity=row["capacity"],
        target=row["target"],
    )
