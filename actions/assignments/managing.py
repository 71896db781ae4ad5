"""What assigners, heads and leaders do: chase, hand over, move, suspend, cancel, reopen."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from actions.assignments.cards import facts_of
from actions.assignments.change import save, written_over
from actions.assignments.chasing import overdue_to_chase
from actions.assignments.giving import announce, never_rung, to_ring
from actions.assignments.hearing import late_of
from actions.assignments.leading import ask_for, must_be_here, way_out
from actions.assignments.whom import candidates
from actions.desk import action, view
from domain import assignments as rules
from domain.access import Permission
from domain.assignment_rights import (
    may_chase,
    must_decide,
    must_give,
    must_hand_over,
    must_reopen,
)
from domain.assignments import Assignment, Status
from domain.dialogue import Expectation, mark_of
from domain.letters import HERE, NEXT_PAGE, Message, Place, Press, Rows, paged, rows_of, toast
from domain.names import given_name
from domain.refusals import Refusal
from storage import Work

HAND, WHY, MOVE = "work.hand", "work.why", "work.move"


# chasing


@action(needs=Permission.ASSIGN)
def nudge(work: Work, assignment_id: int) -> Message:
    """«Nhắc»: once a day from the same person."""
    a = work.assignments.get(assignment_id)
    at = _nudge(work, a)
    if at is None:
        raise Refusal("already_nudged", code=a.code)
    later = at if at != work.now else None
    return toast("work.nudged", code=a.code, name=work.people.name(a.lead_id), at=later)


@action(needs=Permission.ASSIGN)
def nudge_all(work: Work, unit_id: int) -> Message:
    """«Nhắc cả {n}»: everything overdue that the actor may chase; 0 is the whole office."""
    return remind(work, overdue_to_chase(work, unit_id))


def remind(work: Work, found: Sequence[Assignment], note: str = "") -> Message:
    """Remind the leads of those that the actor may chase, perhaps with a word of the actor's; who
    has left is counted."""
    here = {person.id for person in work.people.all(work.today)}
    chased = [a for a in found if may_chase(work.actor, a)]
    gone = sum(a.lead_id not in here for a in chased)
    chased = [a for a in chased if a.lead_id in here and work.doer_for(a.lead_id)]
    count = sum(_nudge(work, a, note) is not None for a in chased)
    already = len(chased) - count
    return toast("work.nudged_all", count=count, already=already or None, gone=gone or None)


def _nudge(work: Work, a: Assignment, note: str = "") -> datetime | None:
    if not may_chase(work.actor, a):
        raise Refusal("not_the_assigner", code=a.code)
    if not a.under_way:
        raise Refusal("work_is_" + a.state.value, code=a.code)
    must_be_here(work, a.lead_id)
    doer = work.doer_for(a.lead_id)
    if doer is None:
        absence = work.away[a.lead_id]
        raise Refusal("person_away", name=work.people.name(a.lead_id), last=absence.last)
    key = f"nudge:{a.id}:{work.actor.me}:{work.today}{mark_of(note) if note else ''}"
    if not work.offices.first_run(key, work.now):
        return None
    work.log("nudged", "assignment", a.id, facts={"by": work.actor.me})
    buttons = ((Press("a.done", a.id), Press("a.progress", a.id)), (Press("a.block", a.id),))
    facts = {**facts_of(work, a), "by": work.actor.name, "note": note}
    told = Message("work.nudge", facts, buttons)
    return work.tell_at_work(doer, key, told, urgent=a.urgent)


# handing over


@action(needs=Permission.ASSIGN)
def ask_to_whom(work: Work, assignment_id: int) -> Message:
    """«Giao lại»: to whom, then why."""
    a = work.assignments.get(assignment_id)
    must_hand_over(work.actor, a)
    return ask_for(work, HAND, a.id, "work.hand_ask", a, *_heirs(work, a))


@view(needs=Permission.ASSIGN)
def more_heirs(work: Work, assignment_id: int, page: int) -> Message:
    """«Trang sau»: the same question with other names."""
    a = work.assignments.get(assignment_id)
    must_hand_over(work.actor, a)
    return Message("work.hand_ask", facts_of(work, a), _heirs(work, a, page), place=Place.EDIT)


def _heirs(work: Work, a: Assignment, page: int = 0) -> Rows:
    people = [p for p in candidates.run(work) if p.id != a.lead_id]
    presses = [Press("a.to", a.id, str(p.id), label=given_name(p.name)) for p in people]
    names = paged(presses, page, lambda other: Press("a.heirs", a.id, f"{other}", NEXT_PAGE))
    return (*names, way_out(HAND, a.id))


@action(needs=Permission.ASSIGN)
def ask_hand_why(
    work: Work, assignment_id: int, person_id: int, said: str = "", due: datetime | None = None
) -> Message:
    """Why, where it was not said with the name, nor by whoever asked to be released; a limit that
    was said waits with it."""
    a = work.assignments.get(assignment_id)
    new_unit(work, a, person_id)
    wished = (r.reason for r in work.requests.pending(a.id) if r.kind == "release")
    if why := said or ("" if due else next(wished, "")):
        return hand_over.run(work, a.id, person_id, why)
    waiting = Expectation(HAND, a.id, {"to": person_id, "due": due})
    work.expectations.expect(work.actor.me, waiting, work.now)
    facts = {**facts_of(work, a), "name": work.people.name(person_id), "until": due}
    return Message("work.hand_why", facts, topic=f"{HAND}:{a.id}")


@action(needs=Permission.ASSIGN)
def hand_over(
    work: Work, assignment_id: int, person_id: int, reason: str, due: datetime | None = None
) -> Message:
    """Give it to somebody else, perhaps with another limit; who did what before stays written."""
    if due and due != work.assignments.get(assignment_id).due_at:
        move_due.run(work, assignment_id, due)
    was = work.assignments.get(assignment_id)
    unit_id = new_unit(work, was, person_id)
    became = rules.hand_over(was, person_id, unit_id, reason)
    for asked in work.requests.pending(was.id):
        work.redraw(f"request:{asked.id}", *work.assignments.holders(f"request:{asked.id}"))
    work.requests.drop(was.id, work.now)
    work.expectations.forget(work.actor.me, HAND, was.id)
    row = save(
        work, was, became, "handed_over", text=reason, facts={"from": was.lead_id, "to": person_id}
    )
    told = Message("work.handed_over", {**facts_of(work, became), "reason": reason})
    if not never_rung(work, was):
        work.tell_at_work(was.lead_id, f"handed:{row}", told)
    announce(work, became)
    late, hurry = late_of(work, became)
    return _done("work.handed", {**facts_of(work, became), "reason": reason, **late}, hurry)


def new_unit(work: Work, a: Assignment, person_id: int) -> int | None:
    """The section of whoever takes it over; refuse those who may not."""
    must_hand_over(work.actor, a)
    person = work.people.get(person_id, work.today)
    if person is None:
        raise Refusal("lead_gone", name=work.people.name(person_id))
    must_give(work.actor, person.unit_id, person.name)
    return person.unit_id


# moving, suspending, cancelling, reopening


@view(needs=Permission.ASSIGN)
def manage_menu(work: Work, assignment_id: int) -> Message:
    a = work.assignments.get(assignment_id)
    must_decide(work.actor, a)
    if a.state is Status.SUSPENDED:
        presses = [Press("a.resume", a.id, HERE), Press("a.cancel", a.id, HERE)]
    else:
        presses = [Press("a.suspend", a.id, HERE), Press("a.cancel", a.id, HERE)]
    return Message("work.manage", facts_of(work, a), rows_of(presses))


@action(needs=Permission.ASSIGN)
def ask_reason(work: Work, assignment_id: int, what: str) -> Message:
    """Suspending, cancelling and reopening each need a reason."""
    a = work.assignments.get(assignment_id)
    (must_reopen if what == "reopen" else must_decide)(work.actor, a)
    work.expectations.expect(work.actor.me, Expectation(WHY, a.id, {"what": what}), work.now)
    return Message(f"work.{what}_ask", facts_of(work, a), topic=f"{WHY}:{a.id}")


@action(needs=Permission.ASSIGN)
def suspend(work: Work, assignment_id: int, reason: str) -> Message:
    was = work.assignments.get(assignment_id)
    must_decide(work.actor, was)
    return _changed(work, was, rules.suspend(was, reason), "suspended", reason)


@action(needs=Permission.ASSIGN)
def resume(work: Work, assignment_id: int) -> Message:
    was = work.assignments.get(assignment_id)
    must_decide(work.actor, was)
    return _changed(work, was, rules.resume(was), "resumed", "")


@action(needs=Permission.ASSIGN)
def cancel(work: Work, assignment_id: int, reason: str) -> Message:
    was = work.assignments.get(assignment_id)
    must_decide(work.actor, was)
    became, wishes = rules.cancel(was, reason, work.now), work.requests.pending(was.id)
    work.requests.drop(was.id, work.now)
    stood = {"stood": written_over(was, became), "wishes": [asked.id for asked in wishes]}
    return _changed(work, was, became, "cancelled", reason, stood)


@action(needs=Permission.ASSIGN)
def reopen(work: Work, assignment_id: int, reason: str) -> Message:
    was = work.assignments.get(assignment_id)
    must_reopen(work.actor, was)
    report = work.completions.last(was.id)
    became = rules.reopen(was, reason, work.now)
    if report:
        back = replace(report, state="dropped", decided_at=work.now, comment=reason)
        work.completions.save(back)
    return _changed(work, was, became, "reopened", reason)


def _changed(
    work: Work,
    was: Assignment,
    became: Assignment,
    event: str,
    why: str,
    stood: dict[str, Any] | None = None,
) -> Message:
    """Keep it, and tell the lead and those who help."""
    work.expectations.forget(work.actor.me, WHY, was.id)
    row = save(work, was, became, event, text=why or None, facts=stood)
    again = became.percent if became.percent != was.percent else None
    facts = {**facts_of(work, became), "reason": why, "by": work.actor.name, "again": again}
    people = {was.lead_id, *(s.person_id for s in work.assignments.supports(was.id))}
    if event == "cancelled" and never_rung(work, was):
        people.discard(was.lead_id)
    for person_id in sorted(p for p in people if p is not None):
        work.tell_at_work(person_id, f"{event}:{row}:{person_id}", Message(f"work.{event}", facts))
    return toast(f"work.{event}_saved", **facts)


@action(needs=Permission.ASSIGN)
def ask_new_due(work: Work, assignment_id: int) -> Message:
    a = work.assignments.get(assignment_id)
    must_decide(work.actor, a)
    return ask_for(work, MOVE, a.id, "work.move_ask", a, way_out(MOVE, a.id))


@action(needs=Permission.ASSIGN)
def move_due(work: Work, assignment_id: int, due: datetime, note: str = "") -> Message:
    """Only the assigner (or a leader) moves the deadline, perhaps with a word."""
    was = work.assignments.get(assignment_id)
    must_decide(work.actor, was)
    became = rules.move_due(was, due, work.now)
    work.expectations.forget(work.actor.me, MOVE, was.id)
    row = save(work, was, became, "due_moved", text=note or None, facts={"due": due})
    by = {"by": work.actor.name, "old_due": was.due_at, "note": note}
    facts = {**facts_of(work, became), **by}
    told = Message("work.due_moved", facts)
    helping = [s.person_id for s in work.assignments.supports(was.id)]
    hears_it_so = to_ring(work, was) and not note
    for person_id in (*(() if hears_it_so else (was.lead_id,)), *helping):
        work.tell_at_work(person_id, f"due_moved:{row}:{person_id}", told)
    late, hurry = late_of(work, became)
    return _done("work.due_moved_saved", {**facts, **late}, hurry)


def _done(kind: str, facts: dict[str, Any], hurry: tuple[Press, ...]) -> Message:
    """A short notice; a message with «Gửi ngay» where it would be heard too late."""
    return Message(kind, facts, (hurry,)) if hurry else toast(kind, **facts)
