"""How an assignment, a bundle of them, a part of one and a request look to their reader."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from domain.access import Role
from domain.assignment_rights import (
    leads,
    may_chase,
    may_decide,
    may_hand_over,
    may_see,
)
from domain.assignments import Assignment, Status
from domain.checklist_kinds import STEPS
from domain.hours import UNDO_WITHIN
from domain.letters import Message, Press, Rows, rows_of
from domain.names import given_name
from domain.refusals import Refusal
from storage import Work
from storage.bundles import Bundles
from storage.requests import Request


def _stands_in(work: Work, a: Assignment) -> bool:
    """It is told by whoever does the absent lead's work."""
    return a.lead_id in work.actor.stands_for and work.actor.person_id != a.lead_id


def _for_whom(teller: str, lead: str) -> dict[str, str | None]:
    """Who tells, where it is not the lead, and for whom."""
    return {"told_by": teller or None, "told_for": lead if teller else None}


def told_by(
    work: Work, a: Assignment, person_id: int | None, at: datetime
) -> dict[str, str | None]:
    """The same of what this person wrote down then, whoever leads the work now."""
    own = person_id in (None, a.lead_id)
    led = a.lead_id if own else work.assignments.lead_at(a.id, at)
    teller, lead = ("", "") if own or led == person_id else work.people.names(person_id, led)
    return _for_whom(teller, lead)


def facts_of(work: Work, a: Assignment) -> dict[str, Any]:
    """What every message about an assignment may say."""
    supports = [s.name for s in work.assignments.supports(a.id)]
    pending = {r.kind: r for r in work.requests.pending(a.id)}
    extension = pending.get("extension")
    lead, assigner, approver = work.people.names(a.lead_id, a.assigner_id, a.approver_id)
    return {
        "code": a.code,
        "n": a.number,
        "title": a.title,
        "expected": a.expected if a.expected != a.title else "",
        "content": a.content,
        "source": a.source,
        "state": "overdue" if a.overdue(work.now) else a.state.value,
        "percent": a.percent if a.state is Status.DOING and a.percent else None,
        "blocked": a.blocked,
        "due": a.due_at,
        "was_due": a.original_due if a.original_due != a.due_at else None,
        "expects": a.expects_at,
        "asked_due": extension.new_due if extension else None,
        "release": "release" in pending,
        "lead": lead,
        "assigner": assigner,
        "approver": approver,
        **_for_whom(work.actor.name if _stands_in(work, a) else "", lead),
        "supports": supports,
        "localities": work.assignments.localities(a.id),
        "urgent": a.urgent_reason if a.urgent else "",
        "reworks": a.reworks or None,
        "evidence": a.evidence.value if a.evidence.value != "none" else None,
    }


def must_see(work: Work, a: Assignment) -> None:
    """Refuse whoever has no part in it; the section's head, leaders and the office may look."""
    if may_see(work.actor, a, supports=False):
        return
    led = any(row["person_id"] == work.actor.person_id for row in work.assignments.leads(a.id))
    if not may_see(work.actor, a, helps(work, a) or led):
        raise Refusal("not_yours_to_see", code=a.code)


def helps(work: Work, a: Assignment) -> bool:
    """Whether the actor, or their section, is beside whoever leads it."""
    me, units = work.actor.person_id, _units(work)
    return any(
        s.person_id == me or (s.unit_id in units if s.unit_id else False)
        for s in work.assignments.supports(a.id)
    )


def _units(work: Work) -> set[int]:
    """The sections that somebody works in or heads."""
    person = work.people.get(work.actor.me, work.today)
    own = {person.unit_id} if person and person.unit_id else set()
    return own | set(work.actor.units)


def draw_assignment(work: Work, assignment_id: int) -> Message | None:
    """An assignment's card as its reader may see and use it."""
    a = work.assignments.get(assignment_id)
    try:
        must_see(work, a)
    except Refusal:
        return None
    kind = "work.new" if a.state is Status.ASSIGNED else "work.card"
    done, steps = work.checklists.done_of(STEPS.code, f"assignment:{a.id}")
    facts = {**facts_of(work, a), "steps": f"{done}/{steps}" if steps else ""}
    listed = ((Press("ck.of", a.id),),) if steps else ()
    return Message(kind, facts, (*_buttons(work, a), *listed), card=f"assignment:{a.id}")


def _buttons(work: Work, a: Assignment) -> Rows:
    mine = leads(work.actor, a) and a.under_way
    rows = _lead_buttons(a) if mine else _giver_buttons(work, a)
    return (*rows, *_paper(work, a), *undo_rows(work, a.id))


def _paper(work: Work, a: Assignment) -> Rows:
    """«Xem văn bản», where work came with a photo or a file of its paper."""
    has = bool(a.source) and bool(work.attachments.about(f"assignment:{a.id}"))
    return ((Press("a.papers", a.id),),) if has else ()


def undo_rows(work: Work, assignment_id: int) -> Rows:
    """«Hoàn tác», for a while, to whoever acted last."""
    last = work.journal.last("assignment", assignment_id)
    if last is None or last.on_behalf or "before" not in last.facts:
        return ()
    fresh = work.now - last.at < UNDO_WITHIN
    mine = last.who == work.actor.subject
    return ((Press("a.undo", last.id),),) if fresh and mine else ()


def _lead_buttons(a: Assignment) -> Rows:
    more = Press("a.more", a.id)
    if a.state is Status.ASSIGNED:
        return ((Press("a.accept", a.id), Press("a.talk", a.id)), (more,))
    block = Press("a.unblock" if a.blocked else "a.block", a.id)
    return (
        (Press("a.done", a.id), Press("a.progress", a.id)),
        (block, Press("a.talk", a.id), more),
    )


def acts_on(work: Work, a: Assignment) -> list[Press]:
    """«Nhắc», «Hỏi», «Gia hạn», «Giao lại», «Biểu dương», «Ý kiến»: as far as one may."""
    actor, own = work.actor, a.lead_id == work.actor.person_id
    may = {
        "a.nudge": a.under_way and may_chase(actor, a) and not own,
        "a.question": a.under_way and may_chase(actor, a) and not own,
        "a.move": a.under_way and may_decide(actor, a),
        "a.hand": a.under_way and may_hand_over(actor, a),
        "a.praise": may_chase(actor, a) and not own,
        "d.word": actor.is_any(Role.LEADER),
    }
    return [Press(verb, a.id) for verb, can in may.items() if can]


def _giver_buttons(work: Work, a: Assignment) -> Rows:
    presses = acts_on(work, a)
    if a.state is Status.REVIEW:
        presses.append(Press("a.report", a.id))
    if may_decide(work.actor, a) and a.state in (Status.ASSIGNED, Status.DOING, Status.SUSPENDED):
        presses.append(Press("a.manage", a.id))
    return rows_of([*presses, Press("a.more", a.id)])


def draw_bundle(work: Work, bundle_id: int) -> Message | None:
    """One assignment looks like itself; several stand in one message."""
    items = work.of(Bundles).items(bundle_id)
    if len(items) <= 1:
        return draw_assignment(work, items[0].id) if items else None
    me = work.actor.person_id
    mine = [a for a in items if a.lead_id == me]
    waiting = [a for a in mine if a.state is Status.ASSIGNED]
    lines = [{**facts_of(work, a), "tick": a.state is not Status.ASSIGNED or None} for a in mine]
    take_all = [(Press("b.all", bundle_id, label=f"@work.take_all={len(waiting)}"),)]
    numbers = rows_of([Press("a.open", a.id, label=str(a.number)) for a in mine])
    return Message(
        "work.bundle",
        {"count": len(mine), "lines": lines, "waiting": len(waiting)},
        (*(take_all if waiting else ()), *numbers),
        card=f"bundle:{bundle_id}",
    )


def draw_part(work: Work, support_id: int) -> Message | None:
    """A part of somebody else's work, to whoever helps."""
    part = work.assignments.support(support_id)
    a = work.assignments.get(part.assignment_id)
    facts = {**facts_of(work, a), "part": part.part, "due": part.due_at or a.due_at}
    facts["done_at"], facts["taken"] = part.done_at, part.accepted_at
    facts["ends"] = "" if a.under_way else a.state.value
    presses: list[Press] = []
    if a.is_open and part.done_at is None:
        presses = [Press("p.done" if part.accepted_at else "p.accept", part.id)]
        presses += [Press("a.ask", a.id), Press("a.more", a.id)]
    return Message("work.part", facts, rows_of(presses), card=f"part:{support_id}")


def draw_request(work: Work, request_id: int) -> Message | None:
    """A wish for more time, or for release: to those who decide, with its decision."""
    asked = work.requests.get(request_id)
    a = work.assignments.get(asked.assignment_id)
    if not (may_decide(work.actor, a) or may_hand_over(work.actor, a)):
        return None
    said = as_it_was_asked(work, asked)
    files = tuple((kind, file_id) for kind, file_id in said.get("files", ()))
    facts = {
        **facts_of(work, a),
        "due": said.get("from") or a.due_at,
        "reason": asked.reason,
        "sent": len(files) or None,
        "heir": work.people.name(said.get("heir")),
        "by": work.people.name(asked.person_id),
        **told_by(work, a, asked.person_id, asked.asked_at),
        "new_due": asked.new_due,
        "times": work.requests.times(asked),
        "decided_by": work.people.name(asked.decided_by),
        "decided_due": _other_day(asked),
        "decision": asked.state if not asked.pending else None,
    }
    if not (asked.pending and a.under_way):
        buttons: Rows = ((Press("a.open", a.id, label=str(a.number)),),)
    elif asked.kind == "extension":
        buttons = (
            (Press("r.yes", asked.id), Press("r.no", asked.id)),
            (Press("r.other", asked.id),),
        )
    else:
        buttons = ((Press("a.hand", a.id), Press("r.keep", asked.id)), (Press("a.cancel", a.id),))
        buttons = (*_to_heir(a, said.get("heir"), facts["heir"]), *buttons)
    card, kind = f"request:{asked.id}", "hand" if said.get("heir") else asked.kind
    return Message(f"work.{kind}_asked", facts, buttons, card=card, files=files)


def _other_day(asked: Request) -> datetime | None:
    """The day that was agreed to, where it is not the one that was asked for."""
    return asked.decided_due if asked.decided_due != asked.new_due else None


def _to_heir(a: Assignment, heir: int | None, name: str) -> Rows:
    """«Giao Bắc»: one tap, where a colleague was proposed."""
    label = f"@work.hand_to={given_name(name)}"
    return ((Press("a.to", a.id, str(heir), label=label),),) if heir else ()


def as_it_was_asked(work: Work, asked: Request) -> Mapping[str, Any]:
    """The deadline in force when it was asked, and what was sent along."""
    rows = work.journal.history("assignment", asked.assignment_id)
    return next((row.facts for row in rows if row.facts.get("request") == asked.id), {})


def refresh(work: Work, a: Assignment) -> list[str]:
    """Owe everybody who has a card of this assignment its current look; those that the actor has
    of the whole of it."""
    own, beside = f"assignment:{a.id}", work.assignments.cards_beside(a.id)
    parts = [f"part:{part.id}" for part in work.assignments.supports(a.id)]
    holders = work.assignments.holders_of([own, *beside, *parts])
    for subject, people in holders.items():
        work.redraw(subject, *people)
    whole = [own, *(card for card in beside if card.startswith("bundle:"))]
    return [subject for subject in whole if work.actor.person_id in holders[subject]]
