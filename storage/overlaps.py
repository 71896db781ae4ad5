"""What is planned near in time, as plans that can be compared: activities and assignments."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from datetime import time, timedelta
from zoneinfo import ZoneInfo

from domain.overlap import RULES, By, Plan
from domain.periods import at, local
from storage.rows import dump, moment, stamp
from storage.table import Table

ACTIVITIES = """
SELECT 'activity:' || a.id AS about, a.starts_at AS begins, a.ends_at AS ends,
       p.locality_id AS place, coalesce(p.leader_id, a.organiser_id) AS person
  FROM activity a LEFT JOIN point p ON p.activity_id = a.id AND p.dropped_at IS NULL
 WHERE a.office_id = :office_id AND a.ends_at >= :since AND a.starts_at <= :until
   AND a.state NOT IN ('draft', 'cancelled')
   AND (place IN (SELECT value FROM json_each(:places))
     OR person IN (SELECT value FROM json_each(:people)))
"""
ASSIGNMENTS = """
SELECT 'assignment:' || a.id AS about, a.issued_at AS begins, a.due_at AS ends,
       l.locality_id AS place, a.lead_id AS person
  FROM assignment a LEFT JOIN assignment_locality l ON l.assignment_id = a.id
 WHERE a.office_id = :office_id AND a.due_at >= :since AND a.issued_at <= :until
   AND a.state <> 'cancelled'
   AND (place IN (SELECT value FROM json_each(:places))
     OR person IN (SELECT value FROM json_each(:people)))
"""
ADAPTERS = (ACTIVITIES, ASSIGNMENTS)
"""Each kind of thing that is planned says, row by row, when, where and who; visits will be one."""

NEAR = timedelta(days=max(RULES[By.PLACE].days, RULES[By.PERSON].days))
"""Farther apart, what these share is none."""


class Overlaps(Table):
    def near(self, plan: Plan, zone: ZoneInfo) -> list[Plan]:
        """What may meet a plan: near enough in time, and sharing a place or somebody. Of each
        only what it shares is named."""
        values = {
            "since": stamp(at(plan.first - NEAR, time(), zone)),
            "until": stamp(at(plan.last + NEAR, time.max, zone)),
            "places": dump(sorted(plan.places)),
            "people": dump(sorted(plan.people)),
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
    return Plan(
        about,
        local(moment(rows[0]["begins"]), zone).date(),
        local(moment(rows[0]["ends"]), zone).date(),
        places=frozenset(row["place"] for row in rows) - {None},
        people=frozenset(row["person"] for row in rows) - {None},
    )
