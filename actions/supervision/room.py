"""What this room brings: the year's programme, and visits followed to their end."""

from actions.rooms import Job, Room
from actions.supervision.errands import visits_of
from actions.supervision.lists import draw_visit
from actions.supervision.reminding import remind
from actions.supervision.report import PART
from domain.hours import MORNING, at

ROOM = Room(
    cards={"visit": draw_visit},
    report=(PART,),
    errands=visits_of,
    jobs=(Job("steps of visits are reminded of", at(MORNING), remind),),
)
