"""How long what is kept: the office's table, run every night. Counts stay, people go."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Keep:
    """So many days after an event; `what` is what own_data/retention.py then erases."""

    what: str
    days: int
    after: str


@dataclass(frozen=True, slots=True)
class Erased:
    """Somebody had themselves erased: a random id, where they asked, and when (UTC, spelled)."""

    subject: str
    office_id: int
    at: str


RETENTION: tuple[Keep, ...] = (
    Keep("registrations", 90, "activity"),
    Keep("volunteers", 90, "last activity"),
    Keep("sealed_consents", 5 * 365 + 1, "withdrawal"),
    Keep("unread_words", 7, "failure"),
    Keep("staff_words", 180, "arrival"),
    Keep("phrases", 180, "last use"),
    Keep("steps_of_tasks", 730, "step"),
    Keep("photos", 365, "arrival"),
    Keep("attachments", 5 * 365 + 1, "arrival"),
    Keep("reasons", 5 * 365 + 1, "writing"),
    Keep("ended_updates", 30, "end"),
    Keep("letters", 30, "sending"),
    Keep("cards", 90, "last drawing"),
    Keep("clock_marks", 400, "writing"),
)
"""A volunteer's words are gone when they are answered; only what no deed could
take waits a week for whoever repairs it. To keep something for another time, change one number."""

DAYS: Mapping[str, int] = {row.what: row.days for row in RETENTION}
BACKUP_DAYS = 185
"""Backups rotate (domain/backups.py): after so many days none knows an erased person. Until then
the list of who was erased lies beside them, and restoring erases again."""


def record_kept_until(held: date) -> date:
    """With the yes to «ghi nhận thành tích»: 31/1 of the year after."""
    return max(date(held.year + 1, 1, 31), kept_until(held))


def kept_until(held: date) -> date:
    """The last day on which a registration bears a name."""
    return held + timedelta(days=DAYS["registrations"])
