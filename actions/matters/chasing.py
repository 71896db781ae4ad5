"""By the clock: what is due is chased, what was put off returns, old words go."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import time, timedelta
from typing import Any

from actions.desk import action
from actions.matters.cards import facts_of, given_as, refresh
from actions.matters.known import people_of, turn, whose_turn
from actions.matters.stepping import move
from domain.access import Hand, Permission
from domain.calendar import DAY
from domain.hours import NUDGE_WITHIN
from domain.letters import Message, Press, rows_of
from domain.matter_kinds import KINDS, kind_of
from domain.matters import Given, Matter
from domain.periods import at
from storage import Work

P = Permission
MOST = 12


@action(needs=P.RUN_TIMETABLE)
def chase(work: Work) -> None:
    """Each working morning: one message to whoever it waits for, of all that is due today or
    late."""
    today = work.today
    if not work.offices.first_run(f"matters:{today}", work.now):
        return
    for matter in work.matters.returning(today):
        bring_back(work, matter)
    if work.calendar.is_working_day(today):
        due = [
            one
            for one in work.matters.due(at(today + DAY, time(), work.zone))
            if not _is_work(work, one)
        ]
        _tell(work, due)
        _tell_above(work, [matter for matter in due if _goes_up(work, matter)])


def _is_work(work: Work, matter: Matter) -> bool:
    """What a conclusion became has a limit of its own, and is reminded of as work is."""
    return given_as(work, matter) is not None


def bring_back(work: Work, matter: Matter) -> None:
    """The day has come until which it was put off."""
    ways = kind_of(matter.kind).ways_on(matter.state)
    for step in (step for step in ways if Hand.CLOCK in step.by):
        move(work, matter, step, Given())


def _tell(work: Work, due: list[Matter]) -> None:
    waiting: dict[int, list[Matter]] = defaultdict(list)
    for matter in due:
        for person in _there(work, matter):
            waiting[person].append(matter)
    for person, matters in waiting.items():
        rows = [facts_of(work, matter) for matter in matters[:MOST]]
        opens = rows_of([Press("m.open", m.id, label=m.code) for m in matters[:MOST]])
        message = Message("matter.chased", {"count": len(matters), "rows": rows}, opens)
        lapses = work.now + NUDGE_WITHIN
        work.nudge(person, f"matters:{work.today}:{person}", message, drop_after=lapses)


def _goes_up(work: Work, matter: Matter) -> bool:
    """Nobody answered for so long that the leaders hear of it; of each limit once."""
    after = kind_of(matter.kind).goes_up
    if after is None or matter.due_at is None or _late(work, matter) < after:
        return False
    return work.offices.first_run(f"matter_up:{matter.id}:{matter.due_at}", work.now)


def _late(work: Work, matter: Matter) -> int:
    """Working days since its limit."""
    due = work.day(matter.due_at) if matter.due_at else work.today
    return work.calendar.days_between(due, work.today)


def _tell_above(work: Work, matters: list[Matter]) -> None:
    """Each leader has one message of all that went up this morning; its history says so."""
    above: dict[int, list[Matter]] = defaultdict(list)
    for matter in matters:
        work.log("gone_up", "matter", matter.id)
        refresh(work, matter)
        for person in people_of(work, matter, [Hand.LEADER]):
            above[person].append(matter)
    for person, late in above.items():
        rows = [_unanswered(work, matter) for matter in late[:MOST]]
        opens = rows_of([Press("m.open", m.id, label=m.code) for m in late[:MOST]])
        message = Message("matter.gone_up", {"count": len(late), "rows": rows}, opens)
        work.tell_at_work(person, f"matter_up:{work.today}:{person}", message)


def _unanswered(work: Work, matter: Matter) -> dict[str, Any]:
    names = work.people.names(*whose_turn(work, matter))
    late = _late(work, matter)
    words = work.matters.opening(matter.id) or ""
    return {"code": matter.code, "said": words, "names": names, "days": late}


def _there(work: Work, matter: Matter) -> Iterable[int]:
    """Whoever is at work: for who does it who stands in, for who decides who decides for them; the
    office where nobody is."""
    hand, people = turn(work, matter)
    does = hand in (Hand.OWNER, Hand.DUTY)
    turns = [(work.doer_for(one) if does else None) or work.decider_for(one) for one in people]
    here = [one for one in turns if one not in work.away]
    return dict.fromkeys(here or people_of(work, matter, [Hand.OFFICE]))


@action(needs=P.RUN_TIMETABLE)
def erase_old_words(work: Work) -> None:
    """What each kind's words are kept for is over: they go, and what hung on the matter."""
    if not work.offices.first_run(f"matter_words:{work.today}", work.now):
        return
    for kind in KINDS.values():
        for matter_id in work.matters.old(kind.code, work.now - timedelta(days=kind.keeps)):
            work.matters.erase_words(matter_id)
            work.attachments.forget(f"matter:{matter_id}")
            work.erases = True
