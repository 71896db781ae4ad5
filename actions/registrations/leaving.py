"""Giving a place up, keeping it after all, and coming back to it while one is free."""

from actions.desk import action
from actions.registrations.facts import whom_to_call
from actions.registrations.registering import enlist, my_place, room_of
from actions.registrations.seating import fill, redraw, require_free_time, settle, told
from domain.access import Permission
from domain.activities import Activity, Point, Stage
from domain.dialogue import Expectation
from domain.hours import CANCEL_ASKED, TOLD_BEFORE
from domain.letters import Message, Press, result
from domain.refusals import Refusal
from domain.registrations import Registration, require_ahead, require_mine
from domain.seats import Standing, is_late, phase
from storage import Work

CANCEL_TOPIC, BACK_TOPIC = "cancel", "back"
"""So long a plain «có» answers whether a place is given up."""


@action(needs=Permission.REGISTER)
def ask_cancel(work: Work, registration_id: int) -> Message:
    mine = my_place(work, registration_id)
    activity = work.activities.get(mine.activity_id)
    question = Expectation(CANCEL_TOPIC, mine.id, expires=work.now + CANCEL_ASKED)
    work.expectations.expect(work.actor.me, question, work.now)
    sure = ((Press("s.offyes", mine.id), Press("s.keep", mine.id)),)
    topic = f"{CANCEL_TOPIC}:{mine.id}"
    return Message("activity.ask_cancel", {"title": activity.title}, sure, topic=topic)


@action(needs=Permission.REGISTER)
def stay_registered(work: Work, registration_id: int) -> Message:
    """«Không hủy»."""
    mine = my_place(work, registration_id)
    work.expectations.forget(work.actor.me, CANCEL_TOPIC, mine.id)
    return result("activity.place_kept", title=work.activities.get(mine.activity_id).title)


@action(needs=Permission.REGISTER)
def cancel(work: Work, registration_id: int) -> Message:
    return leave(work, my_place(work, registration_id))


def leave(work: Work, mine: Registration) -> Message:
    """The place goes on at once. Shortly before the start the point leader is told."""
    activity = work.activities.get(mine.activity_id)
    require_ahead(activity, work.now)
    point = work.activities.point(mine.point_id)
    settle(work, mine, Standing.CANCELLED)
    late = mine.is_coming and is_late(activity.starts, work.now)
    if late:
        _tell_leader(work, activity, point, mine)
    fill(work, activity, point)
    _listen(work, activity, mine)
    back = ((Press("s.back", mine.id),),)
    if not late:
        return result("activity.toast.cancelled", back)
    kind = "activity.cancelled_late" if point.leader_id else "activity.cancelled_call"
    return result(kind, back, title=activity.title, call=whom_to_call(work, point))


def _listen(work: Work, activity: Activity, mine: Registration) -> None:
    """Nothing more is asked of this place; «nhầm, mai em đi được» is understood."""
    me = work.actor.me
    work.expectations.forget(me, CANCEL_TOPIC, mine.id)
    until = activity.starts - TOLD_BEFORE
    work.expectations.expect(me, Expectation(BACK_TOPIC, mine.id, expires=until), work.now)


def _tell_leader(work: Work, activity: Activity, point: Point, mine: Registration) -> None:
    """A late no, told without a name: the roll call has the names."""
    facts = {"point": point.full, "title": activity.title, "places": mine.places}
    message = Message("activity.late_cancel", facts)
    work.nudge(
        point.leader_id, f"late:{mine.id}", message, drop_after=activity.starts, silent=True
    )


@action(needs=Permission.REGISTER)
def come_back(work: Work, registration_id: int) -> Message:
    """«Tôi lại đi được», or an offer that was missed: a place if one is free, else the end of
    the line."""
    given_up = work.registrations.get(registration_id)
    require_mine(given_up, work.actor)
    activity = work.activities.get(given_up.activity_id)
    require_ahead(activity, work.now)
    if activity.stored not in (Stage.OPEN, Stage.CLOSED):
        raise Refusal("activity_postponed", title=activity.title)
    point, now = work.activities.point(given_up.point_id), work.registrations
    mine = now.live(activity.id, work.actor.me)
    if mine is None:
        require_free_time(work, activity)
        hours = phase(activity.starts, work.now, work.zone)
        standing = room_of(work, point).returning(given_up.places, hours)
        mine = enlist(work, activity, point, given_up.age, standing, given_up.guardian)
        now.set_companions(mine.id, given_up.adults, given_up.children, work.now)
        redraw(work, mine)
    work.expectations.forget(work.actor.me, BACK_TOPIC, given_up.id)
    return told(work, activity, point, mine)
