"""By the clock: on Friday the numbers are asked for, silence is noticed; the report has them."""

from datetime import timedelta

from actions.desk import action
from actions.registers.telling import TELL, facts_of
from actions.rooms import ReportPart
from domain.access import Permission
from domain.dialogue import Expectation
from domain.digest import Seen
from domain.hours import NUDGE_WITHIN
from domain.letters import Message, Press
from domain.periods import Week
from domain.registers import FEW, kind_of
from domain.report import Line, Part, Table
from storage import Work
from storage.registers import Register
from storage.rows import stamp

P = Permission
NAME = "registers"
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


def tell(work: Work, seen: Seen) -> Part | None:
    """Each register as it stood, and how much its last number grew in the week."""
    if not seen.whole:
        return None
    told = tuple(line for one in work.registers.open() if (line := _line(work, one, seen)))
    return Part(NAME, told, tables=_tables(told), sheet=_tables(told)) if told else None


def _tables(lines: tuple[Line, ...]) -> tuple[Table, ...]:
    facts = [line.facts for line in lines]
    rows = tuple((f["name"], " / ".join(f["numbers"]), f["whole"], f["change"]) for f in facts)
    return (Table("registers", ("register", "numbers", "whole_n", "change"), rows),)


def _line(work: Work, register: Register, seen: Seen) -> Line | None:
    stand = work.registers.stand(register.id, seen.cut_off)
    if stand is None:
        return None
    kind = kind_of(register.kind)
    before = work.registers.stand(register.id, seen.week.begins(work.zone))
    last = kind.chain[-1]
    grown = stand.counts[last] - (before.counts[last] if before else 0)
    numbers = tuple(str(stand.counts[counts]) for counts in kind.chain[1:])
    facts = {"name": register.name, "numbers": numbers, "whole": register.whole}
    change = f"▲{grown}" if grown > 0 else f"▼{-grown}" if grown else ""
    stuck = tuple(
        _stuck(f"{register.kind}.{why}", stand.counts[why])
        for why in kind.reasons
        if stand.counts.get(why)
    )
    more = {"kind": register.kind, "change": change, "stuck": stuck}
    return Line("register.report_line", {**facts, **more})


def _stuck(why: str, number: int) -> dict[str, object]:
    """A few are no number: the report goes outside."""
    return {"why": why, "n": number if number >= FEW else None, "few": number < FEW or None}


PART = ReportPart(NAME, 40, tell)
