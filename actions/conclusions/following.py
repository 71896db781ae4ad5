"""By the clock: a conclusion that became work, and what was asked about work, is over with it."""

from actions.conclusions.decisions import ASKED
from actions.desk import action
from actions.matters.cards import work_of
from actions.matters.stepping import move
from domain.access import Permission
from domain.assignments import Assignment, Status
from domain.hours import UNDO_WITHIN
from domain.matter_kinds import CONCLUSION, DECISION
from domain.matters import Given, Matter
from storage import Work


@action(needs=Permission.RUN_TIMETABLE)
def follow_work(work: Work) -> None:
    """What was approved can no longer be taken back; what was given up is open again."""
    for matter in work.matters.open_in(CONCLUSION.code, "given"):
        task = work_of(work, matter)
        if task is None:
            continue
        if task.state is Status.CANCELLED:
            move(work, matter, CONCLUSION.step("fell"), Given())
        elif _settled(work, task):
            _over(work, matter, task)
    for matter in work.matters.open_in(DECISION.code, ASKED):
        room, _, number = matter.about.partition(":")
        if room == "assignment" and _settled(work, work.assignments.get(int(number))):
            move(work, matter, DECISION.step("withdraw"), Given())


def _settled(work: Work, task: Assignment) -> bool:
    """Approved or given up, and no longer to be taken back."""
    return bool(task.closed_at and work.now - task.closed_at > UNDO_WITHIN)


def _over(work: Work, matter: Matter, task: Assignment) -> None:
    """Closed where whoever concluded approved it; else it waits for their yes."""
    report = work.completions.last(task.id)
    by_them = report is not None and report.decided_by == matter.raised_by
    words = (report.text if report else "") or task.title
    event = "done" if by_them else "report"
    move(work, matter, CONCLUSION.step(event), Given(words))
