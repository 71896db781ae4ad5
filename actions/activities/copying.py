"""The same activity again: next week, every week, or on another day."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from actions.activities.leading import led
from actions.activities.plans import draw_plan
from actions.desk import action
from domain.access import Permission
from domain.activities import (
    Activity,
    NewPoint,
    Plan,
    Point,
    Stage,
    code_of,
    may_lead,
)
from domain.letters import Message, toast
from domain.plans import moved_closing, require_start
from storage import Work
from storage.patterns import Patterns

P = Permission
WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Callers:
    """Who holds the new one, and who called it together."""

    host_id: int | None
    organiser_id: int | None


def callers_of(work: Work, activity: Activity) -> Callers:
    """Whoever copies it calls it together; the host stays where they act for it."""
    if may_lead(work.actor, activity):
        return Callers(activity.host_id, work.actor.me)
    person = work.people.get(work.actor.me, work.today)
    return Callers(person.organisation_id if person else None, work.actor.me)


def copied(
    work: Work,
    activity: Activity,
    starts: datetime,
    callers: Callers,
    said: timedelta | None = None,
) -> int:
    """A draft of the same day at another time, as long as before where nothing else was `said`:
    what was planned, and nobody who registered."""
    code = code_of(activity.kind, work.day(starts))
    lasts = said or activity.ends - activity.starts
    plan = Plan(
        activity.kind, activity.title, starts, lasts, callers.host_id, callers.organiser_id
    )
    closes = moved_closing(activity, starts, work.now, work.zone)
    added = work.activities.add(plan, code, closes, work.now, Stage.DRAFT)
    work.plans.copy_details(activity.id, added)
    for point in work.activities.points(activity.id):
        work.activities.set_point_target(
            work.activities.add_point(added, _again(point)), point.target
        )
    work.activities.set_targets(added, work.activities.targets(activity.id))
    work.activities.set_audience(added, work.activities.audience(activity.id))
    work.plans.set_expected(added, work.plans.expected(activity.id))
    work.plans.set_cohosts(added, activity.cohost_ids - {callers.host_id})
    work.log("activity.copied", "activity", added, facts={"from": activity.id})
    return added


def _again(point: Point) -> NewPoint:
    return NewPoint(
        point.name,
        point.locality_id,
        point.leader_id,
        point.capacity,
        point.landmark,
        point.lat,
        point.lon,
    )


@action(needs=P.PLAN_ACTIVITY)
def copy_week(work: Work, activity_id: int) -> Message:
    """The same activity a week later, as a draft to look at."""
    activity = led(work, activity_id)
    starts = activity.starts + WEEK
    require_start(starts, work.here)
    return draw_plan(work, copied(work, activity, starts, callers_of(work, activity)))


@action(needs=P.PLAN_ACTIVITY)
def repeat(work: Work, activity_id: int) -> Message:
    """Every week, until it is tapped again."""
    activity = led(work, activity_id)
    if work.of(Patterns).end(activity.id, work.now):
        return toast("activity.toast.once")
    work.of(Patterns).repeat(activity.id)
    return toast("activity.toast.weekly")


@action(needs=P.RUN_TIMETABLE)
def repeat_weekly(work: Work) -> None:
    """The next week's draft lies ready when this week's activity is over; people open it."""
    for pattern_id, activity_id in work.of(Patterns).weekly():
        activity = work.activities.get(activity_id)
        if work.now < activity.ends:
            continue
        callers = Callers(activity.host_id, activity.organiser_id)
        added = copied(work, activity, activity.starts + WEEK, callers)
        work.of(Patterns).follow(pattern_id, added)
        work.redraw(f"plan:{added}", activity.organiser_id, ring=True)
