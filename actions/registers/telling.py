"""The numbers of a register: told in a line, shown as they stand."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from typing import Any

from actions.desk import action, view
from domain.access import Hand, Permission, hands_of
from domain.dialogue import Expectation
from domain.letters import Message, Place, Press, rows_of
from domain.refusals import Refusal, must_find
from domain.registers import (
    REGISTERS,
    UNSAID,
    RegisterKind,
    Told,
    check_told,
    completed,
    kind_of,
)
from storage import Work
from storage.registers import Register

P = Permission
UNTOLD, FALL = "–", "register_fall"
FOUND, TELL, LEAD = "register.found", "register.tell", "register.lead"
TEAM, FOR, WHICH = "register.team", "register.for", "register.which"
WHY = "register.why"
TELLS, FOUNDS, READS = "tells", "founds", "reads"
"""What is done with a register: its kind says by whose hand."""


def may(work: Work, kind: RegisterKind, what: str, lead_id: int | None = None) -> bool:
    held = hands_of(work.actor, kind.duty, owner_id=lead_id)
    return not held.isdisjoint(getattr(kind, what))


def seen(work: Work, register_id: int, what: str = READS) -> Register:
    """A register that the actor may see, or do this with; to others there is none."""
    register = work.registers.get(register_id)
    kind = kind_of(register.kind)
    if not may(work, kind, READS, register.lead_id):
        raise Refusal("not_found")
    if not may(work, kind, what, register.lead_id):
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
        "led": work.people.name(register.lead_id) or UNTOLD,
        "team": work.registers.team(register.id),
        "of": of_whom(work, register),
        "told": stand.at if stand else None,
    }


def of_whom(work: Work, register: Register) -> str:
    """`ND Hải Yên`: its organisation and its place."""
    organisation = work.offices.organisation_name(register.organisation_id)
    place = work.offices.locality_name(register.locality_id)
    return " ".join(filter(None, (organisation, place)))


def draw_register(work: Work, register_id: int) -> Message | None:
    try:
        register = seen(work, register_id)
    except Refusal:
        return None
    kind = kind_of(register.kind)
    tells = [Press("reg.tell", register.id)] if may(work, kind, TELLS, register.lead_id) else []
    founds = [Press(verb, register.id) for verb in ("reg.lead", "reg.team", "reg.close")]
    again = [Press("reg.again", register.id)]
    of_founder = founds if register.is_open else again
    open_ones = tells if register.is_open else []
    buttons = [*open_ones, *(of_founder if may(work, kind, FOUNDS) else ())]
    card = f"register:{register.id}"
    return Message("register.card", facts_of(work, register), rows_of(buttons), card=card)


@view(needs=P.FOLLOW_MATTERS)
def registers(work: Work) -> Message:
    """Every register that the actor may see, and the kinds that they may found."""
    shown = [
        one for one in work.registers.open() if may(work, kind_of(one.kind), READS, one.lead_id)
    ]
    opens = [Press("reg.open", one.id, label=one.code) for one in shown]
    founds = [
        Press("reg.found", 0, kind.code, label=f"@register.new.{kind.code}")
        for kind in REGISTERS.values()
        if may(work, kind, FOUNDS)
    ]
    facts = {"count": len(shown), "rows": [facts_of(work, one) for one in shown]}
    return Message("register.list", facts, (*rows_of(opens), *rows_of(founds, 2)))


@view(needs=P.FOLLOW_MATTERS)
def open_register(work: Work, register_id: int) -> Message:
    return must_find(draw_register(work, register_id))


@action(needs=P.FOLLOW_MATTERS)
def ask(work: Work, register_id: int, topic: str) -> Message:
    """The numbers, or whose it is."""
    register = seen(work, register_id, TELLS if topic == TELL else FOUNDS)
    work.expectations.expect(work.actor.me, Expectation(topic, register.id), work.now)
    kind = topic.replace("register.", "register.ask_", 1)
    return Message(kind, facts_of(work, register), topic=f"{topic}:{register.id}")


@action(needs=P.FOLLOW_MATTERS)
def tell(work: Work, register_id: int, told: Told) -> Message:
    """One line is a report; a correction is a new one. In somebody else's book it is read back
    first."""
    register = seen(work, register_id, TELLS)
    if UNSAID in told.added:
        return _of_what(work, register, told.added[UNSAID])
    try:
        stands = _checked(work, register, told)
    except Refusal as no:
        if no.code != FALL:
            raise
        return _ask_why(work, register, told)
    if _is_anothers(work, register):
        return _ask_for(work, register, told, stands)
    return _write(work, register, stands)


def _ask_why(work: Work, register: Register, told: Told) -> Message:
    """A number is less than it was: the reason alone is enough."""
    stand = must_find(work.registers.stand(register.id, work.now))
    kind = kind_of(register.kind)
    now = completed(kind, register.whole, stand.counts, told).numbers
    fell = [
        {"counts": f"{register.kind}.{name}", "was": stand.counts[name], "n": n}
        for name, n in zip(kind.chain[1:], now, strict=True)
        if n < stand.counts[name]
    ]
    work.expectations.expect(work.actor.me, Expectation(WHY, register.id, _kept(told)), work.now)
    facts = {**facts_of(work, register), "fell": fell}
    return Message("register.ask_why", facts, topic=f"{WHY}:{register.id}")


@action(needs=P.FOLLOW_MATTERS)
def tell_why(work: Work, register_id: int, why: str) -> Message:
    """The same numbers with their reason."""
    asked = work.expectations.find(work.actor.me, WHY, register_id, work.now)
    if asked is None:
        raise Refusal("words_gone")
    work.expectations.forget(work.actor.me, WHY, register_id)
    return tell.run(work, register_id, replace(Told(**asked.answers), why=why))


def _kept(told: Told) -> dict[str, Any]:
    return {**asdict(told), "numbers": list(told.numbers)}


def _of_what(work: Work, register: Register, more: int) -> Message:
    """«thêm 2 hộ»: each number of it a button."""
    counts = [
        Press(
            "reg.more",
            register.id,
            f"{name}.{more}",
            label=f"@register.counts.{register.kind}.{name}",
        )
        for name in kind_of(register.kind).chain[1:]
    ]
    return Message("register.of_what", {**facts_of(work, register), "more": more}, rows_of(counts))


def _checked(work: Work, register: Register, told: Told) -> Told:
    """The report as it counts: what it does not name stays as it stood."""
    kind = kind_of(register.kind)
    if not register.is_open:
        raise Refusal("register_closed", code=register.code)
    stand = work.registers.stand(register.id, work.now)
    before = [stand.counts[counts] for counts in kind.chain[1:]] if stand else None
    try:
        whole = completed(kind, register.whole, stand.counts if stand else {}, told)
        check_told(kind, register.whole, before, whole)
    except Refusal as no:
        raise Refusal(no.code, **no.facts, register=f"{register.code} – {register.name}") from no
    return whole


def _told_today(work: Work, register: Register, told: Told) -> bool:
    """The very same was told today already: sent twice, and nothing new."""
    stand = work.registers.stand(register.id, work.now)
    if stand is None or told.why or work.day(stand.at) != work.today:
        return False
    chain = kind_of(register.kind).chain[1:]
    said = {**dict(zip(chain, told.numbers, strict=True)), **told.stuck}
    return _counted(said) == _counted(stand.counts)


def _counted(counts: Mapping[str, int]) -> dict[str, int]:
    return {name: number for name, number in counts.items() if number}


def _is_anothers(work: Work, register: Register) -> bool:
    """Somebody else leads it, who is at work; of one that nobody leads, those of its duty do."""
    lead = register.lead_id
    if lead is None:
        return Hand.DUTY not in hands_of(work.actor, kind_of(register.kind).duty)
    return work.actor.me not in (lead, work.doer_for(lead))


def _in_charge(work: Work, register: Register) -> list[int]:
    if register.lead_id:
        return [register.lead_id]
    return work.duties.leaders(kind_of(register.kind).duty, work.today)


def _ask_for(work: Work, register: Register, told: Told, stands: Told) -> Message:
    """What would stand in it is shown to whoever does not lead it."""
    numbers, stuck = _shown(register, stands)
    waits = Expectation(FOR, register.id, _kept(told))
    work.expectations.expect(work.actor.me, waits, work.now)
    facts = {**facts_of(work, register), "numbers": numbers, "stuck": stuck}
    buttons = ((Press("reg.for", register.id, waits.mark),),)
    return Message("register.ask_for", facts, buttons, topic=f"{FOR}:{register.id}")


def _shown(register: Register, told: Told) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    chain = zip(kind_of(register.kind).chain[1:], told.numbers, strict=True)
    numbers = [{"counts": f"{register.kind}.{name}", "n": n} for name, n in chain]
    return numbers, [{"why": f"{register.kind}.{why}", "n": n} for why, n in told.stuck.items()]


@action(needs=P.FOLLOW_MATTERS)
def tell_for(work: Work, register_id: int, mark: str = "") -> Message:
    """«Ghi»: it stands there, and whoever leads it hears of it."""
    asked = work.expectations.find(work.actor.me, FOR, register_id, work.now)
    if asked is None or not asked.is_read_as(mark):
        raise Refusal("words_gone")
    register = seen(work, register_id, TELLS)
    work.expectations.forget(work.actor.me, FOR, register_id)
    said = _write(work, register, _checked(work, register, Told(**asked.answers)))
    by = work.people.name(work.actor.me)
    news = Message("register.told_for", {**facts_of(work, register), "by": by})
    key = f"register.for:{register.id}:{work.now:%Y%m%d%H%M%S}"
    for person in _in_charge(work, register):
        work.tell_at_work(person, key, news)
    return replace(said, place=Place.RESULT)


def _write(work: Work, register: Register, told: Told) -> Message:
    kind = kind_of(register.kind)
    work.expectations.forget(work.actor.me, TELL, register.id)
    if _told_today(work, register, told):
        return Message("register.known", facts_of(work, register))
    work.registers.tell(register, kind, told, work.actor.me, work.now)
    work.log("told", "register", register.id)
    work.redraw(f"register:{register.id}", *work.cards.holders(f"register:{register.id}"))
    return Message("register.kept", {**facts_of(work, register), "fell": told.why})


@action(needs=P.FOLLOW_MATTERS)
def ask_which(work: Work, found: Sequence[int], told: Told) -> Message:
    """Numbers that may be of several: each a button, of those that they fit where they fit any."""
    registers = [seen(work, one, TELLS) for one in found]
    fitting = [one for one in registers if _fits(work, one, told)] or registers
    work.expectations.expect(work.actor.me, Expectation(WHICH, 0, _kept(told)), work.now)
    rows = [facts_of(work, one) for one in fitting]
    tells = [Press("reg.of", one.id, label=one.code) for one in fitting]
    return Message("register.of_which", {"rows": rows}, rows_of(tells), topic=f"{WHICH}:0")


@view(needs=P.FOLLOW_MATTERS)
def that_fit(work: Work, found: Sequence[int], told: Told) -> list[int]:
    """Those of them whose next report these numbers can be."""
    return [one for one in found if _fits(work, seen(work, one, TELLS), told)]


def _fits(work: Work, register: Register, told: Told) -> bool:
    try:
        _checked(work, register, told)
    except Refusal as no:
        return no.code == FALL
    return True


@action(needs=P.FOLLOW_MATTERS)
def tell_which(work: Work, register_id: int) -> Message:
    """What was told before it was asked of which."""
    asked = work.expectations.find(work.actor.me, WHICH, 0, work.now)
    if asked is None:
        raise Refusal("words_gone")
    work.expectations.forget(work.actor.me, WHICH, 0)
    return tell.run(work, register_id, Told(**asked.answers))


@action(needs=P.FOLLOW_MATTERS)
def tell_by_code(work: Work, prefix: str, number: int, told: Told) -> Message:
    """«GP1 61/52/45, vướng giá 4»"""
    return tell.run(work, by_code(work, prefix, number).id, told)


def by_code(work: Work, prefix: str, number: int) -> Register:
    kind = must_find(next((kind for kind in REGISTERS.values() if kind.prefix == prefix), None))
    return work.registers.by_number(kind.code, number)


@view(needs=P.FOLLOW_MATTERS)
def open_by_code(work: Work, prefix: str, number: int) -> Message:
    """«GP-01»"""
    return open_register.run(work, by_code(work, prefix, number).id)


@view(needs=P.FOLLOW_MATTERS)
def meant(work: Work, called: str) -> list[Register]:
    """Those that the actor tells the numbers of, by words of their name."""
    found = work.registers.called(called)
    return [one for one in found if may(work, kind_of(one.kind), TELLS, one.lead_id)]


@view(needs=P.FOLLOW_MATTERS)
def which(work: Work, found: Sequence[Register]) -> Message:
    """Numbers that are not told whole, or may be of several: each a button."""
    rows = [facts_of(work, one) for one in found]
    tells = [Press("reg.tell", one.id, label=one.code) for one in found]
    return Message("register.which", {"rows": rows}, rows_of(tells))


@view(needs=P.FOLLOW_MATTERS)
def told_by_me(work: Work) -> tuple[dict[int, str], dict[int, str]]:
    """The open registers that the actor leads, and all whose numbers they may tell, by name."""
    mine = {
        one.id: one.name
        for one in work.registers.open()
        if may(work, kind_of(one.kind), TELLS, one.lead_id)
    }
    led = {one.id for one in work.registers.open() if not _is_anothers(work, one) and one.lead_id}
    return {id_: name for id_, name in mine.items() if id_ in led}, mine
