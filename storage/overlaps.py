"""What is planned near in time, as plans that can be compared: activities, work, visits, and what
others plan."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from datetime import date, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from domain.office_days import RADAR, USUAL
from domain.overlap import RULES, By, Plan, farthest
from domain.periods import at, local
from storage.rows import dump, moment, stamp
from storage.table import Table

ACTIVITIES = """
SELECT 'activity:' || a.id AS about, a.starts_at AS begins, a.ends_at AS ends,
       p.locality_id AS place, coalesce(p.leader_id, a.organiser_id) AS person,
       NULL AS subject, NULL AS theme
  FROM activity a LEFT JOIN point p ON p.activity_id = a.id AND p.dropped_at IS NULL
 WHERE a.office_id = :office_id AND a.ends_at >= :since AND a.starts_at <= :until
   AND a.state NOT IN ('draft', 'cancelled')
   AND (place IN (SELECT value FROM json_each(:places))
     OR person IN (SELECT value FROM json_each(:people)))
"""
ASSIGNMENTS = """
SELECT 'assignment:' || a.id AS about, a.issued_at AS begins, a.due_at AS ends,
       l.locality_id AS place, a.lead_id AS person, NULL AS subject, NULL AS theme
  FROM assignment a LEFT JOIN assignment_locality l ON l.assignment_id = a.id
 WHERE a.office_id = :office_id AND a.due_at >= :since AND a.issued_at <= :until
   AND a.state <> 'cancelled'
   AND (place IN (SELECT value FROM json_each(:places))
     OR person IN (SELECT value FROM json_each(:people)))
"""
VISITS = """
SELECT 'visit:' || v.id AS about, coalesce(v.on_day, v.first) AS begins,
       coalesce(v.on_day, v.last) AS ends, v.locality_id AS place, m.person_id AS person,
       v.body_id AS subject, v.theme_id AS theme
  FROM visit v LEFT JOIN visit_member m ON m.visit_id = v.id
 WHERE office_id = :office_id AND last BETWEEN :first AND :final
   AND stage NOT IN ('merged', 'dropped') AND (unannounced = 0 OR done_at IS NOT NULL OR :hidden)
   AND (locality_id IN (SELECT value FROM json_each(:places))
     OR body_id IN (SELECT value FROM json_each(:subjects))
     OR theme_id IN (SELECT value FROM json_each(:themes))
     OR m.person_id IN (SELECT value FROM json_each(:people)))
"""
OUTSIDE = """
SELECT 'outside:' || id AS about, first AS begins, last AS ends, NULL AS place, NULL AS person,
       body_id AS subject, theme_id AS theme
  FROM outside_plan
 WHERE office_id = :office_id AND last BETWEEN :first AND :final
   AND (body_id IN (SELECT value FROM json_each(:subjects))
     OR theme_id IN (SELECT value FROM json_each(:themes)))
"""
ADAPTERS = (ACTIVITIES, ASSIGNMENTS, VISITS, OUTSIDE)
"""Each kind of thing that is planned says, row by row and in this order, when, where, who, of whom
and on what."""

NEAR = timedelta(days=max(RULES[By.PLACE].days, RULES[By.PERSON].days))
"""Farther apart, what these share is none."""

Texts = tuple[str, ...]
Ids = tuple[int | None, ...]


class Overlaps(Table):
    def near(
        self, plan: Plan, zone: ZoneInfo, *, hidden: bool = False, days: int = USUAL[RADAR]
    ) -> list[Plan]:
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


def _plans(rows: Iterable[sqlite3.Row], zone: ZoneInfo) -> list[Plan]:
    """A thing has as many rows as it has places."""
    together: dict[str, list[sqlite3.Row]] = defaultdict(list)
    for row in rows:
        together[row[0]].append(row)
    return [_plan(zone, *zip(*found, strict=True)) for found in together.values()]


def _plan(zone: ZoneInfo, about: Texts, begins: Texts, ends: Texts, *named: Ids) -> Plan:
    place, person, subject, theme = map(_ids, named)
    first, last = _day(begins[0], zone), _day(ends[0], zone)
    return Plan(about[0], first, last, subject, place, theme, person)


@lru_cache(maxsize=4_096)
def _ids(column: Ids) -> frozenset[int]:
    """Things planned share a few places, people and bodies."""
    return frozenset(found for found in column if found is not None)


def _day(text: str, zone: ZoneInfo) -> date:
    """A moment's day in the office; a day is itself."""
    return local(moment(text), zone).date() if "T" in text else date.fromisoformat(text)
