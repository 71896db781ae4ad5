"""What those who help with an assignment do with their part: take it, finish it."""

from dataclasses import replace
from datetime import datetime

from actions.assignments.cards import facts_of
from actions.desk import action, view
from domain.access import Permission
from domain.assignments import Assignment
from domain.letters import Message, toast
from domain.refusals import Refusal
from storage import Work
from storage.assignments import Support


@view(needs=Permission.OWN_WORK)
def waiting_part(work: Work, number: int | None) -> int | None:
    """The one part, of the work with this number or of any, that the actor has not taken yet."""
    mine = (part for part in work.assignments.parts_of(work.actor.me) if not part.accepted_at)
    found = [
        part.id
        for part in mine
        if number in (None, work.assignments.get(part.assignment_id).number)
    ]
    return found[0] if len(found) == 1 else None


@action(needs=Permission.OWN_WORK)
def take_part(work: Work, support_id: int) -> Message:
    """«Nhận phối hợp»."""
    part, a = _my_part(work, support_id)
    if part.accepted_at:
        raise Refusal("already_accepted", code=a.code, due=part.due_at or a.due_at)
    _save_part(work, part, accepted_at=work.now, event="part_accepted")
    return toast("work.part_taken", **facts_of(work, a))


@action(needs=Permission.OWN_WORK)
def finish_part(work: Work, support_id: int) -> Message:
    """A part is done; the lead is told."""
    part, a = _my_part(work, support_id)
    if part.done_at:
        raise Refusal("part_done", code=a.code)
    _save_part(
        work, part, accepted_at=part.accepted_at or work.now, done_at=work.now, event="part_done"
    )
    told = Message("work.part_done_told", {**facts_of(work, a), "by": work.actor.name})
    work.nudge(a.lead_id, f"part_done:{part.id}", told, silent=work.ring_at() != work.now)
    if report := work.completions.last(a.id):
        work.redraw(f"report:{report.id}", *work.assignments.holders(f"report:{report.id}"))
    return toast("work.part_done", **facts_of(work, a))


def _my_part(work: Work, support_id: int) -> tuple[Support, Assignment]:
    part = work.assignments.support(support_id)
    a = work.assignments.get(part.assignment_id)
    if part.person_id != work.actor.me and part.unit_id not in work.actor.units:
        raise Refusal("not_your_work", code=a.code)
    if not a.is_open:
        raise Refusal("work_is_" + a.state.value, code=a.code)
    return part, a


def _save_part(
    work: Work,
    part: Support,
    *,
    event: str,
    accepted_at: datetime,
    done_at: datetime | None = None,
) -> None:
    work.assignments.save_support(replace(part, accepted_at=accepted_at, done_at=done_at))
    work.log(event, "assignment", part.assignment_id, facts={"part": part.id})
    work.redraw(f"part:{part.id}", *work.assignments.holders(f"part:{part.id}"))
