"""Whoever is invited to a class and says yes, or is sent, sits on the same seats as whoever
registers: one list, seen in what is free, the evening before and at the roll call."""

from actions.registrations.registering import room_of
from actions.registrations.seating import fill, redraw_all, settle
from domain.activities import Activity
from domain.consent import Age
from domain.refusals import Refusal
from domain.registrations import Registration
from domain.seats import Standing
from storage import Work


def take_seat(work: Work, activity: Activity, person_id: int) -> None:
    """A free one, which whoever waits for it has before them; who has one keeps it."""
    before = work.registrations.live(activity.id, person_id)
    if before and before.is_coming:
        return
    points = work.activities.points(activity.id)
    roomy = next((point for point in points if room_of(work, point).free), None)
    if before and before.standing is Standing.OFFERED:
        settle(work, before, Standing.REGISTERED, event="took")
    elif roomy is None:
        raise Refusal("class_full", title=activity.title)
    else:
        if before:
            settle(work, before, Standing.CANCELLED, event="moved")
        _enlist(work, activity, roomy.id, person_id)
    redraw_all(work, activity.id)


def _enlist(work: Work, activity: Activity, point_id: int, person_id: int) -> None:
    standing = Standing.REGISTERED
    where = (activity.id, point_id, person_id)
    mine = work.registrations.add(*where, standing, Age.ADULT, work.now)
    work.log("registered", "registration", mine.id, became=standing.value)


def leave_seat(work: Work, activity: Activity, person_id: int) -> None:
    """It goes on to whoever waits."""
    mine: Registration | None = work.registrations.live(activity.id, person_id)
    if mine is None:
        return
    settle(work, mine, Standing.CANCELLED)
    fill(work, activity, work.activities.point(mine.point_id))
    redraw_all(work, activity.id)
