"""Friday afternoon: whoever leads what is overdue is asked for its result, alone and once."""

from actions.desk import action
from domain.access import Permission
from domain.assignments import UNDER_WAY, Assignment
from domain.hours import FRIDAY
from domain.letters import Message, Press, rows_of
from domain.periods import Week
from storage import Work
from storage.rows import stamp

CLOSING = 4
SHOWN = 5


@action(needs=Permission.RUN_TIMETABLE)
def ask_for_results(work: Work) -> None:
    """On Friday, where it is a working day; nothing overdue is no message."""
    week = Week.of(work.today)
    if work.today.weekday() != CLOSING or work.here.time() < FRIDAY:
        return
    if not work.calendar.is_working_day(work.today):
        return
    if not work.offices.first_run(f"friday:{week.code}", stamp(work.now)):
        return
    for lead_id, late in _by_lead(work).items():
        key = f"friday:{week.code}:{lead_id}"
        work.nudge(lead_id, key, _asked(late))


def _by_lead(work: Work) -> dict[int, list[Assignment]]:
    found: dict[int, list[Assignment]] = {}
    for a in work.assignments.of_unit():
        if a.due_at < work.now and a.state in UNDER_WAY:
            found.setdefault(a.lead_id, []).append(a)
    return found


def _asked(late: list[Assignment]) -> Message:
    rows = [{"number": a.number, "title": a.title, "due": a.due_at} for a in late[:SHOWN]]
    presses = [Press("a.open", a.id, label=str(a.number)) for a in late[:SHOWN]]
    rest = len(late) - len(rows) or None
    return Message("work.friday", {"rows": rows, "rest": rest}, rows_of(presses))
