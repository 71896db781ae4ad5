"""Where exactly a point is: a position on the map, and what one sees from afar."""

from dataclasses import replace

from actions.activities.asking import ask
from actions.activities.leading import led_point
from actions.activities.news import concerned_at, tell_moved
from actions.activities.plans import draw_plan
from actions.desk import action
from actions.registrations.seating import redraw_all
from domain.access import Permission
from domain.activities import (
    LANDMARK_LETTERS,
    Activity,
    NewPoint,
    Point,
    Stage,
    require_position,
)
from domain.letters import Message
from domain.names import clean
from domain.plans import require_point
from domain.refusals import Refusal
from storage import Work

P = Permission
TOPIC = "where"
STANDS = (Stage.OPEN, Stage.POSTPONED)


@action(needs=P.PLAN_ACTIVITY)
def ask_position(work: Work, point_id: int) -> Message:
    _, point = led_point(work, point_id)
    topic = ask(work, TOPIC, point.id)
    facts = {"point": point.full, "landmark": point.landmark}
    return Message("plan.ask_where", facts, topic=topic)


@action(needs=P.PLAN_ACTIVITY)
def set_position(work: Work, point_id: int, lat: float, lon: float) -> Message:
    """A place sent from the phone, or its two numbers typed."""
    _, point = led_point(work, point_id)
    require_position(lat, lon)
    work.activities.set_position(point.id, lat, lon)
    return _shown(work, point)


@action(needs=P.PLAN_ACTIVITY)
def set_landmark(work: Work, point_id: int, words: str) -> Message:
    """«cạnh cổng chợ»; another one than before is another place."""
    _, point = led_point(work, point_id)
    landmark = clean(words, LANDMARK_LETTERS)
    if not any(letter.isalpha() for letter in landmark):
        raise Refusal("position_unclear")
    work.activities.set_landmark(point.id, landmark)
    return _shown(work, point, moved=point.landmark not in ("", landmark))


@action(needs=P.PLAN_ACTIVITY)
def move(work: Work, point_id: int, there: NewPoint) -> Message:
    """«nơi mới: UBND phường Trà Cổ»: everybody keeps their place, and is told."""
    _, point = led_point(work, point_id)
    require_point(there)
    work.activities.move_point(point.id, there.name, there.locality_id or point.locality_id)
    return _shown(work, point, moved=True)


@action(needs=P.PLAN_ACTIVITY)
def rename(work: Work, point_id: int, name: str) -> Message:
    """«sửa tên điểm: …»: the same place, spelt right; cards say it, nobody is rung."""
    _, point = led_point(work, point_id)
    require_point(NewPoint(name))
    work.activities.rename_point(point.id, clean(name))
    return _shown(work, point)


def _shown(work: Work, before: Point, moved: bool = False) -> Message:
    """The cards of those who come say it at once; of another place everybody there is told."""
    for topic in (TOPIC, "plan_point"):
        work.expectations.forget(work.actor.me, topic, before.id)
    work.log("point.where", "point", before.id)
    activity = work.activities.get(before.activity_id)
    redraw_all(work, activity.id)
    told = _tell_moved(work, activity, before) if moved and activity.stored in STANDS else 0
    shown = draw_plan(work, activity.id)
    return replace(shown, facts={**shown.facts, "told": told or None})


def _tell_moved(work: Work, activity: Activity, before: Point) -> int:
    point = work.activities.point(before.id)
    concerned = {id_: None for id_ in concerned_at(work, point) if id_ != work.actor.person_id}
    for person_id in concerned:
        tell_moved(work, activity, person_id, before, point)
    return len(concerned)
