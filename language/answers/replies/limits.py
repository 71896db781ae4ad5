"""Until when something is asked or promised, since when it is done, and why."""

import re
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from domain.calendar import WorkingCalendar
from domain.hours import WORK_ENDS
from language.dates.moments import When
from language.dates.when import when
from language.line.fold import fold

_BECAUSE = re.compile(r"\b(?:vì|do|tại|vi|bởi|tai|boi)\b\s*(.+)$", re.IGNORECASE)
_AFTER = re.compile(r"[,;:–-]\s*(.+)$")
_REASON_LETTERS, _BECAUSE_LETTERS = 6, 2
"""«vi mua» says why in three letters; after a mere comma that would be chance."""
MONTHS = timedelta(days=100)  # two readings so far apart are years
SUNDAY = 6
NO_SUCH = ("no_such_day", "no_such_day_next_year", "no_such_hour", "no_such_week")


@dataclass(frozen=True, slots=True)
class Due:
    """A deadline as it was typed: `at` when it is sure, `readings` when it is to be asked,
    and the words around it. `past` is a day that is over, `missing` one that there is not."""

    at: datetime | None = None
    readings: tuple[datetime, ...] = ()
    rest: str = ""
    past: datetime | None = None
    missing: str = ""

    @property
    def is_said(self) -> bool:
        """Be it doubtful, over, or a day that there is not."""
        return bool(self.at or self.readings or self.past or self.missing)


def due_in(found: When, now: datetime) -> Due:
    """Until when: sure, to be asked, or nothing."""
    if found.why in NO_SUCH:
        return Due(rest=found.rest, missing=found.said)
    at = found.due(now.tzinfo)
    if at is not None:
        return Due(at, rest=found.rest)
    past = _passed(found, now)
    return Due(readings=() if past else _readings(found, now), rest=found.rest, past=past)


def end_of_week_asked(due: Due, found: When) -> Due:
    """«cuối tuần», «trong tuần»: by Friday, or with the days off that follow?"""
    at, said = due.at, fold(found.said).split()
    if at is None or at.weekday() != SUNDAY or "tuan" not in said or "sau" in said:
        return due
    return replace(due, at=None, readings=(at - timedelta(days=2), at))


def _passed(found: When, now: datetime) -> datetime | None:
    """«20/11» on the 23rd: that day is over, and nobody meant the next year's."""
    over = found.other.due(now.tzinfo) if found.kind == "ask" and found.other else None
    likely = When(found.likely, found.start, found.end).due(now.tzinfo)
    if found.why != "past" or over is None or likely is None or over >= now:
        return None
    return over if likely - over > MONTHS else None


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


def read_reason(text: str, now: datetime) -> tuple[str, str]:
    """What stands before «vì», «do» or a comma, and after it; a mere day is no reason."""
    looks = ((_BECAUSE, _BECAUSE_LETTERS), (_AFTER, _REASON_LETTERS))
    for look, letters in looks:
        match = look.search(text)
        why = match[1].strip(" .,") if match else ""
        if match and len(when(why, now).rest) >= letters:
            return text[: match.start()].strip(" .,"), why
    return text, ""
