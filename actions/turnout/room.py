"""What this room brings: figures of an activity."""

from actions.rooms import Job, Room
from actions.turnout.cards import draw_counting, draw_point
from actions.turnout.counts import ask_points, nudge_points, sum_up
from actions.turnout.errands import figures_of
from actions.turnout.field_behind import PART
from actions.turnout.photos import CARD, draw_photos
from actions.turnout.training_part import TRAINING
from domain.hours import NUDGES, QUARTER, at, every
from domain.office_hours import SUMMED_UP

ROOM = Room(
    cards={"counting": draw_counting, "point": draw_point, CARD: draw_photos},
    report=(PART, TRAINING),
    errands=figures_of,
    speaks_of={"point": ("t.point", "t.fix", "t.off", "t.later", "t.nophoto", "t.because")},
    jobs=(
        # Each point is asked after its own day's end.
        Job("points are asked", every(QUARTER), ask_points),
        Job("silent points are nudged", at(*NUDGES), nudge_points),
        Job("the day is summed up", SUMMED_UP.looked_for, sum_up),
    ),
)
