"""A register is founded, given to its lead, its team counted, and closed."""

from collections.abc import Mapping

from actions.desk import action, view
from actions.registers.telling import FOUND, FOUNDS, LEAD, TEAM, by_code, facts_of, may, seen
from domain.access import Permission
from domain.dialogue import Expectation
from domain.letters import HERE, Message, Press, result, toast
from domain.names import clean
from domain.refusals import Refusal
from domain.registers import MOST_IN_TEAM, NAME_LETTERS, kind_of
from storage import Work
from storage.registers import Register

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
    row = work.log("lead", "register", register.id)
    work.redraw(f"register:{register.id}", *work.cards.holders(f"register:{register.id}"))
    work.redraw(f"register:{register.id}", person_id, ring=True, at=work.ring_at())
    _tell(work, register, person_id, row)
    return toast("register.given", code=register.code, name=work.people.name(person_id))


def _tell(work: Work, register: Register, person_id: int, row: int) -> None:
    """Who has it now, and who had it."""
    facts = {"code": register.code, "name": register.name, "who": work.people.name(person_id)}
    opens = ((Press("reg.open", register.id, label=register.code),),)
    for person, kind in ((person_id, "yours"), (register.lead_id, "not_yours")):
        if person and person != work.actor.person_id and person_id != register.lead_id:
            work.tell(person, f"register.lead:{row}", Message(f"register.{kind}", facts, opens))


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


@view(needs=P.FOLLOW_MATTERS)
def ask_close(work: Work, register_id: int) -> Message:
    """Before it ends: once more."""
    register = seen(work, register_id, FOUNDS)
    sure = Press("reg.end", register.id, label="@button.reg.close")
    stays = Press("reg.open", register.id, HERE, label="@button.leave")
    return Message("register.ask_close", facts_of(work, register), ((sure, stays),))


@action(needs=P.FOLLOW_MATTERS)
def close(work: Work, register_id: int) -> Message:
    register = seen(work, register_id, FOUNDS)
    if not work.registers.close(register.id, work.now):
        raise Refusal("register_closed", code=register.code)
    work.log("closed", "register", register.id)
    work.redraw(f"register:{register.id}", *work.cards.holders(f"register:{register.id}"))
    again = ((Press("reg.again", register.id),),)
    return result("register.closed", again, code=register.code)


@action(needs=P.FOLLOW_MATTERS)
def reopen(work: Work, register_id: int) -> Message:
    """It was ended by mistake, or goes on."""
    register = seen(work, register_id, FOUNDS)
    if not work.registers.reopen(register.id):
        raise Refusal("register_open", code=register.code)
    work.log("reopened", "register", register.id)
    work.redraw(f"register:{register.id}", *work.cards.holders(f"register:{register.id}"))
    return toast("register.reopened", code=register.code)


@action(needs=P.FOLLOW_MATTERS)
def reopen_by_code(work: Work, prefix: str, number: int) -> Message:
    """«mở lại GP-01»"""
    return reopen.run(work, by_code(work, prefix, number).id)
