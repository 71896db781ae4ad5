"""Where exactly a point is: a position on the map, and what one sees from afar."""

from actions.activities.plans import draw_plan
from actions.desk import action
from domain.access import Permission
from domain.activities import LANDMARK_LETTERS, Activity, Point, require_lead, require_position
from domain.dialogue import Expectation
from domain.letters import Message, Press
from domain.names import clean
from domain.refusals import Refusal
from domain.saturdays import CARD, require_ahead
from domain.seats import COMING
from storage import Work

P = Permission
TOPIC = "where"


@action(needs=P.PLAN_ACTIVITY)
def ask_where(work: Work, activity_id: int) -> Message:
    """Of which point; the only one needs no choice."""
    points = work.activities.points(activity_id)
    if len(points) == 1:
        return ask_position.run(work, points[0].id)
    activity = work.activities.get(activity_id)
    require_lead(work.actor, activity)
    rows = tuple((Press("plan.at", p.id, label=p.short[:28]),) for p in points)
    return Message("saturday.points", {"title": activity.title}, rows)


@action(needs=P.PLAN_ACTIVITY)
def ask_position(work: Work, point_id: int) -> Message:
    _, point = _led(work, point_id)
    work.expectations.expect(work.actor.me, Expectation(TOPIC, point.id), work.now)
    facts = {"point": point.full, "landmark": point.landmark}
    return Message("plan.ask_where", facts, topic=f"{TOPIC}:{point.id}")


@action(needs=P.PLAN_ACTIVITY)
def set_position(work: Work, point_id: int, lat: float, lon: float) -> Message:
    """A place sent from the phone, or its two numbers typed."""
    activity, point = _led(work, point_id)
    require_position(lat, lon)
    work.activities.set_position(point.id, lat, lon)
    return _told(work, activity, point)


@action(needs=P.PLAN_ACTIVITY)
def set_landmark(work: Work, point_id: int, words: str) -> Message:
    """«cạnh cổng chợ»."""
    activity, point = _led(work, point_id)
    landmark = clean(words, LANDMARK_LETTERS)
    if not any(letter.isalpha() for letter in landmark):
        raise Refusal("position_unclear")
    work.activities.set_landmark(point.id, landmark)
    return _told(work, activity, point)


def _told(work: Work, activity: Activity, point: Point) -> Message:
    """The cards of those who come say it at once."""
    work.expectations.forget(work.actor.me, TOPIC, point.id)
    work.log("point.where", "point", point.id)
    for one in work.registrations.at_point(point.id, *COMING):
        work.redraw(f"{CARD}:{activity.id}", one.person_id)
    return draw_plan(work, activity.id)


def _led(work: Work, point_id: int) -> tuple[Activity, Point]:
    point = work.activities.point(point_id)
    activity = work.activities.get(point.activity_id)
    require_lead(work.actor, activity)
    require_ahead(activity, work.now)
    return activity, point
