"""What is told of a month when it is over, once, to the office."""

from datetime import timedelta

from domain.access import Role
from domain.hours import MORNING
from domain.letters import Message
from domain.periods import Span
from storage import Work
from storage.rows import stamp


def month_over(work: Work, name: str) -> Span | None:
    """The month before this one, once for each name, from the first morning on: whoever slept
    through the first is not too late."""
    key = f"{name}:{work.today:%Y-%m}"
    if work.here.time() < MORNING or not work.offices.first_run(key, stamp(work.now)):
        return None
    last = work.today.replace(day=1) - timedelta(days=1)
    return Span.month(last.year, last.month)


def tell_office(work: Work, key: str, message: Message) -> None:
    """Everybody who keeps the office, in working hours."""
    for admin in work.people.with_role(Role.OFFICE_ADMIN, work.today):
        work.tell_at_work(admin.id, f"{key}:{admin.id}", message)
