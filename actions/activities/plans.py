"""A day out that is planned: shown back, given its targets, opened or dropped."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

from actions.activities.clashes import clashes
from actions.desk import action, view
from domain.access import Permission
from domain.activities import Activity, Point, State, may_lead, require_lead, require_open
from domain.dialogue import Expectation
from domain.letters import Message, Place, Press, Rows
from domain.refusals import Refusal
from storage import Work

P = Permission
AHEAD = timedelta(weeks=5)
SHOWN = 8


def draw_plan(work: Work, activity_id: int) -> Message:
    """The plan as it stands, shown back."""
    activity = work.activities.get(activity_id)
    points = work.activities.points(activity_id)
    facts = {
        "kind": activity.kind,
        "title": activity.title,
        "code": activity.code,
        "starts": activity.starts,
        "ends": activity.ends,
        "host": activity.host,
        "points": [_point_line(point) for point in points],
        "targets": _targets(work, activity),
        "target": activity.target or None,
        "state": activity.state(work.now).value,
        "clashes": clashes(work, activity) if activity.stored is State.DRAFT else [],
    }
    buttons = _buttons(activity)
    return Message("plan.card", facts, buttons, card=f"plan:{activity_id}")


def _point_line(point: Point) -> dict[str, Any]:
    return {
        "name": point.full,
        "landmark": point.landmark,
        "mapped": "🧭" if point.lat is not None else "",
        "leader": point.leader,
        "capacity": point.capacity,
    }


def _targets(work: Work, activity: Activity) -> list[list[Any]]:
    names = {o.id: o.short for o in work.offices.organisations(work.today)}
    targets = work.activities.targets(activity.id).items()
    return [[names.get(i, "?"), number] for i, number in targets if i is not None]


def _buttons(activity: Activity) -> Rows:
    target, where = Press("plan.target", activity.id), Press("plan.where", activity.id)
    if activity.stored is State.DRAFT:
        drop = Press("plan.drop", activity.id)
        hears = Press("plan.hears", activity.id)
        return ((Press("plan.open", activity.id), target), (where, hears), (drop,))
    manage = Press("s.manage", activity.id)
    if activity.stored is State.POSTPONED:
        return ((manage,),)
    return ((target, where), (manage,)) if activity.stored is State.OPEN else ()


def _led(work: Work, activity_id: int) -> Activity:
    activity = work.activities.get(activity_id)
    require_lead(work.actor, activity)
    return activity


@action(needs=P.PLAN_ACTIVITY)
def open_plan(work: Work, activity_id: int) -> Message:
    """«Mở»: from now on it stands, and each point's leader is told."""
    activity = work.activities.get(activity_id)
    require_open(work.actor, activity, work.now)
    work.activities.set_state(activity_id, State.OPEN)
    work.log("activity.opened", "activity", activity_id, was=State.DRAFT, became=State.OPEN)
    for point in work.activities.points(activity_id):
        facts = {"title": activity.title, "point": point.full, "starts": activity.starts}
        message = Message("plan.you_lead", {**facts, "capacity": point.capacity})
        work.tell_at_work(point.leader_id, f"plan.lead:{point.id}", message)
    return replace(draw_plan(work, activity_id), place=Place.EDIT)


@action(needs=P.PLAN_ACTIVITY)
def drop_plan(work: Work, activity_id: int) -> Message:
    """A draft that comes to nothing."""
    activity = _led(work, activity_id)
    if activity.stored is not State.DRAFT:
        raise Refusal("already_opened", code=activity.code)
    work.activities.set_state(activity_id, State.CANCELLED)
    work.log("activity.dropped", "activity", activity_id, was=State.DRAFT, became=State.CANCELLED)
    return replace(draw_plan(work, activity_id), place=Place.EDIT)


@action(needs=P.PLAN_ACTIVITY)
def ask_target(work: Work, activity_id: int) -> Message:
    activity = _led(work, activity_id)
    work.expectations.expect(work.actor.me, Expectation("plan_target", activity_id), work.now)
    facts = {"title": activity.title}
    return Message("plan.ask_target", facts, topic=f"plan_target:{activity_id}")


@action(needs=P.PLAN_ACTIVITY)
def set_target(
    work: Work, activity_id: int, total: int | None, parts: Mapping[str, int]
) -> Message:
    """How many are hoped for: by organisation, or the whole."""
    _led(work, activity_id)
    ids = {o.code: o.id for o in work.offices.organisations(work.today)}
    targets: dict[int | None, int] = {ids[code]: n for code, n in parts.items() if code in ids}
    if not targets and total:
        targets = {None: total}
    if not targets:
        raise Refusal("target_unclear")
    work.expectations.forget(work.actor.me, "plan_target", activity_id)
    work.activities.set_targets(activity_id, targets)
    work.log("activity.target", "activity", activity_id, became=str(sum(targets.values())))
    return draw_plan(work, activity_id)


@view(needs=P.PLAN_ACTIVITY)
def coming(work: Work) -> Message:
    """The days out of the next weeks, and the way to a new one."""
    found = work.activities.between(work.now, work.now + AHEAD)
    shown = [a for a in found if a.stored is not State.CANCELLED][:SHOWN]
    rows = [_row(work, activity) for activity in shown]
    buttons = (*_each(shown), (Press("plan.new"),))
    return Message("plan.coming" if rows else "plan.none", {"rows": rows}, buttons)


def _row(work: Work, activity: Activity) -> dict[str, Any]:
    state = activity.state(work.now).value
    return {"title": activity.title, "starts": activity.starts, "state": state}


def _each(shown: Iterable[Activity]) -> Rows:
    return tuple((Press("plan.see", a.id, label=a.code),) for a in shown)


@view(needs=P.PLAN_ACTIVITY)
def see_plan(work: Work, activity_id: int) -> Message:
    message = draw_plan(work, activity_id)
    leads = may_lead(work.actor, work.activities.get(activity_id))
    return message if leads else replace(message, buttons=())
