"""What this room brings: figures of an activity."""

from actions.rooms import Job, Room
from actions.turnout.cards import draw_counting, draw_point
from actions.turnout.counts import ask_points, nudge_points, sum_up
from domain.hours import at

ROOM = Room(
    cards={"counting": draw_counting, "point": draw_point},
    jobs=(
        Job("points are asked", at("*", "*/15"), ask_points),
        Job("silent points are nudged", at("15,19"), nudge_points),
        Job("the activity is summed up", at(20), sum_up),
    ),
)
