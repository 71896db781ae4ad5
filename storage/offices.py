"""Offices, sections, organisations, places, and the working calendar: rows with dates."""

import re
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from domain.groups import LinkedChat
from domain.names import code_of, fold
from domain.office_hours import BRIEFING
from domain.people import Locality, Office, Organisation, Phones, Unit
from storage.database import connect_reader, version_of
from storage.personal import Personal, Stays
from storage.rows import dump, load, stamp
from storage.table import Table

ADD_OFFICE = """
INSERT INTO office (code, name, short, preset, zone, labels, contact, valid_from)
VALUES (:code, :name, :short, :preset, :zone, :labels, :contact, :since)
"""
OFFICE = """
SELECT *, (SELECT at FROM office_hour
            WHERE office_id = :office_id AND name = 'briefing') AS briefing
  FROM office WHERE id = :office_id
"""
OFFICES = "SELECT id, code FROM office ORDER BY id"
ZONES = "SELECT id, zone FROM office WHERE valid_to IS NULL ORDER BY id"
SET_CONTACT = "UPDATE office SET contact = :contact WHERE id = :office_id"
SET_PHONES = "UPDATE office SET phones = :phones WHERE id = :office_id"
FIRST_BRIEFING = """
INSERT INTO office_hour (office_id, name, at) VALUES (:office_id, 'briefing', :briefing)
"""
FIRST_RULE = """
INSERT INTO conversion (office_id, least_minutes, days)
VALUES (:office_id, 120, 1.0), (:office_id, 0, 0.5)
"""
ADD_UNIT = """
INSERT INTO unit (office_id, code, name, position, valid_from)
VALUES (:office_id, :code, :name, :position, :since)
"""
UNITS = """
SELECT * FROM unit WHERE office_id = :office_id AND valid_from <= :on
   AND (valid_to IS NULL OR valid_to > :on) ORDER BY position, id
"""
UNIT_NAME = "SELECT name FROM unit WHERE office_id = :office_id AND id = :id"
ORGANISATION_NAME = "SELECT short FROM organisation WHERE office_id = :office_id AND id = :id"
LOCALITY_NAME = "SELECT name FROM locality WHERE office_id = :office_id AND id = :id"
ADD_ORGANISATION = """
INSERT INTO organisation (office_id, code, name, short, position, valid_from)
VALUES (:office_id, :code, :name, :short, :position, :since)
"""
ORGANISATIONS = """
SELECT * FROM organisation WHERE office_id = :office_id AND valid_from <= :on
   AND (valid_to IS NULL OR valid_to > :on) ORDER BY position, id
"""
ADD_LOCALITY = """
INSERT INTO locality (office_id, code, kind, name, folded, priority, valid_from)
VALUES (:office_id, :code, :kind, :name, :folded, :priority, :since)
"""
LOCALITIES = """
SELECT *, priority OR EXISTS (SELECT 1 FROM place_mark k
        WHERE k.locality_id = locality.id AND k.until >= :on AND k.since <= :on) AS first
  FROM locality WHERE office_id = :office_id AND valid_from <= :on
   AND (valid_to IS NULL OR valid_to > :on) ORDER BY id
"""
DAYS = "SELECT day, works FROM calendar_day WHERE office_id = :office_id"
DAYS_BETWEEN = """
SELECT day, works, name FROM calendar_day
 WHERE office_id = :office_id AND day BETWEEN :first AND :last ORDER BY day
"""
DROP_DAY = "DELETE FROM calendar_day WHERE office_id = :office_id AND day = :day"
SET_DAY = """
INSERT INTO calendar_day (office_id, day, works, name)
VALUES (:office_id, :day, :works, :name)
ON CONFLICT (office_id, day) DO UPDATE SET works = excluded.works, name = excluded.name
"""
ADD_CHAT = """
INSERT INTO chat (chat_id, office_id, unit_id, title, linked_at)
VALUES (:chat_id, :office_id, :unit_id, :title, :at)
ON CONFLICT (chat_id) DO UPDATE SET unit_id = excluded.unit_id, title = excluded.title
 WHERE chat.office_id = excluded.office_id
"""
CHAT = "SELECT unit_id FROM chat WHERE office_id = :office_id AND chat_id = :chat_id"
SETTING = "SELECT value FROM setting WHERE name = :name"
SET_SETTING = """
INSERT INTO setting (name, value) VALUES (:name, :value)
ON CONFLICT (name) DO UPDATE SET value = excluded.value
"""
RUN = """
INSERT INTO job_run (key, office_id, at) VALUES (:key, :office_id, :at) ON CONFLICT DO NOTHING
"""
OLD_RUNS = """
DELETE FROM job_run WHERE key IN (
    SELECT key FROM job_run WHERE office_id = :office_id AND at < :before LIMIT :most)
"""
STOOD = "SELECT 1 FROM office WHERE id = :office_id AND valid_from <= :on"
HAS_RUN = "SELECT 1 FROM job_run WHERE key = :key AND office_id = :office_id"
PERSONAL = Personal(stays={"chat.chat_id": Stays.GROUP})


def office_zones(connection: sqlite3.Connection) -> list[tuple[int, ZoneInfo]]:
    """The offices there are, and by whose clock each goes."""
    return [(row["id"], ZoneInfo(row["zone"])) for row in connection.execute(ZONES)]


def office_ids(connection: sqlite3.Connection) -> list[int]:
    return [office_id for office_id, _ in office_zones(connection)]


def setting(connection: sqlite3.Connection, name: str) -> str | None:
    row = connection.execute(SETTING, {"name": name}).fetchone()
    return row["value"] if row else None


def set_setting(connection: sqlite3.Connection, name: str, value: str) -> None:
    connection.execute(SET_SETTING, {"name": name, "value": value})


def mark_sample(connection: sqlite3.Connection) -> None:
    """From now on this database may only be served on this machine."""
    set_setting(connection, "sample", "1")


def is_sample(connection: sqlite3.Connection) -> bool:
    return setting(connection, "sample") == "1"


def is_sample_file(path: Path) -> bool:
    """The same about a file that nobody has opened yet."""
    if not path.exists():
        return False
    with closing(connect_reader(path)) as connection:
        return version_of(connection) > 0 and is_sample(connection)


def offices(connection: sqlite3.Connection) -> list[tuple[int, str]]:
    """Every office of this deployment: its id and its code."""
    return [(row["id"], row["code"]) for row in connection.execute(OFFICES)]


def add_office(connection: sqlite3.Connection, office: Office, since: date) -> int:
    cursor = connection.execute(
        ADD_OFFICE,
        {
            "code": office.code,
            "name": office.name,
            "short": office.short,
            "preset": office.preset,
            "zone": office.zone.key,
            "labels": dump(dict(office.labels)),
            "contact": office.contact,
            "since": since.isoformat(),
        },
    )
    office_id = int(cursor.lastrowid or 0)
    connection.execute(FIRST_RULE, {"office_id": office_id})
    connection.execute(FIRST_BRIEFING, {"office_id": office_id, "briefing": office.briefing})
    return office_id


def _spaced(text: str) -> str:
    """Its words with a blank around each: «Trà Cổ, 6 hộ» names Trà Cổ."""
    words = re.findall(r"\w+", fold(text))
    return f" {' '.join(words)} "


class Offices(Table):
    """The office that this work is bound to, and what it consists of on a day."""

    def get(self) -> Office:
        row = self._one(OFFICE)
        return Office(
            id=row["id"],
            code=row["code"],
            name=row["name"],
            short=row["short"],
            preset=row["preset"],
            zone=ZoneInfo(row["zone"]),
            labels=load(row["labels"]),
            contact=row["contact"],
            briefing=row["briefing"] or str(BRIEFING.usual),
            phones=Phones(row["phones"]),
        )

    def special_days(self) -> dict[date, bool]:
        """Holidays and swap days, and whether they are worked."""
        return {date.fromisoformat(r["day"]): bool(r["works"]) for r in self._all(DAYS)}

    def set_day(self, day: date, *, works: bool, name: str) -> None:
        """Write down a holiday, or a swap day that is worked."""
        self._run(SET_DAY, day=day.isoformat(), works=works, name=name)

    def days_between(self, first: date, last: date) -> list[tuple[date, bool, str]]:
        """The special days of a time: the day, whether it is worked, its name."""
        rows = self._all(DAYS_BETWEEN, first=first.isoformat(), last=last.isoformat())
        return [(date.fromisoformat(r["day"]), bool(r["works"]), r["name"]) for r in rows]

    def drop_day(self, day: date) -> bool:
        return self._run(DROP_DAY, day=day.isoformat()).rowcount == 1

    def set_contact(self, contact: str) -> None:
        self._run(SET_CONTACT, contact=contact)

    def set_phones(self, phones: Phones) -> None:
        """To whom the directory shows telephones."""
        self._run(SET_PHONES, phones=phones.value)

    def add_unit(self, code: str, name: str, position: int, since: date) -> int:
        return self._add(
            ADD_UNIT, code=code, name=name, position=position, since=since.isoformat()
        )

    def units(self, on: date) -> list[Unit]:
        rows = self._all(UNITS, on=on.isoformat())
        return [Unit(row["id"], row["code"], row["name"]) for row in rows]

    def unit_name(self, unit_id: int | None) -> str:
        return str(self._value(UNIT_NAME, id=unit_id) or "")

    def add_organisation(
        self, code: str, name: str, short: str, position: int, since: date
    ) -> int:
        values = {"code": code, "name": name, "short": short, "position": position}
        return self._add(ADD_ORGANISATION, **values, since=since.isoformat())

    def organisations(self, on: date) -> list[Organisation]:
        rows = self._all(ORGANISATIONS, on=on.isoformat())
        return [Organisation(r["id"], r["code"], r["name"], r["short"]) for r in rows]

    def add_locality(self, code: str, kind: str, name: str, priority: bool, since: date) -> int:
        values = {"code": code, "kind": kind, "name": name, "priority": priority}
        return self._add(ADD_LOCALITY, **values, folded=fold(name), since=since.isoformat())

    def place_from(self, name: str, codes: Iterable[str], since: date) -> int:
        """A place known by its name alone, of the kind that the office calls its places."""
        code, kind = code_of(name, codes), self.get().label("locality")
        return self.add_locality(code, kind, name, False, since)

    def localities(self, on: date) -> list[Locality]:
        rows = self._all(LOCALITIES, on=on.isoformat())
        return [Locality(r["id"], r["code"], r["kind"], r["name"], bool(r["first"])) for r in rows]

    def locality_in(self, text: str, on: date) -> int | None:
        """The place that a name names: «UBND phường Ka Long»."""
        words = _spaced(text)
        places = self.localities(on)
        return next((p.id for p in places if f" {fold(p.name)} " in words), None)

    def organisation_in(self, text: str, on: date) -> int | None:
        """The organisation that a name names: «Hội Nông dân Hải Yên», «PN Ka Long»."""
        words = _spaced(text)
        named = [(o.id, said) for o in self.organisations(on) for said in (o.name, o.short)]
        return next((o for o, said in named if f" {fold(said)} " in words), None)

    def organisation_name(self, organisation_id: int | None) -> str:
        return str(self._value(ORGANISATION_NAME, id=organisation_id) or "")

    def locality_name(self, locality_id: int | None) -> str:
        return str(self._value(LOCALITY_NAME, id=locality_id) or "")

    def link_chat(self, chat_id: int, title: str, unit_id: int | None, now: datetime) -> bool:
        """Make a group the office's, or one section's; False where it is another office's."""
        values = {"chat_id": chat_id, "title": title, "unit_id": unit_id, "at": stamp(now)}
        return self._run(ADD_CHAT, **values).rowcount == 1

    def chat(self, chat_id: int) -> LinkedChat | None:
        """Whose group this is."""
        row = self._first(CHAT, chat_id=chat_id)
        return LinkedChat(row["unit_id"]) if row else None

    def first_run(self, key: str, now: datetime) -> bool:
        """Claim a period for a job of the clock; False when it has been done."""
        return self._run(RUN, key=f"{key}:{self._office_id}", at=stamp(now)).rowcount == 1

    def erase_runs(self, before: datetime, most: int) -> int:
        """What the clock did so long ago that nobody asks whether it did."""
        return self._run(OLD_RUNS, before=stamp(before), most=most).rowcount

    def stood(self, on: date) -> bool:
        """Whether the office was there on a day."""
        return self._first(STOOD, on=on.isoformat()) is not None

    def has_run(self, key: str) -> bool:
        return self._first(HAS_RUN, key=f"{key}:{self._office_id}") is not None
