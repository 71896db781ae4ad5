"""What is followed to its end: where each matter stands, and what was said in it."""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from domain.matter_kinds import BY_PREFIX
from domain.matters import Matter
from storage import reports
from storage.personal import Personal, Stays
from storage.rows import moment, moment_or_none, stamp, stamp_or_none
from storage.table import Table

NEXT = """
SELECT coalesce(max(number), 0) + 1 FROM matter WHERE office_id = :office_id AND kind = :kind
"""
ADD = """
INSERT INTO matter (office_id, kind, number, code, state, about, weight, locality_id,
                    raised_by, owner_id, raised_at, due_at)
VALUES (:office_id, :kind, :number, :code, :state, :about, :weight, :locality_id,
        :raised_by, :owner_id, :raised_at, :due_at)
"""
GET = "SELECT * FROM matter WHERE office_id = :office_id AND id = :id"
BY_NUMBER = """
SELECT * FROM matter WHERE office_id = :office_id AND kind = :kind AND number = :number
"""
SAVE = """
UPDATE matter
   SET state = :state, theme_id = :theme_id, body_id = :body_id, owner_id = :owner_id,
       owner_unit_id = :owner_unit_id, weight = :weight,
       paper = :paper, paper_day = :paper_day,
       sent_at = :sent_at, due_at = :due_at, returns_on = :returns_on, closed_at = :closed_at,
       version = :version
 WHERE office_id = :office_id AND id = :id
"""
OPEN = """
SELECT * FROM matter WHERE office_id = :office_id AND closed_at IS NULL
 ORDER BY due_at IS NULL, due_at, id
"""
OPEN_IN = """
SELECT * FROM matter
 WHERE office_id = :office_id AND closed_at IS NULL AND kind = :kind AND state = :state ORDER BY id
"""
MARK = """
INSERT INTO matter_label (matter_id, sort, label)
SELECT id, :sort, :label FROM matter WHERE office_id = :office_id AND id = :id
    ON CONFLICT DO UPDATE SET label = excluded.label
"""
LABELS = """
SELECT sort, label FROM matter_label JOIN matter ON matter.id = matter_label.matter_id
 WHERE matter.office_id = :office_id AND matter_id = :id
"""
LABELS_OF = """
SELECT l.matter_id, l.label FROM json_each(:ids) one
  JOIN matter_label l ON l.matter_id = one.value AND l.sort = :sort
  JOIN matter m ON m.id = l.matter_id
 WHERE m.office_id = :office_id
"""
WAS = """
SELECT 1 FROM journal WHERE office_id = :office_id AND kind = 'matter' AND subject = :id
   AND (became = :state OR event = :state) LIMIT 1
"""
OPEN_OF_BODY = """
SELECT * FROM matter
 WHERE office_id = :office_id AND body_id = :body_id AND closed_at IS NULL AND kind = :kind
 ORDER BY id
"""
ABOUT = """
SELECT * FROM matter
 WHERE office_id = :office_id AND about = :about AND about <> '' AND kind = :kind ORDER BY id
"""
DUE = """
SELECT * FROM matter
 WHERE office_id = :office_id AND closed_at IS NULL AND due_at < :until ORDER BY due_at, id
"""
RETURNING = """
SELECT * FROM matter WHERE office_id = :office_id AND returns_on <= :on ORDER BY id
"""
STOOD_THEN = """
SELECT m.* FROM matter m
 WHERE m.office_id = :office_id AND m.kind = :kind AND m.raised_at <= :shown
   AND (m.closed_at IS NULL OR m.closed_at >= :sent)
   AND ((SELECT became FROM journal j
          WHERE j.office_id = :office_id AND j.kind = 'matter' AND j.subject = m.id
            AND j.at <= :shown AND became IS NOT NULL ORDER BY j.id DESC LIMIT 1) = :state
     OR (m.closed_at IS NULL OR m.closed_at > :shown OR m.state <> :hidden)
    AND (SELECT became FROM journal j
          WHERE j.office_id = :office_id AND j.kind = 'matter' AND j.subject = m.id
            AND j.at <= :sent AND became IS NOT NULL ORDER BY j.id DESC LIMIT 1) = :state)
 ORDER BY m.id
"""
SAY = """
INSERT INTO matter_words (matter_id, row_id, text)
SELECT id, :row_id, :text FROM matter WHERE office_id = :office_id AND id = :id
"""
SAID = """
SELECT row_id, text FROM matter_words JOIN matter ON matter.id = matter_words.matter_id
 WHERE matter.office_id = :office_id AND matter_id = :id ORDER BY row_id
"""
SAID_WITH = """
SELECT w.text FROM matter_words w JOIN matter m ON m.id = w.matter_id
  JOIN journal j ON j.id = w.row_id
 WHERE m.office_id = :office_id AND w.matter_id = :id AND j.event = :event
 ORDER BY w.row_id DESC LIMIT 1
"""
OLD = """
SELECT id FROM matter WHERE office_id = :office_id AND kind = :kind AND closed_at < :before
   AND EXISTS (SELECT 1 FROM matter_words w WHERE w.matter_id = matter.id)
"""
FORGET_WORDS = """
DELETE FROM matter_words
 WHERE matter_id IN (SELECT id FROM matter WHERE office_id = :office_id AND id = :id)
"""
REWORD = """
UPDATE matter_words SET text = :text
 WHERE row_id = :row_id
   AND matter_id IN (SELECT id FROM matter WHERE office_id = :office_id AND id = :id)
"""
FORGET_ONE = """
DELETE FROM matter_words
 WHERE row_id = :row_id
   AND matter_id IN (SELECT id FROM matter WHERE office_id = :office_id AND id = :id)
"""
LONGEST = 9
"""Figures of a number."""
PERSONAL = Personal(
    stays={"matter.raised_by": Stays.DUTY, "matter.owner_id": Stays.DUTY},
)


@dataclass(frozen=True, slots=True)
class MatterStood:
    """A matter of a time: whether it came in it, stood open at its end, and was late then."""

    id: int
    kind: str
    code: str
    topic: str
    state: str
    due: datetime | None
    locality_id: int | None
    fresh: bool
    open: bool
    late: bool

    @property
    def closed(self) -> bool:
        return not self.open


@dataclass(frozen=True, slots=True)
class Conclusion:
    """What was concluded, whose it is, and how it stood; `fresh` since the last report."""

    id: int
    code: str
    fresh: bool
    owner: str
    due: datetime | None
    state: str
    words: str


class Matters(Table):
    def add(
        self,
        kind: str,
        prefix: str,
        state: str,
        now: datetime,
        *,
        raised_by: int | None,
        about: str = "",
        locality_id: int | None = None,
        owner_id: int | None = None,
        due: datetime | None = None,
        weight: int = 1,
    ) -> Matter:
        """A new one, with the next number of its kind: `KN-031`."""
        number = int(self._value(NEXT, kind=kind))
        found = self._add(
            ADD,
            kind=kind,
            number=number,
            code=f"{prefix}-{number:03}",
            state=state,
            about=about,
            weight=weight,
            locality_id=locality_id,
            raised_by=raised_by,
            owner_id=owner_id,
            raised_at=stamp(now),
            due_at=stamp_or_none(due),
        )
        return self.get(found)

    def get(self, matter_id: int) -> Matter:
        return matter_of(self._one(GET, id=matter_id))

    def by_number(self, kind: str, number: int) -> Matter:
        return matter_of(self._one(BY_NUMBER, kind=kind, number=number))

    def coded(self, code: str) -> Matter | None:
        """The one that bears this very code, as `add` gave it; of other words there is none."""
        prefix, _, number = code.partition("-")
        kind = BY_PREFIX.get(prefix)
        if kind is None or not number[:LONGEST].isdecimal():
            return None
        row = self._first(BY_NUMBER, kind=kind.code, number=int(number[:LONGEST]))
        return matter_of(row) if row and row["code"] == code else None

    def save(self, matter: Matter) -> None:
        self._run(
            SAVE,
            id=matter.id,
            state=matter.state,
            theme_id=matter.theme_id,
            body_id=matter.body_id,
            owner_id=matter.owner_id,
            owner_unit_id=matter.owner_unit_id,
            weight=matter.weight,
            paper=matter.paper,
            paper_day=_iso(matter.paper_day),
            sent_at=stamp_or_none(matter.sent_at),
            due_at=stamp_or_none(matter.due_at),
            returns_on=_iso(matter.returns_on),
            closed_at=stamp_or_none(matter.closed_at),
            version=matter.version,
        )

    def open(self) -> list[Matter]:
        """Everything that is not closed, what is due first."""
        return [matter_of(row) for row in self._all(OPEN)]

    def open_in(self, kind: str, state: str) -> list[Matter]:
        """The open ones of a kind in one state."""
        return [matter_of(row) for row in self._all(OPEN_IN, kind=kind, state=state)]

    def mark(self, matter_id: int, sort: str, label: str) -> None:
        """One of the few that its kind has of this sort."""
        self._run(MARK, id=matter_id, sort=sort, label=label)

    def labels(self, matter_id: int) -> Mapping[str, str]:
        """What it is marked with, by sort."""
        return {row["sort"]: row["label"] for row in self._all(LABELS, id=matter_id)}

    def labels_of(self, matter_ids: Sequence[int], sort: str) -> Mapping[int, str]:
        """Of each of these, what it is marked with."""
        rows = self._all(LABELS_OF, ids=json.dumps(matter_ids), sort=sort) if matter_ids else []
        return {row["matter_id"]: row["label"] for row in rows}

    def was(self, matter_id: int, state: str) -> bool:
        """Whether it ever came into a state, or something ever happened to it."""
        return self._value(WAS, id=matter_id, state=state) is not None

    def became(self, kind: str, since: datetime, until: datetime) -> dict[str, list[int]]:
        """Which of a kind came to each state in a time."""
        found: dict[str, list[int]] = {}
        rows = self._all(reports.BECAME, kind=kind, since=stamp(since), until=stamp(until))
        for row in rows:
            found.setdefault(row["became"], []).append(row["id"])
        return found

    def stood_in(self, kind: str, state: str, until: datetime) -> list[int]:
        """Which of a kind stood in a state at a moment."""
        rows = self._all(reports.STOOD, kind=kind, state=state, until=stamp(until))
        return [row["id"] for row in rows]

    def open_of_body(self, kind: str, body_id: int) -> list[Matter]:
        """What a body has still to answer or do."""
        return [matter_of(row) for row in self._all(OPEN_OF_BODY, kind=kind, body_id=body_id)]

    def about(self, kind: str, about: str) -> list[Matter]:
        """All that came of a thing, open or closed."""
        return [matter_of(row) for row in self._all(ABOUT, kind=kind, about=about)]

    def due(self, until: datetime) -> list[Matter]:
        """What is open and was to be answered or done before a moment."""
        return [matter_of(row) for row in self._all(DUE, until=stamp(until))]

    def returning(self, on: date) -> list[Matter]:
        """What was put off until this day."""
        return [matter_of(row) for row in self._all(RETURNING, on=on.isoformat())]

    def stood(
        self, kind: str, state: str, hidden: str, sent: datetime, shown: datetime
    ) -> list[Matter]:
        """Those that stood in a state when a paper was sent, or last shown anew; what came to be
        `hidden` since then is left out."""
        values = {"kind": kind, "state": state, "hidden": hidden}
        rows = self._all(STOOD_THEN, sent=stamp(sent), shown=stamp(shown), **values)
        return [matter_of(row) for row in rows]

    def followed(self, since: datetime, until: datetime) -> list[MatterStood]:
        """All of a time, kind by kind, as each stood at its end."""
        rows = self._all(reports.MATTERS, since=stamp(since), until=stamp(until))
        return [_followed(row, until) for row in rows]

    def conclusions(self, kind: str, since: datetime, cut_off: datetime) -> list[Conclusion]:
        """Drawn or still open between two moments, each as it stood at the second."""
        values = {"kind": kind, "since": stamp(since), "cut_off": stamp(cut_off)}
        rows = self._all(reports.CONCLUSIONS, **values)
        return [
            Conclusion(
                r["id"],
                r["code"],
                bool(r["fresh"]),
                r["owner"],
                moment_or_none(r["due"]),
                r["state"],
                r["words"],
            )
            for r in rows
        ]

    def recommendations(self, since: datetime, until: datetime) -> list[dict[str, Any]]:
        """Those that were in hand in a time: answered, remedied, late at its end."""
        rows = self._all(reports.RECOMMENDATIONS, since=stamp(since), until=stamp(until))
        return [dict(row) for row in rows]

    def say(self, matter_id: int, row_id: int, text: str) -> None:
        """Keep the words that were said with a row of the journal."""
        self._run(SAY, id=matter_id, row_id=row_id, text=text)

    def reword(self, matter_id: int, row_id: int, text: str) -> None:
        """They say something else now."""
        self._run(REWORD, id=matter_id, row_id=row_id, text=text)

    def said(self, matter_id: int) -> Mapping[int, str]:
        """Every word by the journal's row, the first ones first."""
        return {row["row_id"]: row["text"] for row in self._all(SAID, id=matter_id)}

    def opening(self, matter_id: int) -> str:
        """In which words it was raised; what was said later is no heading."""
        return self.said_with(matter_id, "raised")

    def said_with(self, matter_id: int, event: str) -> str:
        """The words of the last time that this happened to it."""
        return str(self._value(SAID_WITH, id=matter_id, event=event) or "")

    def old(self, kind: str, before: datetime) -> list[int]:
        """Closed before a moment, and not yet without words."""
        return [row["id"] for row in self._all(OLD, kind=kind, before=stamp(before))]

    def erase_one(self, matter_id: int, row_id: int) -> None:
        """What was said with one row of the journal."""
        self._run(FORGET_ONE, id=matter_id, row_id=row_id)

    def erase_words(self, matter_id: int) -> None:
        """The words go; where it stood and when stays."""
        self._run(FORGET_WORDS, id=matter_id)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _followed(row: sqlite3.Row, until: datetime) -> MatterStood:
    due, is_open = moment_or_none(row["due_at"]), bool(row["open"])
    late = is_open and due is not None and due < until
    kept = (row["id"], row["kind"], row["code"], row["topic"], row["state"])
    return MatterStood(*kept, due, row["locality_id"], bool(row["fresh"]), is_open, late)


def matter_of(row: sqlite3.Row) -> Matter:
    found: dict[str, Any] = {name: row[name] for name in Matter.__dataclass_fields__}
    for name in ("sent_at", "due_at", "closed_at"):
        found[name] = moment_or_none(row[name])
    for name in ("paper_day", "returns_on"):
        found[name] = _day(row[name])
    return Matter(**{**found, "raised_at": moment(row["raised_at"])})
