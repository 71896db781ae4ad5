"""Who is who: one person, one Telegram account, many memberships, roles with dates."""

import json
import re
import sqlite3
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from domain.access import Role
from domain.names import fold, given_name
from domain.people import Person
from domain.phones import phone_of
from storage.accounts import Accounts, new_subject
from storage.merging import merge
from storage.personal import Personal, Stays
from storage.rows import stamp
from storage.table import Table

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
NAME_OF_SUBJECT = """
SELECT name FROM person JOIN membership m ON m.person_id = person.id
 WHERE person.subject = :subject AND m.office_id = :office_id LIMIT 1
"""
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
ADD_INVITE = """
INSERT INTO invite (office_id, person_id, link_hash, code_hash, created_at, expires_at)
VALUES (:office_id, :person_id, :link_hash, :code_hash, :at, :expires)
"""
END_INVITES = """
UPDATE invite SET expires_at = :at
 WHERE office_id = :office_id AND person_id = :person_id AND used_at IS NULL AND expires_at > :at
"""
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


class People(Table):
    """The roster of the office, as it stands on a day."""

    def _some(self, on: date, **which: Any) -> list[Person]:
        blank = {"person_id": None, "code": None, "role": None, "unit_id": None}
        rows = self._all(PEOPLE, **{**blank, **which}, on=on.isoformat())
        return [_person(row) for row in rows]

    def all(self, on: date) -> list[Person]:
        return self._some(on)

    def is_named_in(self, text: str, places: Iterable[str], on: date) -> bool:
        """Whether what was written names somebody of the office: by the whole name, or by the
        given one, where it is written as a name and neither begins the text nor is a place's."""
        said = fold(text)
        for place in places:
            text = text.replace(place, "")
        names = {fold(word) for word in re.findall(r"\w+", text)[1:] if word[0].isupper()}
        called = [fold(one.name) for one in self.all(on)]
        return any(name in said or given_name(name) in names for name in called)

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
