"""What this room brings: the holidays of the coming year are asked about in December;
absences that are over go; whose duty begins or ends is told."""

from actions.office.absences import erase_over
from actions.office.duties import tell_changes
from actions.office.holidays import offer_holidays
from actions.office.places import PART
from actions.office.strengths import draw_told
from actions.rooms import Job, Room
from domain.hours import MORNING, at

ROOM = Room(
    cards={"strengths": draw_told},
    report=(PART,),
    jobs=(
        Job("next year's holidays", at(MORNING), offer_holidays),
        Job("absences that are over", at(MORNING), erase_over),
        Job("duties that change hands", at(MORNING), tell_changes),
    ),
)
