"""A four-digit code on the point leader's phone, read aloud: whoever is there types it."""

import secrets
from datetime import timedelta

from actions.desk import action, view
from actions.registrations.seating import redraw
from domain.access import Permission
from domain.activities import Activity, Point
from domain.calendar import DAY
from domain.consent import Age
from domain.dialogue import Expectation
from domain.hours import CODE_FROM
from domain.letters import Message, Place, toast
from domain.refusals import Refusal
from domain.registrations import (
    CODE_MINUTES,
    Registration,
    code_of_point,
    is_code,
    require_code_time,
    require_mine,
    require_roll,
)
from domain.seats import Standing
from storage import Work
from storage.rolls import Rolls

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
    return Message("activity.code", {"code": code, "until": until}, place=Place.ALERT)


@view(needs=Permission.REGISTER)
def expected_here(work: Work) -> int:
    """The registration that four typed digits are about; 0 when there is none just now."""
    return work.own_registrations.here(work.actor.me, work.now, work.now + CODE_FROM) or 0


@action(needs=Permission.REGISTER)
def check_in(work: Work, registration_id: int, typed: str) -> Message:
    """Present by code: the best proof there is without asking where anybody is. Whoever stands
    there counts, also from the waiting list or after a no."""
    mine = work.registrations.get(registration_id)
    require_mine(mine, work.actor)
    activity = work.activities.get(mine.activity_id)
    require_code_time(activity, work.now)
    if mine.standing is Standing.PRESENT:
        return toast("activity.toast.present")
    _require_list(work, mine)
    if not is_code(_secret(work), mine.point_id, typed, work.now):
        return _wrong(work, mine, activity, typed)
    now, me = work.now, work.actor.subject
    work.registrations.record(mine.id, Standing.PRESENT, me, "code", now, now)
    work.log("present", "registration", mine.id, was=mine.standing.value, became="present")
    work.expectations.forget(work.actor.me, "code", mine.id)
    redraw(work, mine)
    return toast("activity.toast.present")


@view(needs=Permission.REPORT_TURNOUT)
def shown_now(work: Work, typed: str) -> str:
    """The point at which these digits are read aloud just now; nothing where none is."""
    known = work.deployment.setting(SECRET)
    days = work.activities.between(work.now - DAY, work.now + CODE_FROM) if known else ()
    held = (a for a in days if a.ends >= work.now)
    points = (p for a in held for p in work.activities.points(a.id))
    secret = bytes.fromhex(known or "")
    return next((p.full for p in points if is_code(secret, p.id, typed, work.now)), "")


def _require_list(work: Work, mine: Registration) -> None:
    """Nobody slips onto a closed list; 16-17 come with their parents' yes or in a group."""
    if work.of(Rolls).of_point(mine.point_id).closed_at:
        raise Refusal("list_closed")
    if mine.age is Age.MINOR and mine.guardian is None:
        raise Refusal("minor_in_group")
    if _tries(work, mine) >= TRIES:
        raise Refusal("code_tries")


def _tries(work: Work, mine: Registration) -> int:
    heard = work.expectations.find(work.actor.me, "code", mine.id, work.now)
    return int(heard.answers["tries"]) if heard else 0


def _wrong(work: Work, mine: Registration, activity: Activity, typed: str) -> Message:
    """A wrong code, or the right one of another point: that one is named."""
    tries = _tries(work, mine) + 1
    again = Expectation("code", mine.id, {"tries": tries}, expires=activity.ends)
    work.expectations.expect(work.actor.me, again, work.now)
    there = _point_of(work, activity, typed)
    if there is None:
        return toast("activity.wrong_code", left=TRIES - tries)
    own = work.activities.point(mine.point_id)
    return toast("activity.code_elsewhere", there=there.full, point=own.full)


def _point_of(work: Work, activity: Activity, typed: str) -> Point | None:
    points = work.activities.points(activity.id)
    return next((p for p in points if is_code(_secret(work), p.id, typed, work.now)), None)


def _secret(work: Work) -> bytes:
    known = work.deployment.setting(SECRET)
    if known is None:
        known = secrets.token_hex(32)
        work.deployment.save_setting(SECRET, known)
    return bytes.fromhex(known)
