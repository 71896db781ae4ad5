"""Which of the leaders approves a visit that nobody is told of: the others do not hear of it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from actions.desk import action
from actions.office.unannounced import hands
from actions.rooms import AwaitedYes
from actions.supervision.known import facts_of, kept, people_of, refresh, seen, settled_by
from actions.supervision.radar import radar
from domain.access import Hand, Permission
from domain.dialogue import Expectation
from domain.letters import Message, Press, rows_of
from domain.names import short_name
from domain.refusals import Refusal
from domain.visits import APPROVER, STAGES, Visit
from storage import Work

P = Permission
TOPIC = APPROVER
NAMES = (Hand.RAISER, Hand.DUTY_HEAD)
"""Who says which of the leaders it is."""
SETTLES = STAGES[1].by


def approver_of(work: Work, visit: Visit) -> int | None:
    """Whoever took it into the year; the leader who acts; the only one there is. Which of several
    is never guessed."""
    leaders = people_of(work, visit, Hand.LEADER)
    only = leaders[0] if len(leaders) == 1 else None
    plain = (visit.approver_id, settled_by(work, visit, leaders), work.actor.person_id, only)
    return next((one for one in plain if one in leaders), None)


def lacks(work: Work, visit: Visit) -> bool:
    """Nobody approves it, or whoever was to is a leader no longer."""
    leaders = people_of(work, visit, Hand.LEADER)
    return not visit.is_told and bool(leaders) and visit.approver_id not in leaders


def to_approve(work: Work) -> list[AwaitedYes]:
    """Proposals that nobody is told of and that wait for the actor's yes."""
    if not work.actor.may(P.SUPERVISE):
        return []
    hidden = [v for v in work.visits.open() if v.stage == STAGES[0].code and not v.is_told]
    mine = [visit for visit in hidden if not hands(work, visit).isdisjoint(SETTLES)]
    return [AwaitedYes("hidden", Press("v.open", one.id, label=one.code)) for one in mine]


def ask(work: Work, visit: Visit, besides: Mapping[str, Any] | None = None) -> Message:
    """«Ai duyệt?», by a name or a tap; with what is to be said besides."""
    work.expectations.expect(work.actor.me, Expectation(TOPIC, visit.id), work.now)
    rows = rows_of(choices(work, visit), 2)
    facts = {**facts_of(work, visit), **(besides or {})}
    return Message("visit.ask_approver", facts, rows, topic=f"{TOPIC}:{visit.id}")


def choices(work: Work, visit: Visit) -> Sequence[Press]:
    """The leaders, for whoever says which of them it is."""
    if hands(work, visit).isdisjoint(NAMES) or not lacks(work, visit):
        return ()
    leaders = people_of(work, visit, Hand.LEADER)
    named = zip(leaders, work.people.names(*leaders), strict=True)
    return [Press("v.approver", visit.id, str(one), label=short_name(name)) for one, name in named]


@action(needs=P.SUPERVISE)
def ask_anew(work: Work, visit_id: int) -> Message:
    """«Ai duyệt?» once more, from its card."""
    visit = seen(work, visit_id)
    if not choices(work, visit):
        raise Refusal("visit_moved_on", code=visit.code)
    return ask(work, visit)


@action(needs=P.SUPERVISE)
def choose(work: Work, visit_id: int, person_id: int) -> Message:
    """From now on that one knows of it too, and hears so by its code alone."""
    visit = seen(work, visit_id)
    if hands(work, visit).isdisjoint(NAMES):
        raise Refusal("visit_not_yours", code=visit.code)
    if not lacks(work, visit):
        raise Refusal("visit_moved_on", code=visit.code)
    if person_id not in people_of(work, visit, Hand.LEADER):
        raise Refusal("visit_approver")
    kept(work, replace(visit, approver_id=person_id))
    work.expectations.forget(work.actor.me, TOPIC, visit.id)
    work.log("approver", "visit", visit.id)
    chosen = work.visits.get(visit.id)
    refresh(work, chosen)
    tell(work, chosen)
    return radar(work, chosen)


def tell(work: Work, visit: Visit) -> None:
    """Whoever approves it hears that it waits; of one that nobody is told of by its code alone."""
    hidden = {"theme": "", "body": ""} if visit.unannounced else {}
    opens = ((Press("v.open", visit.id, label=visit.code),),)
    key = f"visit.approves:{visit.id}:{visit.approver_id}"
    message = Message("visit.approves", {**facts_of(work, visit), **hidden}, opens)
    work.tell_at_work(visit.approver_id, key, message)
