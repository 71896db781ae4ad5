"""What this room brings: lists of items that are ticked, checked or claimed."""

from actions.checklists.cards import draw_checking
from actions.checklists.chasing import tell_waiting
from actions.checklists.report import PART
from actions.rooms import Job, Room
from domain.hours import MORNING, at

ROOM = Room(
    cards={"checking": draw_checking},
    report=(PART,),
    in_hand={"checking": ("ck.item",)},
    replied_about={"checking": ("ck.open", "ck.item", "ck.mark", "ck.close")},
    jobs=(Job("claims that wait", at(MORNING), tell_waiting),),
)
