"""What this room brings: what is kept of a person, and for how long."""

from actions.own_data.retention import erase_old
from actions.rooms import Job, Room
from domain.hours import ERASING, at

ROOM = Room(
    jobs=(Job("what need not be kept", at(ERASING), erase_old),),
)
