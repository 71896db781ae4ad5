"""What would be in the way of a day out: shown before it is opened, never forbidden."""

from datetime import timedelta
from typing import Any

from domain.activities import Activity, State
from domain.periods import local
from domain.seats import overlap
from storage import Work

DAY = timedelta(days=1)


def clashes(work: Work, activity: Activity) -> list[dict[str, Any]]:
    """The same place on the same day, or a leader who is to be at two points at once."""
    mine = work.activities.points(activity.id)
    places = {p.locality_id for p in mine if p.locality_id}
    leaders = {p.leader_id for p in mine if p.leader_id}
    day = work.activities.between(activity.starts - DAY, activity.ends)
    others = [a for a in day if a.id != activity.id and a.stored is not State.CANCELLED]
    found = []
    for other, point in work.activities.with_points(others):
        same_hours = overlap((other.starts, other.ends), (activity.starts, activity.ends))
        same_day = local(other.starts).date() == local(activity.starts).date()
        if same_day and point.locality_id in places:
            found.append({"title": other.title, "what": point.short})
        elif same_hours and point.leader_id in leaders:
            found.append({"title": other.title, "what": point.leader})
    return found
