"""A number of a register grew by so many: new members are read back."""

from collections.abc import Sequence

from actions.desk import action, view
from actions.registers.telling import FOUNDS, TELLS, facts_of, may, seen, tell
from domain.access import Permission
from domain.dialogue import Expectation
from domain.letters import Message, Press, rows_of
from domain.refusals import Refusal
from domain.registers import MEMBERS, Told, kind_of, raised
from storage import Work
from storage.registers import Register

P = Permission
GAIN = "register.gain"


@action(needs=P.FOLLOW_MATTERS)
def grew(work: Work, register_id: int, count: str, more: int) -> Message:
    """What was tapped of them."""
    register = seen(work, register_id, TELLS)
    if count not in kind_of(register.kind).chain[1:] or more < 1:
        raise Refusal("unknown_button")
    return tell.run(work, register_id, Told([], added={count: more}))


@view(needs=P.FOLLOW_MATTERS)
def member_books(work: Work, organisation: str) -> list[Register]:
    """The open books of new members that the actor tells, of one organisation where it is said."""
    codes = {one.id: one.code for one in work.organisations}
    return [
        one
        for one in work.registers.open()
        if one.kind == MEMBERS.code
        and (not organisation or codes.get(one.organisation_id or 0) == organisation)
        and may(work, MEMBERS, TELLS, one.lead_id)
    ]


@view(needs=P.FOLLOW_MATTERS)
def no_book(work: Work, organisation: str) -> Message:
    """Where such members are not counted: whoever may begins a book, the others are told who."""
    names = {one.code: one.short for one in work.organisations}
    founds = may(work, MEMBERS, FOUNDS)
    new = Press("reg.found", 0, MEMBERS.code, label=f"@register.new.{MEMBERS.code}")
    facts = {"of": names.get(organisation), "by": None if founds else _who_founds(work)}
    return Message("register.no_book", facts, ((new,),) if founds else ())


def _who_founds(work: Work) -> list[str]:
    return work.people.names(*work.duties.leaders(MEMBERS.duty, work.today))


@view(needs=P.FOLLOW_MATTERS)
def which_book(work: Work, found: Sequence[Register], more: int) -> Message:
    rows = [facts_of(work, one) for one in found]
    presses = [Press("reg.book", one.id, f"{more}", label=one.code) for one in found]
    return Message("register.which_gain", {"rows": rows, "more": more}, rows_of(presses))


@action(needs=P.FOLLOW_MATTERS)
def ask_gained(work: Work, register_id: int, more: int) -> Message:
    """Read back as it would stand: so many more, or so many in all."""
    register = seen(work, register_id, TELLS)
    stand = work.registers.stand(register.id, work.now)
    before = stand.counts[MEMBERS.chain[-1]] if stand else 0
    waits = Expectation(GAIN, register.id, {"more": more})
    work.expectations.expect(work.actor.me, waits, work.now)
    facts = {**facts_of(work, register), "more": more, "before": before, "then": before + more}
    whole = [Press("reg.whole", register.id, f"{more}")] if more > before > 0 else []
    leave = Press("q.leave", register.id, GAIN, label="@button.leave")
    buttons = rows_of([Press("reg.gain", register.id, f"{more}"), *whole, leave])
    return Message("register.ask_gained", facts, buttons, topic=f"{GAIN}:{register.id}")


@action(needs=P.FOLLOW_MATTERS)
def gained(work: Work, register_id: int, more: int, *, in_all: bool = False) -> Message:
    """Whoever became a member was met before."""
    register = seen(work, register_id, TELLS)
    stand = work.registers.stand(register.id, work.now)
    stood = stand.counts if stand else {}
    last = more if in_all else stood.get(MEMBERS.chain[-1], 0) + more
    work.expectations.forget(work.actor.me, GAIN, register.id)
    return tell.run(work, register_id, raised(MEMBERS, stood, last))
