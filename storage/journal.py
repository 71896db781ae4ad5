"""Who did what, when, from what to what. Written once; there is no way to change or clear it."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from storage.personal import Personal, Stays
from storage.rows import dump, load, moment, stamp
from storage.table import Table

WRITE = """
INSERT INTO journal (office_id, at, who, event, kind, subject, was, became, text, facts, on_behalf)
VALUES (:office_id, :at, :who, :event, :kind, :subject, :was, :became, :text, :facts, :on_behalf)
"""
HISTORY = """
SELECT journal.*, person.name AS who_name, other.name AS for_name
  FROM journal LEFT JOIN person ON person.subject = journal.who
  LEFT JOIN person other ON other.subject = journal.on_behalf
 WHERE journal.office_id = :office_id AND kind = :kind AND journal.subject = :subject
 ORDER BY journal.id
"""
ROW = "SELECT * FROM journal WHERE office_id = :office_id AND id = :id"
OLD = "SELECT id FROM journal WHERE id > :mark AND at < :before ORDER BY id LIMIT :most"
FORGET = """
UPDATE journal
   SET who = CASE WHEN who IN ('self', 'clock') THEN who ELSE 'forgotten' END,
       on_behalf = NULL, text = NULL, facts = NULL
 WHERE id > :mark AND id <= :last AND kind = 'assignment'
"""
LAST = """
SELECT * FROM journal WHERE office_id = :office_id AND kind = :kind AND subject = :subject
 ORDER BY id DESC LIMIT 1
"""
LATELY = """
SELECT DISTINCT who, office_id FROM (SELECT * FROM journal ORDER BY id DESC LIMIT 500)
 WHERE at >= :since AND at <= :until AND who NOT IN ('self', 'clock')
"""
OWN_LATELY = """
SELECT * FROM (SELECT * FROM journal ORDER BY id DESC LIMIT 500)
 WHERE office_id = :office_id AND who = :who AND at >= :since
   AND event IN (SELECT value FROM json_each(:events))
 ORDER BY id DESC
"""
NEWEST_OF = """
SELECT * FROM (SELECT * FROM journal ORDER BY id DESC LIMIT 500)
 WHERE office_id = :office_id AND who = :who AND at >= :since
   AND kind IN (SELECT value FROM json_each(:kinds))
 ORDER BY id DESC LIMIT 1
"""
WAS_BEFORE = """
SELECT was FROM journal
 WHERE office_id = :office_id AND kind = :kind AND subject = :subject AND became = :became
 ORDER BY id DESC LIMIT 1
"""
LAST_MOVE = """
SELECT * FROM journal
 WHERE office_id = :office_id AND kind = :kind AND subject = :subject AND became IS NOT NULL
 ORDER BY id DESC LIMIT 1
"""
JOURNAL = """
SELECT at, event, kind, subject, was, became FROM (
    SELECT * FROM journal WHERE who = :subject AND who NOT IN ('self', 'clock', 'forgotten')
     UNION ALL
    SELECT journal.* FROM registration
      JOIN journal ON journal.office_id = registration.office_id
       AND journal.kind = 'registration' AND journal.subject = registration.id
     WHERE registration.person_id = :person_id AND journal.who = 'self')
 ORDER BY id
"""
PERSONAL = Personal(
    stays={
        "journal.who": Stays.RANDOM,
        "journal.on_behalf": Stays.RANDOM,
    },
    export={"journal": JOURNAL},
)


def erase_before(
    connection: sqlite3.Connection, before: datetime, mark: int, most: int
) -> list[int]:
    """Of old steps of tasks: who took them, and in which words. The rows looked at, from the
    one after `mark` on; what became of a task stays."""
    rows = connection.execute(OLD, {"mark": mark, "before": stamp(before), "most": most})
    found = [row["id"] for row in rows]
    if found:
        connection.execute(FORGET, {"mark": mark, "last": found[-1]})
    return found


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: `who` did it, as a subject; `who_name`, and `for_name` of the one in whose name,
    where a history is read."""

    id: int
    at: datetime
    who: str
    event: str
    kind: str
    subject: int
    text: str | None
    facts: Mapping[str, Any]
    on_behalf: str | None
    who_name: str = ""
    for_name: str = ""


class Journal(Table):
    def write(
        self,
        event: str,
        kind: str,
        subject: int,
        *,
        at: datetime,
        who: str,
        was: str | None = None,
        became: str | None = None,
        text: str | None = None,
        facts: dict[str, Any] | None = None,
        on_behalf: str | None = None,
    ) -> int:
        """Write one row and return its number."""
        return self._add(
            WRITE,
            at=stamp(at),
            who=who,
            event=event,
            kind=kind,
            subject=subject,
            was=was,
            became=became,
            text=text,
            facts=dump(facts) if facts else None,
            on_behalf=on_behalf,
        )

    def history(self, kind: str, subject: int) -> list[Entry]:
        """Everything that happened to one thing, oldest first."""
        return [
            _entry(r, r["who_name"] or "", r["for_name"] or "")
            for r in self._all(HISTORY, kind=kind, subject=subject)
        ]

    def row(self, row_id: int) -> Entry | None:
        row = self._first(ROW, id=row_id)
        return _entry(row) if row else None

    def last(self, kind: str, subject: int) -> Entry | None:
        row = self._first(LAST, kind=kind, subject=subject)
        return _entry(row) if row else None

    def own_lately(self, who: str, events: Iterable[str], since: datetime) -> list[Entry]:
        """What somebody did since, of these kinds, the newest first."""
        found = self._all(OWN_LATELY, who=who, events=dump(list(events)), since=stamp(since))
        return [_entry(row) for row in found]

    def standing(
        self, kind: str, who: str | None, events: Iterable[str], since: datetime
    ) -> Iterator[Entry]:
        """What somebody did since with things of this kind, the newest first, where nobody went
        on from it."""
        for row in self.own_lately(who or "", events, since):
            last = self.last(kind, row.subject) if row.kind == kind else None
            if last and last.id == row.id:
                yield row

    def newest_of(self, who: str, kinds: Iterable[str], since: datetime) -> Entry | None:
        """What somebody did last with things of these kinds."""
        row = self._first(NEWEST_OF, who=who, kinds=dump(list(kinds)), since=stamp(since))
        return _entry(row) if row else None

    def was_before(self, kind: str, subject: int, became: str) -> str | None:
        """Where a thing stood before it last came to stand so."""
        was: str | None = self._value(WAS_BEFORE, kind=kind, subject=subject, became=became)
        return was

    def last_move(self, kind: str, subject: int) -> Entry | None:
        """What last brought a thing where it stands."""
        row = self._first(LAST_MOVE, kind=kind, subject=subject)
        return _entry(row) if row else None


def lately(
    connection: sqlite3.Connection, since: datetime, until: datetime
) -> list[tuple[str, int]]:
    """Who did something between two moments not long ago, in which office."""
    rows = connection.execute(LATELY, {"since": stamp(since), "until": stamp(until)})
    return [(row["who"], row["office_id"]) for row in rows]


def _entry(row: sqlite3.Row, who_name: str = "", for_name: str = "") -> Entry:
    return Entry(
        id=row["id"],
        at=moment(row["at"]),
        who=row["who"],
        event=row["event"],
        kind=row["kind"],
        subject=row["subject"],
        text=row["text"],
        facts=load(row["facts"]) if row["facts"] else {},
        on_behalf=row["on_behalf"],
        who_name=who_name,
        for_name=for_name,
    )
