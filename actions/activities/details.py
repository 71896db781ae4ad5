"""What a plan says besides when and where: typed a line each, and shown back."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from actions.activities.asking import ask
from actions.activities.plans import draw_plan
from actions.desk import action, view
from actions.leading import led_ahead
from domain.access import Permission
from domain.activities import Activity
from domain.letters import Message
from domain.people import Organisation
from domain.periods import local
from domain.plans import Details, require_host
from domain.refusals import Refusal
from domain.saturdays import CARD
from domain.seats import LIVE
from storage import Work

P = Permission
TOPIC = "details"


@action(needs=P.PLAN_ACTIVITY)
def ask_details(work: Work, activity_id: int) -> Message:
    activity = led_ahead(work, activity_id)
    topic = ask(work, TOPIC, activity.id)
    return Message("plan.ask_details", {"title": activity.title}, topic=topic)


@dataclass(frozen=True, slots=True)
class About:
    """What a line may name: the office's organisations, and the hours by its clock."""

    organisations: Sequence[Organisation]
    starts: datetime
    now: datetime


@view(needs=P.PLAN_ACTIVITY)
def about(work: Work, activity_id: int) -> About:
    activity, zone = led_ahead(work, activity_id), work.office.zone
    organisations = work.offices.organisations(work.today)
    return About(organisations, local(activity.starts, zone), local(work.now, zone))


@action(needs=P.PLAN_ACTIVITY)
def set_details(work: Work, activity_id: int, details: Details) -> Message:
    """What could be read is kept and shown back; what could not is said, and asked again."""
    activity = led_ahead(work, activity_id)
    if details.says_nothing:
        raise Refusal("details_unclear")
    require_host(work.actor, activity, details)
    _keep(work, activity, details)
    if not details.unclear:
        work.expectations.forget(work.actor.me, TOPIC, activity.id)
    shown = draw_plan(work, activity.id)
    return replace(shown, facts={**shown.facts, "unclear": list(details.unclear)})


def _keep(work: Work, activity: Activity, details: Details) -> None:
    work.activities.set_details(activity.id, details)
    if details.cohosts is not None:
        host = details.host_id or activity.host_id
        work.activities.set_cohosts(activity.id, details.cohosts - {host})
    if details.expected is not None:
        work.activities.set_expected(activity.id, details.expected)
    work.log("activity.details", "activity", activity.id)
    for point in work.activities.points(activity.id):
        for one in work.registrations.at_point(point.id, *LIVE):
            work.redraw(f"{CARD}:{activity.id}", one.person_id)
