"""What this room brings: activities: planned, announced, filled."""

from actions.activities.copying import repeat_weekly
from actions.activities.errands import days_of
from actions.activities.gaps import fill_gaps
from actions.activities.learning import ask_clear
from actions.activities.plans import draw_plan
from actions.activities.week_part import PART
from actions.rooms import Job, Room
from domain.hours import HALF_HOUR, REPEATED, at, every
from domain.office_hours import GAPS

OF_THE_DAY = (
    *("plan.points", "plan.target", "plan.whole", "s.details", "s.manage", "s.shift"),
    *("s.postpone", "s.calloff", "s.openday", "s.amend", "s.stop", "s.shiftyes", "s.silent"),
)
"""Buttons of a day on its organiser's pages, and under what was read back of it."""

ROOM = Room(
    cards={"plan": draw_plan},
    report=(PART,),
    errands=days_of,
    speaks_of={"news": ("s.known",)},
    in_hand={"day": OF_THE_DAY},
    replied_about={"training": ("tr.going", "tr.no", "tr.instead")},
    jobs=(
        Job("a class is asked what it understood", every(HALF_HOUR), ask_clear),
        Job("gaps are filled", GAPS.looked_for, fill_gaps),
        Job("the same again next week", at(REPEATED), repeat_weekly),
    ),
)
