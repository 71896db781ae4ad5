"""What this room brings: numbers that are told again and again."""

from actions.registers.asking import ask_leads
from actions.registers.errands import registers_of
from actions.registers.report import PART
from actions.registers.telling import draw_register
from actions.rooms import Job, Room
from domain.hours import MIDWEEK, at

ROOM = Room(
    cards={"register": draw_register},
    report=(PART,),
    errands=registers_of,
    replied_about={"register": ("reg.open", "reg.tell", "reg.lead", "reg.team", "reg.close")},
    jobs=(Job("registers are asked for", at(MIDWEEK, day="fri"), ask_leads),),
)
