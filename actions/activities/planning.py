"""A day out by a form: what kind, what title, when, which points; shown back; opened."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any

from actions.desk import action, view
from domain.access import Permission, Role
from domain.activities import (
    TITLE_LETTERS,
    Activity,
    NewPoint,
    Plan,
    Point,
    State,
    code_of,
    require_lead,
    require_open,
)
from domain.dialogue import Expectation
from domain.kinds import KINDS
from domain.letters import Message, Place, Press, Rows
from domain.people import Locality, Person
from domain.periods import at, local
from domain.refusals import Refusal
from storage import Work

P = Permission
TOPIC, HERE = "plan", "plan:0"
QUESTIONS = ("kind", "title", "starts", "points")
"""The whole form; its only state is the answers so far."""
CLOSES = time(19, 0)
MOST_POINTS = 12
SUGGESTED = 2


@dataclass(frozen=True, slots=True)
class Places:
    """What a line about a point may name, and the day's usual hour."""

    localities: Sequence[Locality]
    people: Sequence[Person]
    usual: time


@action(needs=P.PLAN_ACTIVITY)
def begin(work: Work) -> Message:
    """A new plan; an unfinished one is forgotten."""
    return _ask(work, {})


def _ask(work: Work, answers: Mapping[str, Any]) -> Message:
    asking = next(q for q in QUESTIONS if q not in answers)
    work.expectations.expect(
        work.actor.me, Expectation(TOPIC, 0, {**answers, "asking": asking}), work.now
    )
    return Message(f"plan.ask_{asking}", answers, _choices(work, asking, answers), topic=HERE)


def _choices(work: Work, asking: str, answers: Mapping[str, Any]) -> Rows:
    if asking == "kind":
        return tuple((Press("plan.kind", 0, code, label=f"@kind.{code}"),) for code in KINDS)
    if asking == "starts":
        days = _next_days(work.today, KINDS[answers["kind"]].weekday)
        return (tuple(Press("plan.day", 0, f"{day}", label=f"{day:%d/%m}") for day in days),)
    return ()


def _next_days(today: date, weekday: int | None) -> list[date]:
    """The next two days on which such activities are usually held."""
    ahead = (today + timedelta(days=n) for n in range(1, 22))
    return [d for d in ahead if weekday in (None, d.weekday())][:SUGGESTED]


@view(needs=P.PLAN_ACTIVITY)
def places(work: Work) -> Places:
    waiting = work.expectations.find(work.actor.me, TOPIC, 0, work.now)
    kind = KINDS.get(waiting.answers.get("kind", "") if waiting else "", KINDS["other"])
    people = [person for person in work.people.all(work.today) if person.roles]
    return Places(work.offices.localities(work.today), people, kind.starts)


@action(needs=P.PLAN_ACTIVITY)
def fill(work: Work, answer: str | datetime) -> Message:
    """The next answer of the form."""
    waiting = work.expectations.find(work.actor.me, TOPIC, 0, work.now)
    if waiting is None:
        raise Refusal("draft_gone")
    answers = {q: waiting.answers[q] for q in QUESTIONS if q in waiting.answers}
    asking = str(waiting.answers["asking"])
    return _ask(work, {**answers, asking: _checked(work, asking, answer)})


def _checked(work: Work, asking: str, answer: str | datetime) -> Any:
    if asking == "starts":
        if not isinstance(answer, datetime):
            raise Refusal("when_unclear")
        if answer <= work.now:
            raise Refusal("activity_in_the_past", starts=answer)
    if asking == "kind" and answer not in KINDS:
        raise Refusal("unknown_button")
    return answer[:TITLE_LETTERS] if isinstance(answer, str) else answer


@action(needs=P.PLAN_ACTIVITY)
def fill_day(work: Work, day: date) -> Message:
    """A suggested day, at the kind's usual hour."""
    waiting = work.expectations.find(work.actor.me, TOPIC, 0, work.now)
    if waiting is None or waiting.answers.get("asking") != "starts":
        raise Refusal("draft_gone")
    usual = KINDS[waiting.answers["kind"]].starts
    return fill.run(work, at(day, usual, work.office.zone))


@action(needs=P.PLAN_ACTIVITY)
def finish(work: Work, points: Sequence[NewPoint]) -> Message:
    """The last answer: the draft is kept and shown back."""
    waiting = work.expectations.find(work.actor.me, TOPIC, 0, work.now)
    if waiting is None or waiting.answers.get("asking") != "points":
        raise Refusal("draft_gone")
    if not 1 <= len(points) <= MOST_POINTS:
        raise Refusal("too_many_points", most=MOST_POINTS)
    work.expectations.forget(work.actor.me, TOPIC, 0)
    plan = _plan_of(work, waiting.answers)
    day = local(plan.starts, work.office.zone).date()
    closes = at(day - timedelta(days=1), CLOSES, work.office.zone)
    code = code_of(plan.kind, day)
    activity_id = work.activities.add(plan, code, closes, work.now, State.DRAFT)
    for point in points:
        work.activities.add_point(activity_id, _with_leader(work, point))
    work.log("activity.drafted", "activity", activity_id, became=State.DRAFT)
    return draw_plan(work, activity_id)


def _plan_of(work: Work, answers: Mapping[str, Any]) -> Plan:
    kind = KINDS[answers["kind"]]
    person = work.people.get(work.actor.me, work.today)
    host = person.organisation_id if person else None
    return Plan(kind.code, answers["title"], answers["starts"], kind.lasts, host, work.actor.me)


def _with_leader(work: Work, point: NewPoint) -> NewPoint:
    """Without a named leader, whoever answers for the place leads its point."""
    if point.leader_id or not point.locality_id:
        return point
    base = work.people.with_role(Role.BASE, work.today)
    there = [p.id for p in base if p.locality_id == point.locality_id]
    return replace(point, leader_id=there[0] if there else None)


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
    }
    buttons = _buttons(activity)
    return Message("plan.card", facts, buttons, card=f"plan:{activity_id}")


def _point_line(point: Point) -> dict[str, Any]:
    return {"name": point.full, "leader": point.leader, "capacity": point.capacity}


def _targets(work: Work, activity: Activity) -> list[list[Any]]:
    names = {o.id: o.short for o in work.offices.organisations(work.today)}
    targets = work.activities.targets(activity.id).items()
    return [[names.get(i, "?"), number] for i, number in targets if i is not None]


def _buttons(activity: Activity) -> Rows:
    target = Press("plan.target", activity.id)
    if activity.stored is State.DRAFT:
        drop = Press("plan.drop", activity.id)
        return ((Press("plan.open", activity.id), target), (drop,))
    return ((target,),) if activity.stored is State.OPEN else ()


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
    found = work.activities.between(work.now, work.now + timedelta(weeks=5))
    shown = [a for a in found if a.stored is not State.CANCELLED][:8]
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
    mine = work.activities.get(activity_id)
    try:
        require_lead(work.actor, mine)
    except Refusal:
        return replace(message, buttons=())
    return message
