"""What was said about each point: every report stays, the rules choose the one that counts."""

import json
import sqlite3
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from domain.turnout import Basis, Entry, Rank, Report
from storage.rows import moment, moment_or_none, stamp, stamp_or_none
from storage.table import Table

ADD = """
INSERT INTO turnout (point_id, reporter_id, recorded_by, total, not_held, reason, raw, rank,
                     proof, everyone, state, doubt, candidates, about, absent, either, event_at,
                     reported_at, confirmed_at)
SELECT point.id, :reporter_id, :recorded_by, :total, :not_held, :reason, :raw, :rank, :proof,
       :everyone, :state, :doubt, :candidates, :about, :absent, :either, activity.starts_at,
       :reported_at, :confirmed_at
  FROM point JOIN activity ON activity.id = point.activity_id
 WHERE activity.office_id = :office_id AND point.id = :point_id
"""
SET_BATCH = """
UPDATE turnout SET batch = :batch
 WHERE id = :id
   AND point_id IN (SELECT p.id FROM point p JOIN activity a ON a.id = p.activity_id
                     WHERE a.office_id = :office_id)
"""
ADD_PART = """
INSERT INTO turnout_part (turnout_id, organisation_id, number)
VALUES (:id, :organisation_id, :number)
"""
CLEAR_PARTS = """
DELETE FROM turnout_part WHERE turnout_id IN
 (SELECT t.id FROM turnout t JOIN point p ON p.id = t.point_id
    JOIN activity a ON a.id = p.activity_id
   WHERE t.id = :id AND a.office_id = :office_id)
"""
ADD_MEASURE = """
INSERT INTO turnout_measure (turnout_id, measure, amount) VALUES (:id, :measure, :amount)
ON CONFLICT DO UPDATE SET amount = excluded.amount
"""
REPORTS = """
SELECT turnout.*, point.activity_id, coalesce(person.name, '') AS reporter,
       (SELECT json_group_object(organisation_id, number) FROM turnout_part p
         WHERE p.turnout_id = turnout.id) AS parts,
       (SELECT json_group_object(measure, amount) FROM turnout_measure m
         WHERE m.turnout_id = turnout.id) AS measures
  FROM turnout JOIN point ON point.id = turnout.point_id
  JOIN activity ON activity.id = point.activity_id
  LEFT JOIN person ON person.id = turnout.reporter_id
 WHERE activity.office_id = :office_id AND (:id IS NULL OR turnout.id = :id)
   AND (:batch IS NULL OR turnout.batch = :batch)
   AND (:point_id IS NULL OR turnout.point_id = :point_id)
   AND (:activity_id IS NULL OR point.activity_id = :activity_id)
   AND (:state IS NULL OR turnout.state = :state)
   AND (:until IS NULL OR turnout.confirmed_at <= :until)
 ORDER BY turnout.id
"""
CONFIRM = """
UPDATE turnout SET state = 'confirmed', confirmed_at = :now, reason = :reason, rank = :rank,
       proof = :proof, everyone = :everyone, reporter_id = :reporter_id
 WHERE id = :id AND state = 'echoed'
   AND point_id IN (SELECT p.id FROM point p JOIN activity a ON a.id = p.activity_id
                     WHERE a.office_id = :office_id)
"""
SET_TOTAL = """
UPDATE turnout SET total = :total, doubt = '', candidates = '[]'
 WHERE id = :id AND state = 'echoed'
   AND point_id IN (SELECT p.id FROM point p JOIN activity a ON a.id = p.activity_id
                     WHERE a.office_id = :office_id)
"""
SETTLE_MEASURE = """
UPDATE turnout SET doubt = '', either = '[]'
 WHERE id = :id AND state = 'echoed'
   AND point_id IN (SELECT p.id FROM point p JOIN activity a ON a.id = p.activity_id
                     WHERE a.office_id = :office_id)
"""
DROP = """
UPDATE turnout SET state = 'dropped'
 WHERE id = :id
   AND point_id IN (SELECT p.id FROM point p JOIN activity a ON a.id = p.activity_id
                     WHERE a.office_id = :office_id)
"""
DROP_ECHOES = """
UPDATE turnout SET state = 'dropped'
 WHERE state = 'echoed' AND (:person_id IS NULL OR recorded_by = :person_id)
   AND (:point_id IS NULL OR point_id = :point_id)
   AND (:before IS NULL OR reported_at < :before)
   AND point_id IN (SELECT p.id FROM point p JOIN activity a ON a.id = p.activity_id
                     WHERE a.office_id = :office_id)
"""


class Turnouts(Table):
    def add(
        self,
        point_id: int,
        said: Entry,
        now: datetime,
        *,
        by: int | None,
        rank: Rank,
        proof: Basis,
        confirmed_at: datetime | None = None,
    ) -> int:
        """Write down what was said; it is echoed until it is confirmed."""
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
        self.set_batch(added, added)
        self._add_parts(added, said.parts)
        for measure, amount in said.measures.items():
            self._run(ADD_MEASURE, id=added, measure=measure, amount=float(amount))
        return added

    def _add_parts(self, report_id: int, parts: Mapping[int, int]) -> None:
        for organisation_id, number in parts.items():
            self._run(ADD_PART, id=report_id, organisation_id=organisation_id, number=number)

    def set_batch(self, report_id: int, batch: int) -> None:
        """Reports of one message are confirmed together."""
        self._run(SET_BATCH, id=report_id, batch=batch)

    def _some(self, **which: Any) -> list[Report]:
        blank = dict.fromkeys(("id", "batch", "point_id", "activity_id", "state", "until"))
        return [_report(row) for row in self._all(REPORTS, **{**blank, **which})]

    def get(self, report_id: int) -> Report | None:
        return next(iter(self._some(id=report_id)), None)

    def batch(self, batch: int) -> list[Report]:
        return self._some(batch=batch)

    def echoed(self, point_id: int) -> list[Report]:
        return self._some(point_id=point_id, state="echoed")

    def of_point(self, point_id: int) -> list[Report]:
        """All that was confirmed about a point, oldest first."""
        return self._some(point_id=point_id, state="confirmed")

    def of_activity(self, activity_id: int, until: datetime | None = None) -> list[Report]:
        """All that was confirmed, up to a moment."""
        return self._some(activity_id=activity_id, state="confirmed", until=stamp_or_none(until))

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
            self._run(ADD_MEASURE, id=report_id, measure=measure, amount=amount)

    def drop(self, report_id: int) -> None:
        """It does not count, and stays as history."""
        self._run(DROP, id=report_id)

    def drop_echoes(self, person_id: int, point_id: int | None = None) -> int:
        """What this person said, of one point or of any, and never confirmed; how many."""
        which = {"person_id": person_id, "point_id": point_id, "before": None}
        return self._run(DROP_ECHOES, **which).rowcount

    def drop_old_echoes(self, before: datetime) -> None:
        """What anybody said and did not confirm in time."""
        self._run(DROP_ECHOES, person_id=None, point_id=None, before=stamp(before))


def _stored(proof: Basis) -> dict[str, Any]:
    """«Đủ cả» is a roll call in which everyone was there by one tap."""
    kind = Basis.ROLL_CALL if proof is Basis.ALL else proof
    return {"proof": kind.value, "everyone": proof is Basis.ALL}


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
        candidates=tuple(json.loads(row["candidates"])),
        batch=row["batch"],
        about=bool(row["about"]),
        absent=row["absent"],
        either=tuple((code, amount) for code, amount in json.loads(row["either"])),
    )
