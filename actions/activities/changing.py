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
STOPPED = {State.CANCELLED: "saturday.called_off", State.POSTPONED: "saturday.postponed"}


def _ask(work: Work, activity: Activity, topic: str, kind: str) -> Message:
    facts = {"title": activity.title, "starts": activity.starts}
    return Message(kind, facts, topic=ask(work, topic, activity.id))


@action(needs=P.PLAN_ACTIVITY)
def ask_call_off(work: Work, activity_id: int) -> Message:
    activity = led_ahead(work, activity_id)
    require_opened(activity)
    return _ask(work, activity, "calloff", "saturday.ask_reason")


@action(needs=P.PLAN_ACTIVITY)
def call_off(work: Work, activity_id: int, reason: str) -> Message:
    """It is not held: everybody concerned is told at once, with the reason."""
    activity = led_ahead(work, activity_id)
    require_opened(activity)
    work.expectations.forget(work.actor.me, "calloff", activity.id)
    return _stop(work, activity, State.CANCELLED, reason)


@action(needs=P.PLAN_ACTIVITY)
def ask_postpone(work: Work, activity_id: int) -> Message:
    activity = led(work, activity_id)
    _require_postponable(work, activity)
    return _ask(work, activity, "postpone", "saturday.ask_postpone")


@action(needs=P.PLAN_ACTIVITY)
def postpone(work: Work, activity_id: int, reason: str) -> Message:
    """«Hoãn»: not on that day, and nobody knows yet when; everybody keeps their place."""
    activity = led(work, activity_id)
    _require_postponable(work, activity)
    work.expectations.forget(work.actor.me, "postpone", activity.id)
    return _stop(work, activity, State.POSTPONED, reason)


def _require_postponable(work: Work, activity: Activity) -> None:
    if activity.stored is State.POSTPONED:
        raise Refusal("saturday_postponed", title=activity.title)
    require_opened(activity)
    require_ahead(activity, work.now)


def _stop(work: Work, activity: Activity, became: State, reason: str) -> Message:
    """Put off or called off, for a reason that everybody is told."""
    why = clean(reason, REASON_LETTERS)
    if not why:
        raise Refusal("reason_expected")
    work.activities.set_state(activity.id, became)
    was = activity.stored.value
    event = f"activity.{became}"
    work.log(event, "activity", activity.id, was=was, became=became.value, text=why)
    told = tell_all(work, activity.id, STOPPED[became], {"reason": why})
    return Message("saturday.told", {"n": told, "clashes": []})


@action(needs=P.PLAN_ACTIVITY)
def ask_shift(work: Work, activity_id: int) -> Message:
    return _ask(work, led_ahead(work, activity_id), "shift", "saturday.ask_shift")


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
