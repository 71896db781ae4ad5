"""A visit is put off: to other days, told to everybody whom it concerns."""

from dataclasses import replace
from datetime import date

from actions.desk import action
from actions.supervision.known import kept, led, refresh, seen_by_number
from actions.supervision.team import is_briefed, recall, tell_moved, told_guests
from domain.access import Permission
from domain.dialogue import Expectation
from domain.letters import Message, result
from domain.refusals import Refusal
from domain.visits import ORDER, Visit, check_window
from storage import Work

P = Permission
PUT_OFF = "visit.put_off"


@action(needs=P.SUPERVISE)
def ask(work: Work, visit_id: int) -> Message:
    visit = _must_put_off(work, visit_id)
    work.expectations.expect(work.actor.me, Expectation(PUT_OFF, visit.id), work.now)
    return Message("visit.ask_put_off", {"code": visit.code}, topic=f"{PUT_OFF}:{visit.id}")


@action(needs=P.SUPERVISE)
def put_off(work: Work, visit_id: int, first: date, last: date) -> Message:
    """Day, hour and gathering point are said anew; the body hears of it from people."""
    visit = _must_put_off(work, visit_id)
    check_window(first, last, work.today)
    recall(work, visit)
    told = is_briefed(work, visit)
    moved = replace(visit, first=first, last=last, own_first=None, own_last=None)
    moved = replace(moved, on_day=None, starts_at=None, meets="")
    kept(work, moved)
    work.expectations.forget(work.actor.me, PUT_OFF, visit.id)
    work.log("put_off", "visit", visit.id)
    refresh(work, visit)
    tell_moved(work, moved, at_once=told)
    was_told = visit.stage in ("sent", "answered") or None
    said = {"code": visit.code, "window": (first, last), "told": was_told}
    return result("visit.put_off", (), **said, guests=told_guests(work, visit))


@action(needs=P.SUPERVISE)
def put_off_by_number(work: Work, number: int, first: date, last: date) -> Message:
    """«GS19 lùi: tháng 12»"""
    return put_off.run(work, seen_by_number(work, number).id, first, last)


def _must_put_off(work: Work, visit_id: int) -> Visit:
    visit = led(work, visit_id)
    gone = ORDER.get(visit.stage, len(ORDER)) >= ORDER["visited"]
    if gone or visit.arrived_at or not visit.is_open:
        raise Refusal("visit_moved_on", code=visit.code)
    return visit
