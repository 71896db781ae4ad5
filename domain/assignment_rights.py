"""Whose assignment it is: who may do what with this one. What anybody may is domain/access.py."""

from domain.access import Actor, Permission, Role
from domain.assignments import Assignment
from domain.refusals import Refusal


def _whole_office(actor: Actor) -> bool:
    return actor.is_any(Role.LEADER, Role.OFFICE_ADMIN)


def _heads(actor: Actor, unit_id: int | None) -> bool:
    return unit_id is not None and unit_id in actor.units and actor.may(Permission.ASSIGN)


def may_give(actor: Actor, unit_id: int | None) -> bool:
    """A head gives inside their own section; leaders and the office to everybody."""
    return actor.may(Permission.ASSIGN) and (_whole_office(actor) or _heads(actor, unit_id))


def must_give(actor: Actor, unit_id: int | None, name: str) -> None:
    if not may_give(actor, unit_id):
        raise Refusal("not_your_unit", name=name)


def leads(actor: Actor, a: Assignment) -> bool:
    """The lead, or whoever does their work while they are away."""
    return actor.person_id == a.lead_id or a.lead_id in actor.stands_for


def must_lead(actor: Actor, a: Assignment) -> None:
    if not leads(actor, a):
        raise Refusal("not_your_work", code=a.code)


def may_approve(actor: Actor, a: Assignment) -> bool:
    """The approver, who decides for them while they are away, or a leader; nobody approves what
    they do themselves or as a stand-in, the office never for others."""
    if a.lead_id in actor.stands_for:
        return False
    if actor.person_id == a.lead_id and actor.person_id != a.approver_id:
        return False
    return _decides(actor, a.approver_id)


def _decides(actor: Actor, whose: int) -> bool:
    return actor.person_id == whose or whose in actor.decides_for or actor.is_any(Role.LEADER)


def must_approve(actor: Actor, a: Assignment) -> None:
    if not may_approve(actor, a):
        raise Refusal("not_the_approver", code=a.code)


def may_decide(actor: Actor, a: Assignment) -> bool:
    """Extensions, suspending, cancelling: the assigner, who decides for them while they are away,
    or a leader; nobody what they wish themselves, or as a stand-in."""
    own = actor.person_id == a.lead_id != a.assigner_id
    return not own and _steers(actor, a)


def waits_for(actor: Actor, a: Assignment) -> bool:
    """What is wished of the work was asked of them: they gave it, or decide for whoever did."""
    asked = {actor.person_id, *actor.decides_for}
    return a.assigner_id in asked and may_decide(actor, a)


def _steers(actor: Actor, a: Assignment) -> bool:
    return a.lead_id not in actor.stands_for and _decides(actor, a.assigner_id)


def must_decide(actor: Actor, a: Assignment) -> None:
    if not may_decide(actor, a):
        raise Refusal("not_the_assigner", code=a.code)


def may_hand_over(actor: Actor, a: Assignment) -> bool:
    return _steers(actor, a) or actor.is_any(Role.OFFICE_ADMIN) or _heads(actor, a.unit_id)


def must_hand_over(actor: Actor, a: Assignment) -> None:
    if not may_hand_over(actor, a):
        raise Refusal("not_the_assigner", code=a.code)


def may_chase(actor: Actor, a: Assignment) -> bool:
    return may_hand_over(actor, a)


def must_reopen(actor: Actor, a: Assignment) -> None:
    if not _whole_office(actor):
        raise Refusal("not_the_assigner", code=a.code)


def may_see(actor: Actor, a: Assignment, supports: bool) -> bool:
    """Those who take part, the head of the section, leaders and the office."""
    parts = (a.lead_id, a.assigner_id, a.approver_id)
    concerned = not {actor.person_id, *actor.stands_for, *actor.decides_for}.isdisjoint(parts)
    return concerned or supports or _whole_office(actor) or _heads(actor, a.unit_id)
