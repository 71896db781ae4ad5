"""What is told of an activity: to everybody, and to those alone who have a place or wait."""

from collections.abc import Sequence
from typing import Any

from actions.registrations.parents import confirmer
from domain.activities import Activity, Point
from domain.consent import Purpose
from domain.letters import LABEL_LETTERS
from domain.names import shorten
from domain.periods import local
from domain.phones import phone_words
from domain.registrations import Registration, capacity
from domain.retention import DAYS
from domain.seats import Standing, confirmed_by, eve
from storage import Work


def facts_of(work: Work, activity: Activity) -> dict[str, Any]:
    """What everybody may know of an activity."""
    points = work.activities.points(activity.id)
    rooms = {p.id: work.registrations.room(p.id, capacity(p)) for p in points}
    known = [p for p in points if p.capacity is not None]
    everywhere = len(known) == len(points)
    return {
        "kind": activity.kind,
        "title": activity.title,
        "starts": activity.starts,
        "ends": activity.ends,
        "closes": activity.closes,
        "content": activity.content,
        "bring": activity.bring,
        "host": activity.host,
        "cohosts": cohost_names(work, activity),
        "rain_plan": activity.rain_plan,
        "children": "yes" if activity.children_allowed else "no",
        "age": str(activity.min_age),
        "points": [_point_facts(p, rooms[p.id].free, len(points) > 1) for p in points],
        "left": sum(rooms[p.id].free for p in known) if everywhere and points else None,
        "capacity": sum(p.capacity or 0 for p in known) if everywhere and points else None,
    }


def notes_of(work: Work, activity: Activity) -> list[dict[str, str]]:
    """«gửi xe: sân nhà văn hóa», as lines."""
    notes = work.plans.notes(activity.id).items()
    return [{"about": about, "text": text} for about, text in notes]


def cohost_names(work: Work, activity: Activity) -> list[str]:
    if not activity.cohost_ids:
        return []
    organisations = work.organisations
    return [o.short for o in organisations if o.id in activity.cohost_ids]


def activity_label(work: Work, activity: Activity, most: int = LABEL_LETTERS) -> str:
    """`28/11 Dọn bờ kênh`: how a button names an activity."""
    day = local(activity.starts, work.zone)
    return shorten(f"{day.day}/{day.month:02} {activity.title}", most)


def activity_labels(
    found: Sequence[tuple[Work, Activity]], most: int = LABEL_LETTERS
) -> list[str]:
    """How several buttons name theirs: where two would read alike, each says its hour, else its
    place, else its code."""
    labels = [activity_label(work, one, most) for work, one in found]
    for tell_apart in (_by_hour, _by_place, _by_code):
        alike = {label for label in labels if labels.count(label) > 1}
        labels = [
            shorten(tell_apart(work, one), most) if label in alike else label
            for label, (work, one) in zip(labels, found, strict=True)
        ]
    return labels


def _by_hour(work: Work, activity: Activity) -> str:
    at = local(activity.starts, work.zone)
    return f"{at.day}/{at.month:02} {at.hour}h{at.minute or ''} {activity.title}"


def _by_place(work: Work, activity: Activity) -> str:
    at, points = local(activity.starts, work.zone), work.activities.points(activity.id)
    return " ".join([f"{at.day}/{at.month:02}", *(p.short for p in points[:1])])


def _by_code(_: Work, activity: Activity) -> str:
    return activity.code


def _point_facts(point: Point, free: int, several: bool) -> dict[str, Any]:
    """Where points differ, each says how many places it has left."""
    left = free if several and point.capacity is not None else None
    return {"point": point.full, "landmark": point.landmark, "left": left}


def place_facts(
    work: Work, activity: Activity, point: Point, mine: Registration
) -> dict[str, Any]:
    """What only those with a place, or waiting for one, are told."""
    coming = mine.is_sure
    phone = leader_phone(work, point) if coming else ""
    return {
        "point": point.full,
        "landmark": point.landmark,
        "leader": point.leader if coming else "",
        "phone": phone,
        "call": _call(work, point, phone) if coming else "",
        "office": work.office.contact if coming and point.leader and not phone else "",
        "ask": work.office.contact if coming and not point.leader else "",
        "confirmer": confirmer(work, point) if mine.standing is Standing.HELD else None,
        "reminded": work.now < eve(activity.starts, work.zone) or None,
        "line": line_of(work, mine),
        "adults": mine.adults or None,
        "places": mine.places if mine.adults else None,
        "little": mine.children or None,
        "until": mine.offer_ends or confirmed_by(activity.starts, work.now, work.zone),
    }


def line_of(work: Work, mine: Registration) -> int | None:
    """«Thứ {k} trong danh sách chờ»."""
    waits = mine.standing is Standing.WAITING
    return work.registrations.place_in_line(mine) if waits else None


def whom_to_call(work: Work, point: Point) -> str:
    """The point's leader, if they agreed that their number is shown; else the office."""
    return _call(work, point, leader_phone(work, point))


def _call(work: Work, point: Point, phone: str) -> str:
    return f"{point.leader} {phone}" if phone else work.office.contact


def leader_phone(work: Work, point: Point) -> str:
    """The point leader's number, if they agreed that it is shown."""
    known = work.people.phone(point.leader_id, work.today) if point.leader_id else None
    if known is None or not work.consents.stands(known[1], Purpose.PHONE):
        return ""
    return phone_words(known[0])


def notice_facts(work: Work) -> dict[str, Any]:
    """The blanks of the notices."""
    return {
        "office": work.office.name,
        "contact": work.office.contact,
        "days": DAYS["registrations"],
    }


def is_consenting(work: Work) -> bool:
    return bool(work.actor.subject) and work.consents.age(work.actor.subject) is not None
