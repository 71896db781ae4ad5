"""What this room brings: the weekly report."""

from actions.digest.office import draw_preview
from actions.digest.remarks import draw_remark
from actions.digest.sending import bring_report, draw_digest, restate, show_office
from actions.rooms import Job, Room
from domain.hours import at

ROOM = Room(
    cards={"digest": draw_digest, "remark": draw_remark, "preview": draw_preview},
    arrived={"digest": show_office},
    jobs=(Job("the weekly report is kept", at("*", "0,30"), bring_report),),
    figure_changed=(restate,),
    counts_others=True,
)
