"""What this room brings: the weekly report."""

from actions.digest.correcting import PUT_RIGHT, note_change
from actions.digest.counting import count_due
from actions.digest.office import draw_preview
from actions.digest.sending import (
    bring_report,
    draw_digest,
    draw_full,
    draw_section,
    show_office,
)
from actions.rooms import Job, Room
from domain.hours import HALF_HOUR, every

ROOM = Room(
    cards={
        "digest": draw_digest,
        "whole": draw_full,
        "section": draw_section,
        "preview": draw_preview,
    },
    arrived={"digest": show_office},
    jobs=(
        # Its three hours are counted back from each office's own briefing.
        Job(
            "the weekly report is previewed, frozen, sent",
            every(HALF_HOUR),
            bring_report,
            count_due,
        ),
        PUT_RIGHT,
    ),
    figure_changed=(note_change,),
    speaks_of={
        "digest": ("d.say", "d.paste", "d.over"),
        "section": (),
    },
    counts_others=True,
)
