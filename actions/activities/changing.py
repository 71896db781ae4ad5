"""A day out is moved, put off or called off: everybody concerned is told at once."""

from datetime import datetime

from actions.activities.asking import ask
from actions.activities.clashes import clashes
from actions.activities.plans import draw_plan
from actions.desk import action
from actions.leading import led, led_ahead
from actions.saturdays.news import tell_all
from domain.access import Permission
from domain.activities import Activity, State, require_opened
from domain.letters import Message
from domain.names import clean
from domain.plans import moved_closing, require_start
from domain.refusals import Refusal
from domain.saturdays import require_ahead
from storage import Work
from storage.rows import stamp

P = Permission
REASON_LETTERS = 200


@action(needs=P.PLAN_ACTIVITY)
def ask_call_off(work: Work, activity_id: int) -> Message:
    activity = led_ahead(work, activity_id)
    require_opened(activity)
    topic = ask(work, "calloff", activity.id)
    facts = {"title": activity.title, "starts": activity.starts}
    return Message("saturday.ask_reason", facts, topic=topic)


@action(needs=P.PLAN_ACTIVITY)
def call_off(work: Work, activity_id: int, reason: str) -> Message:
    """It is not held: everybody concerned is told at once, with the reason."""
    activity = led_ahead(work, activity_id)
    require_opened(activity)
    why = clean(reason, REASON_LETTERS)
    if not why:
        raise Refusal("reason_expected")
    work.expectations.forget(work.actor.me, "calloff", activity.id)
    work.activities.set_state(activity.id, State.CANCELLED)
    was, became = activity.stored.value, State.CANCELLED.value
    work.log("activity.cancelled", "activity", activity.id, was=was, became=became, text=why)
    told = tell_all(work, activity.id, "saturday.called_off", {"reason": why})
    return Message("saturday.told", {"n": told, "clashes": []})


@action(needs=P.PLAN_ACTIVITY)
def ask_postpone(work: Work, activity_id: int) -> Message:
    activity = led(work, activity_id)
    _require_postponable(work, activity)
    topic = ask(work, "postpone", activity.id)
    facts = {"title": activity.title, "starts": activity.starts}
    return Message("saturday.ask_postpone", facts, topic=topic)


@action(needs=P.PLAN_ACTIVITY)
def postpone(work: Work, activity_id: int, reason: str) -> Message:
    """«Hoãn»: not on that day, and nobody knows yet when; everybody keeps their place."""
    activity = led(work, activity_id)
    _require_postponable(work, activity)
    why = clean(reason, REASON_LETTERS)
    if not why:
        raise Refusal("reason_expected")
    work.expectations.forget(work.actor.me, "postpone", activity.id)
    work.activities.set_state(activity.id, State.POSTPONED)
    was, became = activity.stored.value, State.POSTPONED.value
    work.log("activity.postponed", "activity", activity.id, was=was, became=became, text=why)
    told = tell_all(work, activity.id, "saturday.postponed", {"reason": why})
    return Message("saturday.told", {"n": told, "clashes": []})


def _require_postponable(work: Work, activity: Activity) -> None:
    if activity.stored is State.POSTPONED:
        raise Refusal("saturday_postponed", title=activity.title)
    require_opened(activity)
    require_ahead(activity, work.now)


@action(needs=P.PLAN_ACTIVITY)
def ask_shift(work: Work, activity_id: int) -> Message:
    activity = led_ahead(work, activity_id)
    topic = ask(work, "shift", activity.id)
    facts = {"title": activity.title, "starts": activity.starts}
    return Message("saturday.ask_shift", facts, topic=topic)


@action(needs=P.PLAN_ACTIVITY)
def shift(work: Work, activity_id: int, starts: datetime) -> Message:
    """Another time, or a time at last: places stay, everybody is told and, the evening before,
    asked again. Of a draft nobody knows yet."""
    activity = led_ahead(work, activity_id)
    require_start(starts, work.now)
    work.expectations.forget(work.actor.me, "shift", activity.id)
    closes = moved_closing(activity, starts, work.now, work.office.zone)
    ends = starts + (activity.ends - activity.starts)
    work.activities.shift(activity.id, starts, ends, closes)
    if activity.stored is State.DRAFT:
        return draw_plan(work, activity.id)
    resumed = activity.stored is State.POSTPONED
    if resumed:
        work.activities.set_state(activity.id, State.OPEN)
    work.registrations.forget_evenings(activity.id)
    was, became = stamp(activity.starts), stamp(starts)
    work.log("activity.shifted", "activity", activity.id, was=was, became=became)
    kind = "saturday.resumed" if resumed else "saturday.shifted"
    told = tell_all(work, activity.id, kind, {"was": activity.starts})
    in_the_way = clashes(work, work.activities.get(activity.id))
    return Message("saturday.told", {"n": told, "clashes": in_the_way})
