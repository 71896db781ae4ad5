"""What is planned near in time, as plans that can be compared: activities, work, visits, and what
others plan."""

import sqlite3
from collections.abc import Iterable
from datetime import date, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from domain.office_days import RADAR, USUAL
from domain.overlap import RULES, By, PlannedSpan, farthest
from domain.periods import at, local
from storage.rows import dump, moment, stamp
from storage.table import Table

ACTIVITIES = """
SELECT 'activity:' || a.id AS about, a.starts_at AS begins, a.ends_at AS ends,
       NULL AS subject, p.locality_id AS place, NULL AS theme,
       coalesce(p.leader_id, a.organiser_id) AS person
  FROM activity a LEFT JOIN point p ON p.activity_id = a.id AND p.dropped_at IS NULL
 WHERE a.office_id = :office_id AND a.ends_at >= :since AND a.starts_at <= :until
   AND a.state NOT IN ('draft', 'cancelled')
   AND (place IN (SELECT value FROM json_each(:places))
     OR person IN (SELECT value FROM json_each(:people)))
"""
ASSIGNMENTS = """
SELECT 'assignment:' || a.id AS about, a.issued_at AS begins, a.due_at AS ends,
       NULL AS subject, l.locality_id AS place, NULL AS theme, a.lead_id AS person
  FROM assignment a LEFT JOIN assignment_locality l ON l.assignment_id = a.id
 WHERE a.office_id = :office_id AND a.due_at >= :since AND a.issued_at <= :until
   AND a.state <> 'cancelled'
   AND (place IN (SELECT value FROM json_each(:places))
     OR person IN (SELECT value FROM json_each(:people)))
"""
VISITS = """
SELECT 'visit:' || v.id AS about, coalesce(v.on_day, v.first) AS begins,
       coalesce(v.on_day, v.last) AS ends, v.body_id AS subject, v.locality_id AS place,
       v.theme_id AS theme, m.person_id AS person
  FROM visit v LEFT JOIN visit_member m ON m.visit_id = v.id
 WHERE office_id = :office_id AND coalesce(v.on_day, v.last) >= :first
   AND coalesce(v.on_day, v.first) <= :final
   AND stage NOT IN ('merged', 'dropped') AND (unannounced = 0 OR done_at IS NOT NULL OR :hidden)
   AND (locality_id IN (SELECT value FROM json_each(:places))
     OR body_id IN (SELECT value FROM json_each(:subjects))
     OR theme_id IN (SELECT value FROM json_each(:themes))
     OR m.person_id IN (SELECT value FROM json_each(:people)))
"""
MERGED = """
SELECT 'visit:' || k.id AS about, coalesce(k.on_day, k.first) AS begins,
       coalesce(k.on_day, k.last) AS ends, v.body_id AS subject, v.locality_id AS place,
       v.theme_id AS theme, NULL AS person
  FROM visit v JOIN visit k ON k.id = v.kept_id
 WHERE k.office_id = :office_id AND coalesce(k.on_day, k.last) >= :first
   AND coalesce(k.on_day, k.first) <= :final AND v.stage = 'merged'
   AND k.stage <> 'dropped' AND (k.unannounced = 0 OR k.done_at IS NOT NULL OR :hidden)
   AND (v.locality_id IN (SELECT value FROM json_each(:places))
     OR v.body_id IN (SELECT value FROM json_each(:subjects))
     OR v.theme_id IN (SELECT value FROM json_each(:themes)))
"""
"""Whatever became one with a visit is of that visit."""
OUTSIDE = """
SELECT 'outside:' || id AS about, first AS begins, last AS ends, body_id AS subject, NULL AS place,
       theme_id AS theme, NULL AS person
  FROM outside_plan
 WHERE office_id = :office_id AND last >= :first AND first <= :final
   AND (body_id IN (SELECT value FROM json_each(:subjects))
     OR theme_id IN (SELECT value FROM json_each(:themes)))
"""
ADAPTERS = (ACTIVITIES, ASSIGNMENTS, VISITS, MERGED, OUTSIDE)
"""Each kind of thing that is planned says, row by row and in the order of a `Plan`, when, of whom,
where, on what and who."""

NEAR = timedelta(days=max(RULES[By.PLACE].days, RULES[By.PERSON].days))
"""Farther apart, what these share is none."""

DAY = 24 * 60 * 60
"""Seconds of a day of UTC."""
Names = tuple[frozenset[int], ...]


class Overlaps(Table):
    def near(
        self, plan: PlannedSpan, zone: ZoneInfo, *, hidden: bool = False, days: int = USUAL[RADAR]
    ) -> list[PlannedSpan]:
        """What may meet a plan: near enough in time, and sharing something with it. Visits that
        are not told of beforehand only where what is `hidden` is asked for."""
        far = timedelta(days=farthest(days))
        values = {
            "since": stamp(at(plan.first - NEAR, time(), zone)),
            "until": stamp(at(plan.last + NEAR, time.max, zone)),
            "places": dump(sorted(plan.places)),
            "people": dump(sorted(plan.people)),
            "first": (plan.first - far).isoformat(),
            "final": (plan.last + far).isoformat(),
            "subjects": dump(sorted(plan.subjects)),
            "themes": dump(sorted(plan.themes)),
            "hidden": hidden,
        }
        rows = [row for which in ADAPTERS for row in self._all(which, **values)]
        return _plans(rows, zone)


def _plans(rows: Iterable[sqlite3.Row], zone: ZoneInfo) -> list[PlannedSpan]:
    """A thing has as many rows as it has places."""
    plans: dict[str, PlannedSpan] = {}
    for about, begins, ends, *ids in rows:
        names, known = _names(*ids), plans.get(about)
        if known:
            first, last, names = known.first, known.last, _joined(known.names, names)
        else:
            first, last = day_of(begins, zone), day_of(ends, zone)
        plans[about] = PlannedSpan(about, first, last, *names)
    return list(plans.values())


@lru_cache(maxsize=4_096)
def _names(*ids: int | None) -> Names:
    """Of whom, where, on what and with whom: things planned share a few of each."""
    return tuple(frozenset(() if one is None else (one,)) for one in ids)


@lru_cache(maxsize=4_096)
def _joined(some: Names, others: Names) -> Names:
    return tuple(one | other for one, other in zip(some, others, strict=True))


def day_of(when: int | str, zone: ZoneInfo) -> date:
    """A moment's day in the office; a day is itself."""
    if isinstance(when, str):
        return date.fromisoformat(when)
    before, midnight, after = _turn(when // DAY, zone)
    return before if when < midnight else after


@lru_cache(maxsize=4_096)
def _turn(day: int, zone: ZoneInfo) -> tuple[date, int, date]:
    """Within a day of UTC it becomes another day in the office: which, when, and then which."""
    before = local(moment(day * DAY), zone).date()
    after = before + timedelta(days=1)
    return before, stamp(at(after, time(), zone)), after
