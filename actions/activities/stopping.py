"""A day is called off or put off: shown as everybody will read it, then sent; opened again."""

from dataclasses import replace
from typing import Any

from actions.activities.asking import drop_ringing
from actions.activities.changing import ask_about, done
from actions.activities.leading import led, led_ahead
from actions.activities.news import concerned, tell_all
from actions.activities.taking_back import taken_back_row
from actions.desk import action
from actions.meant import waits_for_yes, yes_was_said
from actions.registrations.facts import facts_of
from actions.registrations.seating import close_offers, fill_all
from domain.access import Permission
from domain.activities import Activity, Stage, require_opened
from domain.dialogue import Expectation, mark_of
from domain.letters import Message, Place, Press
from domain.names import clean
from domain.refusals import Refusal
from domain.registrations import require_ahead
from storage import Work

P = Permission
REASON_LETTERS = 200
CALL_OFF, POSTPONE = "calloff", "postpone"
BECOMES = {CALL_OFF: Stage.CANCELLED, POSTPONE: Stage.POSTPONED}
TOLD = {CALL_OFF: "activity.called_off", POSTPONE: "activity.postponed"}


@action(needs=P.PLAN_ACTIVITY)
def ask_call_off(work: Work, activity_id: int) -> Message:
    activity = _stoppable(work, activity_id, CALL_OFF)
    return ask_about(work, activity, CALL_OFF, "activity.ask_reason")


@action(needs=P.PLAN_ACTIVITY)
def ask_postpone(work: Work, activity_id: int) -> Message:
    activity = _stoppable(work, activity_id, POSTPONE)
    return ask_about(work, activity, POSTPONE, "activity.ask_postpone")


def _stoppable(work: Work, activity_id: int, what: str) -> Activity:
    if what == CALL_OFF:
        activity = led_ahead(work, activity_id)
        require_opened(activity)
        return activity
    activity = led(work, activity_id)
    if activity.stored is Stage.POSTPONED:
        raise Refusal("activity_postponed", title=activity.title)
    require_opened(activity)
    require_ahead(activity, work.now)
    return activity


@action(needs=P.PLAN_ACTIVITY)
def read_back(work: Work, activity_id: int, what: str, reason: str) -> Message:
    """The reason is known; nobody has heard of it yet. It is shown as it will be sent."""
    activity, why = _stoppable(work, activity_id, what), clean(reason, REASON_LETTERS)
    if not why:
        raise Refusal("reason_expected")
    dropped = drop_ringing(work, what, activity.id)
    work.expectations.expect(work.actor.me, Expectation(what, activity.id, {"why": why}), work.now)
    facts = {"title": activity.title, "starts": activity.starts, "reason": why}
    points = [point.short for point in work.activities.points(activity.id)]
    facts |= {"n": len(concerned(work, activity)), "dropped": dropped}
    facts |= {"points": points if len(points) > 1 else None}
    send = Press("s.stop", activity.id, f"{what}.{mark_of(why)}", label="@button.send")
    leave = Press("s.stopno", activity.id, what, label="@button.leave")
    topic = f"{what}:{activity.id}"
    return Message(f"activity.{what}_read", facts, ((send, leave),), topic=topic)


@action(needs=P.PLAN_ACTIVITY)
def stop(work: Work, activity_id: int, what: str, mark: str = "") -> Message:
    """«Gửi»: everybody concerned is told at once, with the reason that was read back; an older
    «Gửi» sends nothing newer."""
    activity = _stoppable(work, activity_id, what)
    heard = work.expectations.find(work.actor.me, what, activity.id, work.now)
    why = str(heard.answers.get("why", "")) if heard else ""
    if not why or (mark and mark != mark_of(why)):
        raise Refusal("question_over")
    work.expectations.forget(work.actor.me, what, activity.id)
    became = BECOMES[what]
    work.activities.set_state(activity.id, became)
    row = work.log(
        f"activity.{became}",
        "activity",
        activity.id,
        was=activity.stored.value,
        became=became.value,
        text=why,
        facts={"was": activity.stored.value, "became": became.value},
    )
    close_offers(work, activity)
    told = tell_all(work, activity.id, TOLD[what], {"reason": why})
    said = done(activity, became.value, told, buttons=(taken_back_row(row),), reason=why)
    return replace(said, place=Place.EDIT)


@action(needs=P.PLAN_ACTIVITY)
def leave_running(work: Work, activity_id: int, what: str) -> Message:
    """«Thôi»: nobody has heard of it."""
    activity = led(work, activity_id)
    if not work.expectations.forget(work.actor.me, what, activity.id):
        raise Refusal("question_over")
    facts = {"title": activity.title, "starts": activity.starts}
    return Message("activity.time_kept", facts, place=Place.EDIT)


# a day that was called off by mistake, or is held after all


def _called_off(work: Work, activity_id: int) -> Activity:
    activity = led(work, activity_id)
    if activity.stored not in BECOMES.values():
        raise Refusal("already_opened", code=activity.code)
    require_ahead(replace(activity, stored=Stage.OPEN), work.now)
    return activity


@action(needs=P.PLAN_ACTIVITY)
def ask_open_again(work: Work, activity_id: int) -> Message:
    """Whoever was told that it is not held is told that it is."""
    activity = _called_off(work, activity_id)
    facts: dict[str, Any] = {**facts_of(work, activity), "n": len(concerned(work, activity))}
    send = Press("s.openday", activity.id, "sure", label="@button.send")
    leave = Press("s.manage", activity.id, label="@button.leave")
    return waits_for_yes(work, Message("activity.still_on_read", facts, ((send, leave),)), send)


@action(needs=P.PLAN_ACTIVITY)
def open_again(work: Work, activity_id: int) -> Message:
    activity = _called_off(work, activity_id)
    yes_was_said(work)
    work.activities.set_state(activity.id, Stage.OPEN)
    work.log("activity.opened_again", "activity", activity.id, was=activity.stored.value)
    told = tell_all(work, activity.id, "activity.still_on", {})
    fill_all(work, activity.id)
    return replace(done(activity, "again", told), place=Place.EDIT)
