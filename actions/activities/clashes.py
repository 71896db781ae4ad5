"""What would be in the way of an activity: shown before it is opened, never forbidden."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from domain.activities import Activity, Point, Stage
from domain.calendar import DAY
from domain.seats import overlap
from storage import Work

NOT_HELD = (Stage.CANCELLED, Stage.POSTPONED)
SHOWN, NAMED = 2, 3
Clash = tuple[str, str, datetime]
"""What is taken, by what, when."""


def clashes(work: Work, activity: Activity) -> list[dict[str, Any]]:
    """A place taken on the same day; a leader who is to be elsewhere at the same hour."""
    points = work.activities.points(activity.id)
    found: dict[tuple[str, datetime], dict[str, None]] = {}
    for what, title, starts in (
        *_led_twice(activity, points),
        *_elsewhere(work, activity, points),
        *_coming(work, activity, points),
    ):
        found.setdefault((title, starts), {})[what] = None
    rows = [
        {"what": list(what)[:NAMED], "title": title, "starts": starts}
        for (title, starts), what in found.items()
    ]
    return rows[:SHOWN]


def _led_twice(activity: Activity, points: list[Point]) -> Iterator[Clash]:
    """Nobody can be at two of its points."""
    met = set[int]()
    for point in points:
        if point.leader_id in met:
            yield point.leader, point.full, activity.starts
        elif point.leader_id:
            met.add(point.leader_id)


def _elsewhere(work: Work, activity: Activity, points: list[Point]) -> Iterator[Clash]:
    """Another activity at the same place, or led by the same person."""
    places = {p.locality_id for p in points if p.locality_id}
    leaders = {p.leader_id for p in points if p.leader_id}
    around = work.activities.between(activity.starts - DAY, activity.ends + DAY)
    others = [a for a in around if a.id != activity.id and a.stored not in NOT_HELD]
    for other, point in work.activities.with_points(others):
        if point.locality_id in places and _day(work, other) == _day(work, activity):
            yield point.short, other.title, other.starts
        elif point.leader_id in leaders and _same_hours(other, activity):
            yield point.leader, other.title, other.starts


def _coming(work: Work, activity: Activity, points: list[Point]) -> Iterator[Clash]:
    """A leader who has registered for something else."""
    for leader_id, leader in {p.leader_id: p.leader for p in points if p.leader_id}.items():
        for other_id in work.registrations.pledged(leader_id, activity.starts, activity.ends):
            if other_id != activity.id:
                other = work.activities.get(other_id)
                yield leader, other.title, other.starts


def _day(work: Work, activity: Activity) -> date:
    return work.day(activity.starts)


def _same_hours(one: Activity, other: Activity) -> bool:
    return overlap((one.starts, one.ends), (other.starts, other.ends))
