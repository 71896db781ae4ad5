"""The approver decides a report: «Đạt», or «Trả lại» with a comment."""

from dataclasses import replace
from datetime import datetime

from actions.assignments.cards import facts_of
from actions.assignments.change import as_before, save
from actions.assignments.reports import card_of, draw_report, edited, require_unjudged
from actions.desk import action, view
from domain import assignments as rules
from domain.access import Permission
from domain.assignment_rights import must_approve
from domain.assignments import Assignment
from domain.dialogue import Expectation
from domain.hours import TAKEN_BACK, UNDO_WITHIN
from domain.letters import Message, Place, Press
from domain.refusals import Refusal
from storage import Work
from storage.completions import Completion
from storage.journal import Entry


@action(needs=Permission.DECIDE_WORK)
def approve(work: Work, completion_id: int, note: str = "") -> Message | None:
    """«Đạt»: the lead and the helpers hear of it when it can no longer be taken back."""
    report, was = _to_decide(work, completion_id)
    became = rules.approve(was, work.now)
    decided = {"decided_at": work.now, "decided_by": work.actor.me, "comment": note}
    work.completions.save(replace(report, state="passed", **decided))  # type: ignore[arg-type]
    row = save(
        work,
        was,
        became,
        "approved",
        text=note or None,
        undoable=True,
        facts={"report": report.id},
    )
    told = Message(
        "work.passed_told", {**facts_of(work, became), "by": work.actor.name, "note": note}
    )
    people = {was.lead_id, *(s.person_id for s in work.assignments.supports(was.id))}
    for person_id in sorted(p for p in people if p is not None):
        work.tell_at_work(person_id, f"passed:{row}:{person_id}", told, undo=row)
    _close_group(work, became)
    return _decided(work, report)


def _decided(work: Work, report: Completion) -> Message | None:
    card = card_of(report)
    holders = work.assignments.holders(card)
    for other in (p for p in holders if p != work.actor.person_id):
        work.redraw_at(card, other, UNDO_WITHIN)
    work.redraw(card, *(p for p in holders if p == work.actor.me))
    work.redraw_at(card, work.actor.me, UNDO_WITHIN)
    return edited(draw_report(work, report.id))


def _close_group(work: Work, a: Assignment) -> None:
    """The same work in several hands is closed when the last of them is."""
    group = work.assignments.of_group(a.group_id) if a.group_id else []
    if group and all(one.state in (rules.Status.DONE, rules.Status.CANCELLED) for one in group):
        work.log("group_closed", "assignment", group[0].id)
        told = Message("work.group_closed", {**facts_of(work, group[0]), "count": len(group)})
        work.nudge(a.assigner_id, f"group:{a.group_id}", told, silent=True)


@action(needs=Permission.DECIDE_WORK)
def ask_return(work: Work, completion_id: int, due: datetime | None = None) -> Message:
    """«Trả lại»: with a comment, and a new day where it is named; the day may be known before."""
    _, a = _to_decide(work, completion_id)
    waits = Expectation("work.return", completion_id, {"due": due} if due else {})
    work.expectations.expect(work.actor.me, waits, work.now)
    facts = {**facts_of(work, a), "until": due}
    return Message("work.return_ask", facts, topic=f"work.return:{completion_id}")


@action(needs=Permission.DECIDE_WORK)
def send_back(
    work: Work, completion_id: int, comment: str, due: datetime | None = None
) -> Message | None:
    report, was = _to_decide(work, completion_id)
    blocked = work.assignments.blocked_before_report(was.id)
    became = rules.send_back(was, comment, due, work.now, blocked)
    decided = {"decided_at": work.now, "decided_by": work.actor.me, "comment": comment}
    work.completions.save(replace(report, state="returned", **decided))  # type: ignore[arg-type]
    work.expectations.forget(work.actor.me, "work.return", completion_id)
    row = save(
        work,
        was,
        became,
        "returned",
        text=comment,
        undoable=True,
        facts={"report": report.id, "due": became.due_at},
    )
    told = Message(
        "work.returned_told",
        {**facts_of(work, became), "comment": comment},
        ((Press("a.done", was.id), Press("a.ask", was.id), Press("a.ext", was.id)),),
    )
    doer = work.doer_for(was.lead_id) or was.lead_id
    work.tell_at_work(doer, f"returned:{row}", told, undo=row)
    again = became.percent if became.percent != was.percent else None
    message = _decided(work, report)
    facts = {**message.facts, "again": again} if message else {}
    return replace(message, facts=facts, place=Place.NEW, card="") if message else None


def _to_decide(work: Work, completion_id: int) -> tuple[Completion, Assignment]:
    report = work.completions.get(completion_id)
    a = work.assignments.get(report.assignment_id)
    must_approve(work.actor, a)
    require_unjudged(work, report)
    return report, a


VERDICTS = {"approved": True, "returned": False}
"""What was decided of a report, and whether it passed."""


def _given_last(work: Work, number: int | None = None) -> Entry | None:
    """The actor's own verdict of a moment ago, on which nobody went on."""
    since = work.now - TAKEN_BACK
    given = work.journal.standing("assignment", work.actor.subject, VERDICTS, since)
    meant = (r for r in given if number in (None, work.assignments.get(r.subject).number))
    return next(meant, None)


@view(needs=Permission.DECIDE_WORK)
def given_last(work: Work, number: int | None, passes: bool) -> int | None:
    """The assignment whose verdict was given lately, and was the other one."""
    row = _given_last(work, number)
    return row.subject if row and VERDICTS[row.event] is not passes else None


@view(needs=Permission.DECIDE_WORK)
def returned_last(work: Work) -> tuple[int, str] | None:
    """The assignment that was returned a moment ago, and why."""
    row = _given_last(work)
    if row is None or VERDICTS[row.event]:
        return None
    report = work.completions.last(row.subject)
    return (row.subject, report.comment) if report else None


@action(needs=Permission.DECIDE_WORK)
def decide_anew(work: Work, assignment_id: int, passes: bool, comment: str) -> Message | None:
    """«nhầm, đạt rồi»: the verdict is another one, and the lead hears of that one."""
    number = work.assignments.get(assignment_id).number
    row = _given_last(work, number)
    report = work.completions.last(assignment_id)
    if row is None or report is None:
        raise Refusal("others_acted")
    due = work.assignments.get(assignment_id).due_at
    work.outbox.take_back(row.id)
    as_before(work, row)
    if passes:
        return approve.run(work, report.id, comment)
    return send_back.run(work, report.id, comment, due if due > work.now else None)
