"""Whose account is whose: one Telegram account of one person, and who they are in each office."""

import secrets
import sqlite3
from collections.abc import Iterable, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from domain.access import Actor, Duty, Role
from domain.names import fold
from domain.periods import OFFICE_ZONE
from storage.everywhere import Everywhere
from storage.rows import stamp

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
SUBJECT = "SELECT subject FROM person WHERE id = :id"
TELEGRAM_OF = "SELECT telegram_id FROM person WHERE subject = :subject"
RENAME = "UPDATE person SET name = :name, folded = :folded WHERE id = :id"
OWNER = "SELECT id FROM person WHERE telegram_id = :telegram_id"
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
ON_ROSTER = "SELECT 1 FROM membership WHERE person_id = :person_id"


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
