"""The numbers of a register: founded, told in a line, shown as they stand."""

from collections.abc import Sequence
from typing import Any

from actions.desk import action, view
from domain.access import Hand, Permission, hands_of
from domain.dialogue import Expectation
from domain.letters import Message, Press, rows_of, toast
from domain.names import clean
from domain.refusals import Refusal, must_find
from domain.registers import NAME_LETTERS, REGISTERS, RegisterKind, Told, check_told, kind_of
from storage import Work
from storage.registers import Register

P = Permission
UNTOLD = "–"
FOUND, TELL, LEAD = "register.found", "register.tell", "register.lead"
TELLS = (Hand.OWNER, Hand.DUTY, Hand.OFFICE)
FOUNDS = (Hand.DUTY_HEAD, Hand.OFFICE)
READS = (*TELLS, Hand.LEADER)


def _may(work: Work, kind: RegisterKind, by: Sequence[Hand], lead_id: int | None = None) -> bool:
    return not hands_of(work.actor, kind.duty, owner_id=lead_id).isdisjoint(by)


def _seen(work: Work, register_id: int, by: Sequence[Hand] = READS) -> Register:
    """A register that the actor may see, or do this with; to others there is none."""
    register = work.registers.get(register_id)
    kind = kind_of(register.kind)
    if not _may(work, kind, READS, register.lead_id):
        raise Refusal("not_found")
    if not _may(work, kind, by, register.lead_id):
        raise Refusal("no_permission", permission=P.FOLLOW_MATTERS.value)
    return register


def facts_of(work: Work, register: Register) -> dict[str, Any]:
    """As it stands: the whole and what was told last, `61/52/45/64`, and what is stuck."""
    kind, stand = kind_of(register.kind), work.registers.stand(register.id, work.now)
    counts = stand.counts if stand else {}
    return {
        "code": register.code,
        "name": register.name,
        "kind": register.kind,
        "numbers": [
            {"counts": f"{register.kind}.{name}", "n": counts.get(name, UNTOLD)}
            for name in kind.chain[1:]
        ],
        "whole": register.whole,
        "stuck": [
            {"why": f"{register.kind}.{why}", "n": counts[why]}
            for why in kind.reasons
            if counts.get(why)
        ],
        "lead": work.people.name(register.lead_id),
        "told": stand.at if stand else None,
    }


def draw_register(work: Work, register_id: int) -> Message | None:
    try:
        register = _seen(work, register_id)
    except Refusal:
        return None
    kind = kind_of(register.kind)
    tells = [Press("reg.tell", register.id)] if _may(work, kind, TELLS, register.lead_id) else []
    founds = [Press("reg.lead", register.id), Press("reg.close", register.id)]
    buttons = [*tells, *(founds if _may(work, kind, FOUNDS) else ())] if register.is_open else []
    card = f"register:{register.id}"
    return Message("register.card", facts_of(work, register), rows_of(buttons), card=card)


@view(needs=P.FOLLOW_MATTERS)
def registers(work: Work) -> Message:
    """Every register that the actor may see, and the kinds that they may found."""
    seen = [
        one for one in work.registers.open() if _may(work, kind_of(one.kind), READS, one.lead_id)
    ]
    opens = [Press("reg.open", one.id, label=one.code) for one in seen]
    founds = [
        Press("reg.found", 0, kind.code, label=f"@register.new.{kind.code}")
        for kind in REGISTERS.values()
        if _may(work, kind, FOUNDS)
    ]
    facts = {"count": len(seen), "rows": [facts_of(work, one) for one in seen]}
    return Message("register.list", facts, (*rows_of(opens), *rows_of(founds, 2)))


@view(needs=P.FOLLOW_MATTERS)
def open_register(work: Work, register_id: int) -> Message:
    return must_find(draw_register(work, register_id))


@action(needs=P.FOLLOW_MATTERS)
def ask_found(work: Work, code: str) -> Message:
    if not _may(work, kind_of(code), FOUNDS):
        raise Refusal("no_permission", permission=P.FOLLOW_MATTERS.value)
    work.expectations.expect(work.actor.me, Expectation(FOUND, 0, {"kind": code}), work.now)
    return Message("register.ask_found", {"kind": code}, topic=f"{FOUND}:0")


@action(needs=P.FOLLOW_MATTERS)
def found(work: Work, code: str, name: str, whole: int) -> Message:
    """A name and its whole, which never changes: a project that grew is another one."""
    kind, called = kind_of(code), clean(name, NAME_LETTERS)
    if not _may(work, kind, FOUNDS):
        raise Refusal("no_permission", permission=P.FOLLOW_MATTERS.value)
    if not called or whole < 1:
        raise Refusal("register_whole")
    register = work.registers.add(kind, called, whole, work.actor.me, work.now)
    work.expectations.forget(work.actor.me, FOUND, 0)
    work.log("founded", "register", register.id)
    work.redraw(f"register:{register.id}", work.actor.me, ring=True)
    return toast("register.founded", code=register.code)


@action(needs=P.FOLLOW_MATTERS)
def ask(work: Work, register_id: int, topic: str) -> Message:
    """The numbers, or whose it is."""
    register = _seen(work, register_id, TELLS if topic == TELL else FOUNDS)
    work.expectations.expect(work.actor.me, Expectation(topic, register.id), work.now)
    kind = topic.replace("register.", "register.ask_", 1)
    return Message(kind, facts_of(work, register), topic=f"{topic}:{register.id}")


@action(needs=P.FOLLOW_MATTERS)
def give_to(work: Work, register_id: int, person_id: int) -> Message:
    register = _seen(work, register_id, FOUNDS)
    work.registers.set_lead(register.id, person_id)
    work.expectations.forget(work.actor.me, LEAD, register.id)
    work.log("lead", "register", register.id)
    work.redraw(f"register:{register.id}", *work.cards.holders(f"register:{register.id}"))
    work.redraw(f"register:{register.id}", person_id, ring=True, at=work.ring_at())
    return toast("register.given", code=register.code, name=work.people.name(person_id))


@action(needs=P.FOLLOW_MATTERS)
def close(work: Work, register_id: int) -> Message:
    register = _seen(work, register_id, FOUNDS)
    if not work.registers.close(register.id, work.now):
        raise Refusal("register_closed", code=register.code)
    work.log("closed", "register", register.id)
    work.redraw(f"register:{register.id}", *work.cards.holders(f"register:{register.id}"))
    return toast("register.closed", code=register.code)


@action(needs=P.FOLLOW_MATTERS)
def tell(work: Work, register_id: int, told: Told) -> Message:
    """One line is a report; a correction is a new one."""
    register = _seen(work, register_id, TELLS)
    kind = kind_of(register.kind)
    if not register.is_open:
        raise Refusal("register_closed", code=register.code)
    stand = work.registers.stand(register.id, work.now)
    before = [stand.counts[counts] for counts in kind.chain[1:]] if stand else None
    check_told(kind, register.whole, before, told)
    work.registers.tell(register, kind, told, work.actor.me, work.now)
    work.expectations.forget(work.actor.me, TELL, register.id)
    work.log("told", "register", register.id)
    work.redraw(f"register:{register.id}", *work.cards.holders(f"register:{register.id}"))
    return Message("register.kept", facts_of(work, register))


@action(needs=P.FOLLOW_MATTERS)
def tell_by_code(work: Work, prefix: str, number: int, told: Told) -> Message:
    """«GP1 61/52/45, vướng giá 4»"""
    kind = must_find(next((kind for kind in REGISTERS.values() if kind.prefix == prefix), None))
    return tell.run(work, work.registers.by_number(kind.code, number).id, told)
