"""What this room brings: what is followed to its end."""

from actions.matters.cards import draw_matter, show_what_became
from actions.matters.chasing import chase, erase_old_words
from actions.matters.errands import matters_of
from actions.matters.report import PART
from actions.matters.unwording import forget_words
from actions.rooms import Job, Room
from domain.hours import ERASING, MORNING, at

ROOM = Room(
    cards={"matter": draw_matter},
    report=(PART,),
    sets_off={"forget": forget_words},
    errands=matters_of,
    work_moved=show_what_became,
    replied_about={"matter": ("m.open", "m.step", "m.own", "m.body", "m.topic", "m.due")},
    jobs=(
        Job("what is due is chased", at(MORNING), chase),
        Job("old words of matters go", at(ERASING), erase_old_words),
    ),
)
