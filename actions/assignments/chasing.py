"""What is overdue and may be reminded, and the button that reminds of all of it."""

from domain.assignment_rights import may_chase
from domain.assignments import Assignment
from domain.letters import Press, Rows
from storage import Work


def remind_all(work: Work, unit_id: int) -> Rows:
    """«Nhắc cả {n}»: as many as it reminds; nothing where there is nobody to remind."""
    count = len(overdue_to_chase(work, unit_id))
    button = Press("l.nudge", unit_id, label=f"@work.nudge_all={count}")
    return ((button,),) if count else ()


def overdue_to_chase(work: Work, unit_id: int) -> list[Assignment]:
    """Everything overdue of a section that the actor may chase; 0 is the whole office."""
    found = work.assignments.of_unit(unit_id or None)
    return [a for a in found if a.overdue(work.now) and may_chase(work.actor, a)]
