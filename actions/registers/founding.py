"""A register is founded, given to its lead, its team counted, and closed."""

from collections.abc import Mapping

from actions.desk import action
from actions.registers.telling import FOUND, FOUNDS, LEAD, TEAM, may, seen
from domain.access import Permission
from domain.dialogue import Expectation
from domain.letters import Message, toast
from domain.names import clean
from domain.refusals import Refusal
from domain.registers import MOST_IN_TEAM, NAME_LETTERS, kind_of
from storage import Work

P = Permission


@action(needs=P.FOLLOW_MATTERS)
def ask_found(work: Work, code: str) -> Message:
    if not may(work, kind_of(code), FOUNDS):
        raise Refusal("no_permission", permission=P.FOLLOW_MATTERS.value)
    work.expectations.expect(work.actor.me, Expectation(FOUND, 0, {"kind": code}), work.now)
    return Message("register.ask_found", {"kind": code}, topic=f"{FOUND}:0")


@action(needs=P.FOLLOW_MATTERS)
def found(work: Work, code: str, name: str, whole: int) -> Message:
    """A name and its whole, which never changes: a project that grew is another one."""
    kind, called = kind_of(code), clean(name, NAME_LETTERS)
    if not may(work, kind, FOUNDS):
        raise Refusal("no_permission", permission=P.FOLLOW_MATTERS.value)
    if not called or whole < 1:
        raise Refusal("register_whole")
    of = (
        work.offices.locality_in(called, work.today),
        work.offices.organisation_in(called, work.today),
    )
    register = work.registers.add(kind, called, whole, work.actor.me, work.now, *of)
    work.expectations.forget(work.actor.me, FOUND, 0)
    work.log("founded", "register", register.id)
    work.redraw(f"register:{register.id}", work.actor.me, ring=True)
    return toast("register.founded", code=register.code)


@action(needs=P.FOLLOW_MATTERS)
def give_to(work: Work, register_id: int, person_id: int) -> Message:
    register = seen(work, register_id, FOUNDS)
    work.registers.set_lead(register.id, person_id)
    work.expectations.forget(work.actor.me, LEAD, register.id)
    work.log("lead", "register", register.id)
    work.redraw(f"register:{register.id}", *work.cards.holders(f"register:{register.id}"))
    work.redraw(f"register:{register.id}", person_id, ring=True, at=work.ring_at())
    return toast("register.given", code=register.code, name=work.people.name(person_id))


@action(needs=P.FOLLOW_MATTERS)
def set_team(work: Work, register_id: int, parts: Mapping[str, int]) -> Message:
    """«pn 2, nd 1»: so many of each organisation talk to people; who they are is not kept."""
    register = seen(work, register_id, FOUNDS)
    known = {o.code: o.id for o in work.organisations}
    team = {known[code]: number for code, number in parts.items() if code in known and number}
    if not team or sum(team.values()) > MOST_IN_TEAM:
        raise Refusal("register_team", most=MOST_IN_TEAM)
    work.registers.set_team(register.id, team)
    work.expectations.forget(work.actor.me, TEAM, register.id)
    work.log("team", "register", register.id)
    work.redraw(f"register:{register.id}", *work.cards.holders(f"register:{register.id}"))
    return toast("register.team_set", code=register.code, team=work.registers.team(register.id))


@action(needs=P.FOLLOW_MATTERS)
def close(work: Work, register_id: int) -> Message:
    register = seen(work, register_id, FOUNDS)
    if not work.registers.close(register.id, work.now):
        raise Refusal("register_closed", code=register.code)
    work.log("closed", "register", register.id)
    work.redraw(f"register:{register.id}", *work.cards.holders(f"register:{register.id}"))
    return toast("register.closed", code=register.code)
