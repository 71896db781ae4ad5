"""Places that need more of the office for a time, and what was done there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from storage.rows import moment, stamp
from storage.table import Table

MARK = """
INSERT INTO place_mark (office_id, locality_id, mark, reason, since, until)
SELECT office_id, id, :mark, :reason, :since, :until FROM locality
 WHERE office_id = :office_id AND id = :locality_id
"""
END = """
DELETE FROM place_mark
 WHERE office_id = :office_id AND locality_id = :locality_id AND since >= :on
"""
SHORTEN = """
UPDATE place_mark SET until = date(:on, '-1 day')
 WHERE office_id = :office_id AND locality_id = :locality_id AND until >= :on
"""
MARKED = """
SELECT k.locality_id, l.name, k.mark, k.reason, k.since, k.until
  FROM place_mark k JOIN locality l ON l.id = k.locality_id
 WHERE k.office_id = :office_id AND k.since <= :last AND k.until >= :first ORDER BY k.id
"""
DONE = """
SELECT 'days' AS what, a.id, a.code, a.title, a.starts_at AS at
  FROM point p JOIN activity a ON a.id = p.activity_id
 WHERE a.office_id = :office_id AND p.locality_id = :locality_id AND p.dropped_at IS NULL
   AND a.starts_at >= :since AND a.starts_at <= :until
   AND a.state NOT IN ('draft', 'postponed', 'cancelled') GROUP BY a.id
 UNION ALL
SELECT 'visits', v.id, v.code, '', v.done_at FROM visit v
 WHERE v.office_id = :office_id AND v.locality_id = :locality_id
   AND v.done_at >= :since AND v.done_at <= :until
 UNION ALL
SELECT 'tasks', t.id, t.code, t.title, t.closed_at
  FROM assignment_locality p JOIN assignment t ON t.id = p.assignment_id
 WHERE t.office_id = :office_id AND p.locality_id = :locality_id
   AND t.closed_at >= :since AND t.closed_at <= :until AND t.state = 'done' GROUP BY t.id
 UNION ALL
SELECT 'opinions', m.id, m.code, '', m.raised_at FROM matter m
 WHERE m.office_id = :office_id AND m.locality_id = :locality_id AND m.kind = 'opinion'
   AND m.raised_at >= :since AND m.raised_at <= :until
   AND m.state NOT IN ('duplicate', 'withdrawn')
 UNION ALL
SELECT 'criteria', c.id, c.code, c.name, k.at
  FROM checking c JOIN checklist_mark k ON k.checking_id = c.id
 WHERE c.office_id = :office_id AND c.locality_id = :locality_id AND k.status = 'verified'
   AND k.at >= :since AND k.at <= :until
"""


KINDS = ("days", "visits", "tasks", "opinions", "criteria")


@dataclass(frozen=True, slots=True)
class Done:
    """Something that was done at a place, and when."""

    id: int
    code: str
    title: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Marked:
    """A place, weak or a key one, why, and for how long."""

    locality_id: int
    name: str
    mark: str
    reason: str
    since: date
    until: date


class Places(Table):
    def mark(self, locality_id: int, mark: str, reason: str, since: date, until: date) -> None:
        """What was said of it before ends the day before."""
        self.end(locality_id, since)
        span = {"since": since.isoformat(), "until": until.isoformat()}
        self._run(MARK, locality_id=locality_id, mark=mark, reason=reason, **span)

    def end(self, locality_id: int, on: date) -> None:
        self._run(END, locality_id=locality_id, on=on.isoformat())
        self._run(SHORTEN, locality_id=locality_id, on=on.isoformat())

    def marked(self, first: date, last: date) -> Sequence[Marked]:
        """Those that were marked on some day between two."""
        rows = self._all(MARKED, first=first.isoformat(), last=last.isoformat())
        return [Marked(*row[:4], *map(date.fromisoformat, row[4:])) for row in map(tuple, rows)]

    def done(self, locality_id: int, since: datetime, until: datetime) -> Mapping[str, list[Done]]:
        """Days out, visits, tasks that were finished, opinions that stand, criteria that
        were verified: each of them, between two moments."""
        found: dict[str, list[Done]] = {what: [] for what in KINDS}
        span = {"since": stamp(since), "until": stamp(until)}
        for row in self._all(DONE, locality_id=locality_id, **span):
            found[row["what"]].append(
                Done(row["id"], row["code"], row["title"], moment(row["at"]))
            )
        return found
