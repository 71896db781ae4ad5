"""On the first of the month the office hears in one line what became of last month's work."""

from actions.desk import action
from actions.office.months import month_over, tell_office
from domain.access import Permission
from domain.letters import Message
from domain.work_counts import Window, members
from storage import Work


@action(needs=Permission.RUN_TIMETABLE)
def tell_work_of_month(work: Work) -> None:
    month = month_over(work, "work")
    if month is None:
        return
    window = Window.of(month, work.zone, work.now)
    found = members(work.assignments.tasks(window), window)
    closed = found["closed"]
    facts = {
        "month": [month.monday, month.last],
        "given": len(found["given"]),
        "finished": len(closed),
        "late": sum(task.sent is not None and task.sent > task.due for task in closed),
    }
    tell_office(work, f"work:{month.code}", Message("work.month", facts))
