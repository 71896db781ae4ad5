"""By the clock: on Friday the numbers are asked for, silence is noticed."""

from collections.abc import Sequence
from datetime import timedelta

from actions.desk import action
from actions.registers.telling import TELL, facts_of
from domain.access import Permission
from domain.dialogue import Expectation
from domain.hours import NUDGE_WITHIN
from domain.letters import Message, Press, rows_of
from domain.periods import Week
from domain.registers import kind_of
from storage import Work
from storage.registers import Register

P = Permission
LIVES = timedelta(days=3)


@action(needs=P.RUN_TIMETABLE)
def ask_leads(work: Work) -> None:
    """On the Fridays of its kind each lead is asked in one message of their own; who is silent for
    long is named to whoever decides in the duty."""
    week = Week.of(work.today).code
    if not work.offices.first_run(f"registers:{week}", work.now):
        return
    registers = work.registers.open()
    _name_those_without_lead(work, registers, week)
    which = (work.today.day - 1) // 7 + 1
    for register in registers:
        if which in kind_of(register.kind).asked:
            _ask(work, register, week)
        if _is_silent(work, register):
            _notice(work, register, week)


def _name_those_without_lead(work: Work, registers: Sequence[Register], week: str) -> None:
    """Of what nobody leads nobody is asked: whoever decides in the duty names somebody."""
    free = [one for one in registers if not _leads(work, one)]
    for duty in dict.fromkeys(kind_of(one.kind).duty for one in free):
        mine = [one for one in free if kind_of(one.kind).duty is duty]
        rows = [facts_of(work, one) for one in mine]
        opens = rows_of([Press("reg.open", one.id, label=one.code) for one in mine])
        message = Message("register.lead_missing", {"rows": rows}, opens)
        for person in work.duties.leaders(duty, work.today):
            work.nudge(person, f"register.lead_missing:{duty}:{week}:{person}", message)


def _leads(work: Work, register: Register) -> bool:
    """Whether somebody who is on the roster leads it."""
    return register.lead_id is not None and bool(work.people.get(register.lead_id, work.today))


def _ask(work: Work, register: Register, week: str) -> None:
    if register.lead_id is None or not _leads(work, register):
        return
    asked = work.doer_for(register.lead_id)
    if asked is None:
        return
    waits = Expectation(TELL, register.id, expires=work.now + LIVES)
    work.expectations.expect(asked, waits, work.now)
    question = Message(
        "register.ask_tell", facts_of(work, register), topic=f"{TELL}:{register.id}"
    )
    key, lapses = f"register:{register.id}:{week}", work.now + NUDGE_WITHIN
    work.nudge(asked, key, question, drop_after=lapses)


def _is_silent(work: Work, register: Register) -> bool:
    stand = work.registers.stand(register.id, work.now)
    since = stand.at if stand else register.opened_at
    return work.now - since >= timedelta(days=kind_of(register.kind).silent_after)


def _notice(work: Work, register: Register, week: str) -> None:
    for person in work.duties.leaders(kind_of(register.kind).duty, work.today):
        message = Message(
            "register.silent",
            facts_of(work, register),
            ((Press("reg.open", register.id, label=register.code),),),
        )
        work.nudge(person, f"register.silent:{register.id}:{week}:{person}", message)
