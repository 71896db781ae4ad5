"""What this room brings: the year's programme, and visits followed to their end."""

from actions.rooms import AwaitedYes, Job, Room
from actions.supervision import approving, sealing
from actions.supervision.concluding import DRAFT
from actions.supervision.errands import visits_of
from actions.supervision.hushing import CARD, draw_hushed, note_shown
from actions.supervision.leaving import left
from actions.supervision.lists import draw_visit
from actions.supervision.reminding import remind
from actions.supervision.report import PART
from actions.supervision.sealed_team import brief
from actions.supervision.team import GOING
from actions.supervision.together import JOINING, WISH
from domain.hours import HALF_HOUR, MORNING, at, every
from storage import Work


def to_approve(work: Work) -> list[AwaitedYes]:
    return [*sealing.to_approve(work), *approving.to_approve(work)]


ROOM = Room(
    cards={"visit": draw_visit, CARD: draw_hushed},
    stands=note_shown,
    report=(PART,),
    errands=visits_of,
    to_approve=to_approve,
    left=left,
    speaks_of={
        JOINING: ("v.join", "v.apart"),
        WISH: ("v.agree", "v.refuse"),
        GOING: ("v.comes", "v.not"),
        DRAFT: ("v.yes", "v.no"),
    },
    jobs=(
        Job("steps of visits are reminded of", at(MORNING), remind),
        Job("teams of sealed visits are briefed", every(HALF_HOUR), brief),
    ),
)
