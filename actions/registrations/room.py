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
from domain.hours import at

ROOM = Room(
    cards={"saturday": draw_card, "guardian": draw_guardian},
    jobs=(
        Job("offers end", at("*", "*/5"), end_offers),
        Job("a list closes soon", at("*", "*/5"), warn_waiting),
        Job("an hour before the start", at("*", "*/5"), remind_hour),
        Job("cards of an activity under way", at("*", "*/5"), refresh_cards),
        Job("freed places, the evening before", at(19, 30), open_evening),
        Job("will you come tomorrow?", at(19, 30), ask_evening),
        Job("cadres hear of the weekend", at(8, 0, "thu"), tell_cadres),
        Job("silent cadres hear once more", at(11, 0, "fri"), tell_cadres),
        Job("volunteers hear of the weekend", at(19, 30), tell_volunteers),
    ),
)
