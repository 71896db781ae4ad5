"""A four-digit code on the point leader's phone, read aloud: whoever is there types it."""

import secrets
from datetime import timedelta

from actions.desk import action
from actions.saturdays.seating import redraw
from domain.access import Permission
from domain.dialogue import Expectation
from domain.letters import Message, Place, toast
from domain.refusals import Refusal
from domain.saturdays import (
    CODE_MINUTES,
    code_of_point,
    is_code,
    require_code_time,
    require_mine,
    require_roll,
)
from domain.seats import Standing
from storage import Work
from storage.offices import set_setting, setting

SECRET = "code_secret"
TRIES = 5


@action(needs=Permission.REPORT_TURNOUT)
def show_code(work: Work, point_id: int) -> Message:
    """The point's code; it lives five minutes."""
    point = work.activities.point(point_id)
    activity = work.activities.get(point.activity_id)
    require_roll(work.actor, point, activity, work.now)
    require_code_time(activity, work.now)
    code = code_of_point(_secret(work), point.id, work.now)
    until = work.now.replace(second=0) + timedelta(minutes=CODE_MINUTES)
    return Message("saturday.code", {"code": code, "until": until}, place=Place.ALERT)


@action(needs=Permission.REGISTER)
def check_in(work: Work, registration_id: int, typed: str) -> Message:
    """Present by code: the best proof there is without asking where anybody is."""
    mine = work.registrations.get(registration_id)
    require_mine(mine, work.actor)
    activity = work.activities.get(mine.activity_id)
    require_code_time(activity, work.now)
    if mine.standing is Standing.PRESENT:
        return toast("saturday.toast.present")
    if not mine.is_coming:
        raise Refusal("not_registered")
    heard = work.expectations.find(work.actor.me, "code", mine.id, work.now)
    tries = heard.answers.get("tries", 0) if heard else 0
    if tries >= TRIES:
        raise Refusal("code_tries")
    if not is_code(_secret(work), mine.point_id, typed, work.now):
        again = Expectation("code", mine.id, {"tries": tries + 1}, expires=activity.ends)
        work.expectations.expect(work.actor.me, again, work.now)
        return toast("saturday.wrong_code", left=TRIES - tries - 1)
    now, me = work.now, work.actor.subject
    work.registrations.record(mine.id, Standing.PRESENT, me, "code", now, now)
    work.log("present", "registration", mine.id, was=mine.standing.value, became="present")
    work.expectations.forget(work.actor.me, "code", mine.id)
    redraw(work, mine)
    return toast("saturday.toast.present")


def _secret(work: Work) -> bytes:
    known = setting(work.connection, SECRET)
    if known is None:
        known = secrets.token_hex(32)
        set_setting(work.connection, SECRET, known)
    return bytes.fromhex(known)
