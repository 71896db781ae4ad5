"""What this room brings: who came, and what follows from it."""

from actions.roll.absences import draw_absent, tell_absences
from actions.roll.call import offer_roll
from actions.roll.disputing import draw_dispute
from actions.roll.leaders import tell_leaders
from actions.roll.month import tell_month
from actions.roll.report import PART
from actions.roll.thanking import thank
from actions.rooms import Job, Room
from domain.hours import EVENING, MORNING, OFTEN, QUARTER, at, every

ROOM = Room(
    cards={"absent": draw_absent, "dispute": draw_dispute},
    report=(PART,),
    jobs=(
        # Each day out has hours of its own: the list before its start, the rest after its end.
        Job("lists are handed out", every(OFTEN), offer_roll),
        Job("who was away is told", every(OFTEN), tell_absences),
        Job("leaders hear of tomorrow", at(EVENING), tell_leaders),
        Job("volunteers of the last month", at(MORNING, date="1"), tell_month),
        Job("thanks", every(QUARTER), thank),
    ),
)
