"""Friday, at the office's hour: whoever leads what is overdue is asked for it, alone and once."""

from actions.desk import action
from domain.access import Permission
from domain.assignments import UNDER_WAY, Assignment
from domain.letters import Message, Press, rows_of
from domain.office_hours import RESULTS
from domain.periods import Week
from domain.work_counts import Window, WorkCounts, counted
from storage import Work

P = Permission
SHOWN = 5


@action(needs=P.RUN_TIMETABLE)
def ask_for_results(work: Work) -> None:
    """On Friday, where it is a working day; nothing overdue is no message."""
    week = Week.of(work.today)
    if not work.office_hours.has_come(RESULTS, work.here):
        return
    if not work.calendar.is_working_day(work.today):
        return
    if not work.offices.first_run(f"friday:{week.code}", work.now):
        return
    window = Window.of(week, work.zone, work.now)
    tasks = work.assignments.tasks(window)
    for lead_id, late in _by_lead(work).items():
        own = counted([task for task in tasks if task.lead_id == lead_id], window)
        work.nudge(lead_id, f"friday:{week.code}:{lead_id}", _asked(late, own))


def _by_lead(work: Work) -> dict[int, list[Assignment]]:
    """Whoever told what stands in the way, or asked for more time, waits for an answer: they are
    not asked to tell it."""
    found: dict[int, list[Assignment]] = {}
    asked = {request.assignment_id for request in work.requests.pending()}
    for a in work.assignments.of_unit():
        late = a.due_at < work.now and a.state in UNDER_WAY
        if late and not a.blocked and a.id not in asked:
            found.setdefault(a.lead_id, []).append(a)
    return found


def _asked(late: list[Assignment], own: WorkCounts) -> Message:
    """What is overdue, and a line about one's own week, beside nobody else's."""
    rows = [{"number": a.number, "title": a.title, "due": a.due_at} for a in late[:SHOWN]]
    presses = [Press("a.open", a.id, label=str(a.number)) for a in late[:SHOWN]]
    week = {"given": own.given, "closed": own.closed, "open": own.open}
    facts = {"rows": rows, "rest": len(late) - len(rows) or None, **week}
    return Message("work.friday", facts, rows_of(presses))
