"""Who leads a point in the coming week."""

from datetime import timedelta

from actions.rooms import Errand
from domain.activities import BY_HAND
from domain.letters import Press
from domain.people import Person
from storage import Work

AHEAD = timedelta(days=7)


def days_of(work: Work, person: Person) -> list[Errand]:
    """Where they are to be, and when."""
    until = work.now + AHEAD
    days = {a.id: a for a in work.activities.between(work.now, until) if a.stored not in BY_HAND}
    mine = [p for p in work.activities.points_between(work.now, until) if p.activity_id in days]
    return [
        Errand(
            "day",
            days[point.activity_id].code,
            f"{days[point.activity_id].title}, {point.full}",
            days[point.activity_id].starts,
            Press("s.see", point.activity_id, label=point.short),
        )
        for point in mine
        if point.leader_id == person.id
    ]
