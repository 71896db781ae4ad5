"""What a plan says besides when and where: typed a line each, and shown back."""

from actions.activities.asking import ask
from actions.activities.leading import led_ahead
from actions.activities.news import cohosts
from actions.activities.plans import draw_plan, facts_of_plan, tell_cohosts, with_unclear
from actions.activities.replacing import Replaced, tell_organiser
from actions.desk import action, view
from actions.registrations.seating import redraw_all
from domain.access import Permission
from domain.activities import Activity
from domain.letters import Message
from domain.periods import local
from domain.plans import About, Details, Odd, require_host
from domain.refusals import Refusal
from storage import Work

P = Permission
TOPIC = "details"


@action(needs=P.PLAN_ACTIVITY)
def ask_details(work: Work, activity_id: int) -> Message:
    activity = led_ahead(work, activity_id)
    topic = ask(work, TOPIC, activity.id)
    facts = {**facts_of_plan(work, activity), **_as_typed(activity)}
    return Message("plan.details", facts, topic=topic)


def _as_typed(activity: Activity) -> dict[str, str]:
    """The length as one types it; and yes or no, where the plan itself says only no."""
    hours, minutes = divmod(int((activity.ends - activity.starts).total_seconds()) // 60, 60)
    children = "yes" if activity.children_allowed else "no"
    return {"lasts": f"{hours}h{minutes:02}", "children": children}


@view(needs=P.PLAN_ACTIVITY)
def about(work: Work, activity_id: int) -> About:
    activity, zone = led_ahead(work, activity_id), work.zone
    organisations = work.organisations
    return About(organisations, local(activity.starts, zone), local(work.now, zone))


@action(needs=P.PLAN_ACTIVITY)
def set_details(work: Work, activity_id: int, details: Details) -> Message:
    """What could be read is kept and shown back; what could not is said, and asked again."""
    activity = led_ahead(work, activity_id)
    if details.says_nothing:
        raise Refusal("details_unclear")
    require_host(work.actor, activity, details)
    save_details(work, activity, details)
    if not details.unclear:
        work.expectations.forget(work.actor.me, TOPIC, activity.id)
    return with_unclear(draw_plan(work, activity.id), map(Odd, details.unclear))


def save_details(work: Work, activity: Activity, details: Details) -> None:
    """What is said is kept, and whoever called it together hears it of others."""
    work.plans.set_details(activity.id, details)
    if details.cohosts is not None or details.host_id:
        beside = activity.cohost_ids if details.cohosts is None else details.cohosts
        _set_cohosts(work, activity, beside - {details.host_id or activity.host_id})
    if details.notes:
        work.plans.set_notes(activity.id, details.notes)
    if details.expected is not None:
        work.plans.set_expected(activity.id, details.expected)
    work.log("activity.details", "activity", activity.id)
    tell_organiser(work, activity, [Replaced("details")])
    redraw_all(work, activity.id)


def _set_cohosts(work: Work, before: Activity, organisations: frozenset[int]) -> None:
    """Whoever joins an open activity hears of it at once."""
    work.plans.set_cohosts(before.id, organisations)
    after = work.activities.get(before.id)
    already = cohosts(work, before)
    tell_cohosts(work, after, [id_ for id_ in cohosts(work, after) if id_ not in already])
