"""What this room brings: what is followed to its end."""

from actions.matters.cards import draw_matter
from actions.matters.chasing import chase, erase_old_words
from actions.matters.errands import matters_of
from actions.matters.report import CONCLUSIONS, PART
from actions.rooms import Job, Room
from domain.hours import ERASING, MORNING, at

ROOM = Room(
    cards={"matter": draw_matter},
    report=(CONCLUSIONS, PART),
    errands=matters_of,
    jobs=(
        Job("what is due is chased", at(MORNING), chase),
        Job("old words of matters go", at(ERASING), erase_old_words),
    ),
)
