"""An activity in the hands of whoever may lead it; anybody else is refused."""

from domain.activities import Activity, Point, require_lead
from domain.plans import require_changeable
from storage import Work


def led(work: Work, activity_id: int) -> Activity:
    activity = work.activities.get(activity_id)
    require_lead(work.actor, activity)
    return activity


def led_ahead(work: Work, activity_id: int) -> Activity:
    """The same, before it begins."""
    activity = led(work, activity_id)
    require_changeable(activity, work.now)
    return activity


def led_point(work: Work, point_id: int) -> tuple[Activity, Point]:
    """A point of an activity that has not begun."""
    point = work.activities.point(point_id)
    return led_ahead(work, point.activity_id), point
