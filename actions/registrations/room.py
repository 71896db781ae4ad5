"""What this room brings: places, seats and what is asked of whoever comes."""

from actions.registrations.card import draw_card
from actions.registrations.closing import warn_waiting
from actions.registrations.guardians import draw_guardian
from actions.registrations.reminding import (
    ask_evening,
    refresh_cards,
    remind_hour,
    tell_cadres,
    tell_volunteers,
)
from actions.registrations.seating import end_offers, open_evening
from actions.rooms import Job, Room
from domain.hours import CADRES, EVENING, OFTEN, at, every

ROOM = Room(
    cards={"activity": draw_card, "guardian": draw_guardian},
    replied_about={"asker": ("dq.answer",)},
    jobs=(
        # Each place, list and day out has an hour of its own.
        Job("offers end", every(OFTEN), end_offers),
        Job("a list closes soon", every(OFTEN), warn_waiting),
        Job("an hour before the start", every(OFTEN), remind_hour),
        Job("cards of a day under way", every(OFTEN), refresh_cards),
        Job("freed places, the evening before", at(EVENING), open_evening),
        Job("will you come tomorrow?", at(EVENING), ask_evening),
        Job("cadres hear of the weekend", at(CADRES["thu"], day="thu"), tell_cadres),
        Job("silent cadres hear once more", at(CADRES["fri"], day="fri"), tell_cadres),
        # On Thursday; of what is opened later, the next evening.
        Job("volunteers hear of the weekend", at(EVENING), tell_volunteers),
    ),
)
