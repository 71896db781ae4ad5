"""Everything that is kept of one person, and how it is erased without losing a count."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from storage.rows import stamp
from storage.table import Table

# A person asks about themselves: these reach through every office of the deployment.
HISTORY = """
SELECT registration.office_id, registration.activity_id, registration.standing, activity.ends_at
  FROM registration JOIN activity ON activity.id = registration.activity_id
 WHERE registration.person_id = :person_id AND :office_id >= 0 ORDER BY registration.id
"""
REGISTRATIONS = """
SELECT activity.code, activity.title, point.name AS point, activity.starts_at,
       registration.standing, registration.age, registration.adults, registration.children,
       registration.evening, registration.proof, registration.at, registration.changed_at
  FROM registration JOIN activity ON activity.id = registration.activity_id
  JOIN point ON point.id = registration.point_id
 WHERE registration.person_id = :person_id AND :office_id >= 0 ORDER BY registration.id
"""
CONSENTS = """
SELECT consent.purpose, given, notice.version, age, consent.at, notice.text FROM consent
  LEFT JOIN notice USING (fingerprint)
 WHERE subject = :subject AND :office_id >= 0 ORDER BY consent.id
"""
JOURNAL = """
SELECT at, event, kind, subject, was, became FROM journal
 WHERE :office_id >= 0 AND (who = :subject OR who = 'self' AND kind = 'registration' AND subject IN
       (SELECT id FROM registration WHERE person_id = :person_id)) ORDER BY id
"""
PERSON = """
SELECT name, telegram_id, phone, locale, address, created_at FROM person
 WHERE id = :person_id AND :office_id >= 0
"""
ROSTER = """
SELECT office.name AS office, membership.code, title, organisation.name AS organisation,
       locality.name AS locality, membership.valid_from, membership.valid_to
  FROM membership JOIN office ON office.id = membership.office_id
  LEFT JOIN organisation ON organisation.id = membership.organisation_id
  LEFT JOIN locality ON locality.id = membership.locality_id
 WHERE membership.person_id = :person_id AND :office_id >= 0
"""
CERTIFICATES = """
SELECT code, days, hours, since, until, issued FROM certificate
 WHERE person_id = :person_id AND :office_id >= 0
"""
GROUPS = """
SELECT activity.code, activity.title, number, headcount.at
  FROM headcount JOIN activity ON activity.id = headcount.activity_id
 WHERE headcount.person_id = :person_id AND :office_id >= 0
"""
FIGURES = """
SELECT activity.code, point.name AS point, total, not_held, raw, turnout.reason, reported_at
  FROM turnout JOIN point ON point.id = turnout.point_id
  JOIN activity ON activity.id = point.activity_id
 WHERE :person_id IN (turnout.reporter_id, turnout.recorded_by) AND :office_id >= 0
"""
SENT_PHOTOS = """
SELECT activity.code, point.name AS point, point_photo.at
  FROM point_photo JOIN point ON point.id = point_photo.point_id
  JOIN activity ON activity.id = point.activity_id
 WHERE point_photo.person_id = :person_id AND :office_id >= 0
"""
ASKED = """
SELECT activity.code, asked.at FROM asked JOIN activity ON activity.id = asked.activity_id
 WHERE asked.person_id = :person_id AND :office_id >= 0
"""
TOLD = """
SELECT activity.code, notified.at, known_at
  FROM notified JOIN activity ON activity.id = notified.activity_id
 WHERE notified.person_id = :person_id AND :office_id >= 0
"""
WAITED_FOR = """
SELECT topic, answers, at, expires FROM expectation
 WHERE person_id = :person_id AND :office_id >= 0
"""
REQUESTS = """
SELECT what, at FROM data_request WHERE subject = :subject AND :office_id >= 0 ORDER BY id
"""
WHOLE: Mapping[str, str] = {
    "person": PERSON,
    "roster": ROSTER,
    "registration": REGISTRATIONS,
    "certificate": CERTIFICATES,
    "group": GROUPS,
    "figure": FIGURES,
    "photo": SENT_PHOTOS,
    "consent": CONSENTS,
    "request": REQUESTS,
    "asked": ASKED,
    "told": TOLD,
    "question": WAITED_FOR,
    "journal": JOURNAL,
}
"""Everything that is kept about one person, part by part."""
ON_ROSTER = "SELECT 1 FROM membership WHERE person_id = :person_id AND :office_id >= 0"
OLD_CERTIFICATES = """
DELETE FROM certificate WHERE office_id = :office_id AND issued < :before
   AND (:also OR NOT EXISTS (
    SELECT 1 FROM consent c JOIN person p ON p.subject = c.subject
     WHERE p.id = certificate.person_id AND c.purpose = 'record'
       AND c.office_id = :office_id AND c.id = (SELECT max(id) FROM consent
           WHERE subject = c.subject AND purpose = 'record' AND office_id = :office_id)
       AND c.given))
"""
UNNAME: Sequence[str] = (
    "UPDATE registration SET person_id = NULL WHERE person_id = :person_id",
    "DELETE FROM certificate WHERE person_id = :person_id",
    "DELETE FROM notified WHERE person_id = :person_id",
    "DELETE FROM asked WHERE person_id = :person_id",
)
"""A volunteer's days become counts."""
ERASE: Sequence[str] = (
    "UPDATE headcount SET person_id = NULL WHERE person_id = :person_id",
    "DELETE FROM letter WHERE person_id = :person_id",
    "DELETE FROM card WHERE person_id = :person_id",
    """
DELETE FROM fading WHERE chat_id = (SELECT telegram_id FROM person WHERE id = :person_id)
""",
    "DELETE FROM expectation WHERE person_id = :person_id",
    "DELETE FROM role_grant WHERE person_id = :person_id",
    """
UPDATE inbox SET sender = 0, body = NULL, outcome = NULL
 WHERE sender = (SELECT telegram_id FROM person WHERE id = :person_id)
""",
    "DELETE FROM person WHERE id = :person_id",
)
"""Then the person goes: what was sent to them, what they sent, and their name."""
OLD_DAYS = """
UPDATE registration SET person_id = NULL
 WHERE office_id = :office_id AND person_id IS NOT NULL AND activity_id IN (
    SELECT id FROM activity WHERE office_id = :office_id AND ends_at < :before)
   AND (:also OR NOT EXISTS (
    SELECT 1 FROM consent c JOIN person p ON p.subject = c.subject
     WHERE p.id = registration.person_id AND c.purpose = 'record'
       AND c.office_id = :office_id AND c.id = (SELECT max(id) FROM consent
           WHERE subject = c.subject AND purpose = 'record' AND office_id = :office_id)
       AND c.given))
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
OLD_LETTERS = """
DELETE FROM letter WHERE office_id = :office_id AND posted_at < :before
   AND state IN ('sent', 'dead', 'dropped', 'uncertain') AND care <> 'card'
"""
OLD_WORDS = """
UPDATE turnout SET raw = '' WHERE raw <> '' AND reported_at < :before AND point_id IN (
    SELECT point.id FROM point JOIN activity ON activity.id = point.activity_id
     WHERE activity.office_id = :office_id)
"""


class Traces(Table):
    def history(self, person_id: int) -> list[dict[str, Any]]:
        """Every day somebody registered for: office, activity, standing, end."""
        return self._dicts(HISTORY, person_id=person_id)

    def everything(self, person_id: int, subject: str) -> dict[str, list[dict[str, Any]]]:
        """All rows that are about one person, part by part; empty parts are left out."""
        found = {
            name: self._dicts(sql, person_id=person_id, subject=subject)
            for name, sql in WHOLE.items()
        }
        return {name: rows for name, rows in found.items() if rows}

    def on_roster(self, person_id: int) -> bool:
        """Whether somebody is, or ever was, on an office's roster."""
        return self._first(ON_ROSTER, person_id=person_id) is not None

    def unname(self, person_id: int) -> None:
        """A person's registrations stay as counts, without them."""
        for sql in UNNAME:
            self._connection.execute(sql, {"person_id": person_id})

    def erase(self, person_id: int) -> None:
        """Erase a person who is on no roster, altogether."""
        self.unname(person_id)
        for sql in ERASE:
            self._connection.execute(sql, {"person_id": person_id})

    def unname_registrations(self, before: datetime, *, remembered: bool) -> int:
        """Old ones become counts; `remembered` takes those who asked to be remembered too."""
        return self._run(OLD_DAYS, before=stamp(before), also=remembered).rowcount

    def forget_certificates(self, before: datetime, *, remembered: bool) -> int:
        """A certificate is answered for as long as its days bear a name."""
        day = before.date().isoformat()
        return self._run(OLD_CERTIFICATES, before=day, also=remembered).rowcount

    def idle(self, before: datetime) -> list[tuple[int, str]]:
        """Volunteers of whom nothing is left to remember: id and random name."""
        rows = self._all(IDLE, before=stamp(before))
        return [(row["id"], row["subject"]) for row in rows]

    def forget_letters(self, before: datetime) -> int:
        return self._run(OLD_LETTERS, before=stamp(before)).rowcount

    def forget_words(self, before: datetime) -> int:
        """What was typed of a day's figures; the figures stay."""
        return self._run(OLD_WORDS, before=stamp(before)).rowcount

    def _dicts(self, sql: str, **values: Any) -> list[dict[str, Any]]:
        return [dict(row) for row in self._all(sql, **values)]
