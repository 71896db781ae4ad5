"""Who is who: one person, one Telegram account, many memberships, roles with dates."""

import json
import secrets
import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from domain.access import Actor, Duty, Role
from domain.names import fold
from domain.people import Person
from domain.periods import OFFICE_ZONE
from domain.phones import phone_of
from storage.everywhere import Everywhere
from storage.merging import merge
from storage.personal import Personal, Stays
from storage.rows import stamp
from storage.table import Table

BY_TELEGRAM = """
WITH RECURSIVE who AS (
    SELECT person.id, person.subject, person.name, person.locale, person.address,
           coalesce(:office_id, person.office_id, 0) AS office_id, office.zone
      FROM person LEFT JOIN office ON office.id = coalesce(:office_id, person.office_id)
     WHERE telegram_id = :telegram_id),
stands (person_id, office_id) AS (
    SELECT id, office_id FROM who UNION
    SELECT a.person_id, a.office_id FROM stands
      JOIN absence a ON a.stand_in_id = stands.person_id AND a.office_id = stands.office_id
     WHERE a.first <= :on AND a.last >= :on),
decides (person_id, office_id) AS (
    SELECT id, office_id FROM who UNION
    SELECT a.person_id, a.office_id FROM decides
      JOIN absence a ON a.decides_id = decides.person_id AND a.office_id = decides.office_id
     WHERE a.first <= :on AND a.last >= :on)
SELECT who.*, g.role, g.unit_id, NULL AS organisation_id, NULL AS locality_id,
       NULL AS duty, NULL AS duty_unit_id, NULL AS stands_for, NULL AS decides_for
  FROM who LEFT JOIN role_grant g ON g.person_id = who.id AND g.office_id = who.office_id
   AND g.valid_from <= :on AND (g.valid_to IS NULL OR g.valid_to > :on)
 UNION ALL
SELECT who.*, 'point_leader', NULL, NULL, NULL, NULL, NULL, NULL, NULL FROM who
 WHERE EXISTS (
    SELECT 1 FROM membership m
     WHERE m.person_id = who.id AND m.office_id = who.office_id
       AND m.valid_from <= :on AND (m.valid_to IS NULL OR m.valid_to > :on))
   AND EXISTS (
    SELECT 1 FROM point JOIN activity a ON a.id = point.activity_id AND a.office_id = who.office_id
     WHERE point.leader_id = who.id AND point.dropped_at IS NULL
       AND a.state NOT IN ('draft', 'cancelled'))
 UNION ALL
SELECT who.*, NULL, NULL, m.organisation_id, m.locality_id, NULL, NULL, NULL, NULL
  FROM who JOIN membership m ON m.person_id = who.id AND m.office_id = who.office_id
   AND m.valid_from <= :on AND (m.valid_to IS NULL OR m.valid_to > :on)
 UNION ALL
SELECT who.*, NULL, NULL, NULL, NULL, d.duty, d.unit_id, NULL, NULL
  FROM who JOIN membership m ON m.person_id = who.id AND m.office_id = who.office_id
   AND m.valid_from <= :on AND (m.valid_to IS NULL OR m.valid_to > :on)
  JOIN duty d ON d.office_id = m.office_id
   AND (d.unit_id = m.unit_id OR d.person_id = m.person_id)
   AND d.valid_from <= :on AND (d.valid_to IS NULL OR d.valid_to > :on)
 UNION ALL
SELECT who.*, NULL, NULL, NULL, NULL, d.duty, 0, NULL, NULL
  FROM who JOIN stands ON stands.person_id <> who.id
  JOIN membership m ON m.person_id = stands.person_id AND m.office_id = who.office_id
   AND m.valid_from <= :on AND (m.valid_to IS NULL OR m.valid_to > :on)
  JOIN duty d ON d.office_id = m.office_id
   AND (d.unit_id = m.unit_id OR d.person_id = m.person_id)
   AND d.valid_from <= :on AND (d.valid_to IS NULL OR d.valid_to > :on)
 UNION ALL
SELECT who.*, NULL, NULL, NULL, NULL, d.duty, NULL, NULL, NULL
  FROM who JOIN decides ON decides.person_id <> who.id
  JOIN duty d ON d.office_id = who.office_id
   AND d.valid_from <= :on AND (d.valid_to IS NULL OR d.valid_to > :on)
   AND (d.person_id = decides.person_id OR EXISTS (
       SELECT 1 FROM role_grant g
        WHERE g.person_id = decides.person_id AND g.unit_id = d.unit_id
          AND g.valid_from <= :on AND (g.valid_to IS NULL OR g.valid_to > :on)))
 UNION ALL
SELECT who.*, NULL, NULL, NULL, NULL, NULL, NULL, stands.person_id, NULL
  FROM who JOIN stands ON stands.person_id <> who.id
 UNION ALL
SELECT who.*, NULL, NULL, NULL, NULL, NULL, NULL, NULL, decides.person_id
  FROM who JOIN decides ON decides.person_id <> who.id
"""
PEOPLE = """
SELECT person.*, m.code, m.title, m.unit_id, m.organisation_id, m.locality_id,
       (SELECT group_concat(role) FROM role_grant g
         WHERE g.person_id = person.id AND g.office_id = :office_id
           AND g.valid_from <= :on AND (g.valid_to IS NULL OR g.valid_to > :on)) AS roles
  FROM membership m JOIN person ON person.id = m.person_id
 WHERE m.office_id = :office_id AND m.valid_from <= :on
   AND (m.valid_to IS NULL OR m.valid_to > :on)
   AND (:person_id IS NULL OR person.id = :person_id)
   AND (:code IS NULL OR m.code = :code)
   AND (:role IS NULL OR EXISTS (
       SELECT 1 FROM role_grant g WHERE g.person_id = person.id AND g.office_id = :office_id
          AND g.role = :role AND g.valid_from <= :on AND (g.valid_to IS NULL OR g.valid_to > :on)
          AND (:unit_id IS NULL OR g.unit_id = :unit_id)))
 GROUP BY person.id ORDER BY m.code
"""
CODES = "SELECT code FROM membership WHERE office_id = :office_id"
NAME = """
SELECT name FROM person JOIN membership m ON m.person_id = person.id
 WHERE person.id = :id AND m.office_id = :office_id LIMIT 1
"""
NAMES = """
SELECT DISTINCT person.id, name FROM person JOIN membership m ON m.person_id = person.id
 WHERE person.id IN (SELECT value FROM json_each(:ids)) AND m.office_id = :office_id
"""
UNREACHED = """
SELECT DISTINCT person.id, name FROM person JOIN membership m ON m.person_id = person.id
 WHERE person.id IN (SELECT value FROM json_each(:ids)) AND m.office_id = :office_id
   AND (telegram_id IS NULL OR NOT reachable) ORDER BY person.id
"""
PHONE = """
SELECT person.phone, person.subject FROM person JOIN membership m ON m.person_id = person.id
 WHERE person.id = :id AND m.office_id = :office_id
   AND m.valid_from <= :on AND (m.valid_to IS NULL OR m.valid_to > :on)
"""
SUBJECT = "SELECT subject FROM person WHERE id = :id"
TELEGRAM_OF = "SELECT telegram_id FROM person WHERE subject = :subject"
NAME_OF_SUBJECT = """
SELECT name FROM person JOIN membership m ON m.person_id = person.id
 WHERE person.subject = :subject AND m.office_id = :office_id LIMIT 1
"""
RENAME = "UPDATE person SET name = :name, folded = :folded WHERE id = :id"
ADD = """
INSERT INTO person (subject, telegram_id, name, folded, phone, office_id, address, locale,
                    created_at)
VALUES (:subject, :telegram_id, :name, :folded, :phone, :office_id, :address, :locale, :at)
"""
ADD_MEMBERSHIP = """
INSERT INTO membership (office_id, person_id, code, title, unit_id, organisation_id, locality_id,
                        valid_from)
VALUES (:office_id, :person_id, :code, :title, :unit_id, :organisation_id, :locality_id, :since)
"""
SET_TITLE = """
UPDATE membership SET title = :title
 WHERE office_id = :office_id AND person_id = :person_id AND valid_to IS NULL
"""
SET_UNIT = """
UPDATE membership SET unit_id = :unit_id
 WHERE office_id = :office_id AND person_id = :person_id AND valid_to IS NULL
"""
SET_PLACE = """
UPDATE membership SET locality_id = :locality_id
 WHERE office_id = :office_id AND person_id = :person_id AND valid_to IS NULL
"""
SET_PHONE = """
UPDATE person SET phone = :phone WHERE id = :person_id
   AND id IN (SELECT person_id FROM membership WHERE office_id = :office_id)
"""
GRANT = """
INSERT INTO role_grant (office_id, person_id, role, unit_id, valid_from)
VALUES (:office_id, :person_id, :role, :unit_id, :since)
"""
END_GRANTS = """
UPDATE role_grant SET valid_to = :on
 WHERE office_id = :office_id AND person_id = :person_id AND valid_to IS NULL
   AND (:role IS NULL OR role = :role)
"""
END_MEMBERSHIPS = """
UPDATE membership SET valid_to = :on
 WHERE office_id = :office_id AND person_id = :person_id AND valid_to IS NULL
"""
OWNER = "SELECT id FROM person WHERE telegram_id = :telegram_id"
LINK = """
UPDATE person SET telegram_id = :telegram_id, office_id = :office_id, reachable = 1, menu = ''
 WHERE id = :person_id
   AND id IN (SELECT person_id FROM membership WHERE office_id = :office_id)
"""
UNLINK_PERSON = """
UPDATE person SET telegram_id = NULL, menu = '' WHERE id = :person_id
   AND id IN (SELECT person_id FROM membership WHERE office_id = :office_id)
"""
LEAVE = """
UPDATE person
   SET office_id = (SELECT max(office_id) FROM membership
                     WHERE person_id = :person_id AND valid_to IS NULL),
       telegram_id = CASE WHEN EXISTS (SELECT 1 FROM membership
                                        WHERE person_id = :person_id AND valid_to IS NULL)
                          THEN telegram_id END,
       menu = ''
 WHERE id = :person_id
   AND id IN (SELECT person_id FROM membership WHERE office_id = :office_id)
"""
FORGET_CARDS = """
DELETE FROM card WHERE person_id = :person_id
   AND person_id IN (SELECT person_id FROM membership WHERE office_id = :office_id)
"""
RESET_MENU = """
UPDATE person SET menu = '' WHERE id = :person_id
   AND id IN (SELECT person_id FROM role_grant WHERE office_id = :office_id)
"""
SET_ADDRESS = "UPDATE person SET address = :address WHERE id = :person_id"
SET_LOCALE = "UPDATE person SET locale = :locale, menu = '' WHERE id = :person_id"
IS_REACHABLE = "UPDATE person SET reachable = 1 WHERE id = :person_id AND NOT reachable"
SET_MUTED = "UPDATE person SET muted = :muted WHERE id = :person_id AND muted <> :muted"
SET_MENU = "UPDATE person SET menu = :menu WHERE id = :person_id"
SET_REACHABLE = """
UPDATE person SET reachable = :reachable
 WHERE telegram_id = :telegram_id AND reachable <> :reachable RETURNING reachable AND NOT muted
"""
BY_PHONE = """
SELECT person.id, max(m.office_id) AS office_id
  FROM person JOIN membership m ON m.person_id = person.id
 WHERE person.phone = :phone AND m.valid_to IS NULL
 GROUP BY person.id LIMIT 2
"""
ADD_INVITE = """
INSERT INTO invite (office_id, person_id, link_hash, code_hash, created_at, expires_at)
VALUES (:office_id, :person_id, :link_hash, :code_hash, :at, :expires)
"""
END_INVITES = """
UPDATE invite SET expires_at = :at
 WHERE office_id = :office_id AND person_id = :person_id AND used_at IS NULL AND expires_at > :at
"""
USE_INVITE = """
UPDATE invite SET used_at = :at
 WHERE (link_hash = :hash OR code_hash = :hash) AND used_at IS NULL AND expires_at > :at
RETURNING office_id, person_id
"""
MENUS_TO_SET = """
SELECT id, telegram_id, office_id, locale, menu FROM person
 WHERE menu = '' AND telegram_id IS NOT NULL AND office_id IS NOT NULL LIMIT :limit
"""
LOST_ACCOUNTS = "SELECT telegram_id FROM lost_account LIMIT :limit"
FORGET_ACCOUNT = "DELETE FROM lost_account WHERE telegram_id = :telegram_id"
IDLE = """
SELECT person.id, person.subject FROM person
 WHERE office_id = :office_id AND created_at < :before
   AND NOT EXISTS (SELECT 1 FROM membership m WHERE m.person_id = person.id)
   AND NOT EXISTS (SELECT 1 FROM role_grant g WHERE g.person_id = person.id)
   AND NOT EXISTS (SELECT 1 FROM registration r WHERE r.person_id = person.id)
   AND NOT EXISTS (SELECT 1 FROM consent c WHERE c.subject = person.subject AND c.given
           AND c.purpose IN ('news', 'record') AND c.id = (SELECT max(id) FROM consent
               WHERE subject = c.subject AND purpose = c.purpose))
"""
ON_ROSTER = "SELECT 1 FROM membership WHERE person_id = :person_id"
PERSON = """
SELECT name, telegram_id, phone, locale, address, created_at FROM person
 WHERE id = :person_id
"""
ROSTER = """
SELECT office.name AS office, membership.code, title, organisation.name AS organisation,
       locality.name AS locality, membership.valid_from, membership.valid_to
  FROM membership JOIN office ON office.id = membership.office_id
  LEFT JOIN organisation ON organisation.id = membership.organisation_id
  LEFT JOIN locality ON locality.id = membership.locality_id
 WHERE membership.person_id = :person_id
"""
FORGET_GRANTS = "DELETE FROM role_grant WHERE person_id = :person_id"
FORGET = "DELETE FROM person WHERE id = :person_id"
PERSONAL = Personal(
    erased={"role_grant.person_id": FORGET_GRANTS, "person.id": FORGET},
    stays={
        "membership.person_id": Stays.DUTY,
        "invite.person_id": Stays.DUTY,
        "lost_account.telegram_id": Stays.SHORT,
    },
    export={"person": PERSON, "roster": ROSTER},
)


def actor_by_telegram(
    connection: sqlite3.Connection, telegram_id: int, now: datetime, office_id: int | None = None
) -> Actor | None:
    """The one question asked before an office is known: who is this, in their own office, on
    its own day? It is asked for the day here, and once more where that is another."""
    which = {"telegram_id": telegram_id, "office_id": office_id}
    on, day = "", _day(now, OFFICE_ZONE.key)
    rows: list[sqlite3.Row] = []
    while on != day:
        on = day
        rows = connection.execute(BY_TELEGRAM, {**which, "on": on}).fetchall()
        day = _day(now, rows[0]["zone"]) if rows else on
    return _actor(rows) if rows else None


def _day(now: datetime, zone: str | None) -> str:
    return now.astimezone(ZoneInfo(zone) if zone else OFFICE_ZONE).date().isoformat()


def _actor(known: Sequence[sqlite3.Row]) -> Actor:
    """From what is known of one person, a row each: a role, a seat on the roster, a duty; that of
    whomever they only stand in for is of no section of theirs."""
    row = known[0]
    roles = {Role(k["role"]) for k in known if k["role"] is not None}
    units = _named(known, "unit_id")
    carried = [(Duty(k["duty"]), k["duty_unit_id"]) for k in known if k["duty"] is not None]
    return Actor(
        office_id=row["office_id"],
        person_id=row["id"],
        roles=frozenset(roles | {Role.VOLUNTEER}),
        units=units,
        organisations=_named(known, "organisation_id"),
        localities=_named(known, "locality_id"),
        duties=frozenset(duty for duty, _ in carried),
        leads=frozenset(duty for duty, unit in carried if unit is None or unit in units),
        stands_for=_named(known, "stands_for") - {row["id"]},
        decides_for=_named(known, "decides_for") - {row["id"]},
        locale=row["locale"],
        address=row["address"],
        name=row["name"],
        subject=row["subject"],
        zone=ZoneInfo(row["zone"]) if row["zone"] else OFFICE_ZONE,
        known_in=row["office_id"],
    )


def _named(rows: Iterable[sqlite3.Row], column: str) -> frozenset[int]:
    return frozenset(row[column] for row in rows if row[column] is not None)


def _person(row: sqlite3.Row) -> Person:
    return Person(
        id=row["id"],
        code=row["code"],
        name=row["name"],
        title=row["title"],
        unit_id=row["unit_id"],
        organisation_id=row["organisation_id"],
        locality_id=row["locality_id"],
        telegram_id=row["telegram_id"],
        phone=row["phone"],
        roles=frozenset(Role(role) for role in (row["roles"] or "").split(",") if role),
        reachable=bool(row["reachable"]),
        muted=bool(row["muted"]),
        locale=row["locale"],
        address=row["address"],
    )


class Accounts(Everywhere):
    """A person and their account: one for all the offices that know them."""

    def owner(self, telegram_id: int) -> int | None:
        """Who has this account."""
        found: int | None = self._value(OWNER, telegram_id=telegram_id)
        return found

    def subject(self, person_id: int) -> str:
        """The random id under which proofs and the journal know somebody."""
        return str(self._value(SUBJECT, id=person_id) or "")

    def rename(self, person_id: int, name: str) -> None:
        self._run(RENAME, id=person_id, name=name, folded=fold(name))

    def set_address(self, person_id: int, address: str) -> None:
        self._run(SET_ADDRESS, person_id=person_id, address=address)

    def set_locale(self, person_id: int, locale: str) -> None:
        self._run(SET_LOCALE, person_id=person_id, locale=locale)

    def set_reachable(self, person_id: int) -> bool:
        """Who writes can be reached; False when nobody thought otherwise."""
        return self._run(IS_REACHABLE, person_id=person_id).rowcount > 0

    def set_muted(self, person_id: int, muted: bool) -> bool:
        """False when it was so already."""
        return self._run(SET_MUTED, person_id=person_id, muted=muted).rowcount > 0

    def on_roster(self, person_id: int) -> bool:
        """Whether somebody is, or ever was, on an office's roster."""
        return self._first(ON_ROSTER, person_id=person_id) is not None


def new_subject() -> str:
    """A random id, under which proofs and the journal will know somebody."""
    return secrets.token_hex(8)


class People(Table):
    """The roster of the office, as it stands on a day."""

    def _some(self, on: date, **which: Any) -> list[Person]:
        blank = {"person_id": None, "code": None, "role": None, "unit_id": None}
        rows = self._all(PEOPLE, **{**blank, **which}, on=on.isoformat())
        return [_person(row) for row in rows]

    def all(self, on: date) -> list[Person]:
        return self._some(on)

    def get(self, person_id: int, on: date) -> Person | None:
        """A person of this office today; None for strangers and leavers."""
        return next(iter(self._some(on, person_id=person_id)), None)

    def by_code(self, code: str, on: date) -> Person | None:
        return next(iter(self._some(on, code=code)), None)

    def with_role(self, role: Role, on: date, unit_id: int | None = None) -> list[Person]:
        return self._some(on, role=role.value, unit_id=unit_id)

    def codes(self) -> list[str]:
        """Every roster code that this office ever gave."""
        return [row["code"] for row in self._all(CODES)]

    def name(self, person_id: int | None) -> str:
        return str(self._value(NAME, id=person_id) or "") if person_id is not None else ""

    def names(self, *person_ids: int | None) -> list[str]:
        """The same of several, in their order, by one look."""
        asked = sorted({person_id for person_id in person_ids if person_id is not None})
        rows = self._all(NAMES, ids=json.dumps(asked)) if asked else []
        found = {row["id"]: row["name"] for row in rows}
        return [found.get(person_id, "") for person_id in person_ids]

    def unreached(self, person_ids: Iterable[int]) -> list[str]:
        """The names of those of them whom no letter reaches."""
        rows = self._all(UNREACHED, ids=json.dumps(sorted(person_ids)))
        return [row["name"] for row in rows]

    def phone(self, person_id: int, on: date) -> tuple[str, str] | None:
        """The number of somebody on the roster today, and the random id that agrees to its being
        shown."""
        row = self._first(PHONE, id=person_id, on=on.isoformat())
        return (row["phone"], row["subject"]) if row and row["phone"] else None

    def name_of_subject(self, subject: str) -> str:
        """Who a random id stands for; nobody when they have been erased."""
        return str(self._value(NAME_OF_SUBJECT, subject=subject) or "")

    def add(
        self,
        name: str,
        at: datetime,
        *,
        telegram_id: int | None = None,
        phone: str | None = None,
        address: str = "dong_chi",
        locale: str = "vi",
        subject: str = "",
    ) -> int:
        return self._add(
            ADD,
            subject=subject or new_subject(),
            telegram_id=telegram_id,
            name=name,
            folded=fold(name),
            phone=phone_of(phone or ""),
            address=address,
            locale=locale,
            at=stamp(at),
        )

    def enrol(
        self,
        person_id: int,
        code: str,
        since: date,
        *,
        title: str = "",
        unit_id: int | None = None,
        organisation_id: int | None = None,
        locality_id: int | None = None,
    ) -> None:
        """Write a membership of this office."""
        self._run(
            ADD_MEMBERSHIP,
            person_id=person_id,
            code=code,
            title=title,
            unit_id=unit_id,
            organisation_id=organisation_id,
            locality_id=locality_id,
            since=since.isoformat(),
        )

    def set_title(self, person_id: int, title: str) -> None:
        self._run(SET_TITLE, person_id=person_id, title=title)

    def set_unit(self, person_id: int, unit_id: int | None) -> None:
        self._run(SET_UNIT, person_id=person_id, unit_id=unit_id)

    def set_place(self, person_id: int, locality_id: int | None) -> None:
        self._run(SET_PLACE, person_id=person_id, locality_id=locality_id)

    def set_phone(self, person_id: int, phone: str | None) -> None:
        self._run(SET_PHONE, person_id=person_id, phone=phone)

    def grant(self, person_id: int, role: Role, since: date, unit_id: int | None = None) -> None:
        self._run(
            GRANT, person_id=person_id, role=role.value, unit_id=unit_id, since=since.isoformat()
        )
        self._run(RESET_MENU, person_id=person_id)

    def revoke(self, person_id: int, on: date, role: Role | None = None) -> None:
        """End one role, or all of them; the rows stay."""
        self._run(END_GRANTS, person_id=person_id, on=on.isoformat(), role=role)
        self._run(RESET_MENU, person_id=person_id)

    def leave(self, person_id: int, on: date) -> None:
        """Access ends at once, history stays; an account is kept for another office's sake."""
        self.revoke(person_id, on)
        self._run(END_MEMBERSHIPS, person_id=person_id, on=on.isoformat())
        self._run(LEAVE, person_id=person_id)

    def link(self, person_id: int, telegram_id: int) -> int:
        """Give a roster row its Telegram account and return the person it is now.

        The account that had the row loses it at once. An account that is somebody already (a
        volunteer, another office's) stays that person, who takes over the row and its work.
        """
        owner = Accounts(self._connection).owner(telegram_id)
        if owner is None or owner == person_id:
            self._run(FORGET_CARDS, person_id=person_id)
            self._run(LINK, person_id=person_id, telegram_id=telegram_id)
            return person_id
        self._run(UNLINK_PERSON, person_id=person_id)
        merge(self._connection, person_id, owner)
        self._run(LINK, person_id=owner, telegram_id=telegram_id)
        return owner

    def end_invites(self, person_id: int, at: datetime) -> None:
        self._run(END_INVITES, person_id=person_id, at=stamp(at))

    def add_invite(
        self, person_id: int, hashes: Iterable[str], at: datetime, expires: datetime
    ) -> None:
        """Keep a new invite (link hash, code hash); older ones of this person end."""
        link_hash, code_hash = hashes
        self.end_invites(person_id, at)
        self._run(
            ADD_INVITE,
            person_id=person_id,
            link_hash=link_hash,
            code_hash=code_hash,
            at=stamp(at),
            expires=stamp(expires),
        )

    def idle(self, before: datetime) -> list[tuple[int, str]]:
        """Volunteers of whom nothing is left to remember: id and random name."""
        rows = self._all(IDLE, before=stamp(before))
        return [(row["id"], row["subject"]) for row in rows]


def use_invite(
    connection: sqlite3.Connection, hashed: str, at: datetime
) -> tuple[int, int] | None:
    """Use an invite up, once even when raced: (office id, person id), or None."""
    row = connection.execute(USE_INVITE, {"hash": hashed, "at": stamp(at)}).fetchone()
    return (row["office_id"], row["person_id"]) if row else None


def by_phone(connection: sqlite3.Connection, phone: str) -> tuple[int, int] | None:
    """The one roster row with this number: (office id, person id); None if none or several."""
    rows = connection.execute(BY_PHONE, {"phone": phone}).fetchall()
    return (rows[0]["office_id"], rows[0]["id"]) if len(rows) == 1 else None


def actor_by_subject(
    connection: sqlite3.Connection, subject: str, now: datetime, office_id: int
) -> Actor | None:
    """Who stands behind a random id, as an office knows them."""
    row = connection.execute(TELEGRAM_OF, {"subject": subject}).fetchone()
    known = row and row["telegram_id"]
    return actor_by_telegram(connection, known, now, office_id) if known else None


def set_reachable(connection: sqlite3.Connection, telegram_id: int, reachable: bool) -> bool:
    """True when somebody who was away hears us again."""
    values = {"telegram_id": telegram_id, "reachable": reachable}
    changed = connection.execute(SET_REACHABLE, values).fetchone()
    return bool(changed and changed[0])


def menus_to_set(connection: sqlite3.Connection, limit: int) -> list[sqlite3.Row]:
    """People whose command menu no longer fits."""
    return connection.execute(MENUS_TO_SET, {"limit": limit}).fetchall()


def set_menu(connection: sqlite3.Connection, person_id: int, menu: str) -> None:
    connection.execute(SET_MENU, {"person_id": person_id, "menu": menu})


def lost_accounts(connection: sqlite3.Connection, limit: int) -> list[int]:
    """Accounts whose person left or changed telephone: their menus are to be cleared."""
    return [row[0] for row in connection.execute(LOST_ACCOUNTS, {"limit": limit})]


def erase_account(connection: sqlite3.Connection, telegram_id: int) -> None:
    connection.execute(FORGET_ACCOUNT, {"telegram_id": telegram_id})
