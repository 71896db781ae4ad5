"""Where exactly a point is: a position on the map, and what one sees from afar."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from actions.activities.asking import ask, drop_ringing
from actions.activities.leading import led_point
from actions.activities.news import concerned_at, tell_moved
from actions.activities.plans import draw_plan
from actions.activities.taking_back import taken_back_row
from actions.desk import action
from actions.registrations.seating import redraw_all
from domain.access import Permission
from domain.activities import (
    LANDMARK_LETTERS,
    Activity,
    NewPoint,
    Point,
    Stage,
    moved_by,
    require_position,
)
from domain.dialogue import Expectation, mark_of
from domain.letters import Message, Place, Press
from domain.names import clean
from domain.plans import require_point
from domain.refusals import Refusal
from storage import Work

P = Permission
TOPIC, CHANGE = "where", "plan_point"
STANDS = (Stage.OPEN, Stage.POSTPONED)


@action(needs=P.PLAN_ACTIVITY)
def ask_position(work: Work, point_id: int) -> Message:
    _, point = led_point(work, point_id)
    topic = ask(work, TOPIC, point.id)
    facts = {"point": point.full, "landmark": point.landmark}
    return Message("plan.ask_where", facts, topic=topic)


@action(needs=P.PLAN_ACTIVITY)
def set_position(work: Work, point_id: int, lat: float, lon: float) -> Message:
    """A place sent from the phone, or its two numbers typed; far from the one before it is
    another place, and read back."""
    activity, point = led_point(work, point_id)
    require_position(lat, lon)
    if not moved_by(point.position, (lat, lon)):
        work.activities.set_position(point.id, lat, lon)
        return _shown(work, point)
    return _read_back(work, activity, point, TOPIC, {"position": [lat, lon]})


@action(needs=P.PLAN_ACTIVITY)
def set_landmark(work: Work, point_id: int, words: str) -> Message:
    """«cạnh cổng chợ»; another one than before is another place, and read back."""
    activity, point = led_point(work, point_id)
    landmark = clean(words, LANDMARK_LETTERS)
    if not any(letter.isalpha() for letter in landmark):
        raise Refusal("position_unclear")
    if point.landmark in ("", landmark):
        work.activities.set_landmark(point.id, landmark)
        return _shown(work, point)
    return _read_back(work, activity, point, TOPIC, {"landmark": landmark})


@action(needs=P.PLAN_ACTIVITY)
def move(work: Work, point_id: int, there: NewPoint) -> Message:
    """«nơi mới: UBND phường Trà Cổ»: everybody keeps their place, and will be told."""
    activity, point = led_point(work, point_id)
    require_point(there)
    place = {"name": there.name, "locality_id": there.locality_id or point.locality_id}
    return _read_back(work, activity, point, CHANGE, place)


@action(needs=P.PLAN_ACTIVITY)
def rename(work: Work, point_id: int, name: str) -> Message:
    """«sửa tên điểm: …»: the same place, spelt right; cards say it, nobody is rung."""
    activity, point = led_point(work, point_id)
    require_point(NewPoint(name))
    return _read_back(work, activity, point, CHANGE, {"rename": clean(name)})


def _read_back(
    work: Work, activity: Activity, point: Point, topic: str, place: dict[str, Any]
) -> Message:
    """Shown as everybody there will read it; of a draft nobody knows yet."""
    if activity.stored not in STANDS:
        return change_place(work, activity, point, place)
    dropped = drop_ringing(work)
    waiting = Expectation(topic, point.id, {"place": place})
    work.expectations.expect(work.actor.me, waiting, work.now)
    facts = {
        "title": activity.title,
        "starts": activity.starts,
        "was": _described(point),
        "point": _will_be(work, point, place),
        "away": moved_by(point.position, place.get("position")),
        "n": len(_to_tell(work, point)),
        "dropped": dropped,
    }
    kind = "plan.rename_read" if "rename" in place else "plan.move_read"
    send = Press("plan.place", point.id, f"{topic}.{_mark(place)}", label="@button.send")
    leave = Press("plan.placeno", point.id, topic, label="@button.leave")
    return Message(kind, facts, ((send, leave),), topic=f"{topic}:{point.id}")


def _mark(place: Mapping[str, Any]) -> str:
    return mark_of(repr(sorted(place.items())))


def _described(point: Point) -> str:
    return ", ".join(filter(None, (point.full, point.landmark)))


def _will_be(work: Work, point: Point, place: Mapping[str, Any]) -> str:
    """How the place will be called."""
    if "position" in place:
        return _described(point)
    if "landmark" in place:
        return f"{point.full}, {place['landmark']}"
    named = {p.id: p.name for p in work.offices.localities(work.today)}
    name = place.get("rename") or place["name"]
    locality = named.get(place.get("locality_id", point.locality_id), "")
    return replace(point, name=name, locality=locality).full


@action(needs=P.PLAN_ACTIVITY)
def send(work: Work, point_id: int, topic: str, mark: str = "") -> Message:
    """«Gửi»: as it was read back; an older «Gửi» moves nothing newer."""
    activity, point = led_point(work, point_id)
    heard = work.expectations.find(work.actor.me, topic, point.id, work.now)
    place = heard.answers.get("place") if heard else None
    if not place or (mark and mark != _mark(place)):
        raise Refusal("question_over")
    return replace(change_place(work, activity, point, place), place=Place.EDIT)


@action(needs=P.PLAN_ACTIVITY)
def leave_place(work: Work, point_id: int, topic: str) -> Message:
    """«Thôi»: it is where it was."""
    activity, point = led_point(work, point_id)
    if not work.expectations.forget(work.actor.me, topic, point.id):
        raise Refusal("question_over")
    facts = {"title": activity.title, "point": _described(point)}
    return Message("plan.place_kept", facts, place=Place.EDIT)


def change_place(
    work: Work, activity: Activity, point: Point, place: Mapping[str, Any]
) -> Message:
    if "position" in place:
        work.activities.set_position(point.id, *place["position"])
    elif "landmark" in place:
        work.activities.set_landmark(point.id, place["landmark"])
    elif "rename" in place:
        work.activities.rename_point(point.id, place["rename"])
    else:
        work.activities.move_point(point.id, place["name"], place["locality_id"])
    return _shown(work, point, moved="rename" not in place)


def _shown(work: Work, before: Point, moved: bool = False) -> Message:
    """The cards of those who come say it at once; of another place everybody there is told."""
    for topic in (TOPIC, CHANGE):
        work.expectations.forget(work.actor.me, topic, before.id)
    activity, point = work.activities.get(before.activity_id), work.activities.point(before.id)
    tells = moved and activity.stored in STANDS
    was = {"name": before.name, "locality_id": before.locality_id, "landmark": before.landmark}
    facts = {
        "before": {**was, "position": [before.lat, before.lon]},
        "became": [point.name, point.landmark],
        "told": tells,
    }
    row = work.log("point.where", "point", before.id, facts=facts)
    redraw_all(work, activity.id)
    told = _tell_moved(work, activity, before) if tells else 0
    shown = draw_plan(work, activity.id)
    back = (taken_back_row(row),) if activity.stored in STANDS else ()
    return replace(
        shown, facts={**shown.facts, "told": told or None}, buttons=(*shown.buttons, *back)
    )


def _to_tell(work: Work, point: Point) -> list[int]:
    found = dict.fromkeys(concerned_at(work, point))
    return [id_ for id_ in found if id_ != work.actor.person_id]


def _tell_moved(work: Work, activity: Activity, before: Point) -> int:
    told = _to_tell(work, work.activities.point(before.id))
    for person_id in told:
        tell_moved(work, activity, person_id, before, work.activities.point(before.id))
    return len(told)
