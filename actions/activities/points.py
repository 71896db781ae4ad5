"""The points of a plan: one more, one less, another leader, more or fewer places."""

from collections.abc import Sequence
from dataclasses import replace

from actions.activities.asking import ask
from actions.activities.leading import led_ahead, led_point
from actions.activities.news import acknowledge, concerned_at, tell, tell_moved
from actions.activities.plans import draw_plan, show_again, tell_leader, with_unclear
from actions.activities.replacing import Replaced, tell_organiser, with_changes
from actions.desk import action, view
from actions.registrations.seating import fill, redraw_all
from domain.access import Permission, Role
from domain.activities import Activity, NewPoint, Point, Stage
from domain.letters import Message, Press
from domain.names import shorten
from domain.plans import MOST_POINTS, Odd, PointChange, require_capacity, require_point
from domain.refusals import Refusal
from domain.registrations import capacity
from domain.seats import LIVE, Fullness
from storage import Work
from storage.headcounts import Headcount

P = Permission
ADD, CHANGE = "plan_add", "plan_point"
LABEL = 28


@view(needs=P.PLAN_ACTIVITY)
def see_points(work: Work, activity_id: int) -> Message:
    """Each of them a button, and one more."""
    activity = led_ahead(work, activity_id)
    rows = tuple(
        (Press("plan.point", p.id, label=shorten(p.full, LABEL)),)
        for p in work.activities.points(activity.id)
    )
    last = (Press("plan.add", activity.id), Press("plan.see", activity.id))
    return Message("plan.points", {"title": activity.title}, (*rows, last))


@view(needs=P.PLAN_ACTIVITY)
def only_point(work: Work, activity_id: int) -> int | None:
    """The one point there is, where there are not several."""
    found = work.activities.points(led_ahead(work, activity_id).id)
    return found[0].id if len(found) == 1 else None


@action(needs=P.PLAN_ACTIVITY)
def ask_more(work: Work, activity_id: int) -> Message:
    activity = led_ahead(work, activity_id)
    topic = ask(work, ADD, activity.id)
    return Message("plan.ask_add", {"title": activity.title}, topic=topic)


@action(needs=P.PLAN_ACTIVITY)
def add_more(
    work: Work, activity_id: int, points: Sequence[NewPoint], unclear: Sequence[Odd] = ()
) -> Message:
    """More points, read like those of the form; once it is open their leaders are told. While
    a line was unclear it still listens."""
    activity = led_ahead(work, activity_id)
    already = len(work.activities.points(activity.id))
    if not points or already + len(points) > MOST_POINTS:
        raise Refusal("too_many_points", most=MOST_POINTS)
    if not unclear:
        work.expectations.forget(work.actor.me, ADD, activity.id)
    for new in points:
        tell_leader(work, activity, add_point(work, activity.id, new))
    work.log("activity.points", "activity", activity.id, became=str(already + len(points)))
    return with_unclear(draw_plan(work, activity.id), unclear)


def add_point(work: Work, activity_id: int, point: NewPoint) -> Point:
    """Without a named leader, whoever answers for the place leads its point."""
    require_point(point)
    return work.activities.point(work.activities.add_point(activity_id, with_leader(work, point)))


def with_leader(work: Work, point: NewPoint) -> NewPoint:
    """Whoever answers for the place, where nobody is named."""
    if point.leader_id or point.doubted or not point.locality_id:
        return point
    base = work.people.with_role(Role.BASE, work.today)
    there = [p.id for p in base if p.locality_id == point.locality_id]
    return replace(point, leader_id=there[0] if there else None)


@action(needs=P.PLAN_ACTIVITY)
def ask_change(work: Work, point_id: int) -> Message:
    """A point as it stands, and what can be changed about it."""
    activity, point = led_point(work, point_id)
    topic = ask(work, CHANGE, point.id)
    facts = {
        "point": point.full,
        "landmark": point.landmark,
        "leader": point.leader,
        "capacity": point.capacity,
        "taken": _room(work, point).taken or None,
        "groups": sum(group.number for group in _groups(work, point)) or None,
    }
    buttons = (Press("plan.at", point.id), Press("plan.unpoint", point.id))
    back = (Press("plan.points", activity.id, label="@button.plan.back"),)
    return Message("plan.point_card", facts, (buttons, back), topic=topic)


@action(needs=P.PLAN_ACTIVITY)
def change(work: Work, point_id: int, said: PointChange) -> Message:
    """Another leader, other places: new places go to those who wait, taken ones stay; what was
    not understood is told beside."""
    activity, point = led_point(work, point_id)
    leader_id, places = said.leader_id, said.capacity
    if leader_id is None and places is None:
        raise Refusal("point_change_unclear")
    require_capacity(places, _room(work, point).taken)
    if not said.unclear:
        work.expectations.forget(work.actor.me, CHANGE, point.id)
    work.activities.change_point(
        point.id,
        leader_id or point.leader_id,
        point.capacity if places is None else places,
    )
    changed = work.activities.point(point.id)
    was, became = _words_of(point), _words_of(changed)
    work.log("point.changed", "point", point.id, was=was, became=became)
    changes = _changes(point, changed)
    tell_organiser(work, activity, changes)
    if changed.leader_id != point.leader_id:
        _tell_former(work, activity, point)
        tell_leader(work, activity, changed)
    fill(work, activity, changed)
    redraw_all(work, activity.id)
    return with_unclear(with_changes(show_again(work, activity.id), changes), said.unclear)


def _changes(was: Point, now: Point) -> list[Replaced]:
    """What is another than before; of a first leader or number there is nothing to say."""
    found = (
        Replaced("leader", was.leader, now.leader, now.short),
        Replaced("places", was.capacity, now.capacity, now.short),
    )
    return [change for change in found if change.was and change.was != change.now]


def _words_of(point: Point) -> str:
    return f"leader {point.leader_id}, places {point.capacity}"


@action(needs=P.PLAN_ACTIVITY)
def drop(work: Work, point_id: int) -> Message:
    """A point that nobody comes to may go; the last one stays. Whoever comes goes elsewhere
    first."""
    activity, point = led_point(work, point_id)
    if len(work.activities.points(activity.id)) == 1:
        raise Refusal("last_point")
    return (
        _drop(work, activity, point)
        if stands_empty(work, point_id)
        else ask_where_to(work, point_id)
    )


def stands_empty(work: Work, point_id: int) -> bool:
    """Nobody comes to it: it may go."""
    point = work.activities.point(point_id)
    return not (work.registrations.at_point(point_id, *LIVE) or _groups(work, point))


def ask_where_to(work: Work, point_id: int) -> Message:
    """The points that have room for everybody who comes to this one."""
    activity, point = led_point(work, point_id)
    taken = _room(work, point).taken
    others = [p for p in work.activities.points(activity.id) if p.id != point.id]
    fitting = [p for p in others if _room(work, p).left >= taken]
    if not fitting:
        raise Refusal("point_in_use", point=point.full, taken=taken)
    rows = tuple(
        (Press("plan.empty", point.id, str(p.id), label=shorten(p.full, LABEL)),) for p in fitting
    )
    facts = {"point": point.full, "n": len(_everybody(work, point))}
    return Message("plan.move_people", facts, rows)


def _everybody(work: Work, point: Point) -> list[int]:
    people = dict.fromkeys(concerned_at(work, point))
    return [id_ for id_ in people if id_ != point.leader_id]


@action(needs=P.PLAN_ACTIVITY)
def empty(work: Work, point_id: int, to_id: int) -> Message:
    """Everybody goes to the other point, is told and taps «Đã biết»; then this one goes."""
    activity, point = led_point(work, point_id)
    there = work.activities.point(to_id)
    if there.activity_id != activity.id or there.id == point.id:
        raise Refusal("not_found")
    if _room(work, there).left < (taken := _room(work, point).taken):
        raise Refusal("point_in_use", point=point.full, taken=taken)
    told = _everybody(work, point)
    work.registrations.move_all(point.id, there.id, work.now)
    work.headcounts.move_all(point.id, there.id)
    work.log("point.emptied", "point", point.id, became=str(there.id))
    for person_id in told:
        tell_moved(work, activity, person_id, point, there)
    shown = _drop(work, activity, point)
    fill(work, activity, there)
    redraw_all(work, activity.id)
    return replace(shown, facts={**shown.facts, "told": len(told) or None})


def _drop(work: Work, activity: Activity, point: Point) -> Message:
    work.expectations.forget(work.actor.me, CHANGE, point.id)
    work.activities.drop_point(point.id, work.now)
    work.log("point.dropped", "point", point.id)
    _tell_former(work, activity, point)
    return draw_plan(work, activity.id)


def _groups(work: Work, point: Point) -> list[Headcount]:
    found = work.headcounts.said(point.activity_id, point.id)
    return [group for group in found if group.number]


def _room(work: Work, point: Point) -> Fullness:
    return work.registrations.room(point.id, capacity(point))


def _tell_former(work: Work, activity: Activity, point: Point) -> None:
    """Whoever led it need not come for that."""
    if activity.stored is Stage.OPEN and point.leader_id:
        facts = {"title": activity.title, "starts": activity.starts, "point": point.full}
        message = Message("plan.lead_over", facts, acknowledge(activity))
        tell(work, activity, point.leader_id, message)
