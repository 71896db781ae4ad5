"""Where a group goes: to the point that it names or that its cadre answers for, within its places;
else it is asked, and whoever answers for the point is told."""

from collections.abc import Mapping

from actions.registrations.entering import point_label
from domain.activities import Activity, Point
from domain.letters import Message, Press, Rows, rows_of
from domain.refusals import Refusal
from domain.registrations import capacity
from storage import Work
from storage.headcounts import Headcount

FROM = "from"
"""The ward that was chosen for a group, beside its numbers."""


def point_of(work: Work, activity: Activity, named: int | None = None) -> Point | None:
    """The point that was named, the one that this cadre leads, the one of their own place, the
    only one; where none of these is one alone, nobody guesses."""
    points = work.activities.points(activity.id)
    may_be = (
        [p for p in points if p.id == named],
        [p for p in points if p.leader_id == work.actor.me],
        [p for p in points if p.locality_id in work.actor.localities],
        points,
    )
    return next((found[0] for found in may_be if len(found) == 1), None)


def place_of(work: Work, point: Point | None = None) -> int:
    """The ward for which this cadre counts."""
    own = from_where(work, point)
    if own is None:
        raise Refusal("no_locality")
    return own


def from_where(work: Work, point: Point | None = None) -> int | None:
    """Their own ward; of whoever has none, that of the point; where that has none either, the one
    that they chose, now or for what stands. None: it is asked, and not guessed."""
    own = min(work.actor.localities, default=point.locality_id if point else None)
    if own or point is None:
        return own
    before = (row.locality_id for row in said_before(work, point.activity_id))
    return chosen_from(work, point.activity_id) or next(before, None)


def chosen_from(work: Work, activity_id: int) -> int | None:
    """The ward that was chosen for the group that is read back."""
    heard = work.expectations.find(work.actor.me, "group", activity_id, work.now)
    return heard.answers.get(FROM) if heard else None


def ask_from(work: Work, activity: Activity, parts: object, total: int) -> Message:
    """Neither the cadre nor the point has a ward: from which one the group comes."""
    facts = {"parts": parts, "total": total, "title": activity.title, "starts": activity.starts}
    wards = work.offices.localities(work.today)
    rows = rows_of([Press("g.from", activity.id, f"{w.id}", label=w.name) for w in wards], 2)
    return Message("activity.group_from", facts, rows, topic=f"group:{activity.id}")


def said_before(work: Work, activity_id: int, point_id: int | None = None) -> list[Headcount]:
    """What stands for this cadre's ward; of whoever has none, what they said themselves."""
    ward = min(work.actor.localities, default=None)
    rows = work.headcounts.said(activity_id, point_id, ward)
    return rows if ward else [row for row in rows if row.person_id == work.actor.me]


def room_for(work: Work, point: Point) -> int:
    """So many of this cadre's people find a place there: what they said before is theirs."""
    said = said_before(work, point.activity_id, point.id)
    room = work.registrations.room(point.id, capacity(point))
    return max(0, room.capacity - room.taken + sum(row.number for row in said))


def ask_point(work: Work, activity: Activity, parts: object, total: int) -> Message:
    """No point is theirs: which one, each with its free places."""
    facts = {"parts": parts, "total": total, "title": activity.title, "starts": activity.starts}
    points = work.activities.points(activity.id)
    rows = rows_of([_button(work, activity, point) for point in points], 2)
    return Message("activity.group_point", facts, rows, topic=f"group:{activity.id}")


def others(work: Work, activity: Activity, here: Point, total: int) -> Rows:
    """The points where all of them find a place, to choose instead."""
    roomy = (
        point
        for point in work.activities.points(activity.id)
        if point.id != here.id and room_for(work, point) >= total
    )
    return rows_of([_button(work, activity, point) for point in roomy], 2)


def _button(work: Work, activity: Activity, point: Point) -> Press:
    room = work.registrations.room(point.id, capacity(point))
    return Press("g.at", activity.id, str(point.id), label=point_label(point, room, "none_left"))


def tell_over(work: Work, activity: Activity, point: Point, facts: Mapping[str, object]) -> bool:
    """More people than places: whoever leads the point and whoever called the day together hear
    of it; False where they are the cadre alone."""
    answer = {point.leader_id, activity.organiser_id} - {None, work.actor.me}
    for person_id in sorted(id_ for id_ in answer if id_):
        key = f"over:{point.id}:{work.actor.me}:{facts['total']}:{facts['over']}:{person_id}"
        work.tell(
            person_id, key, Message("activity.group_over", facts), drop_after=activity.starts
        )
    return bool(answer)
