"""What was said about each point: every report stays, the rules choose the one that counts."""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from domain.kinds import LEARNS
from domain.turnout import Basis, PointFigures, Rank, Report, official
from storage import reports
from storage.personal import Personal, Stays
from storage.rows import load_all, moment, moment_or_none, stamp, stamp_or_none
from storage.table import Table

Standing = Mapping[int, Mapping[int, Report]]
"""The report that counts, by activity and point."""

ADD = """
INSERT INTO turnout (id, batch, point_id, reporter_id, recorded_by, total, not_held, reason, raw,
                     rank, proof, everyone, state, doubt, candidates, about, absent, either,
                     event_at, reported_at, confirmed_at)
SELECT next.id, next.id, point.id, :reporter_id, :recorded_by, :total, :not_held, :reason, :raw,
       :rank, :proof, :everyone, :state, :doubt, :candidates, :about, :absent, :either,
       activity.starts_at, :reported_at, :confirmed_at
  FROM point JOIN activity ON activity.id = point.activity_id
  JOIN (SELECT 1 + coalesce(max(id), 0) AS id FROM turnout) next
 WHERE activity.office_id = :office_id AND point.id = :point_id
"""
SET_BATCH = """
UPDATE turnout SET batch = :batch
 WHERE id = :id AND EXISTS (
    SELECT 1 FROM point p JOIN activity a ON a.id = p.activity_id
     WHERE p.id = point_id AND a.office_id = :office_id)
"""
ADD_PARTS = """
INSERT INTO turnout_part (turnout_id, organisation_id, number)
SELECT t.id, part.key, part.value
  FROM turnout t JOIN point p ON p.id = t.point_id JOIN activity a ON a.id = p.activity_id
  JOIN json_each(:parts) part
 WHERE t.id = :id AND a.office_id = :office_id
"""
CLEAR_PARTS = """
DELETE FROM turnout_part WHERE turnout_id IN
 (SELECT t.id FROM turnout t JOIN point p ON p.id = t.point_id
    JOIN activity a ON a.id = p.activity_id
   WHERE t.id = :id AND a.office_id = :office_id)
"""
ADD_MEASURE = """
INSERT INTO turnout_measure (turnout_id, measure, amount, position)
SELECT t.id, :measure, :amount, :position
  FROM turnout t JOIN point p ON p.id = t.point_id JOIN activity a ON a.id = p.activity_id
 WHERE t.id = :id AND a.office_id = :office_id
ON CONFLICT DO UPDATE SET amount = excluded.amount
"""
_reports = """
SELECT turnout.*, point.activity_id, coalesce(person.name, '') AS reporter,
       (SELECT json_group_object(organisation_id, number) FROM turnout_part p
         WHERE p.turnout_id = turnout.id) AS parts,
       (SELECT json_group_object(measure, amount) FROM (
          SELECT measure, amount FROM turnout_measure m WHERE m.turnout_id = turnout.id
           ORDER BY position, measure)) AS measures
  FROM turnout JOIN point ON point.id = turnout.point_id
  JOIN activity ON activity.id = point.activity_id
  LEFT JOIN person ON person.id = turnout.reporter_id
 WHERE activity.office_id = :office_id"""
REPORT = _reports + " AND turnout.id = :id"
OF_BATCH = _reports + " AND turnout.batch = :batch ORDER BY turnout.id"
OF_POINT = (
    _reports
    + """
   AND turnout.point_id = :point_id AND turnout.state IN ('echoed', 'confirmed')
 ORDER BY turnout.id
"""
)
OF_POINTS = (
    _reports
    + """
   AND turnout.point_id IN (SELECT value FROM json_each(:points))
   AND turnout.state = 'confirmed' ORDER BY turnout.id
"""
)
OF_ACTIVITY = (
    _reports
    + """
   AND point.activity_id = :activity_id AND turnout.state = 'confirmed'
   AND (:until IS NULL OR turnout.confirmed_at <= :until)
 ORDER BY turnout.id
"""
)
OF_ACTIVITIES = (
    _reports
    + """
   AND point.activity_id IN (SELECT value FROM json_each(:activities))
   AND turnout.state = 'confirmed' AND turnout.confirmed_at <= :until ORDER BY turnout.id
"""
)
CONFIRM = """
UPDATE turnout SET state = 'confirmed', confirmed_at = :now, reason = :reason, rank = :rank,
       proof = :proof, everyone = :everyone, reporter_id = :reporter_id
 WHERE id = :id AND state = 'echoed' AND EXISTS (
    SELECT 1 FROM point p JOIN activity a ON a.id = p.activity_id
     WHERE p.id = point_id AND a.office_id = :office_id)
"""
SET_TOTAL = """
UPDATE turnout SET total = :total, doubt = '', candidates = '[]'
 WHERE id = :id AND state = 'echoed' AND EXISTS (
    SELECT 1 FROM point p JOIN activity a ON a.id = p.activity_id
     WHERE p.id = point_id AND a.office_id = :office_id)
"""
SETTLE_MEASURE = """
UPDATE turnout SET doubt = '', either = '[]'
 WHERE id = :id AND state = 'echoed' AND EXISTS (
    SELECT 1 FROM point p JOIN activity a ON a.id = p.activity_id
     WHERE p.id = point_id AND a.office_id = :office_id)
"""
DROP = """
UPDATE turnout SET state = 'dropped'
 WHERE id = :id AND EXISTS (
    SELECT 1 FROM point p JOIN activity a ON a.id = p.activity_id
     WHERE p.id = point_id AND a.office_id = :office_id)
"""
DROP_ECHOES = """
UPDATE turnout SET state = 'dropped'
 WHERE state = 'echoed' AND +recorded_by = :person_id
   AND (:point_id IS NULL OR point_id = :point_id) AND EXISTS (
    SELECT 1 FROM point p JOIN activity a ON a.id = p.activity_id
     WHERE p.id = point_id AND a.office_id = :office_id)
"""
DROP_OLD_ECHOES = """
UPDATE turnout SET state = 'dropped'
 WHERE state = 'echoed' AND reported_at < :before AND EXISTS (
    SELECT 1 FROM point p JOIN activity a ON a.id = p.activity_id
     WHERE p.id = point_id AND a.office_id = :office_id)
"""
FIGURES = """
SELECT activity.code, point.name AS point, total, not_held, raw, turnout.reason, reported_at
  FROM turnout JOIN point ON point.id = turnout.point_id
  JOIN activity ON activity.id = point.activity_id
 WHERE (turnout.reporter_id = :person_id OR turnout.recorded_by = :person_id)
"""
OLD_WORDS = """
UPDATE turnout SET raw = '' WHERE raw <> '' AND reported_at < :before AND EXISTS (
    SELECT 1 FROM point p JOIN activity a ON a.id = p.activity_id
     WHERE p.id = point_id AND a.office_id = :office_id)
"""
PERSONAL = Personal(
    stays={
        "turnout.reporter_id": Stays.DUTY,
        "turnout.recorded_by": Stays.DUTY,
    },
    export={"figure": FIGURES},
)


class Turnouts(Table):
    def add(
        self,
        point_id: int,
        said: PointFigures,
        now: datetime,
        *,
        by: int | None,
        rank: Rank,
        proof: Basis,
        confirmed_at: datetime | None = None,
    ) -> int:
        """Write down what was said; it is echoed until it is confirmed, a batch of its own."""
        added = self._add(
            ADD,
            point_id=point_id,
            reporter_id=by,
            recorded_by=by,
            total=said.total,
            not_held=said.not_held,
            reason="",
            raw=said.raw,
            rank=rank.value,
            **_stored(proof),
            state="confirmed" if confirmed_at else "echoed",
            doubt=said.doubt,
            candidates=json.dumps(said.candidates),
            about=said.about,
            absent=said.absent,
            either=json.dumps(said.either),
            reported_at=stamp(now),
            confirmed_at=stamp_or_none(confirmed_at),
        )
        self._add_parts(added, said.parts)
        for n, (measure, amount) in enumerate(said.measures.items()):
            self._run(ADD_MEASURE, id=added, measure=measure, amount=float(amount), position=n)
        return added

    def _add_parts(self, report_id: int, parts: Mapping[int, int]) -> None:
        if parts:
            self._run(ADD_PARTS, id=report_id, parts=json.dumps(parts))

    def set_batch(self, report_id: int, batch: int) -> None:
        """Reports of one message are confirmed together."""
        self._run(SET_BATCH, id=report_id, batch=batch)

    def _some(self, sql: str, **which: Any) -> list[Report]:
        return self._read(_report, sql, **which)

    def get(self, report_id: int) -> Report | None:
        return next(iter(self._some(REPORT, id=report_id)), None)

    def batch(self, batch: int) -> list[Report]:
        return self._some(OF_BATCH, batch=batch)

    def echoed(self, point_id: int) -> list[Report]:
        return [said for said in self._said_of(point_id) if said.state == "echoed"]

    def of_point(self, point_id: int) -> list[Report]:
        """All that was confirmed about a point, oldest first."""
        return [said for said in self._said_of(point_id) if said.state == "confirmed"]

    def _said_of(self, point_id: int) -> list[Report]:
        """What was read back or recorded, by one look for both."""
        return self._some(OF_POINT, point_id=point_id)

    def of_points(self, point_ids: Iterable[int]) -> list[Report]:
        """The same about several points at once."""
        return self._some(OF_POINTS, points=json.dumps(list(point_ids)))

    def held(self, since: datetime, ends: datetime, until: datetime) -> list[tuple[int, int, int]]:
        """Each activity held between two moments, its people as confirmed until a third, and how
        many of its points nobody had reported by then."""
        span = {"since": stamp(since), "ends": stamp(ends), "until": stamp(until)}
        rows = self._all(reports.YEAR, but=json.dumps(LEARNS), **span)
        return [(row["activity_id"], row["people"], row["silent"]) for row in rows]

    def of_activity(self, activity_id: int, until: datetime | None = None) -> list[Report]:
        """All that was confirmed, up to a moment."""
        return self._some(OF_ACTIVITY, activity_id=activity_id, until=stamp_or_none(until))

    def standing(self, activities: Iterable[int], until: datetime) -> Standing:
        """What counted of several days at a moment."""
        asked = {"activities": json.dumps(list(activities)), "until": stamp(until)}
        return self.memory.made_from(self._all(OF_ACTIVITIES, **asked), _standing)

    def confirm(
        self,
        report_id: int,
        now: datetime,
        *,
        rank: Rank,
        proof: Basis,
        reporter_id: int | None,
        reason: str = "",
    ) -> None:
        self._run(
            CONFIRM,
            id=report_id,
            now=stamp(now),
            rank=rank.value,
            **_stored(proof),
            reporter_id=reporter_id,
            reason=reason,
        )

    def set_total(self, report_id: int, total: int, parts: Mapping[int, int]) -> None:
        """A doubt is settled by a choice."""
        self._run(SET_TOTAL, id=report_id, total=total)
        self._run(CLEAR_PARTS, id=report_id)
        self._add_parts(report_id, parts)

    def settle_measure(self, report_id: int, measure: str, amount: float) -> None:
        """Which of two readings of a measure is meant."""
        if self._run(SETTLE_MEASURE, id=report_id).rowcount:
            self._run(ADD_MEASURE, id=report_id, measure=measure, amount=amount, position=0)

    def drop(self, report_id: int) -> None:
        """It does not count, and stays as history."""
        self._run(DROP, id=report_id)

    def drop_echoes(self, person_id: int, point_id: int | None = None) -> int:
        """What this person said, of one point or of any, and never confirmed; how many."""
        return self._run(DROP_ECHOES, person_id=person_id, point_id=point_id).rowcount

    def erase_echoes(self, before: datetime) -> None:
        """What anybody said and did not confirm in time."""
        self._run(DROP_OLD_ECHOES, before=stamp(before))

    def erase_words(self, before: datetime) -> int:
        """What was typed of a day's figures; the figures stay."""
        return self._run(OLD_WORDS, before=stamp(before)).rowcount


def _stored(proof: Basis) -> dict[str, Any]:
    """«Đủ cả» is a roll call in which everyone was there by one tap."""
    kind = Basis.ROLL_CALL if proof is Basis.ALL else proof
    return {"proof": kind.value, "everyone": proof is Basis.ALL}


def _standing(rows: list[sqlite3.Row]) -> Standing:
    found: dict[int, list[Report]] = {}
    for row in rows:
        found.setdefault(row["activity_id"], []).append(_report(row))
    return {activity_id: official(told) for activity_id, told in found.items()}


def _report(row: sqlite3.Row) -> Report:
    return Report(
        id=row["id"],
        point_id=row["point_id"],
        activity_id=row["activity_id"],
        reporter_id=row["reporter_id"],
        recorded_by=row["recorded_by"],
        reporter=row["reporter"],
        raw=row["raw"] or "",
        total=row["total"],
        parts={int(key): number for key, number in json.loads(row["parts"]).items()},
        measures=json.loads(row["measures"]),
        rank=Rank(row["rank"]),
        proof=Basis.ALL if row["everyone"] else Basis(row["proof"]),
        state=row["state"],
        reported_at=moment(row["reported_at"]),
        confirmed_at=moment_or_none(row["confirmed_at"]),
        not_held=bool(row["not_held"]),
        reason=row["reason"],
        doubt=row["doubt"],
        candidates=load_all(row["candidates"]),
        batch=row["batch"],
        about=bool(row["about"]),
        absent=row["absent"],
        either=tuple((code, amount) for code, amount in load_all(row["either"])),
        event_at=moment_or_none(row["event_at"]),
    )
