"""Whether somebody hears of work before it is due; «Gửi ngay» for when they would not."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from actions.assignments.cards import facts_of
from actions.desk import action
from domain.access import Permission
from domain.assignment_rights import may_chase
from domain.assignments import Assignment
from domain.letters import Message, Place, Press
from domain.refusals import Refusal
from storage import Work
from storage.bundles import Bundles


def hears_late(
    work: Work, due: datetime, lead_id: int, *, urgent: bool = False
) -> datetime | None:
    """When a lead would hear of it, where that is not before the limit."""
    at = work.ring_at(urgent)
    return at if due <= at and at > work.now and lead_id != work.actor.person_id else None


def at_once(work: Work, due: datetime) -> datetime:
    """Now; out of the night where that is soon enough."""
    morning = work.calendar.after_night(work.now)
    return morning if morning < due else work.now


def late_of(work: Work, *given: Assignment) -> tuple[dict[str, Any], tuple[Press, ...]]:
    """What is said and offered of work whose news comes after its limit: nothing where all is
    heard in time."""
    late = [a for a in given if hears_late(work, a.due_at, a.lead_id, urgent=a.urgent)]
    if not late:
        return {"late": None}, ()
    offer = Press("a.now", given[0].id, str(len(given)))
    return {"late": work.ring_at(), "at": None}, (offer,)


@action(needs=Permission.ASSIGN)
def hear_now(work: Work, first_id: int, count: int = 1) -> Message:
    """«Gửi ngay»: what waits for those who do this work comes now, though it is no «Khẩn»."""
    given = [work.assignments.get(first_id + n) for n in range(count)]
    if not all(may_chase(work.actor, a) for a in given):
        raise Refusal("not_the_assigner", code=given[0].code)
    late = [a for a in given if a.under_way and _hurry(work, a)]
    if not late:
        raise Refusal("heard_already", code=given[0].code)
    return _said(work, late)


def _said(work: Work, late: Sequence[Assignment]) -> Message:
    at = at_once(work, min(a.due_at for a in late))
    facts = {
        **facts_of(work, late[0]),
        "codes": [a.code for a in late],
        "names": list(dict.fromkeys(work.people.name(a.lead_id) for a in late)),
        "at": at if at > work.now else None,
    }
    opens = tuple(Press("a.open", a.id, label=str(a.number)) for a in late[:3])
    return Message("work.hears_now", facts, (opens,), place=Place.EDIT)


def _hurry(work: Work, a: Assignment) -> bool:
    """The new card, or the letter that tells of a change: for the lead, whoever helps, and
    whoever led it before and need not go there."""
    at = at_once(work, a.due_at)
    helpers = work.assignments.supports(a.id)
    led: dict[int, list[str]] = {row["person_id"]: [] for row in work.assignments.leads(a.id)}
    cards = led | {a.lead_id: [f"bundle:{b}" for b in work.of(Bundles).holding(a.id)]}
    for part in helpers:
        if part.person_id is not None:
            cards.setdefault(part.person_id, []).append(f"part:{part.id}")
    hurried = [work.outbox.hurry(person, at, a.code, kinds) for person, kinds in cards.items()]
    return any(hurried)
