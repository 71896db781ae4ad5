"""A visit that nobody is told of beforehand: hidden, or announced again, by whom, and who
hears."""

from dataclasses import replace

from actions.desk import action, view
from actions.supervision.approving import approver_of, lacks
from actions.supervision.approving import ask as ask_approver
from actions.supervision.hushing import hush, read_already
from actions.supervision.known import (
    facts_of,
    kept,
    may_hide,
    refresh,
    seen,
    seen_by_number,
    tell_concerned,
)
from actions.supervision.team import brief, names_place, recall
from actions.supervision.together import end_wishes
from domain.access import Permission
from domain.hours import SPOKEN_OF
from domain.letters import Message, Press, result
from domain.refusals import Refusal
from domain.visits import MERGES, Visit
from storage import Work

P = Permission
HIDEABLE = ("visit", "assignment", "activity", "matter", "register")
"""The newest of what somebody did with these is what a word that names nothing is about."""


@view(needs=P.SUPERVISE)
def ask_hide(work: Work, visit_id: int) -> Message:
    """By a tap: what it means is read first."""
    visit = _must_hide(work, visit_id, hidden=False)
    buttons = ((Press("v.hidden", visit.id), Press("v.open", visit.id, label=visit.code)),)
    facts = {**facts_of(work, visit), **read_already(work, visit)}
    return Message("visit.ask_hide", facts, buttons)


@view(needs=P.SUPERVISE)
def ask_show(work: Work, visit_id: int) -> Message:
    """What others read once cannot be hidden again: who will see it is said first."""
    visit = _must_hide(work, visit_id, hidden=True)
    buttons = ((Press("v.shown", visit.id), Press("v.open", visit.id, label=visit.code)),)
    return Message("visit.ask_show", facts_of(work, visit), buttons)


@view(needs=P.SUPERVISE)
def just_proposed(work: Work) -> int:
    """What the actor proposed a moment ago, and that is announced; 0 where they went on since."""
    last = work.journal.newest_of(work.actor.subject, HIDEABLE, work.now - SPOKEN_OF)
    visit = work.visits.get(last.subject) if last and last.kind == "visit" else None
    mine = visit is not None and visit.proposed_by == work.actor.me
    return visit.id if visit and mine and not visit.unannounced and visit.stage in MERGES else 0


def _must_hide(work: Work, visit_id: int, *, hidden: bool) -> Visit:
    visit = seen(work, visit_id)
    if not may_hide(work, visit):
        raise Refusal("visit_not_yours", code=visit.code)
    if visit.unannounced != hidden or visit.stage not in MERGES:
        raise Refusal("visit_moved_on", code=visit.code)
    return visit


@action(needs=P.SUPERVISE)
def hide(work: Work, visit_id: int) -> Message:
    """From now on nobody is told of it beforehand but those who must know."""
    return _told_of(work, _must_hide(work, visit_id, hidden=False), hidden=True)


@action(needs=P.SUPERVISE)
def show(work: Work, visit_id: int) -> Message:
    """It is announced again, until the body would have been told."""
    return _told_of(work, _must_hide(work, visit_id, hidden=True), hidden=False)


def _told_of(work: Work, visit: Visit, *, hidden: bool) -> Message:
    """Those who know of it hear who decided, by its code alone. What its team was to hear no
    longer bears the place, and a gathering point that is the place is asked anew."""
    recall(work, visit)
    approver = approver_of(work, visit) if hidden else None
    was = read_already(work, replace(visit, approver_id=approver)) if hidden else {}
    told = replace(visit, unannounced=hidden, approver_id=approver)
    asks = hidden and names_place(work, visit, visit.meets)
    kept(work, replace(told, starts_at=None, on_day=None, meets="") if asks else told)
    if hidden:
        hush(work, work.visits.get(visit.id))
        end_wishes(work, visit)
    brief(work, work.visits.get(visit.id))
    work.log("hidden" if hidden else "shown", "visit", visit.id)
    refresh(work, visit)
    kind = "visit.hidden" if hidden else "visit.shown"
    facts = {"code": visit.code, "by": work.actor.name}
    tell_concerned(work, visit, Message(f"{kind}_told", facts), team=False)
    now = work.visits.get(visit.id)
    if lacks(work, now):
        return ask_approver(work, now, was)
    way = Press("v.open", visit.id, label=visit.code)
    back = (Press("v.shown", visit.id, label="@button.v.show"), Press("v.putoff", visit.id))
    rows = (back if hidden else (way,), (Press("v.look", visit.id),))
    return result(kind, rows, code=visit.code, asks=asks or None, **was)


@view(needs=P.SUPERVISE)
def ask_show_by_number(work: Work, number: int) -> Message:
    """«GS19 báo trước lại»"""
    return ask_show.run(work, seen_by_number(work, number).id)


@action(needs=P.SUPERVISE)
def hide_by_number(work: Work, number: int) -> Message:
    """«GS19 không báo trước»"""
    return hide.run(work, seen_by_number(work, number).id)
