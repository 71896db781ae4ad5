"""The days that were given: what the roll calls say, the rule, and the certificates about it."""

from datetime import date, datetime, timedelta
from typing import Any

from domain.ledger import Rule, Vouched
from storage.everywhere import Everywhere
from storage.personal import Personal
from storage.rows import moment, stamp
from storage.table import Table

# A person's own days, in every office of the deployment; nobody else is shown them.
PRESENT = """
SELECT registration.office_id, office.short AS office, activity.title, activity.starts_at,
       activity.ends_at, registration.proof
  FROM registration JOIN activity ON activity.id = registration.activity_id
  JOIN office ON office.id = registration.office_id
 WHERE registration.person_id = :person_id
   AND registration.standing = 'present' AND activity.starts_at >= :since
   AND registration.office_id NOT IN (
    SELECT office_id FROM unremembered WHERE person_id = :person_id)
 ORDER BY activity.starts_at
"""
RULE = """
SELECT least_minutes, days FROM conversion WHERE office_id = :of ORDER BY least_minutes DESC
"""
DROP_RULE = "DELETE FROM conversion WHERE office_id = :office_id"
ADD_STEP = """
INSERT INTO conversion (office_id, least_minutes, days) VALUES (:office_id, :least_minutes, :days)
"""
ADD = """
INSERT INTO certificate (code, office_id, person_id, days, hours, since, until, issued)
VALUES (:code, :office_id, :person_id, :days, :hours, :since, :until, :issued)
"""
FIND = """
SELECT certificate.*, person.name, office.short AS office
  FROM certificate JOIN person ON person.id = certificate.person_id
  JOIN office ON office.id = certificate.office_id
 WHERE certificate.code = :code
"""
CLOSED = "SELECT 1 FROM unremembered WHERE person_id = :person_id"
REVOKE = """
DELETE FROM certificate WHERE person_id = :person_id
   AND office_id IN (SELECT office_id FROM unremembered WHERE person_id = :person_id)
"""
OLD_CERTIFICATES = """
DELETE FROM certificate WHERE office_id = :office_id AND issued < :before
   AND (:also OR NOT EXISTS (
    SELECT 1 FROM consent c JOIN person p ON p.subject = c.subject
     WHERE p.id = certificate.person_id AND c.purpose = 'record'
       AND c.office_id = :office_id AND c.id = (SELECT max(id) FROM consent
           WHERE subject = c.subject AND purpose = 'record' AND office_id = :office_id)
       AND c.given))
"""
CERTIFICATES = """
SELECT code, days, hours, since, until, issued FROM certificate
 WHERE person_id = :person_id
"""
FORGET = "DELETE FROM certificate WHERE person_id = :person_id"
PERSONAL = Personal(
    counted={"certificate.person_id": FORGET},
    export={"certificate": CERTIFICATES},
)


class Ledger(Everywhere):
    """A person's own days, and what anybody may ask about a certificate."""

    def present(self, person_id: int, since: datetime) -> list[dict[str, Any]]:
        """The days on which somebody was there, in every office that may remember it."""
        rows = self._all(PRESENT, person_id=person_id, since=stamp(since))
        return [
            {
                "office_id": row["office_id"],
                "office": row["office"],
                "title": row["title"],
                "starts": moment(row["starts_at"]),
                "ends": moment(row["ends_at"]),
                "proof": row["proof"],
            }
            for row in rows
        ]

    def is_closed(self, person_id: int) -> bool:
        """Whether somebody said that some office is not to remember them."""
        return self._first(CLOSED, person_id=person_id) is not None

    def revoke(self, person_id: int) -> None:
        """Where the yes to be remembered is taken back, certificates are no longer answered."""
        self._run(REVOKE, person_id=person_id)

    def rule(self, office_id: int) -> Rule:
        """What an office counts for how long."""
        rows = self._all(RULE, of=office_id)
        return [(timedelta(minutes=row["least_minutes"]), row["days"]) for row in rows]

    def certificate(self, code: str) -> dict[str, Any] | None:
        """A certificate by its code, whichever office gave it: anybody may ask."""
        row = self._first(FIND, code=code)
        return dict(row) if row else None


class Vouching(Table):
    """What one office vouches for: its rule, and the certificates it gives."""

    def set_rule(self, rule: Rule) -> None:
        """Replace this office's rule; days already given are counted by it, certificates stay."""
        self._run(DROP_RULE)
        for least, days in rule:
            self._run(ADD_STEP, least_minutes=int(least.total_seconds() // 60), days=days)

    def certify(self, code: str, person_id: int, told: Vouched) -> None:
        self._run(
            ADD,
            code=code,
            person_id=person_id,
            days=told.days,
            hours=told.hours,
            since=told.since.isoformat(),
            until=told.until.isoformat(),
            issued=told.issued.isoformat(),
        )

    def erase_before(self, before: date, *, remembered: bool) -> int:
        """A certificate is answered for as long as its days bear a name."""
        return self._run(OLD_CERTIFICATES, before=before.isoformat(), also=remembered).rowcount
