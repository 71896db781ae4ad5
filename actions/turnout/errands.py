"""Whose points wait for their figures."""

from actions.rooms import Errand
from actions.turnout.counts import ASK_WITHIN, counting, reporters, silent_points
from domain.letters import Press
from domain.people import Person
from storage import Work


def figures_of(work: Work, person: Person) -> list[Errand]:
    """The points of ended days that nobody has reported, and of which they would be asked."""
    return [
        Errand(
            "figures",
            activity.code,
            point.short,
            activity.ends,
            Press("t.point", point.id, label=point.short),
        )
        for activity in counting(work, ASK_WITHIN)
        for point in silent_points(work, activity)
        if person.id in reporters(work, activity, point)
    ]
