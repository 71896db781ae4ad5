"""What is overdue and may be reminded, and the button that reminds of all of it."""

from collections.abc import Collection, Sequence

from domain.assignment_rights import may_chase
from domain.assignments import Assignment
from domain.letters import Press, Rows
from storage import Work


def remind_all(work: Work, unit_id: int) -> Rows:
    """Under everything overdue of a section, or of the office."""
    return _offered("l.nudge", unit_id, overdue_to_chase(work, unit_id))


def remind_listed(work: Work, digest_id: int, listed: Collection[int]) -> Rows:
    """Under what a report lists as overdue."""
    return _offered("d.nudge", digest_id, still_overdue(work, listed))


def _offered(verb: str, subject: int, found: Sequence[Assignment]) -> Rows:
    """«Nhắc cả {n}»: as many as it reminds; nothing where there is nobody to remind."""
    button = Press(verb, subject, label=f"@work.nudge_all={len(found)}")
    return ((button,),) if found else ()


def overdue_to_chase(work: Work, unit_id: int) -> list[Assignment]:
    """Everything overdue of a section that the actor may chase; 0 is the whole office."""
    found = work.assignments.of_unit(unit_id or None)
    return [a for a in found if a.overdue(work.now) and may_chase(work.actor, a)]


def still_overdue(work: Work, listed: Collection[int]) -> list[Assignment]:
    """Of those that were listed, what is overdue today and may be chased by the actor."""
    return [a for a in overdue_to_chase(work, 0) if a.id in listed]
