"""On the first of the month the office hears in one line what became of last month's work."""

from actions.desk import action, view
from actions.office.months import month_due, month_over, tell_office
from domain.access import Permission
from domain.letters import Message
from domain.work_counts import Window, members
from storage import Work

MONTH = "work"


@view(needs=Permission.RUN_TIMETABLE)
def work_of_month(work: Work) -> dict[str, object] | None:
    """What became of it, counted once it is to be told."""
    month = month_due(work, MONTH)
    if month is None:
        return None
    window = Window.of(month, work.zone, work.now)
    found = members(work.assignments.tasks(window), window)
    closed = found["closed"]
    return {
        "month": [month.monday, month.last],
        "given": len(found["given"]),
        "finished": len(closed),
        "late": sum(task.sent is not None and task.sent > task.due for task in closed),
    }


@action(needs=Permission.RUN_TIMETABLE)
def tell_work_of_month(work: Work, facts: dict[str, object]) -> None:
    if month := month_over(work, MONTH):
        tell_office(work, f"{MONTH}:{month.code}", Message("work.month", facts))
