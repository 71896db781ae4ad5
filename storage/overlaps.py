"""What is planned near in time, as plans that can be compared: activities, work, visits, and what
others plan."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

from domain.overlap import FARTHEST, RULES, By, Plan
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
"""Each kind of thing that is planned says, row by row, when, where, who, of whom and on what."""

NEAR = timedelta(days=max(RULES[By.PLACE].days, RULES[By.PERSON].days))
"""Farther apart, what these share is none."""


class Overlaps(Table):
    def near(self, plan: Plan, zone: ZoneInfo, *, hidden: bool = False) -> list[Plan]:
        """What may meet a plan: near enough in time, and sharing something with it. Visits that
        are not told of beforehand only where what is `hidden` is asked for."""
        far = timedelta(days=FARTHEST)
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
        together[row["about"]].append(row)
    return [_plan(about, found, zone) for about, found in together.items()]


def _plan(about: str, rows: list[sqlite3.Row], zone: ZoneInfo) -> Plan:
    def named(column: str) -> frozenset[int]:
        return frozenset(row[column] for row in rows) - {None}

    return Plan(
        about,
        _day(rows[0]["begins"], zone),
        _day(rows[0]["ends"], zone),
        named("subject"),
        named("place"),
        named("theme"),
        named("person"),
    )


def _day(text: str, zone: ZoneInfo) -> date:
    """A moment's day in the office; a day is itself."""
    return local(moment(text), zone).date() if "T" in text else date.fromisoformat(text)
