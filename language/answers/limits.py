"""Until when something is asked or promised, since when it is done, and why."""

import re
from dataclasses import dataclass
from datetime import datetime

from domain.calendar import WorkingCalendar
from domain.hours import WORK_ENDS
from language.dates.moments import When
from language.dates.when import when

_BECAUSE = re.compile(r"(?:\b(?:vì|do|tại|vi|bởi)\b|[,;:–-])\s*(.+)$", re.IGNORECASE)
_REASON_LETTERS = 6


@dataclass(frozen=True, slots=True)
class Due:
    """A deadline as it was typed: `at` when it is sure, `readings` when it is to be asked,
    and the words around it."""

    at: datetime | None = None
    readings: tuple[datetime, ...] = ()
    rest: str = ""


def due_in(found: When, now: datetime) -> Due:
    """Until when: sure, to be asked, or nothing."""
    at = found.due(now.tzinfo)
    if at is not None:
        return Due(at, rest=found.rest)
    return Due(readings=_readings(found, now), rest=found.rest)


def _readings(found: When, now: datetime) -> tuple[datetime, ...]:
    if found.kind != "ask":
        return ()
    likely = When(found.likely, found.start, found.end).due(now.tzinfo)
    other = found.other.due(now.tzinfo) if found.other else None
    return tuple(day for day in (likely, other) if day is not None and day > now)


def moment_of(said: str, calendar: WorkingCalendar) -> datetime:
    """`2026-11-27` or `2026-11-27T15:00`, by the office's clock."""
    day = datetime.fromisoformat(said)
    hour = day.time() if "T" in said else WORK_ENDS
    return datetime.combine(day.date(), hour, calendar.zone)


def past_in(found: When, now: datetime) -> datetime | None:
    """When something was done, if a day before today is named."""
    at = found.due(now.tzinfo)
    return at if at is not None and at.date() < now.date() else None


def read_reason(text: str, now: datetime) -> str:
    """What stands after «vì», «do» or a comma; a mere day is no reason."""
    found = _BECAUSE.search(text)
    reason = found[1].strip(" .,") if found else ""
    return reason if reason and len(when(reason, now).rest) >= _REASON_LETTERS else ""
