"""What this room brings: work, from giving to approving."""

from actions.assignments.asking import draw_question
from actions.assignments.behalf import draw_behalf
from actions.assignments.cards import draw_assignment, draw_bundle, draw_part, draw_request
from actions.assignments.completion import remind_unsent
from actions.assignments.drafting import draw_draft
from actions.assignments.midweek import draw_midweek, midweek
from actions.assignments.reminders import chase_silence, draw_morning, morning
from actions.assignments.reports import draw_report
from actions.rooms import Job, Room
from domain.hours import at

ROOM = Room(
    cards={
        "assignment": draw_assignment,
        "bundle": draw_bundle,
        "part": draw_part,
        "draft": draw_draft,
        "request": draw_request,
        "report": draw_report,
        "question": draw_question,
        "behalf": draw_behalf,
        "morning": draw_morning,
        "midweek": draw_midweek,
    },
    jobs=(
        Job("the morning's work", at(7, 30), morning),
        Job("the mid-week look", at(16, 0, "wed-fri"), midweek),
        Job("silence is noticed", at("7-17", "*/15"), chase_silence),
        Job("unsent reports are reminded", at(16, 30), remind_unsent),
    ),
)
