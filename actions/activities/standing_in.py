"""A point's leader who cannot come: the organiser hears it, and gives the point to another."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from actions.activities.ordering import days_of_the_week
from actions.activities.points import change
from actions.desk import action, view
from domain.access import Permission
from domain.activities import Activity, Point
from domain.dialogue import Expectation
from domain.letters import Message, Place, Press
from domain.names import shorten
from domain.plans import PointChange
from domain.refusals import Refusal
from storage import Work

P = Permission
WHICH = "lead.which"
LABEL = 20


@view(needs=P.REPORT_TURNOUT)
def led_by_me(work: Work) -> Mapping[int, date]:
    """The points of the coming week that somebody leads, and when."""
    found = days_of_the_week(work)
    return {
        point.id: work.day(activity.starts)
        for activity in found
        for point in work.activities.points(activity.id)
        if point.leader_id == work.actor.me
    }


@action(needs=P.REPORT_TURNOUT)
def which_point(work: Work, among: tuple[int, ...], text: str) -> Message:
    """Of several it is asked which; the words are kept."""
    work.expectations.expect(work.actor.me, Expectation(WHICH, 0, {"text": text}), work.now)
    found = [_mine(work, one) for one in among]
    rows = tuple(
        (
            Press(
                "lead.off",
                point.id,
                label=shorten(f"{work.day(a.starts):%d/%m} {point.name}", LABEL),
            ),
        )
        for a, point in found
    )
    return Message("activity.lead_which", buttons=rows, topic=f"{WHICH}:0")


@action(needs=P.REPORT_TURNOUT)
def cannot(work: Work, point_id: int, text: str = "", instead: int | None = None) -> Message:
    """The organiser is told, with a button for who would stand in; until then nothing changes,
    and nobody's place is given up."""
    activity, point = _mine(work, point_id)
    work.expectations.forget(work.actor.me, WHICH, 0)
    by = activity.organiser_id
    mine = work.registrations.live(activity.id, work.actor.me)
    facts = {
        "title": activity.title,
        "starts": activity.starts,
        "point": point.full,
        "instead": work.people.name(instead) if instead else None,
        "comes": point.name if mine else None,
    }
    if by in (None, work.actor.me):
        return Message("activity.lead_own", facts, ((_other(point),),))
    letter = Message(
        "activity.lead_cannot",
        {**facts, "who": work.actor.name, "text": text or None},
        ((*_gives(work, point, instead), _other(point)),),
    )
    work.tell(by, f"cannot_lead:{point.id}:{work.actor.me}:{instead or 0}:{work.today}", letter)
    work.log("point.leader_cannot", "point", point.id)
    own = ((Press("s.off", mine.id, label="@button.s.own_off"),),) if mine else ()
    return Message("activity.lead_told", {**facts, "by": work.people.name(by)}, own)


def _gives(work: Work, point: Point, instead: int | None) -> list[Press]:
    if instead is None:
        return []
    called = work.people.name(instead).split()[-1]
    return [Press("lead.give", point.id, f"{instead}", label=f"@button.lead.give={called}")]


def _other(point: Point) -> Press:
    return Press("plan.point", point.id, label="@button.lead.other")


@action(needs=P.PLAN_ACTIVITY)
def give(work: Work, point_id: int, person_id: int) -> Message:
    """«Giao Bắc»: the point is theirs; both of them are told."""
    if work.people.get(person_id, work.today) is None:
        raise Refusal("not_found")
    return replace(change.run(work, point_id, PointChange(person_id)), place=Place.RESULT)


def _mine(work: Work, point_id: int) -> tuple[Activity, Point]:
    point = work.activities.point(point_id)
    activity = work.activities.get(point.activity_id)
    if point.leader_id != work.actor.me or activity.starts <= work.now:
        raise Refusal("no_permission")
    return activity, point
