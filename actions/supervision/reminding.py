"""By the clock: each working morning whoever a step waits for hears of it; nothing is approved
by itself."""

from collections import defaultdict
from datetime import date

from actions.desk import action
from actions.supervision.known import facts_of, way_on, whose_turn
from domain.access import Permission
from domain.guests import KEPT
from domain.hours import NUDGE_WITHIN
from domain.letters import Message, Press, rows_of
from domain.visits import REMINDED, Visit, VisitStage, due_of
from storage import Work
from storage.rows import stamp

P = Permission
MOST = 12


@action(needs=P.RUN_TIMETABLE)
def remind(work: Work) -> None:
    """One message to each person, of all that is due soon or late."""
    today = work.today
    if not work.offices.first_run(f"visits:{today}", stamp(work.now)):
        return
    if work.guests.erase_before((today - KEPT).isoformat()):
        work.erases = True
    if work.calendar.is_working_day(today):
        _tell(work)


def _tell(work: Work) -> None:
    waiting: dict[int, list[tuple[Visit, VisitStage]]] = defaultdict(list)
    for visit in work.visits.open():
        step = way_on(work, visit)
        if step and _is_due(work, visit, step):
            for person in whose_turn(work, visit, step):
                waiting[person].append((visit, step))
    for person, steps in waiting.items():
        opens = rows_of([Press("v.open", v.id, label=v.code) for v, _ in steps[:MOST]])
        rows = [_row(work, visit, step) for visit, step in steps[:MOST]]
        message = Message("visit.due", {"count": len(steps), "rows": rows}, opens)
        lapses = work.now + NUDGE_WITHIN
        work.nudge(person, f"visits:{work.today}:{person}", message, drop_after=lapses)


def _is_due(work: Work, visit: Visit, step: VisitStage) -> bool:
    due = _due(work, visit, step)
    return due is not None and due - REMINDED <= work.today


def _due(work: Work, visit: Visit, step: VisitStage) -> date | None:
    """What was due before it was even proposed is due a week after that, before the visit."""
    done = work.day(visit.done_at) if visit.done_at else None
    due = due_of(visit, step, done, work.office_days.all())
    first = min(work.day(visit.proposed_at) + REMINDED, visit.day)
    return max(due, first) if due else None


def _row(work: Work, visit: Visit, step: VisitStage) -> dict[str, object]:
    """A visit that nobody is told of bears no place in a message."""
    due = _due(work, visit, step)
    hidden = {"theme": "", "body": ""} if visit.unannounced and not visit.done_at else {}
    late = "late" if due and due < work.today else "open"
    return {**facts_of(work, visit), **hidden, "step": step.code, "due": due, "mark": late}
