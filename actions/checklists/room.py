"""What this room brings: lists of items that are ticked, checked or claimed."""

from actions.checklists.belonging import day_told
from actions.checklists.campaign_part import CAMPAIGNS
from actions.checklists.cards import draw_checking
from actions.checklists.report import PART
from actions.rooms import Room

ROOM = Room(
    cards={"checking": draw_checking},
    report=(PART, CAMPAIGNS),
    figure_changed=(day_told,),
    replied_about={"checking": ("ck.open", "ck.item", "ck.mark", "ck.close")},
)
