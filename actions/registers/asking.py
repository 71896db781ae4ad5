"""By the clock: on Friday the numbers are asked for, silence is noticed."""

from datetime import timedelta

from actions.desk import action
from actions.registers.telling import TELL, facts_of
from domain.access import Permission
from domain.dialogue import Expectation
from domain.hours import NUDGE_WITHIN
from domain.letters import Message, Press
from domain.periods import Week
from domain.registers import kind_of
from storage import Work
from storage.registers import Register
from storage.rows import stamp

P = Permission
LIVES = timedelta(days=3)


@action(needs=P.RUN_TIMETABLE)
def ask_leads(work: Work) -> None:
    """Once a week each lead is asked in one message of their own; who is silent for long is named
    to whoever decides in the duty."""
    week = Week.of(work.today).code
    if not work.offices.first_run(f"registers:{week}", stamp(work.now)):
        return
    for register in work.registers.open():
        _ask(work, register, week)
        if _is_silent(work, register):
            _notice(work, register, week)


def _ask(work: Work, register: Register, week: str) -> None:
    if register.lead_id is None or work.people.get(register.lead_id, work.today) is None:
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
