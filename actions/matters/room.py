"""What this room brings: what is followed to its end."""

from actions.matters.cards import draw_matter
from actions.matters.chasing import chase, erase_old_words
from actions.matters.concluded_part import CONCLUSIONS
from actions.matters.decisions import asked, propose, rewrite
from actions.matters.errands import matters_of
from actions.matters.following import follow_work
from actions.matters.remarks import say
from actions.matters.report import PART
from actions.matters.travelling import briefly
from actions.rooms import Followed, Job, Room
from domain.hours import ERASING, HALF_HOUR, MORNING, at, every
from domain.letters import Press
from domain.matter_kinds import DECISION

ASKED = Press("m.list", 0, DECISION.code, label="@button.d.asked")

ROOM = Room(
    cards={"matter": draw_matter},
    report=(CONCLUSIONS, PART),
    follows=Followed(propose, asked, briefly, rewrite, ASKED, say),
    errands=matters_of,
    replied_about={"matter": ("m.open", "m.step", "m.own", "m.body", "m.topic", "m.due")},
    jobs=(
        Job("what is due is chased", at(MORNING), chase),
        Job("what became work is over with it", every(HALF_HOUR), follow_work),
        Job("old words of matters go", at(ERASING), erase_old_words),
    ),
)
