"""Friday, at the office's hour: whoever leads what is overdue is asked for it, alone and once."""

from datetime import time

from actions.desk import action
from domain.access import Permission
from domain.assignments import UNDER_WAY, Assignment
from domain.dialogue import Expectation
from domain.letters import Message, Place, Press, rows_of
from domain.periods import Week
from domain.report_settings import CLOSING, RESULTS, hour_said, results_hour
from domain.work_counts import Window, WorkCounts, counted
from storage import Work
from storage.rows import stamp

P = Permission
HOUR = "results_hour"
SHOWN = 5


@action(needs=P.RUN_TIMETABLE)
def ask_for_results(work: Work) -> None:
    """On Friday, where it is a working day; nothing overdue is no message."""
    week = Week.of(work.today)
    if work.today.weekday() != CLOSING or not work.calendar.is_working_day(work.today):
        return
    if work.here.time() < work.chosen_reports.get().results_at:
        return
    if not work.offices.first_run(f"friday:{week.code}", stamp(work.now)):
        return
    begins = week.begins(work.zone)
    window = Window(begins, begins, week.ends(work.zone), work.now)
    tasks = work.assignments.tasks(window)
    for lead_id, late in _by_lead(work).items():
        own = counted([task for task in tasks if task.lead_id == lead_id], window)
        work.nudge(lead_id, f"friday:{week.code}:{lead_id}", _asked(late, own))


def _by_lead(work: Work) -> dict[int, list[Assignment]]:
    found: dict[int, list[Assignment]] = {}
    for a in work.assignments.of_unit():
        if a.due_at < work.now and a.state in UNDER_WAY:
            found.setdefault(a.lead_id, []).append(a)
    return found


def _asked(late: list[Assignment], own: WorkCounts) -> Message:
    """What is overdue, and a line about one's own week, beside nobody else's."""
    rows = [{"number": a.number, "title": a.title, "due": a.due_at} for a in late[:SHOWN]]
    presses = [Press("a.open", a.id, label=str(a.number)) for a in late[:SHOWN]]
    week = {"given": own.given, "closed": own.closed, "open": own.open}
    facts = {"rows": rows, "rest": len(late) - len(rows) or None, **week}
    return Message("work.friday", facts, rows_of(presses))


@action(needs=P.MANAGE_PEOPLE)
def ask_hour(work: Work) -> Message:
    """«Giờ hỏi kết quả»: the hour that is now, and a tap or a line for another."""
    work.expectations.expect(work.actor.me, Expectation(HOUR), work.now)
    return _page(work, Place.NEW)


@action(needs=P.MANAGE_PEOPLE)
def choose_hour(work: Work, clock: time, place: Place = Place.EDIT) -> Message:
    was, became = work.chosen_reports.get().results_at, results_hour(clock)
    work.chosen_reports.set_results(became)
    work.log(
        "results_hour",
        "office",
        work.actor.office_id,
        was=f"{was:%H:%M}",
        became=f"{became:%H:%M}",
    )
    return _page(work, place)


def _page(work: Work, place: Place) -> Message:
    presses = [Press("fr.at", 0, f"{clock:%H%M}", label=hour_said(clock)) for clock in RESULTS]
    facts = {"clock": hour_said(work.chosen_reports.get().results_at)}
    return Message("work.results_hour", facts, rows_of(presses), place, topic=f"{HOUR}:0")
