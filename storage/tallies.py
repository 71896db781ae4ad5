"""The week's assignments counted, as they stood at a cut-off."""

from datetime import datetime
from typing import Any

from domain.calendar import WorkingCalendar
from domain.periods import Week, local
from domain.work_counts import DueNext, Overdue, WeekOfWork, WorkCounts, added
from storage.rows import moment, stamp
from storage.table import Table

_stood = """
WITH near AS (
    SELECT id FROM assignment
     WHERE office_id = :office_id AND state NOT IN ('done', 'cancelled')
     UNION
    SELECT id FROM assignment WHERE office_id = :office_id AND closed_at >= :begins
     UNION
    SELECT id FROM assignment WHERE office_id = :office_id AND ended_at >= :begins
     UNION
    SELECT id FROM assignment WHERE office_id = :office_id AND due_at >= :begins
),
stood AS (
    SELECT a.id, a.number, a.code, a.title, a.lead_id, a.unit_id, a.percent, a.blocked,
           a.issued_at, a.urgent,
           coalesce((SELECT d.was FROM assignment_due d
                      WHERE d.assignment_id = a.id AND d.at >= :cut_off
                      ORDER BY d.id LIMIT 1), a.due_at) AS due,
           (SELECT max(c.sent_at) FROM completion c
             WHERE c.assignment_id = a.id AND c.sent_at < :cut_off
               AND NOT (c.state IN ('returned', 'dropped') AND c.decided_at < :cut_off)) AS sent,
           iif(a.closed_at < :cut_off, a.closed_at, NULL) AS closed,
           iif(a.accepted_at < :cut_off, a.accepted_at, NULL) AS accepted,
           (SELECT count(*) FROM assignment_due d WHERE d.assignment_id = a.id AND d.extension
               AND d.at >= :begins AND d.at < :ends) AS extended,
           (SELECT count(*) FROM completion c WHERE c.assignment_id = a.id
               AND c.state = 'returned' AND c.decided_at >= :begins AND c.decided_at < :ends)
             AS returned
      FROM near JOIN assignment a ON a.id = near.id
     WHERE a.office_id = :office_id AND a.issued_at < :cut_off AND a.state <> 'suspended'
       AND NOT (a.state = 'cancelled' AND a.ended_at < :cut_off)
       AND (:organisation_id IS NULL
            OR EXISTS (SELECT 1 FROM membership m
                        WHERE m.person_id = a.lead_id AND m.office_id = a.office_id
                          AND m.organisation_id = :organisation_id)
            OR EXISTS (SELECT 1 FROM assignment_organisation o
                        WHERE o.assignment_id = a.id AND o.organisation_id = :organisation_id))
)
"""
COUNTS = (
    _stood
    + """
SELECT unit_id,
       count(*) FILTER (WHERE issued_at >= :begins AND issued_at < :ends) AS given,
       count(*) FILTER (WHERE due >= :begins AND due < :ends) AS due,
       count(*) FILTER (WHERE due >= :begins AND due < :ends AND sent <= due) AS on_time,
       count(*) FILTER (WHERE due >= :begins AND due < :ends AND sent > due) AS late,
       count(*) FILTER (WHERE due >= :begins AND due < :ends AND sent IS NULL
                          AND due < :cut_off) AS due_overdue,
       count(*) FILTER (WHERE sent IS NULL AND due < :cut_off) AS overdue,
       count(*) FILTER (WHERE closed >= :begins AND closed < :ends) AS closed,
       count(*) FILTER (WHERE sent IS NOT NULL AND closed IS NULL) AS review,
       count(*) FILTER (WHERE sent IS NULL AND accepted IS NULL) AS unaccepted,
       count(*) FILTER (WHERE sent IS NULL) AS open,
       sum(extended) AS extensions,
       sum(returned) AS reworks,
       count(*) FILTER (WHERE sent IS NULL AND blocked <> '') AS blocked,
       count(*) FILTER (WHERE urgent AND issued_at >= :begins AND issued_at < :ends) AS urgent
  FROM stood GROUP BY unit_id
"""
)
OVERDUE = (
    _stood
    + """
SELECT stood.*, person.name AS lead FROM stood JOIN person ON person.id = stood.lead_id
 WHERE sent IS NULL AND due < :cut_off ORDER BY blocked = '', due, number
"""
)
NEXT = (
    _stood
    + """
SELECT stood.*, person.name AS lead FROM stood JOIN person ON person.id = stood.lead_id
 WHERE sent IS NULL AND due >= :ends AND due < :next_ends ORDER BY due, number
"""
)
REOPENED = """
SELECT DISTINCT a.code FROM journal j
  JOIN assignment a ON a.id = j.subject AND a.office_id = j.office_id
 WHERE j.office_id = :office_id AND j.kind = 'assignment' AND j.event = 'reopened'
   AND j.at >= :since AND j.at < :until AND (:unit_id IS NULL OR a.unit_id = :unit_id)
 ORDER BY a.number
"""
NAMES = tuple(WorkCounts.__dataclass_fields__)


class Tallies(Table):
    def week_counts(
        self,
        week: Week,
        cut_off: datetime,
        calendar: WorkingCalendar,
        organisation_id: int | None = None,
    ) -> WeekOfWork:
        """A week's figures as they stood at the cut-off, whatever has happened since; of the
        whole office, or of one organisation (its people lead, or it is named)."""
        zone = calendar.zone
        window = {
            "cut_off": stamp(cut_off),
            "begins": stamp(week.begins(zone)),
            "ends": stamp(week.ends(zone)),
            "organisation_id": organisation_id,
        }
        rows = self._all(COUNTS, **window)
        units = {r["unit_id"]: WorkCounts(**{name: r[name] for name in NAMES}) for r in rows}
        return WeekOfWork(
            added(tuple(units.values())),
            units,
            self._overdue(window, week, calendar),
            self._next(window, week, calendar),
        )

    def reopened(self, since: datetime, until: datetime, unit_id: int | None) -> list[str]:
        """Codes of what was approved and then opened again: earlier figures counted it done."""
        rows = self._all(REOPENED, since=stamp(since), until=stamp(until), unit_id=unit_id)
        return [row["code"] for row in rows]

    def _overdue(
        self, window: dict[str, Any], week: Week, calendar: WorkingCalendar
    ) -> tuple[Overdue, ...]:
        found = []
        for row in self._all(OVERDUE, **window):
            due = moment(row["due"])
            days = calendar.days_between(local(due, calendar.zone).date(), week.sunday)
            found.append(
                Overdue(
                    id=row["id"],
                    number=row["number"],
                    code=row["code"],
                    title=row["title"],
                    lead_id=row["lead_id"],
                    lead=row["lead"],
                    unit_id=row["unit_id"],
                    due_at=due,
                    days=days,
                    percent=row["percent"],
                    blocked=row["blocked"],
                )
            )
        return tuple(found)

    def _next(
        self, window: dict[str, Any], week: Week, calendar: WorkingCalendar
    ) -> tuple[DueNext, ...]:
        rows = self._all(NEXT, **window, next_ends=stamp(week.next.ends(calendar.zone)))
        return tuple(
            DueNext(
                r["id"],
                r["number"],
                r["code"],
                r["title"],
                r["lead"],
                moment(r["due"]),
                r["unit_id"],
            )
            for r in rows
        )
