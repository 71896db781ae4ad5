"""Everything that is kept of one person, and how it is forgotten without losing a count."""

from collections.abc import Sequence
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
 WHERE who = :subject AND :office_id >= 0 ORDER BY id
"""
PERSON = """
SELECT name, telegram_id, locale, address, created_at FROM person
 WHERE id = :person_id AND :office_id >= 0
"""
CERTIFICATES = """
SELECT code, days, hours, since, until, issued FROM certificate
 WHERE person_id = :person_id AND :office_id >= 0
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

    def everything(self, person_id: int, subject: str) -> list[list[Any]]:
        """All rows that are about one person, each headed by what it is."""
        whole = (
            ("person", PERSON),
            ("registration", REGISTRATIONS),
            ("certificate", CERTIFICATES),
            ("consent", CONSENTS),
            ("journal", JOURNAL),
        )
        rows: list[list[Any]] = []
        for name, sql in whole:
            found = self._dicts(sql, person_id=person_id, subject=subject)
            rows += [[name, *found[0].keys()]] if found else []
            rows += [[name, *row.values()] for row in found]
        return rows

    def unname(self, person_id: int) -> None:
        """A person's days stay as counts, without them."""
        for sql in UNNAME:
            self._connection.execute(sql, {"person_id": person_id})

    def erase(self, person_id: int) -> None:
        """Forget a person who is on no roster, altogether."""
        self.unname(person_id)
        for sql in ERASE:
            self._connection.execute(sql, {"person_id": person_id})

    def unname_days_before(self, before: datetime, *, remembered: bool) -> int:
        """Old days become counts; `remembered` takes those who asked to be remembered too."""
        return self._run(OLD_DAYS, before=stamp(before), also=remembered).rowcount

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
