"""The weekly report: what was frozen, and to whom it went."""

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from domain.digest import Edition
from domain.periods import Week
from domain.report import WeeklyReport
from domain.report_reading import read
from storage.personal import Personal, Stays
from storage.rows import dump, load, moment, moment_or_none, stamp
from storage.table import Table

ADD = """
INSERT INTO digest (office_id, week, sends_at) VALUES (:office_id, :week, :sends_at)
ON CONFLICT DO NOTHING
"""
OF_WEEK = "SELECT * FROM digest WHERE office_id = :office_id AND week = :week"
GET = "SELECT * FROM digest WHERE office_id = :office_id AND id = :id"
LAST_SENT = """
SELECT * FROM digest WHERE office_id = :office_id AND state = 'sent' ORDER BY week DESC LIMIT 1
"""
SENT_BEFORE = """
SELECT * FROM digest WHERE office_id = :office_id AND state = 'sent' AND week < :week
 ORDER BY week DESC LIMIT 1
"""
FIRST_SENT = """
SELECT week FROM digest WHERE office_id = :office_id AND state = 'sent' ORDER BY week LIMIT 1
"""
SET_STATE = """
UPDATE digest SET state = :state, sent_at = coalesce(:sent_at, sent_at)
 WHERE office_id = :office_id AND id = :id
"""
SET_UPDATED = "UPDATE digest SET updated_at = :at WHERE office_id = :office_id AND id = :id"
SET_SENDS = """
UPDATE digest SET sends_at = :sends_at WHERE office_id = :office_id AND id = :id
"""
SET_PAUSED = "UPDATE digest SET paused = :paused WHERE office_id = :office_id AND id = :id"
NOTE_CHANGE = "UPDATE digest SET changes = changes + 1 WHERE office_id = :office_id AND id = :id"
OUTDATED = """
SELECT * FROM digest WHERE office_id = :office_id AND changes > counted ORDER BY week
"""
SET_COUNTED = """
UPDATE digest SET counted = :changes, missing = :missing WHERE office_id = :office_id AND id = :id
"""
SET_REASON = "UPDATE digest SET reason = :reason WHERE office_id = :office_id AND id = :id"
SET_REMARKS = "UPDATE digest SET remarks = :remarks WHERE office_id = :office_id AND id = :id"
APPROVE = """
UPDATE digest SET approved_by = :person_id, approved_at = :at, paused = 0
 WHERE office_id = :office_id AND id = :id
"""
SET_PART = """
INSERT INTO digest_part (digest_id, scope, facts)
SELECT id, :scope, :facts FROM digest WHERE office_id = :office_id AND id = :id
ON CONFLICT DO UPDATE SET facts = excluded.facts
"""
PARTS = """
SELECT scope, facts FROM digest_part JOIN digest ON digest.id = digest_part.digest_id
 WHERE digest.office_id = :office_id AND digest_id = :id
"""
SAVE_REVISION = """
INSERT INTO digest_revision (digest_id, scope, facts, until)
SELECT id, :scope, :facts, :until FROM digest WHERE office_id = :office_id AND id = :id
"""
REVISION = """
SELECT r.facts, r.until FROM digest_revision r JOIN digest ON digest.id = r.digest_id
 WHERE digest.office_id = :office_id AND r.digest_id = :id AND r.scope = :scope
 ORDER BY r.id DESC LIMIT 1 OFFSET :back
"""
SHOWN_BEFORE = """
SELECT max(CAST(r.until AS INTEGER)) FROM digest_revision r JOIN digest d ON d.id = r.digest_id
 WHERE d.office_id = :office_id AND d.id = :id AND CAST(r.until AS INTEGER) <
       (SELECT min(n.sent_at) FROM digest n
         WHERE n.office_id = :office_id AND n.state = 'sent' AND n.week > d.week)
"""
GONE_AFTER = """
SELECT 1 FROM digest
 WHERE office_id = :office_id AND state = 'sent' AND week > :week AND sent_at <= :shown
"""
OWE = """
INSERT INTO digest_delivery (digest_id, person_id, scope, form, owed_at)
SELECT id, :person_id, :scope, :form, :at FROM digest WHERE office_id = :office_id AND id = :id
ON CONFLICT DO NOTHING
"""
DELIVERIES = """
SELECT d.person_id, person.name, d.scope, d.form,
       EXISTS (SELECT 1 FROM card WHERE card.person_id = d.person_id
                  AND card.subject = 'digest:' || d.digest_id) AS arrived
  FROM digest_delivery d JOIN digest ON digest.id = d.digest_id
  JOIN person ON person.id = d.person_id
 WHERE digest.office_id = :office_id AND d.digest_id = :id ORDER BY d.person_id
"""
CHOOSE = """
INSERT INTO digest_reader (office_id, person_id, form) VALUES (:office_id, :person_id, :form)
ON CONFLICT DO UPDATE SET form = excluded.form
"""
FORMS = "SELECT person_id, form FROM digest_reader WHERE office_id = :office_id"
PERSONAL = Personal(
    stays={
        "digest_reader.person_id": Stays.DUTY,
        "digest.approved_by": Stays.DUTY,
        "digest_delivery.person_id": Stays.DUTY,
    },
)


@dataclass(frozen=True, slots=True)
class Digest:
    """One week's report on its way: preview, frozen, sent or skipped."""

    id: int
    week: Week
    sends: datetime
    state: str
    paused: bool
    remarks: str
    approved_by: int | None
    sent_at: datetime | None
    updated_at: datetime | None
    reason: str
    changes: int
    """How often a figure of it was changed since it was begun."""
    counted: int
    """Up to which of them it has been counted."""
    missing: tuple[str, ...]
    """Whose figures were not there when it was."""

    @property
    def edition(self) -> Edition:
        return Edition(self.week, self.sends)


@dataclass(frozen=True, slots=True)
class Copy:
    """The part of a report that a reader is owed, and whether it is on their telephone."""

    person_id: int
    name: str
    scope: str
    form: str
    arrived: bool


class Digests(Table):
    def begin(self, edition: Edition) -> Digest:
        """The week's report, begun now if it was not."""
        week = edition.week.code
        self._run(ADD, week=week, sends_at=stamp(edition.sends))
        return _digest(self._one(OF_WEEK, week=week))

    def of_week(self, week: Week) -> Digest | None:
        row = self._first(OF_WEEK, week=week.code)
        return _digest(row) if row else None

    def get(self, digest_id: int) -> Digest:
        return _digest(self._one(GET, id=digest_id))

    def last_sent(self) -> Digest | None:
        row = self._first(LAST_SENT)
        return _digest(row) if row else None

    def sent_before(self, week: Week) -> Digest | None:
        """The last that went out before a week's."""
        row = self._first(SENT_BEFORE, week=week.code)
        return _digest(row) if row else None

    def first_sent(self) -> Week | None:
        """The first week whose report went out."""
        week = self._value(FIRST_SENT)
        return Week.parse(week) if week else None

    def set_state(self, digest_id: int, state: str, sent_at: datetime | None = None) -> None:
        sent = stamp(sent_at) if sent_at else None
        self._run(SET_STATE, id=digest_id, state=state, sent_at=sent)

    def set_updated(self, digest_id: int, at: datetime) -> None:
        self._run(SET_UPDATED, id=digest_id, at=stamp(at))

    def set_sends(self, digest_id: int, sends: datetime) -> None:
        self._run(SET_SENDS, id=digest_id, sends_at=stamp(sends))

    def set_paused(self, digest_id: int, paused: bool) -> None:
        self._run(SET_PAUSED, id=digest_id, paused=paused)

    def note_change(self, digest_id: int) -> None:
        """A figure of its week was changed: it is to be counted anew."""
        self._run(NOTE_CHANGE, id=digest_id)

    def outdated(self) -> list[Digest]:
        """Those that were not counted since a figure of them changed."""
        return [_digest(row) for row in self._all(OUTDATED)]

    def set_counted(self, digest_id: int, changes: int, missing: Iterable[str]) -> None:
        """It is as it was counted after so many changes."""
        self._run(SET_COUNTED, id=digest_id, changes=changes, missing=dump(list(missing)))

    def set_reason(self, digest_id: int, reason: str) -> None:
        """Why it does not come."""
        self._run(SET_REASON, id=digest_id, reason=reason)

    def set_remarks(self, digest_id: int, remarks: str) -> None:
        self._run(SET_REMARKS, id=digest_id, remarks=remarks)

    def approve(self, digest_id: int, person_id: int, at: datetime) -> None:
        self._run(APPROVE, id=digest_id, person_id=person_id, at=stamp(at))

    def freeze(self, digest_id: int, parts: Mapping[str, WeeklyReport]) -> None:
        """Keep the figures of each scope as they stand."""
        for scope, part in parts.items():
            self._run(SET_PART, id=digest_id, scope=scope, facts=dump(part.dump()))

    def parts(self, digest_id: int) -> dict[str, WeeklyReport]:
        rows = self._all(PARTS, id=digest_id)
        return {row["scope"]: read(load(row["facts"])) for row in rows}

    def save_revision(
        self, digest_id: int, parts: Mapping[str, WeeklyReport], until: datetime
    ) -> None:
        """What each scope said up to a moment, before it is put right."""
        for scope, part in parts.items():
            facts = dump(part.dump())
            self._run(SAVE_REVISION, id=digest_id, scope=scope, facts=facts, until=stamp(until))

    def revision(
        self, digest_id: int, scope: str, back: int
    ) -> tuple[WeeklyReport, datetime] | None:
        """What it said so many corrections ago, and since when it said that."""
        row = self._first(REVISION, id=digest_id, scope=scope, back=back)
        return (read(load(row["facts"])), moment(row["until"])) if row else None

    def asked_until(self, kept: Digest) -> datetime | None:
        """When that was shown last which the leaders are asked in it: what was put right after the
        next one had gone asks nothing more."""
        shown = kept.updated_at
        if shown is None or not self._first(GONE_AFTER, week=kept.week.code, shown=stamp(shown)):
            return shown or kept.sent_at
        before = moment_or_none(self._value(SHOWN_BEFORE, id=kept.id))
        return max(filter(None, (before, kept.sent_at)), default=None)

    def owe(self, digest_id: int, person_id: int, scope: str, form: str, at: datetime) -> None:
        self._run(OWE, id=digest_id, person_id=person_id, scope=scope, form=form, at=stamp(at))

    def choose(self, person_id: int, form: str) -> None:
        """How somebody will have the report from now on."""
        self._run(CHOOSE, person_id=person_id, form=form)

    def forms(self) -> dict[int, str]:
        """How each who chose has it."""
        return {row["person_id"]: row["form"] for row in self._all(FORMS)}

    def deliveries(self, digest_id: int) -> list[Copy]:
        """To whom it was owed, and whether it is on their telephone."""
        rows = self._all(DELIVERIES, id=digest_id)
        return [
            Copy(r["person_id"], r["name"], r["scope"], r["form"], bool(r["arrived"]))
            for r in rows
        ]


def _digest(row: sqlite3.Row) -> Digest:
    return Digest(
        id=row["id"],
        week=Week.parse(row["week"]),
        sends=moment(row["sends_at"]),
        state=row["state"],
        paused=bool(row["paused"]),
        remarks=row["remarks"],
        approved_by=row["approved_by"],
        sent_at=moment_or_none(row["sent_at"]),
        updated_at=moment_or_none(row["updated_at"]),
        reason=row["reason"],
        changes=row["changes"],
        counted=row["counted"],
        missing=tuple(load(row["missing"])),
    )
