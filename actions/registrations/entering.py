"""The way in: from a link or a tap to the words to agree to, and to the point."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from actions.desk import glance, view
from actions.registrations.card import card_of
from actions.registrations.facts import facts_of, is_consenting, notes_of, notice_facts
from domain.access import Permission
from domain.activities import Point
from domain.letters import Message, Press
from domain.names import shorten
from domain.refusals import Refusal
from domain.registrations import capacity, require_entry
from domain.seats import Fullness
from storage import Work

POINT_LETTERS = 22


@glance(needs=Permission.REGISTER)
def office_of(work: Work, thing: str, id_: int) -> int:
    """Whose a link or a button is; wrong and old ones are told kindly."""
    office = work.links.office_of(thing, id_)
    if office is None:
        raise Refusal("link_unknown")
    return office


@view(needs=Permission.REGISTER)
def welcome(work: Work, activity_id: int) -> Message:
    """What a link opens: one's own place, or the activity and how to register for it."""
    activity = work.activities.get(activity_id)
    mine = work.registrations.live(activity.id, work.actor.person_id)
    if mine is None:
        require_entry(activity, work.now)
    if mine or is_consenting(work):
        return card_of(work, activity)
    return Message("activity.welcome", {**facts_of(work, activity), **notice_facts(work)})


@view(needs=Permission.REGISTER)
def points_called(work: Work, activity_id: int) -> Mapping[int, tuple[str, ...]]:
    """What somebody may call each point of an activity: its name, its place."""
    points = work.activities.points(activity_id)
    return {p.id: tuple(name for name in (p.name, p.locality, p.short) if name) for p in points}


@view(needs=Permission.REGISTER)
def poster_facts(work: Work, activity_id: int, point_id: int = 0) -> dict[str, Any]:
    """What everybody may know of the activity, and the point that was named."""
    activity = work.activities.get(activity_id)
    require_entry(activity, work.now)
    chosen = work.activities.point(point_id).full if point_id else None
    return {**facts_of(work, activity), "notes": notes_of(work, activity), "chosen": chosen}


@dataclass(frozen=True, slots=True)
class Tapped:
    """What a tap on «Đồng ý» or on a point meets, found in one look: the rush goes through
    here."""

    office_id: int
    blanks: Mapping[str, Any]
    """Of the notice, for whoever has yet to agree to it."""
    point_id: int | None = None
    """Nothing where one of several is still to be chosen."""
    agreed: bool = False
    """Whether they may be listed already: by an earlier yes, or as somebody who is."""


@glance(needs=Permission.REGISTER)
def tapped(work: Work, thing: str, id_: int) -> Tapped:
    office_id, point_id = _way_in(work, thing, id_)
    there = work.at(office_id)
    agreed = is_consenting(there) or (thing == "activity" and _is_listed(there, id_))
    return Tapped(office_id, {} if agreed else notice_facts(there), point_id, agreed)


def _way_in(work: Work, thing: str, id_: int) -> tuple[int, int | None]:
    if thing == "point":
        return office_of.run(work, thing, id_), id_
    office_id, point_id = work.links.way_in(id_)
    if office_id is None:
        raise Refusal("link_unknown")
    return office_id, point_id


def _is_listed(work: Work, activity_id: int) -> bool:
    return work.registrations.live(activity_id, work.actor.person_id) is not None


@glance(needs=Permission.REGISTER)
def choose_point(work: Work, activity_id: int, arg: str = "") -> Message:
    """The points to choose from."""
    activity = work.activities.get(activity_id)
    require_entry(activity, work.now)
    points = work.activities.points(activity.id)
    rows = tuple((_point_button(work, point, arg),) for point in points)
    return Message("activity.points", {"title": activity.title}, rows)


def _point_button(work: Work, point: Point, arg: str) -> Press:
    room = work.registrations.room(point.id, capacity(point))
    return Press("s.at", point.id, arg, label=point_label(point, room, "join_line"))


def point_label(point: Point, room: Fullness, full: str) -> str:
    """A point and its free places; `full` names the words for none."""
    if point.capacity is None:
        return shorten(point.short, POINT_LETTERS)
    if not room.free:
        return f"@button.s.{full}={shorten(point.short, POINT_LETTERS)}"
    return f"{shorten(point.short, POINT_LETTERS)} ({room.free})"


@glance(needs=Permission.REGISTER)
def notice_blanks(work: Work) -> dict[str, Any]:
    return notice_facts(work)
