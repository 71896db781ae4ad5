"""Assignments as the office wrote them down."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from domain.assignments import Assignment, Evidence, Status
from domain.names import fold
from domain.refusals import Refusal
from storage.personal import Personal, Stays
from storage.rows import dump, moment, moment_or_none, stamp, stamp_or_none
from storage.tallies import Tallies

NEXT_NUMBER = """
SELECT coalesce(max(number), 0) + 1 FROM assignment
 WHERE office_id = :office_id AND substr(code, 1, 8) = 'NV-' || :year || '-'
"""
ADD = """
INSERT INTO assignment (office_id, number, code, title, folded, content, expected, source,
                        assigner_id, lead_id, approver_id, unit_id, urgent, urgent_reason,
                        evidence, original_due, due_at, issued_at, group_id)
VALUES (:office_id, :number, :code, :title, :folded, :content, :expected, :source,
        :assigner_id, :lead_id, :approver_id, :unit_id, :urgent, :urgent_reason,
        :evidence, :due_at, :due_at, :issued_at, :group_id)
"""
SET_GROUP = "UPDATE assignment SET group_id = :id WHERE id = :id AND office_id = :office_id"
GET = "SELECT * FROM assignment WHERE office_id = :office_id AND id = :id"
BY_NUMBER = """
SELECT * FROM assignment WHERE office_id = :office_id AND number = :number
 ORDER BY issued_at DESC LIMIT 1
"""
SAVE = """
UPDATE assignment
   SET lead_id = :lead_id, unit_id = :unit_id, state = :state, percent = :percent,
       blocked = :blocked, due_at = :due_at, expects_at = :expects_at, extensions = :extensions,
       reworks = :reworks, accepted_at = :accepted_at, submitted_at = :submitted_at,
       closed_at = :closed_at, ended_at = :ended_at, result = :result,
       suspended_from = :suspended_from, version = :version
 WHERE office_id = :office_id AND id = :id AND version = :was_version
RETURNING *
"""
BEGIN_LEAD = """
INSERT INTO assignment_lead (assignment_id, person_id, since)
SELECT id, :person_id, :since FROM assignment WHERE id = :id AND office_id = :office_id
"""
END_LEAD = """
UPDATE assignment_lead SET until = :at, percent = :percent
 WHERE until IS NULL
   AND assignment_id = (SELECT id FROM assignment WHERE id = :id AND office_id = :office_id)
"""
STAND = """
INSERT INTO assignment_span (assignment_id, since, state, percent, blocked, unit_id)
SELECT id, :at, :state, :percent, :blocked, :unit_id FROM assignment
 WHERE id = :id AND office_id = :office_id
ON CONFLICT DO UPDATE SET state = excluded.state, percent = excluded.percent,
       blocked = excluded.blocked, unit_id = excluded.unit_id
"""
BEFORE_REPORT = """
SELECT s.blocked FROM assignment_span s JOIN assignment a ON a.id = s.assignment_id
 WHERE a.office_id = :office_id AND a.id = :id AND s.state <> 'review'
 ORDER BY s.since DESC LIMIT 1
"""
LEADS = """
SELECT l.*, person.name FROM assignment_lead l
  JOIN assignment a ON a.id = l.assignment_id
  JOIN person ON person.id = l.person_id
 WHERE a.office_id = :office_id AND a.id = :id ORDER BY l.id
"""
MOVE_DUE = """
INSERT INTO assignment_due (assignment_id, was, became, extension, at)
SELECT id, :was, :became, :extension, :at FROM assignment
 WHERE id = :id AND office_id = :office_id
"""
OF_LEAD = """
SELECT * FROM assignment
 WHERE office_id = :office_id AND lead_id = :person_id
   AND state NOT IN ('done', 'cancelled') AND state <> 'suspended' ORDER BY due_at, number
"""
OF_OFFICE = """
SELECT * FROM assignment
 WHERE office_id = :office_id
   AND state NOT IN ('done', 'cancelled') AND state <> 'suspended' ORDER BY due_at, number
"""
OF_UNIT = """
SELECT * FROM assignment
 WHERE office_id = :office_id AND unit_id = :unit_id
   AND state NOT IN ('done', 'cancelled') AND state <> 'suspended' ORDER BY due_at, number
"""
TO_APPROVE = """
SELECT * FROM assignment
 WHERE office_id = :office_id AND approver_id = :person_id
   AND state NOT IN ('done', 'cancelled') AND state = 'review'
 ORDER BY submitted_at, number
"""
OF_SOURCE = """
SELECT * FROM assignment
 WHERE office_id = :office_id AND source = :source AND source <> '' ORDER BY id
"""
OF_GROUP = """
SELECT * FROM assignment WHERE +office_id = :office_id AND group_id = :group_id ORDER BY number
"""
ADD_SUPPORT = """
INSERT INTO assignment_support (assignment_id, person_id, unit_id, part, due_at)
SELECT id, :person_id, :unit, :part, :due_at FROM assignment
 WHERE id = :id AND office_id = :office_id
"""
_supports = """
SELECT s.*, coalesce(person.name, unit.name) AS name
  FROM assignment_support s
  JOIN assignment a ON a.id = s.assignment_id
  LEFT JOIN person ON person.id = s.person_id
  LEFT JOIN unit ON unit.id = s.unit_id
 WHERE a.office_id = :office_id"""
SUPPORTS = _supports + " AND a.id = :id ORDER BY s.id"
SUPPORT = _supports + " AND s.id = :support_id"
PARTS_OF = """
SELECT s.*, person.name
  FROM assignment a CROSS JOIN assignment_support s ON s.assignment_id = a.id
  JOIN person ON person.id = s.person_id
 WHERE a.office_id = :office_id AND a.state NOT IN ('done', 'cancelled')
   AND a.state IN ('assigned', 'doing') AND +s.person_id = :person_id AND s.done_at IS NULL
 ORDER BY s.id
"""
SAVE_SUPPORT = """
UPDATE assignment_support SET accepted_at = :accepted_at, done_at = :done_at
 WHERE id = :id AND EXISTS (
    SELECT 1 FROM assignment a WHERE a.id = assignment_id AND a.office_id = :office_id)
"""
ADD_LOCALITY = """
INSERT OR IGNORE INTO assignment_locality (assignment_id, locality_id)
SELECT a.id, l.id FROM assignment a JOIN locality l ON l.office_id = a.office_id
 WHERE a.office_id = :office_id AND a.id = :id AND l.id = :locality_id
"""
LOCALITIES = """
SELECT l.name FROM assignment_locality al
  JOIN assignment a ON a.id = al.assignment_id
  JOIN locality l ON l.id = al.locality_id
 WHERE a.office_id = :office_id AND a.id = :id ORDER BY l.id
"""
PLACES = """
SELECT al.assignment_id, al.locality_id
  FROM json_each(:ids) one
  JOIN assignment a ON a.id = one.value AND a.office_id = :office_id
  JOIN assignment_locality al ON al.assignment_id = a.id
"""
LEAD_AT = """
SELECT l.person_id FROM assignment_lead l JOIN assignment a ON a.id = l.assignment_id
 WHERE a.office_id = :office_id AND a.id = :id AND (l.until IS NULL OR l.until >= :at)
 ORDER BY l.id LIMIT 1
"""
LED_SINCE = """
SELECT max(l.since) FROM assignment_lead l JOIN assignment a ON a.id = l.assignment_id
 WHERE a.office_id = :office_id AND a.id = :id
"""
UNACCEPTED = """
SELECT *, (SELECT max(l.since) FROM assignment_lead l WHERE l.assignment_id = assignment.id) AS led
  FROM assignment
 WHERE office_id = :office_id AND state NOT IN ('done', 'cancelled') AND state = 'assigned'
   AND NOT EXISTS (SELECT 1 FROM job_run WHERE office_id = :office_id
        AND key = 'unaccepted:' || assignment.id || ':' || lead_id || ':' || :office_id)
 ORDER BY due_at, number
"""
OPEN_OF = """
SELECT * FROM assignment
 WHERE office_id = :office_id AND state NOT IN ('done', 'cancelled')
   AND (lead_id = :person_id OR approver_id = :person_id OR assigner_id = :person_id)
 ORDER BY due_at, number
"""
HAPPENED = """
WITH near AS (
    SELECT id FROM assignment
     WHERE office_id = :office_id AND state NOT IN ('done', 'cancelled')
     UNION
    SELECT id FROM assignment WHERE office_id = :office_id AND closed_at >= :since
)
SELECT DISTINCT a.id, j.event
  FROM near JOIN assignment a ON a.id = near.id
  JOIN journal j ON j.subject = a.id AND j.kind = 'assignment' AND j.office_id = a.office_id
 WHERE j.at >= :since
   AND (j.event = 'blocked' AND j.who <> (SELECT subject FROM person WHERE id = :person_id)
           AND (:person_id IN (a.assigner_id, a.approver_id) OR a.unit_id = :unit_id)
        OR j.event = 'approved' AND a.state = 'done' AND a.assigner_id = :person_id
           AND j.who <> (SELECT subject FROM person WHERE id = :person_id)
        OR j.event = 'said' AND json_extract(j.facts, '$.to') = :person_id
           AND json_extract(j.facts, '$.answers') IS NOT NULL)
 ORDER BY a.number
"""
URGENT_BY = """
SELECT count(*) FROM assignment
 WHERE office_id = :office_id AND assigner_id = :person_id AND urgent = 1 AND issued_at >= :since
"""
HOLDERS = """
SELECT c.subject, c.person_id FROM json_each(:subjects) asked
  JOIN card c ON c.subject = asked.value
  JOIN membership m ON m.person_id = c.person_id AND m.office_id = :office_id
 UNION
SELECT kind, person_id FROM letter
 WHERE office_id = :office_id AND care = 'card' AND state = 'sending'
   AND kind IN (SELECT value FROM json_each(:subjects))
"""
BESIDE = """
SELECT 'bundle:' || i.bundle_id AS card FROM bundle_item i JOIN bundle b ON b.id = i.bundle_id
 WHERE b.office_id = :office_id AND i.assignment_id = :id
 UNION ALL
SELECT 'checking:' || c.id FROM campaign_thing t JOIN checking c ON c.id = t.checking_id
 WHERE c.office_id = :office_id AND t.about = 'assignment:' || :id
"""
OWN_RECORD = """
SELECT (SELECT count(*) FROM assignment
         WHERE office_id = :office_id AND closed_at >= :since AND +lead_id = :person_id
           AND state = 'done') AS closed,
       count(*) AS reported, count(*) FILTER (WHERE submitted_at <= due_at) AS on_time,
       coalesce(sum(reworks), 0) AS reworks
  FROM assignment
 WHERE office_id = :office_id AND lead_id = :person_id AND submitted_at >= :since
"""
PERSONAL = Personal(
    stays={
        "assignment.assigner_id": Stays.DUTY,
        "assignment.lead_id": Stays.DUTY,
        "assignment.approver_id": Stays.DUTY,
        "assignment_support.person_id": Stays.DUTY,
        "assignment_lead.person_id": Stays.DUTY,
    },
)


@dataclass(frozen=True, slots=True)
class Support:
    """Who helps with a part: a person, or a whole section."""

    id: int
    assignment_id: int
    person_id: int | None
    unit_id: int | None
    name: str
    part: str
    due_at: datetime | None
    accepted_at: datetime | None
    done_at: datetime | None


def assignment_of(row: sqlite3.Row) -> Assignment:
    """A row as the domain knows it."""
    return Assignment(
        id=row["id"],
        code=row["code"],
        number=row["number"],
        title=row["title"],
        expected=row["expected"],
        assigner_id=row["assigner_id"],
        lead_id=row["lead_id"],
        approver_id=row["approver_id"],
        original_due=moment(row["original_due"]),
        due_at=moment(row["due_at"]),
        issued_at=moment(row["issued_at"]),
        unit_id=row["unit_id"],
        content=row["content"],
        source=row["source"],
        urgent=bool(row["urgent"]),
        urgent_reason=row["urgent_reason"],
        evidence=Evidence(row["evidence"]),
        expects_at=moment_or_none(row["expects_at"]),
        state=Status(row["state"]),
        percent=row["percent"],
        blocked=row["blocked"],
        extensions=row["extensions"],
        reworks=row["reworks"],
        accepted_at=moment_or_none(row["accepted_at"]),
        submitted_at=moment_or_none(row["submitted_at"]),
        closed_at=moment_or_none(row["closed_at"]),
        ended_at=moment_or_none(row["ended_at"]),
        result=row["result"],
        suspended_from=Status(row["suspended_from"]) if row["suspended_from"] else None,
        group_id=row["group_id"],
        version=row["version"],
    )


def _standing(a: Assignment) -> tuple[Status, int, str, int | None]:
    return a.state, a.percent, a.blocked, a.unit_id


def _support(row: sqlite3.Row) -> Support:
    return Support(
        row["id"],
        row["assignment_id"],
        row["person_id"],
        row["unit_id"],
        row["name"],
        row["part"],
        moment_or_none(row["due_at"]),
        moment_or_none(row["accepted_at"]),
        moment_or_none(row["done_at"]),
    )


class Assignments(Tallies):
    def add(self, new: Assignment, *, number: int | None = None, code: str = "") -> Assignment:
        """Write a new one down and return it with its number and code."""
        year = new.issued_at.year
        number = number or int(self._value(NEXT_NUMBER, year=str(year)))
        assignment_id = self._add(
            ADD,
            number=number,
            code=code or f"NV-{year}-{number:04}",
            title=new.title,
            folded=fold(new.title),
            content=new.content,
            expected=new.expected,
            source=new.source,
            assigner_id=new.assigner_id,
            lead_id=new.lead_id,
            approver_id=new.approver_id,
            unit_id=new.unit_id,
            urgent=new.urgent,
            urgent_reason=new.urgent_reason,
            evidence=new.evidence.value,
            due_at=stamp(new.due_at),
            issued_at=stamp(new.issued_at),
            group_id=new.group_id,
        )
        self._run(BEGIN_LEAD, id=assignment_id, person_id=new.lead_id, since=stamp(new.issued_at))
        added = self.get(assignment_id)
        self.stand(added, new.issued_at)
        return added

    def stand(self, a: Assignment, at: datetime) -> None:
        """From this moment on it stood so, for the reports of any time after."""
        self._run(
            STAND,
            id=a.id,
            at=stamp(at),
            state=a.state.value,
            percent=a.percent,
            blocked=a.blocked,
            unit_id=a.unit_id,
        )

    def found_group(self, assignment_id: int) -> None:
        """The first of several with the same work gives the group its number."""
        self._run(SET_GROUP, id=assignment_id)

    def get(self, assignment_id: int) -> Assignment:
        return assignment_of(self._one(GET, id=assignment_id))

    def of_source(self, code: str) -> list[Assignment]:
        """All that came of something, by its code."""
        return [assignment_of(row) for row in self._all(OF_SOURCE, source=code)]

    def by_number(self, number: int) -> Assignment | None:
        """The latest one that people call by this number."""
        row = self._first(BY_NUMBER, number=number)
        return assignment_of(row) if row else None

    def save(self, was: Assignment, now: Assignment, at: datetime) -> Assignment:
        """Keep what it became, with every move of its deadline and of its lead."""
        self._save(now, was.version)
        if _standing(now) != _standing(was):
            self.stand(now, at)
        if now.due_at != was.due_at:
            self._run(
                MOVE_DUE,
                id=now.id,
                was=stamp(was.due_at),
                became=stamp(now.due_at),
                extension=now.extensions > was.extensions,
                at=stamp(at),
            )
        if now.lead_id != was.lead_id:
            self._run(END_LEAD, id=now.id, at=stamp(at), percent=was.percent)
            self._run(BEGIN_LEAD, id=now.id, person_id=now.lead_id, since=stamp(at))
        return now

    def _save(self, a: Assignment, was_version: int) -> None:
        kept = self._all(
            SAVE,
            id=a.id,
            was_version=was_version,
            lead_id=a.lead_id,
            unit_id=a.unit_id,
            state=a.state.value,
            percent=a.percent,
            blocked=a.blocked,
            due_at=stamp(a.due_at),
            expects_at=stamp_or_none(a.expects_at),
            extensions=a.extensions,
            reworks=a.reworks,
            accepted_at=stamp_or_none(a.accepted_at),
            submitted_at=stamp_or_none(a.submitted_at),
            closed_at=stamp_or_none(a.closed_at),
            ended_at=stamp_or_none(a.ended_at),
            result=a.result,
            suspended_from=a.suspended_from.value if a.suspended_from else None,
            version=a.version,
        )
        if not kept:
            raise Refusal("not_found")
        self._know(GET, kept, id=a.id)

    def of_lead(self, person_id: int) -> list[Assignment]:
        """Everything open in somebody's name, the nearest deadline first."""
        return [assignment_of(row) for row in self._all(OF_LEAD, person_id=person_id)]

    def blocked_before_report(self, assignment_id: int) -> str:
        """What stood in the way when it was reported done, and counts as over with it."""
        return str(self._value(BEFORE_REPORT, id=assignment_id) or "")

    def of_unit(self, unit_id: int | None = None) -> list[Assignment]:
        """Everything open in a section, or in the whole office."""
        rows = self._all(OF_OFFICE if unit_id is None else OF_UNIT, unit_id=unit_id)
        return [assignment_of(row) for row in rows]

    def to_approve(self, person_id: int) -> list[Assignment]:
        return [assignment_of(row) for row in self._all(TO_APPROVE, person_id=person_id)]

    def of_group(self, group_id: int) -> list[Assignment]:
        """The same work in several hands."""
        return [assignment_of(row) for row in self._all(OF_GROUP, group_id=group_id)]

    def led_since(self, assignment_id: int) -> datetime:
        """Since when it has been in its present lead's name."""
        return moment(self._value(LED_SINCE, id=assignment_id))

    def lead_at(self, assignment_id: int, at: datetime) -> int:
        """In whose name it was then."""
        return int(self._value(LEAD_AT, id=assignment_id, at=stamp(at)))

    def unaccepted(self) -> list[tuple[Assignment, datetime]]:
        """What its lead has not accepted and has not been asked about: each, and since when it
        has been in their name."""
        return [(assignment_of(row), moment(row["led"])) for row in self._all(UNACCEPTED)]

    def open_of(self, person_id: int) -> list[Assignment]:
        """Everything open that somebody leads, gave, or approves."""
        return [assignment_of(row) for row in self._all(OPEN_OF, person_id=person_id)]

    def happened(
        self, person_id: int, unit_id: int | None, since: datetime
    ) -> list[tuple[int, str]]:
        """What of somebody's, or of the section that they head, was blocked by others, what of
        theirs was approved, and whom they asked answered."""
        known = {"person_id": person_id, "unit_id": unit_id}
        rows = self._all(HAPPENED, **known, since=stamp(since))
        return [(row["id"], row["event"]) for row in rows]

    def leads(self, assignment_id: int) -> list[dict[str, Any]]:
        """Who led it, one after the other, and how far each came."""
        return [dict(row) for row in self._all(LEADS, id=assignment_id)]

    def add_support(
        self,
        assignment_id: int,
        *,
        person_id: int | None = None,
        unit_id: int | None = None,
        part: str = "",
        due: datetime | None = None,
    ) -> int:
        due_at = stamp_or_none(due)
        values = {"person_id": person_id, "unit": unit_id, "part": part, "due_at": due_at}
        return self._add(ADD_SUPPORT, id=assignment_id, **values)

    def supports(self, assignment_id: int) -> list[Support]:
        rows = self._all(SUPPORTS, id=assignment_id)
        return [_support(row) for row in rows]

    def support(self, support_id: int) -> Support:
        return _support(self._one(SUPPORT, support_id=support_id))

    def parts_of(self, person_id: int) -> list[Support]:
        """The parts of others' work that somebody still helps with."""
        return [_support(row) for row in self._all(PARTS_OF, person_id=person_id)]

    def save_support(self, support: Support) -> None:
        self._run(
            SAVE_SUPPORT,
            id=support.id,
            accepted_at=stamp_or_none(support.accepted_at),
            done_at=stamp_or_none(support.done_at),
        )

    def add_localities(self, assignment_id: int, localities: Iterable[int]) -> None:
        for locality_id in localities:
            self._run(ADD_LOCALITY, id=assignment_id, locality_id=locality_id)

    def localities(self, assignment_id: int) -> list[str]:
        return [row["name"] for row in self._all(LOCALITIES, id=assignment_id)]

    def places(self, ids: Iterable[int]) -> dict[int, set[int]]:
        """The places that each of these is about."""
        found: dict[int, set[int]] = {}
        for row in self._all(PLACES, ids=dump(list(ids))):
            found.setdefault(row["assignment_id"], set()).add(row["locality_id"])
        return found

    def urgent_by(self, person_id: int, since: datetime) -> int:
        """How often somebody has said «Khẩn» since then."""
        return int(self._value(URGENT_BY, person_id=person_id, since=stamp(since)))

    def cards_beside(self, assignment_id: int) -> list[str]:
        """The cards that show it among others: of what was given together, of a campaign."""
        return [row["card"] for row in self._all(BESIDE, id=assignment_id)]

    def holders(self, subject: str) -> list[int]:
        """Who has this card in their chat."""
        return self.holders_of([subject])[subject]

    def holders_of(self, subjects: Sequence[str]) -> dict[str, list[int]]:
        """The same of several cards, by one look."""
        found: dict[str, list[int]] = {subject: [] for subject in subjects}
        for row in self._all(HOLDERS, subjects=json.dumps(subjects)):
            found[row["subject"]].append(row["person_id"])
        return found

    def own_record(self, person_id: int, since: datetime) -> dict[str, int]:
        """What somebody has done since then: closed, reported, on time, reworks."""
        return dict(self._one(OWN_RECORD, person_id=person_id, since=stamp(since)))
