"""A visit that is not held: why, read back with whom it is told; and held after all."""

from dataclasses import replace
from typing import Any

from actions.desk import action
from actions.office.unannounced import hands
from actions.supervision.known import (
    facts_of,
    is_its_leader,
    kept,
    led,
    must_say,
    refresh,
    seen,
    seen_by_number,
    tell_concerned,
    told_of,
    was_read_back,
)
from actions.supervision.team import brief, is_briefed, recall, told_guests
from domain.access import Hand, Permission
from domain.dialogue import Expectation
from domain.letters import Message, Press, result
from domain.refusals import Refusal
from domain.visits import (
    DROPPED,
    PROPOSED,
    Visit,
    check_window,
)
from storage import Work

P = Permission
DROP, DROPPING = "visit.drop", "visit.dropping"
DROPS = (Hand.RAISER, Hand.LEADER, Hand.DUTY_HEAD)


@action(needs=P.SUPERVISE)
def ask_drop(work: Work, visit_id: int) -> Message:
    visit = _must_drop(work, visit_id)
    work.expectations.expect(work.actor.me, Expectation(DROP, visit.id), work.now)
    return Message("visit.ask_drop", {"code": visit.code}, topic=f"{DROP}:{visit.id}")


@action(needs=P.SUPERVISE)
def drop(work: Work, visit_id: int, why: str) -> Message:
    """Read back with whom it will be told; nothing is done yet."""
    visit, reason = _must_drop(work, visit_id), must_say(why)
    work.expectations.forget(work.actor.me, DROP, visit.id)
    waits = Expectation(DROPPING, visit.id, {"version": visit.version, "why": reason})
    work.expectations.expect(work.actor.me, waits, work.now)
    names = work.people.names(*told_of(work, visit, at_once=is_briefed(work, visit)))
    facts = {**facts_of(work, visit), "why": reason, "names": names}
    buttons = ((Press("v.dropit", visit.id), Press("v.keepit", visit.id)),)
    return Message("visit.ask_dropping", facts, buttons, topic=f"{DROPPING}:{visit.id}")


@action(needs=P.SUPERVISE)
def drop_it(work: Work, visit_id: int) -> Message:
    """«Gửi»: it is not held; why is kept with it."""
    visit = _must_drop(work, visit_id)
    return _dropped(work, visit, str(was_read_back(work, visit, DROPPING)["why"]))


@action(needs=P.SUPERVISE)
def hold_after_all(work: Work, visit_id: int) -> Message:
    """«Thôi»: it is held."""
    work.expectations.forget(work.actor.me, DROPPING, visit_id)
    return result("visit.not_dropped", code=seen(work, visit_id).code)


def _dropped(work: Work, visit: Visit, reason: str) -> Message:
    recall(work, visit)
    told = is_briefed(work, visit)
    kept(work, replace(visit, stage=DROPPED, apart=reason, dropped_at=work.now))
    work.log("dropped", "visit", visit.id, was=visit.stage, became=DROPPED)
    refresh(work, visit)
    message = Message("visit.dropped_told", _said_of(work, visit, reason))
    tell_concerned(work, visit, message, at_once=told)
    back, guests = ((Press("v.revive", visit.id),),), told_guests(work, visit)
    return result("visit.dropped", back, code=visit.code, guests=guests)


def _said_of(work: Work, visit: Visit, reason: str) -> dict[str, Any]:
    """Of one that nobody is told of beforehand a message bears its code alone."""
    hidden = {"theme": "", "body": ""} if visit.unannounced else {}
    why = None if visit.unannounced else reason
    return {**facts_of(work, visit), **hidden, "by": work.actor.name, "why": why}


@action(needs=P.SUPERVISE)
def revive(work: Work, visit_id: int) -> Message:
    """It is held after all: where it stood before."""
    visit = led(work, visit_id)
    if visit.stage != DROPPED:
        raise Refusal("visit_stands", code=visit.code)
    if hands(work, visit).isdisjoint(DROPS) and not is_its_leader(work, visit):
        raise Refusal("visit_not_yours", code=visit.code)
    check_window(visit.first, visit.last, work.today)
    before = work.journal.was_before("visit", visit.id, DROPPED) or PROPOSED
    kept(work, replace(visit, stage=before, apart="", dropped_at=None))
    work.log("revived", "visit", visit.id, was=DROPPED, became=before)
    refresh(work, visit)
    again = work.visits.get(visit.id)
    tell_concerned(work, again, Message("visit.revived_told", _said_of(work, visit, "")))
    brief(work, again, anew=is_briefed(work, again))
    opens = ((Press("v.open", visit.id, label=visit.code),),)
    return result("visit.revived", opens, code=visit.code)


@action(needs=P.SUPERVISE)
def revive_by_number(work: Work, number: int) -> Message:
    """«GS22 khôi phục»"""
    return revive.run(work, seen_by_number(work, number).id)


@action(needs=P.SUPERVISE)
def drop_by_number(work: Work, number: int, why: str) -> Message:
    """«GS19 hủy: trùng với thanh tra»"""
    return drop.run(work, seen_by_number(work, number).id, why)


def _must_drop(work: Work, visit_id: int) -> Visit:
    visit = led(work, visit_id)
    if not visit.is_open or visit.done_at:
        raise Refusal("visit_moved_on", code=visit.code)
    if hands(work, visit).isdisjoint(DROPS) and not is_its_leader(work, visit):
        raise Refusal("visit_not_yours", code=visit.code)
    return visit
