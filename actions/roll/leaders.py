"""The evening before, each point's leader hears how many come to it."""

from actions.desk import action
from actions.registrations.reminding import ahead
from actions.roll.page import came_in_groups, outside_of
from domain.access import Permission
from domain.activities import Activity, Point
from domain.calendar import DAY
from domain.hours import LIST_BEFORE
from domain.letters import Message
from domain.seats import COMING, Phase, phase
from storage import Work


@action(needs=Permission.RUN_TIMETABLE)
def tell_leaders(work: Work) -> None:
    """Numbers, no names, and when the list comes; where nobody comes, silence."""
    for activity in ahead(work, 2 * DAY):
        if phase(activity.starts, work.now, work.zone) is not Phase.FIRST_TAP:
            continue
        if work.offices.first_run(f"leaders:{activity.id}:{activity.version}", work.now):
            for point in work.activities.points(activity.id):
                _tell(work, activity, point)


def _tell(work: Work, activity: Activity, point: Point) -> None:
    people = work.registrations.at_point(point.id, *COMING)
    listed, heads = len(people), sum(one.heads for one in people)
    groups, outside = came_in_groups(work, activity, point), outside_of(work, activity, point)
    if not listed and not groups:
        return
    facts = {
        "title": activity.title,
        "starts": activity.starts,
        "point": point.full,
        "listed": listed,
        "along": heads - listed or None,
        "groups": groups - outside or None,
        "outside": outside or None,
        "total": heads + groups if heads + groups > listed else None,
        "roll": activity.starts - LIST_BEFORE,
    }
    message = Message("activity.leader_evening", facts)
    key = f"leader:{point.id}:{activity.version}"
    work.nudge(point.leader_id, key, message, drop_after=activity.starts, urgent=True)
