"""Two proposals become one, or share a trip: one asks, the other says yes in a tap."""

from dataclasses import replace

from actions.desk import action
from actions.supervision.known import (
    facts_of,
    is_its_leader,
    kept,
    led,
    must_say,
    refresh,
    seen,
    seen_by_number,
    whose_answer,
)
from domain.access import Duty, Permission
from domain.dialogue import Expectation
from domain.letters import Message, Press, result, toast
from domain.refusals import Refusal
from domain.visits import MERGED, How, Visit, check_together
from storage import Work
from storage.visits import Wish

P = Permission
APART = "visit.apart"


@action(needs=P.SUPERVISE)
def ask(work: Work, visit_id: int, other_id: int, how: How) -> Message:
    """Whoever answers for the other one is asked; one's own needs nobody's yes."""
    visit, other = led(work, visit_id), seen(work, other_id)
    check_together(visit, other, how)
    if _answers_for(work, other):
        return _join(work, visit, other, how)
    wish = work.visits.ask(visit.id, other.id, how, work.actor.me, work.now)
    work.log("asked", "visit", visit.id)
    facts = {**facts_of(work, other), "how": how.value, "into": facts_of(work, visit)["org"]}
    place = "" if visit.unannounced else work.lookups.name(visit.body_id)
    facts |= {"with": visit.code, "place": place}
    buttons = ((Press("v.agree", wish), Press("v.refuse", wish)),)
    asked = whose_answer(work, other)
    for person in asked:
        message = Message("visit.merge_ask", facts, buttons)
        work.tell_at_work(person, f"visit.wish:{wish}:{person}", message)
    names = [work.people.name(person) for person in asked]
    return result("visit.asked", code=other.code, names=names)


@action(needs=P.SUPERVISE)
def ask_by_number(work: Work, number: int, other: int, how: How) -> Message:
    """«GS19 gộp GS5»"""
    visit, into = seen_by_number(work, number), seen_by_number(work, other)
    return ask.run(work, visit.id, into.id, how)


def _answers_for(work: Work, visit: Visit) -> bool:
    mine = visit.proposed_by == work.actor.me or is_its_leader(work, visit)
    return mine or Duty.SUPERVISION in work.actor.leads


@action(needs=P.SUPERVISE)
def say(work: Work, wish_id: int, agreed: bool) -> Message:
    """Yes or no, once; what changed meanwhile is looked at again."""
    wish = work.visits.wish(wish_id)
    other = seen(work, wish.into_id)
    if not _answers_for(work, other):
        raise Refusal("visit_not_yours", code=other.code)
    if not (wish.is_open and work.visits.answered(wish.id, work.now)):
        raise Refusal("visit_answered", code=other.code)
    visit = work.visits.get(wish.visit_id)
    said = _join(work, visit, other, wish.how) if agreed else _refused(work, visit, other)
    _tell_asker(work, wish, visit, other, agreed)
    return said


@action(needs=P.SUPERVISE)
def say_by_number(work: Work, number: int, agreed: bool) -> Message:
    """«GS5 đồng ý»: the newest that waits for an answer."""
    visit = seen_by_number(work, number)
    waiting = work.visits.wishes_of(visit.id)
    if not waiting:
        raise Refusal("visit_answered", code=visit.code)
    return say.run(work, waiting[0].id, agreed)


def _refused(work: Work, visit: Visit, other: Visit) -> Message:
    work.log("refused", "visit", visit.id)
    return result("visit.refused", code=other.code, other=visit.code)


def _tell_asker(work: Work, wish: Wish, visit: Visit, other: Visit, agreed: bool) -> None:
    facts = {"code": other.code, "other": visit.code, "how": wish.how.value}
    kind = "visit.joined" if agreed else "visit.refused"
    opens = ((Press("v.open", other.id, label=other.code),),)
    work.tell_at_work(wish.asked_by, f"visit.said:{wish.id}", Message(kind, facts, opens))


def _join(work: Work, visit: Visit, other: Visit, how: How) -> Message:
    """The newer goes into the older, whose window then holds both, and of which nobody is told
    where nobody was told of one of them; a trip leaves both."""
    check_together(visit, other, how)
    if how is How.TRIP:
        kept(work, replace(visit, trip_id=other.trip_id or other.id))
        work.log("trip", "visit", visit.id)
    else:
        gone = replace(visit, stage=MERGED, kept_id=other.id, merged_at=work.now)
        kept(work, gone)
        work.visits.follow(visit.id, other.id)
        first, last = min(visit.first, other.first), max(visit.last, other.last)
        hidden = visit.unannounced or other.unannounced
        kept(work, replace(other, first=first, last=last, unannounced=hidden))
        work.log("merged", "visit", visit.id, was=visit.stage, became=MERGED)
        work.log("took_in", "visit", other.id)
    refresh(work, visit, other)
    return result("visit.joined", code=other.code, other=visit.code, how=how.value)


@action(needs=P.SUPERVISE)
def ask_apart(work: Work, visit_id: int) -> Message:
    visit = led(work, visit_id)
    work.expectations.expect(work.actor.me, Expectation(APART, visit.id), work.now)
    return Message("visit.ask_apart", {"code": visit.code}, topic=f"{APART}:{visit.id}")


@action(needs=P.SUPERVISE)
def keep_apart(work: Work, visit_id: int, why: str) -> Message:
    """It stays by itself; why is kept with it."""
    visit, reason = led(work, visit_id), must_say(why)
    kept(work, replace(visit, apart=reason))
    work.expectations.forget(work.actor.me, APART, visit.id)
    work.log("apart", "visit", visit.id)
    refresh(work, visit)
    return toast("visit.kept_apart", code=visit.code)


@action(needs=P.SUPERVISE)
def keep_apart_by_number(work: Work, number: int, why: str) -> Message:
    """«GS19 giữ riêng: đợt cao điểm»"""
    return keep_apart.run(work, seen_by_number(work, number).id, why)
