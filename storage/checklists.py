"""Checklists: each version of a list, what was begun by it, and how its items stand."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from domain.checklists import ItemMark, ItemStatus, ListItem, ListKind
from storage import reports
from storage.personal import Personal, Stays
from storage.rows import moment, moment_or_none, stamp
from storage.table import Table

LATEST = """
SELECT id FROM checklist WHERE office_id = :office_id AND kind = :kind
 ORDER BY version DESC LIMIT 1
"""
NEXT_VERSION = """
SELECT coalesce(max(version), 0) + 1 FROM checklist
 WHERE office_id = :office_id AND kind = :kind
"""
ADD_LIST = """
INSERT INTO checklist (office_id, kind, version, at)
VALUES (:office_id, :kind, :version, :at)
"""
ADD_ITEM = """
INSERT INTO checklist_item (checklist_id, number, text, critical)
SELECT id, :number, :text, :critical FROM checklist
 WHERE office_id = :office_id AND id = :checklist_id
"""
ITEMS = """
SELECT i.number, i.text, i.critical FROM checklist_item i JOIN checklist c ON c.id = i.checklist_id
 WHERE c.office_id = :office_id AND c.id = :checklist_id ORDER BY i.number
"""
ITEMS_OF = """
SELECT i.number, i.text, i.critical FROM checking c
  JOIN checklist_item i ON i.checklist_id = c.checklist_id
 WHERE c.office_id = :office_id AND c.id = :id
   AND NOT EXISTS (
       SELECT 1 FROM checking_item o WHERE o.checking_id = c.id AND o.number = i.number)
 UNION ALL
SELECT o.number, o.text, 0 FROM checking_item o JOIN checking c ON c.id = o.checking_id
 WHERE c.office_id = :office_id AND c.id = :id AND NOT o.struck
 ORDER BY 1
"""
LAST = """
SELECT max(number) FROM (
    SELECT i.number FROM checking c JOIN checklist_item i ON i.checklist_id = c.checklist_id
     WHERE c.office_id = :office_id AND c.id = :id
     UNION ALL
    SELECT o.number FROM checking c JOIN checking_item o ON o.checking_id = c.id
     WHERE c.office_id = :office_id AND c.id = :id)
"""
OWN_ITEM = """
INSERT INTO checking_item (checking_id, number, text, struck)
SELECT id, :number, :text, :struck FROM checking WHERE office_id = :office_id AND id = :id
    ON CONFLICT DO UPDATE SET struck = excluded.struck
"""
NEXT = """
SELECT coalesce(max(number), 0) + 1 FROM checking WHERE office_id = :office_id AND kind = :kind
"""
BEGIN = """
INSERT INTO checking (office_id, kind, number, code, checklist_id, about, name, locality_id,
                      begun_by, begun_at)
VALUES (:office_id, :kind, :number, :code, :checklist_id, :about, :name, :locality_id,
        :begun_by, :at)
"""
GET = "SELECT * FROM checking WHERE office_id = :office_id AND id = :id"
BY_NUMBER = """
SELECT * FROM checking WHERE office_id = :office_id AND kind = :kind AND number = :number
"""
OPEN = "SELECT * FROM checking WHERE office_id = :office_id AND closed_at IS NULL ORDER BY id"
CLAIMED = """
SELECT * FROM checking WHERE office_id = :office_id AND kind = :kind AND begun_at <= :until
 ORDER BY id
"""
OF = """
SELECT * FROM checking WHERE office_id = :office_id AND about = :about AND kind = :kind
 ORDER BY id DESC LIMIT 1
"""
STEPS_DONE = """
SELECT count(*) AS total, count(m.item) AS done
  FROM (SELECT c.id AS checking_id, i.number
          FROM checking c JOIN checklist_item i ON i.checklist_id = c.checklist_id
         WHERE c.office_id = :office_id AND c.about = :about AND c.kind = :kind
         UNION
        SELECT c.id, o.number FROM checking c JOIN checking_item o ON o.checking_id = c.id
         WHERE c.office_id = :office_id AND c.about = :about AND c.kind = :kind
        EXCEPT
        SELECT c.id, o.number FROM checking c JOIN checking_item o ON o.checking_id = c.id
         WHERE c.office_id = :office_id AND c.about = :about AND c.kind = :kind AND o.struck
       ) AS item
  LEFT JOIN checklist_mark m
    ON m.checking_id = item.checking_id AND m.item = item.number AND m.status = 'done'
"""
RELIST = """
UPDATE checking SET checklist_id = :checklist_id
 WHERE office_id = :office_id AND id = :id
   AND NOT EXISTS (SELECT 1 FROM checklist_mark m WHERE m.checking_id = checking.id)
"""
NO_MORE = """
DELETE FROM checking_item
 WHERE checking_id IN (SELECT id FROM checking WHERE office_id = :office_id AND id = :id)
"""
CLOSED = """
SELECT * FROM checking
 WHERE office_id = :office_id AND closed_at >= :since AND closed_at < :until ORDER BY id
"""
CLOSE = "UPDATE checking SET closed_at = :at WHERE office_id = :office_id AND id = :id"
MARK = """
INSERT INTO checklist_mark (checking_id, item, status, by_id, at, claimed_by, why)
SELECT id, :item, :status, :by_id, :at, :claimed_by, :why FROM checking
 WHERE office_id = :office_id AND id = :id
ON CONFLICT DO UPDATE SET status = excluded.status, by_id = excluded.by_id, at = excluded.at,
       claimed_by = excluded.claimed_by, why = excluded.why
"""
MARKS = """
SELECT m.* FROM checklist_mark m JOIN checking c ON c.id = m.checking_id
 WHERE c.office_id = :office_id AND c.id = :id
"""
CLAIMS_SINCE = """
SELECT m.checking_id, c.kind, c.code, m.item, m.at, m.claimed_by
  FROM checklist_mark m JOIN checking c ON c.id = m.checking_id
 WHERE c.office_id = :office_id AND m.status IN ('claimed', 'second') AND m.at < :before
 ORDER BY c.id, m.item
"""
FORGET_WHY = """
UPDATE checklist_mark SET why = ''
 WHERE why <> '' AND at < :before
   AND checking_id IN (SELECT id FROM checking WHERE office_id = :office_id)
"""
PERSONAL = Personal(
    stays={
        "checking.begun_by": Stays.DUTY,
        "checklist_mark.by_id": Stays.DUTY,
        "checklist_mark.claimed_by": Stays.DUTY,
    },
)


@dataclass(frozen=True, slots=True)
class Checking:
    """A list that was begun: by its own version, about a thing or of a place."""

    id: int
    kind: str
    code: str
    checklist_id: int
    about: str
    name: str
    locality_id: int | None
    begun_by: int | None
    begun_at: datetime
    closed_at: datetime | None

    @property
    def is_open(self) -> bool:
        return self.closed_at is None


@dataclass(frozen=True, slots=True)
class Claim:
    """An item that was claimed and waits for its verifier; who claimed it, since when it waits."""

    checking_id: int
    kind: str
    code: str
    item: int
    at: datetime
    claimed_by: int | None

    @property
    def key(self) -> str:
        return f"claim:{self.checking_id}:{self.item}:{self.at:%Y%m%d%H%M%S}"


class Checklists(Table):
    def latest(self, kind: str) -> int | None:
        """The version by which new ones begin."""
        found = self._value(LATEST, kind=kind)
        return int(found) if found else None

    def write(self, kind: str, items: Sequence[ListItem], now: datetime) -> int:
        """A new version."""
        version = int(self._value(NEXT_VERSION, kind=kind))
        found = self._add(ADD_LIST, kind=kind, version=version, at=stamp(now))
        for item in items:
            values = {"number": item.number, "text": item.text, "critical": item.critical}
            self._run(ADD_ITEM, checklist_id=found, **values)
        return found

    def items(self, checklist_id: int) -> list[ListItem]:
        rows = self._all(ITEMS, checklist_id=checklist_id)
        return [ListItem(r["number"], r["text"], bool(r["critical"])) for r in rows]

    def items_of(self, checking_id: int) -> list[ListItem]:
        """Those of the version by which it was begun, with what came besides, without what was
        struck."""
        rows = self._all(ITEMS_OF, id=checking_id)
        return [ListItem(r["number"], r["text"], bool(r["critical"])) for r in rows]

    def last_number(self, checking_id: int) -> int:
        """Also of what was struck: a number means one item for good."""
        return int(self._value(LAST, id=checking_id) or 0)

    def add_item(self, checking_id: int, item: ListItem) -> None:
        self._run(OWN_ITEM, id=checking_id, number=item.number, text=item.text, struck=False)

    def strike_item(self, checking_id: int, item: ListItem) -> None:
        self._run(OWN_ITEM, id=checking_id, number=item.number, text=item.text, struck=True)

    def begin(
        self,
        kind: ListKind,
        checklist_id: int,
        now: datetime,
        by: int,
        *,
        about: str = "",
        name: str = "",
        locality_id: int | None = None,
    ) -> Checking:
        number = int(self._value(NEXT, kind=kind.code))
        found = self._add(
            BEGIN,
            kind=kind.code,
            number=number,
            code=f"{kind.prefix}-{number:02}",
            checklist_id=checklist_id,
            about=about,
            name=name,
            locality_id=locality_id,
            begun_by=by,
            at=stamp(now),
        )
        return self.get(found)

    def get(self, checking_id: int) -> Checking:
        return _checking(self._one(GET, id=checking_id))

    def by_number(self, kind: str, number: int) -> Checking:
        return _checking(self._one(BY_NUMBER, kind=kind, number=number))

    def of(self, kind: str, about: str) -> Checking | None:
        """The newest of a kind about a thing."""
        row = self._first(OF, kind=kind, about=about)
        return _checking(row) if row else None

    def done_of(self, kind: str, about: str) -> tuple[int, int]:
        """How many steps of a thing are done, of how many."""
        row = self._one(STEPS_DONE, kind=kind, about=about)
        return row["done"], row["total"]

    def open(self) -> list[Checking]:
        return [_checking(row) for row in self._all(OPEN)]

    def closed(self, since: datetime, until: datetime) -> list[Checking]:
        """What came to its end between two moments."""
        rows = self._all(CLOSED, since=stamp(since), until=stamp(until))
        return [_checking(row) for row in rows]

    def claimed(self, kind: str, until: datetime) -> list[Checking]:
        """All of a kind that there were at a moment, recognised or not."""
        return [_checking(row) for row in self._all(CLAIMED, kind=kind, until=stamp(until))]

    def by_place(self, kind: str, since: datetime, until: datetime) -> list[dict[str, Any]]:
        """Place by place: how many there are, how many were recognised, how many of late."""
        rows = self._all(reports.HOUSES, kind=kind, since=stamp(since), until=stamp(until))
        return [dict(row) for row in rows]

    def waiting(self, before: datetime) -> list[tuple[str, int]]:
        """Claims that nobody looked at since a moment: of what, and how many."""
        return [(row["name"], row["n"]) for row in self._all(reports.CLAIMS, before=stamp(before))]

    def claims_since(self, before: datetime) -> list[Claim]:
        """Each claim that nobody looked at since a moment."""
        rows = self._all(CLAIMS_SINCE, before=stamp(before))
        return [
            Claim(
                r["checking_id"], r["kind"], r["code"], r["item"], moment(r["at"]), r["claimed_by"]
            )
            for r in rows
        ]

    def relist(self, checking_id: int, checklist_id: int) -> None:
        """By another version, while nothing was marked: then it keeps its own."""
        self._run(NO_MORE, id=checking_id)
        self._run(RELIST, id=checking_id, checklist_id=checklist_id)

    def close(self, checking_id: int, at: datetime | None) -> None:
        """It is over, or goes on."""
        self._run(CLOSE, id=checking_id, at=stamp(at) if at else None)

    def mark(self, checking_id: int, mark: ItemMark) -> None:
        self._run(
            MARK,
            id=checking_id,
            item=mark.item,
            status=mark.status.value,
            by_id=mark.by,
            at=stamp(mark.at),
            claimed_by=mark.claimed_by,
            why=mark.why,
        )

    def erase_reasons(self, before: datetime) -> int:
        """What was said with a mark long ago goes; the mark stays."""
        return self._run(FORGET_WHY, before=stamp(before)).rowcount

    def marks(self, checking_id: int) -> dict[int, ItemMark]:
        """How its items stand; those that nobody marked are not there."""
        return {row["item"]: _mark(row) for row in self._all(MARKS, id=checking_id)}


def _mark(row: sqlite3.Row) -> ItemMark:
    return ItemMark(
        row["item"],
        ItemStatus(row["status"]),
        row["by_id"],
        moment(row["at"]),
        row["claimed_by"],
        row["why"],
    )


def _checking(row: sqlite3.Row) -> Checking:
    names = Checking.__slots__[:-2]
    begun, closed = moment(row["begun_at"]), moment_or_none(row["closed_at"])
    return Checking(**{name: row[name] for name in names}, begun_at=begun, closed_at=closed)
