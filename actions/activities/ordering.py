"""What an organiser says of a day in words: which day is meant, that it stays, that it is full."""

from collections.abc import Sequence
from datetime import timedelta

from actions.activities.leading import led_ahead
from actions.desk import action, view
from actions.registrations.facts import activity_label
from actions.registrations.reminding import expected
from actions.registrations.seating import redraw_all
from domain.access import Permission
from domain.activities import Stage, may_lead
from domain.letters import Message, Press, result
from domain.plans import Details
from domain.refusals import Refusal
from storage import Work

P = Permission
SOON = timedelta(days=7)
STANDS = (Stage.OPEN, Stage.CLOSED)


@view(needs=P.PLAN_ACTIVITY)
def led_soon(work: Work) -> list[int]:
    """The days of the coming week that this person leads and everybody knows of."""
    found = work.activities.between(work.now, work.now + SOON)
    return [a.id for a in found if a.state(work.now) in STANDS and may_lead(work.actor, a)]


@view(needs=P.PLAN_ACTIVITY)
def which(work: Work, among: Sequence[int]) -> Message:
    """Several: the page of each does the same."""
    found = [work.activities.get(one) for one in among]
    rows = tuple((Press("s.manage", a.id, label=activity_label(work, a)),) for a in found)
    return Message("saturday.order_which", buttons=rows)


@view(needs=P.PLAN_ACTIVITY)
def nothing_changes(work: Work, activity_id: int) -> Message:
    """«mưa to, chờ 8h xem»: it is on until somebody says otherwise."""
    activity = led_ahead(work, activity_id)
    off = (Press("s.postpone", activity.id), Press("s.calloff", activity.id))
    facts = {"title": activity.title, "starts": activity.starts}
    return Message("saturday.order_waits", facts, (off,))


@view(needs=P.PLAN_ACTIVITY)
def ask_full(work: Work, activity_id: int) -> Message:
    """«đủ r k nhận nữa»: read back; nobody registers after that."""
    activity = led_ahead(work, activity_id)
    facts = {
        "title": activity.title,
        "starts": activity.starts,
        "closes": activity.closes,
        "n": expected(work, activity),
    }
    leave = Press("s.manage", activity.id, label="@button.leave")
    return Message("saturday.full_read", facts, ((Press("s.full", activity.id), leave),))


@action(needs=P.PLAN_ACTIVITY)
def close_now(work: Work, activity_id: int) -> Message:
    """Registration ends at this moment; another end is set among the details."""
    activity = led_ahead(work, activity_id)
    if activity.closes <= work.now:
        raise Refusal("saturday_closed", title=activity.title, starts=activity.starts)
    work.plans.set_details(activity.id, Details(closes=work.now))
    work.log("activity.details", "activity", activity.id)
    redraw_all(work, activity.id)
    again = ((Press("s.details", activity.id),),)
    facts = {"title": activity.title, "starts": activity.starts}
    return result("saturday.full_done", again, **facts)
