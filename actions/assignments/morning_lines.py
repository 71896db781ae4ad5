"""One line of the morning's message: what sort of thing it is, about which work."""

from datetime import datetime, timedelta
from typing import Any

from domain.assignments import Assignment
from storage import Work

OWN = ("overdue", "stuck", "due_0", "due_1", "due_next", "due_3", "new", "part")
Line = dict[str, Any]


def line_of(work: Work, kind: str, a: Assignment, **more: Any) -> Line:
    """Whose it is stands only where it is not the reader's own."""
    others = kind not in OWN
    return {
        "kind": kind,
        "id": a.id,
        "n": a.number,
        "title": a.title,
        "due": a.due_at,
        "percent": a.percent or None,
        "by": work.people.name(a.lead_id) if others else "",
        "obstacle": a.blocked,
        **more,
    }


def days_late(work: Work, due: datetime) -> int | None:
    """Working days that are over since a deadline, as the report of the same morning counts
    them."""
    return work.calendar.days_between(work.day(due), work.today - timedelta(days=1)) or None


def days_since(work: Work, moment: datetime) -> int:
    """Working days that have passed since a moment."""
    return work.calendar.days_between(work.day(moment), work.today)
