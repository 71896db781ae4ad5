"""Where exactly a point is: a position on the map, and what one sees from afar."""

from actions.activities.asking import ask
from actions.activities.plans import draw_plan
from actions.desk import action
from actions.leading import led_point
from domain.access import Permission
from domain.activities import LANDMARK_LETTERS, Activity, Point, require_position
from domain.letters import Message
from domain.names import clean
from domain.refusals import Refusal
from domain.saturdays import CARD
from domain.seats import COMING
from storage import Work

P = Permission
TOPIC = "where"


@action(needs=P.PLAN_ACTIVITY)
def ask_position(work: Work, point_id: int) -> Message:
    _, point = led_point(work, point_id)
    topic = ask(work, TOPIC, point.id)
    facts = {"point": point.full, "landmark": point.landmark}
    return Message("plan.ask_where", facts, topic=topic)


@action(needs=P.PLAN_ACTIVITY)
def set_position(work: Work, point_id: int, lat: float, lon: float) -> Message:
    """A place sent from the phone, or its two numbers typed."""
    activity, point = led_point(work, point_id)
    require_position(lat, lon)
    work.activities.set_position(point.id, lat, lon)
    return _told(work, activity, point)


@action(needs=P.PLAN_ACTIVITY)
def set_landmark(work: Work, point_id: int, words: str) -> Message:
    """«cạnh cổng chợ»."""
    activity, point = led_point(work, point_id)
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
