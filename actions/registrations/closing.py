"""Registration closes soon: whoever waits hears of it, and what happens to the line after."""

from actions.desk import action
from domain.access import Permission
from domain.activities import Activity, Point, Stage
from domain.hours import CLOSING_SOON
from domain.letters import Message, Press
from domain.seats import Standing, awake, eve
from storage import Work

AHEAD = 8 * CLOSING_SOON
"""A list closes at most two days before its day."""


@action(needs=Permission.RUN_TIMETABLE)
def warn_waiting(work: Work) -> None:
    """Some hours before, never in the night: a list does not close behind anybody's back."""
    if awake(work.now, work.zone) != work.now:
        return
    for activity in work.activities.between(work.now, work.now + AHEAD):
        soon = activity.closes - CLOSING_SOON <= work.now < activity.closes
        if not soon or activity.state(work.now) is not Stage.OPEN:
            continue
        if work.offices.first_run(f"closing:{activity.id}:{activity.version}", work.now):
            for point in work.activities.points(activity.id):
                _warn(work, activity, point)


def _warn(work: Work, activity: Activity, point: Point) -> None:
    waiting = work.registrations.at_point(point.id, Standing.WAITING)
    for number, one in enumerate(waiting, start=1):
        facts = {
            "title": activity.title,
            "starts": activity.starts,
            "closes": activity.closes,
            "line": number,
            "evening": eve(activity.starts, work.zone),
        }
        buttons = ((Press("s.see", activity.id), Press("s.off", one.id)),)
        message = Message("activity.closing", facts, buttons)
        key = f"closing:{one.id}:{activity.version}"
        work.nudge(one.person_id, key, message, drop_after=activity.closes)
