"""Who agreed to what, to which words, when: written once, under a random name."""

import sqlite3
from datetime import datetime

from domain.consent import Age, Notice, Purpose
from domain.retention import Erased
from storage.columns import value_told
from storage.everywhere import Everywhere
from storage.personal import Personal, Stays
from storage.rows import stamp
from storage.table import Table

KEEP_NOTICE = """
INSERT INTO notice (fingerprint, purpose, version, locale, text, since)
VALUES (:fingerprint, :purpose, :version, :locale, :text, :now) ON CONFLICT DO NOTHING
"""
GIVE = """
INSERT INTO consent (office_id, subject, purpose, given, fingerprint, age, message_id, at)
VALUES (:office_id, :subject, :purpose, :given, :fingerprint, :age, :message_id, :now)
"""
LAST = """
SELECT given, age, fingerprint FROM consent
 WHERE subject = :subject AND purpose = :purpose AND office_id = :office_id
 ORDER BY id DESC LIMIT 1
"""
GIVEN = """
SELECT DISTINCT purpose, office_id FROM consent c
 WHERE subject = :subject AND given AND NOT EXISTS (
    SELECT 1 FROM consent later WHERE later.subject = c.subject AND later.purpose = c.purpose
       AND later.office_id = c.office_id AND later.id > c.id AND NOT later.given)
"""
WITHDRAW = """
INSERT INTO consent (office_id, subject, purpose, given, at)
VALUES (:of, :subject, :purpose, 0, :now)
"""
CORRECT_AGE = """
INSERT INTO consent (office_id, subject, purpose, given, fingerprint, age, message_id, at)
SELECT office_id, subject, purpose, given, fingerprint, :age, message_id, :now FROM consent c
 WHERE subject = :subject AND purpose = :purpose AND given AND NOT EXISTS (
    SELECT 1 FROM consent later WHERE later.subject = c.subject AND later.purpose = c.purpose
       AND later.office_id = c.office_id AND later.id > c.id)
"""
WILLING = """
SELECT person.id FROM person JOIN consent c ON c.subject = person.subject
 WHERE c.office_id = :office_id AND c.purpose = :purpose AND c.id = (
    SELECT max(id) FROM consent WHERE subject = c.subject AND purpose = c.purpose
       AND office_id = c.office_id) AND c.given
 ORDER BY person.id
"""
FORGET_SEALED = """
DELETE FROM consent WHERE id IN (
    SELECT old.id FROM consent no
      JOIN consent old ON old.subject = no.subject AND old.purpose = no.purpose
       AND old.office_id = no.office_id AND old.id <= no.id
     WHERE no.office_id = :office_id AND NOT no.given AND no.at < :before)
"""
ASK = """
INSERT INTO data_request (office_id, subject, what, at) VALUES (:office_id, :subject, :what, :now)
"""
FORGET_REQUESTS = "DELETE FROM data_request WHERE office_id = :office_id AND at < :before"
ERASURES = "SELECT subject, office_id, at FROM data_request WHERE what = 'delete' ORDER BY id"
OWN_CONSENTS = """
SELECT consent.purpose, given, notice.version, age, consent.at, notice.text FROM consent
  LEFT JOIN notice USING (fingerprint)
 WHERE subject = :subject ORDER BY consent.id
"""
OWN_REQUESTS = """
SELECT what, at FROM data_request WHERE subject = :subject ORDER BY id
"""
PERSONAL = Personal(
    stays={
        "consent.subject": Stays.RANDOM,
        "data_request.subject": Stays.RANDOM,
    },
    export={"consent": OWN_CONSENTS, "request": OWN_REQUESTS},
)


def erasures(connection: sqlite3.Connection) -> list[Erased]:
    """Everybody who had themselves erased, in every office: random ids that lead nowhere. Also
    of a file that an earlier version left, whose moments are texts."""
    rows = connection.execute(ERASURES)
    return [Erased(row["subject"], row["office_id"], value_told(row["at"], True)) for row in rows]


class Notices(Everywhere):
    """The words that were answered: the same for every office."""

    def save(self, notice: Notice, now: datetime) -> None:
        self._run(
            KEEP_NOTICE,
            fingerprint=notice.fingerprint,
            purpose=notice.purpose.value,
            version=notice.version,
            locale=notice.locale,
            text=notice.text,
            now=stamp(now),
        )


class Consents(Table):
    def give(
        self,
        subject: str,
        notice: Notice,
        now: datetime,
        *,
        given: bool = True,
        age: Age | None = None,
        message_id: int | None = None,
    ) -> None:
        """Write a yes or a no, with the words it answers."""
        notices = Notices(self._connection)
        notices.memory = self.memory
        notices.save(notice, now)
        self._run(
            GIVE,
            subject=subject,
            purpose=notice.purpose.value,
            given=given,
            fingerprint=notice.fingerprint,
            age=age.value if age else None,
            message_id=message_id,
            now=stamp(now),
        )

    def age(self, subject: str) -> Age | None:
        """The age band told with a consent to be listed that still stands; None without one."""
        row = self._first(LAST, subject=subject, purpose=Purpose.LIST.value)
        return Age(row["age"]) if row and row["given"] and row["age"] else None

    def stands(self, subject: str, purpose: Purpose) -> bool:
        row = self._first(LAST, subject=subject, purpose=purpose.value)
        return bool(row and row["given"])

    def is_said(self, subject: str, notice: Notice, *, given: bool) -> bool:
        """Whether just this was the last word to these very words."""
        row = self._first(LAST, subject=subject, purpose=notice.purpose.value)
        return bool(row and row["given"] == given and row["fingerprint"] == notice.fingerprint)

    def willing(self, purpose: Purpose) -> list[int]:
        """The people whose yes to this stands."""
        return [row["id"] for row in self._all(WILLING, purpose=purpose.value)]

    def erase_sealed(self, before: datetime) -> int:
        """Withdrawn consents that the law no longer wants."""
        return self._run(FORGET_SEALED, before=stamp(before)).rowcount

    def asked(self, subject: str, what: str, now: datetime) -> int:
        """Write down a request about one's own data; its number is the request's code."""
        return self._add(ASK, subject=subject, what=what, now=stamp(now))

    def erase_requests(self, before: datetime) -> int:
        return self._run(FORGET_REQUESTS, before=stamp(before)).rowcount


class OwnConsents(Everywhere):
    """Whoever takes their word back or puts their age right does so in every office."""

    def withdraw(self, subject: str, now: datetime, purpose: Purpose | None = None) -> None:
        """Take back one purpose, or all of them, in every office."""
        for row in self._all(GIVEN, subject=subject):
            if purpose is None or row["purpose"] == purpose:
                of = {"of": row["office_id"], "purpose": row["purpose"]}
                self._run(WITHDRAW, subject=subject, now=stamp(now), **of)

    def correct_age(self, subject: str, age: Age, now: datetime) -> None:
        """The same yes with another age band, in every office."""
        values = {"purpose": Purpose.LIST.value, "age": age.value, "now": stamp(now)}
        self._run(CORRECT_AGE, subject=subject, **values)
