"""One assignment in full: with its history, or in plain words to paste elsewhere."""

from datetime import datetime

from actions.assignments.cards import facts_of, must_see
from actions.desk import view
from domain.access import Permission, Role
from domain.assignment_rights import leads
from domain.assignments import Assignment, Status
from domain.letters import Message, Press, Rows, rows_of
from storage import Work


@view(needs=Permission.OWN_WORK)
def whole(work: Work, assignment_id: int) -> Message:
    """Everything about one assignment, with its history."""
    a = work.assignments.get(assignment_id)
    must_see(work, a)
    history = [
        {"at": row.at, "event": row.event, "who": row.who_name, "text": row.text}
        for row in work.journal.history("assignment", a.id)
        if row.event not in ("said", "undone")
    ]
    supports = [
        {"name": s.name, "part": s.part, "stage": _stage(s.accepted_at, s.done_at)}
        for s in work.assignments.supports(a.id)
    ]
    leads = [row for row in work.assignments.leads(a.id) if row["until"]]
    past = [{"name": row["name"], "percent": row["percent"]} for row in leads]
    facts = {**facts_of(work, a), "history": history[-10:], "parts": supports, "past": past}
    return Message("work.details", facts, _detail_buttons(work, a))


def _stage(accepted_at: datetime | None, done_at: datetime | None) -> str:
    return "done" if done_at else "accepted" if accepted_at else "waiting"


def _detail_buttons(work: Work, a: Assignment) -> Rows:
    presses = [Press("a.zalo", a.id)]
    if a.state in (Status.REVIEW, Status.DONE):
        presses.insert(0, Press("a.report", a.id))
    if a.state is Status.DONE and work.actor.is_any(Role.LEADER, Role.OFFICE_ADMIN):
        presses.append(Press("a.reopen", a.id))
    if a.under_way and work.actor.may(Permission.RECORD_FOR_OTHERS):
        presses.append(Press("a.behalf", a.id))
    if a.under_way and leads(work.actor, a):
        presses.append(Press("a.expect", a.id))
    return rows_of(presses)


@view(needs=Permission.OWN_WORK)
def for_zalo(work: Work, assignment_id: int) -> Message:
    """The same in plain words without anybody's name, to paste elsewhere."""
    a = work.assignments.get(assignment_id)
    must_see(work, a)
    facts = facts_of(work, a)
    kept = ("code", "title", "expected", "due", "localities")
    return Message("work.zalo", {name: facts[name] for name in kept})
