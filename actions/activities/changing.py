"""An activity is moved, put off or called off: everybody concerned is told at once."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from actions.activities.asking import RINGING, ask
from actions.activities.clashes import clashes
from actions.activities.leading import led, led_ahead
from actions.activities.news import concerned, tell_all
from actions.activities.plans import draw_plan
from actions.desk import action, view
from domain.access import Permission
from domain.activities import Activity, Stage, require_opened
from domain.letters import Message, Place, Press
from domain.names import clean
from domain.periods import local
from domain.plans import example_start, moved_closing, require_start
from domain.refusals import Refusal
from domain.registrations import require_ahead
from storage import Work
from storage.rows import stamp

P = Permission
REASON_LETTERS = 200
STOPPED = {Stage.CANCELLED: "saturday.called_off", Stage.POSTPONED: "saturday.postponed"}


def _ask(work: Work, activity: Activity, topic: str, kind: str) -> Message:
    """One question at a time: what was being asked about another one is said to be dropped."""
    facts = {
        "title": activity.title,
        "starts": activity.starts,
        "example": example_start(work.now, work.office.zone),
        "dropped": _still_asked(work, activity),
    }
    return Message(kind, facts, topic=ask(work, topic, activity.id))


def _still_asked(work: Work, activity: Activity) -> str:
    """The title of another activity that was about to be put off, called off or moved."""
    for old in work.expectations.open(work.actor.me, work.now):
        if old.topic in RINGING and old.subject != activity.id:
            return work.activities.get(old.subject).title
    return ""


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
    return _stop(work, activity, Stage.CANCELLED, reason)


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
    return _stop(work, activity, Stage.POSTPONED, reason)


def _require_postponable(work: Work, activity: Activity) -> None:
    if activity.stored is Stage.POSTPONED:
        raise Refusal("saturday_postponed", title=activity.title)
    require_opened(activity)
    require_ahead(activity, work.now)


def _stop(work: Work, activity: Activity, became: Stage, reason: str) -> Message:
    """Put off or called off, for a reason that everybody is told."""
    why = clean(reason, REASON_LETTERS)
    if not why:
        raise Refusal("reason_expected")
    work.activities.set_state(activity.id, became)
    was = activity.stored.value
    event = f"activity.{became}"
    work.log(event, "activity", activity.id, was=was, became=became.value, text=why)
    told = tell_all(work, activity.id, STOPPED[became], {"reason": why})
    return _done(activity, became.value, told)


def _done(activity: Activity, what: str, told: int, **more: Any) -> Message:
    """What was done, to which activity, and how many were told of it."""
    facts = {"title": activity.title, "was": activity.starts, "starts": None, "clashes": []}
    return Message("saturday.told", {**facts, "what": what, "n": told, **more})


@action(needs=P.PLAN_ACTIVITY)
def ask_shift(work: Work, activity_id: int) -> Message:
    return _ask(work, led_ahead(work, activity_id), "shift", "saturday.ask_shift")


@view(needs=P.PLAN_ACTIVITY)
def starts_of(work: Work, activity_id: int) -> datetime:
    return local(led_ahead(work, activity_id).starts, work.office.zone)


@action(needs=P.PLAN_ACTIVITY)
def propose_shift(work: Work, activity_id: int, starts: datetime) -> Message:
    """Read back before telephones ring; a draft rings with nobody and moves at once."""
    activity = led_ahead(work, activity_id)
    if activity.stored is Stage.DRAFT:
        return shift.run(work, activity_id, starts)
    _require_another(activity, starts)
    require_start(starts, work.now)
    facts = {
        "title": activity.title,
        "was": activity.starts,
        "starts": starts,
        "n": len(concerned(work, activity)),
        "clashes": clashes(work, _moved(activity, starts)),
    }
    moment = f"{local(starts, work.office.zone):%Y-%m-%dT%H.%M}"
    yes_no = (Press("s.shiftyes", activity.id, moment), Press("s.shiftno", activity.id))
    return Message("saturday.shift_read", facts, (yes_no,), topic=f"shift:{activity.id}")


def _moved(activity: Activity, starts: datetime) -> Activity:
    return replace(activity, starts=starts, ends=starts + (activity.ends - activity.starts))


def _require_another(activity: Activity, starts: datetime) -> None:
    """A second tap moves nothing and rings with nobody; one that was put off may come back."""
    if starts == activity.starts and activity.stored is not Stage.POSTPONED:
        raise Refusal("same_time", starts=starts)


@action(needs=P.PLAN_ACTIVITY)
def leave_time(work: Work, activity_id: int) -> Message:
    """«Thôi»: nobody has heard of it."""
    activity = led(work, activity_id)
    work.expectations.forget(work.actor.me, "shift", activity.id)
    facts = {"title": activity.title, "starts": activity.starts}
    return Message("saturday.time_kept", facts, place=Place.EDIT)


@action(needs=P.PLAN_ACTIVITY)
def shift(work: Work, activity_id: int, starts: datetime) -> Message:
    """Another time, or a time at last: places stay, everybody is told and, the evening before,
    asked again. Of a draft nobody knows yet."""
    activity = led_ahead(work, activity_id)
    _require_another(activity, starts)
    require_start(starts, work.now)
    work.expectations.forget(work.actor.me, "shift", activity.id)
    closes = moved_closing(activity, starts, work.now, work.office.zone)
    work.activities.shift(activity.id, starts, _moved(activity, starts).ends, closes)
    if activity.stored is Stage.DRAFT:
        return draw_plan(work, activity.id)
    resumed = activity.stored is Stage.POSTPONED
    if resumed:
        work.activities.set_state(activity.id, Stage.OPEN)
    work.registrations.forget_evenings(activity.id)
    was, became = stamp(activity.starts), stamp(starts)
    work.log("activity.shifted", "activity", activity.id, was=was, became=became)
    kind = "saturday.resumed" if resumed else "saturday.shifted"
    told = tell_all(work, activity.id, kind, {"was": activity.starts})
    in_the_way = clashes(work, work.activities.get(activity.id))
    what = "resumed" if resumed else "shifted"
    done = _done(activity, what, told, starts=starts, clashes=in_the_way)
    return replace(done, place=Place.EDIT)
