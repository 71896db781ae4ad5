"""By the clock: each working morning whoever a step waits for hears of it; nothing is approved
by itself."""

from collections import defaultdict
from collections.abc import Collection, Sequence

from actions.desk import action
from actions.office.unannounced import those_who_know
from actions.supervision.known import due_on, facts_of, people_of, way_on, whose_turn
from domain.access import Hand, Permission
from domain.guests import KEPT
from domain.hours import NUDGE_WITHIN
from domain.letters import Message, Press, rows_of
from domain.visits import GOES_UP, REMINDED, Visit, VisitStage
from storage import Work

P = Permission
MOST = 12


@action(needs=P.RUN_TIMETABLE)
def remind(work: Work) -> None:
    """One message to each person, of all that is due soon or late."""
    today = work.today
    if not work.offices.first_run(f"visits:{today}", work.now):
        return
    if work.guests.erase_before((today - KEPT).isoformat()):
        work.erases = True
    if work.calendar.is_working_day(today):
        _tell(work)


def _tell(work: Work) -> None:
    waiting: dict[int, list[tuple[Visit, VisitStage]]] = defaultdict(list)
    above: dict[int, list[tuple[Visit, VisitStage]]] = defaultdict(list)
    for visit in work.visits.open():
        step = way_on(work, visit)
        if step and _is_due(work, visit, step):
            turn = whose_turn(work, visit, step)
            for person in turn:
                waiting[person].append((visit, step))
            for person in _above(work, visit, step, turn):
                above[person].append((visit, step))
    for person, steps in waiting.items():
        lapses = work.now + NUDGE_WITHIN
        message = _message(work, "visit.due", steps)
        work.nudge(person, f"visits:{work.today}:{person}", message, drop_after=lapses)
    for person, steps in above.items():
        message = _message(work, "visit.gone_up", steps)
        work.tell_at_work(person, f"visits_up:{work.today}:{person}", message)


def _message(work: Work, kind: str, steps: Sequence[tuple[Visit, VisitStage]]) -> Message:
    opens = rows_of([Press("v.open", v.id, label=v.code) for v, _ in steps[:MOST]])
    rows = [_row(work, visit, step) for visit, step in steps[:MOST]]
    return Message(kind, {"count": len(steps), "rows": rows}, opens)


def _above(work: Work, visit: Visit, step: VisitStage, turn: Collection[int]) -> Sequence[int]:
    """The leaders who may know of it, once, of a step that is late by days; none whose turn it
    is."""
    due = due_on(work, visit, step)
    if due is None or work.calendar.days_between(due, work.today) < GOES_UP:
        return ()
    leaders = people_of(work, visit, Hand.LEADER)
    told = those_who_know(work, f"visit:{visit.id}", leaders)
    found = [person for person in told if person not in turn]
    key = f"visit_up:{visit.id}:{step.code}:{due}"
    return found if found and work.offices.first_run(key, work.now) else ()


def _is_due(work: Work, visit: Visit, step: VisitStage) -> bool:
    due = due_on(work, visit, step)
    return due is not None and due - REMINDED <= work.today


def _row(work: Work, visit: Visit, step: VisitStage) -> dict[str, object]:
    """A visit that nobody is told of bears no place in a message."""
    due = due_on(work, visit, step)
    hidden = {"theme": "", "body": ""} if visit.unannounced and not visit.done_at else {}
    late = "late" if due and due < work.today else "open"
    names = work.people.names(*whose_turn(work, visit, step))
    said = {"step": step.code, "due": due, "mark": late, "names": names}
    return {**facts_of(work, visit), **hidden, **said}
