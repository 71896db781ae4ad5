"""What is told of a month when it is over, once, to the office."""

from datetime import timedelta

from domain.access import Role
from domain.hours import MORNING
from domain.letters import Message
from domain.periods import Span
from storage import Work


def month_due(work: Work, name: str) -> Span | None:
    """The month before this one, until it was told under a name, from the first morning on:
    whoever slept through the first is not too late, whoever was not there yet hears nothing."""
    if work.here.time() < MORNING or work.offices.has_run(_key(work, name)):
        return None
    last = work.today.replace(day=1) - timedelta(days=1)
    return Span.month(last.year, last.month) if work.offices.stood(last) else None


def month_over(work: Work, name: str) -> Span | None:
    """The same, once for each name: whoever asks tells it."""
    month = month_due(work, name)
    return month if month and work.offices.first_run(_key(work, name), work.now) else None


def _key(work: Work, name: str) -> str:
    return f"{name}:{work.today:%Y-%m}"


def tell_office(work: Work, key: str, message: Message) -> None:
    """Everybody who keeps the office, in working hours."""
    for admin in work.people.with_role(Role.OFFICE_ADMIN, work.today):
        work.tell_at_work(admin.id, f"{key}:{admin.id}", message)
