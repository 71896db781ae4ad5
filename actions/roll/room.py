"""What this room brings: who came, and what follows from it."""

from actions.roll.absences import draw_absent, tell_absences
from actions.roll.call import offer_roll
from actions.roll.disputing import draw_dispute
from actions.roll.leaders import tell_leaders
from actions.roll.thanking import thank
from actions.rooms import Job, Room
from domain.hours import at

ROOM = Room(
    cards={"absent": draw_absent, "dispute": draw_dispute},
    jobs=(
        Job("lists are handed out", at("*", "*/5"), offer_roll),
        Job("who was away is told", at("*", "*/5"), tell_absences),
        Job("leaders hear of tomorrow", at(19, 30), tell_leaders),
        Job("thanks", at("*", "*/15"), thank),
    ),
)
