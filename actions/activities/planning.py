"""A day out by a form: what kind, what title, when, which points; shown back; opened."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any

from actions.activities.plans import draw_plan
from actions.desk import action, view
from domain.access import Permission, Role
from domain.activities import (
    TITLE_LETTERS,
    NewPoint,
    Plan,
    State,
    code_of,
)
from domain.dialogue import Expectation
from domain.kinds import KINDS
from domain.letters import Message, Press, Rows
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
