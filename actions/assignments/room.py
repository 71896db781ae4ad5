"""What this room brings: work, from giving to approving."""

from actions.assignments.asking import draw_question
from actions.assignments.behalf import draw_behalf
from actions.assignments.cards import draw_assignment, draw_bundle, draw_part, draw_request
from actions.assignments.completion import remind_unsent
from actions.assignments.drafting import draw_draft
from actions.assignments.errands import work_of
from actions.assignments.friday import ask_for_results
from actions.assignments.midweek import draw_midweek, midweek
from actions.assignments.month import tell_work_of_month, work_of_month
from actions.assignments.praise_part import PART as PRAISE
from actions.assignments.reminders import chase_silence, draw_morning, due_this_morning, morning
from actions.assignments.reports import draw_report
from actions.assignments.via_office import via_morning
from actions.assignments.week_behind import PART, WHY
from actions.rooms import Job, Room
from domain.hours import (
    MIDWEEK,
    MORNING,
    QUARTER,
    RINGS,
    UNSENT,
    at,
    every,
    within,
)
from domain.office_hours import RESULTS

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
    report=(PART, WHY, PRAISE),
    speaks_of={
        "assignment": (
            *("a.open", "a.accept", "a.done", "a.progress", "a.pct", "a.block", "a.unblock"),
            *("a.talk", "a.ask", "a.question", "a.ext", "a.release", "a.manage", "a.nudge"),
            *("a.expect", "a.hand", "a.behalf", "a.rel", "a.until", "o.accept", "o.tell"),
        ),
        "report": ("c.open", "c.send", "c.edit", "c.drop", "c.pass", "c.back"),
        "request": (),
    },
    errands=work_of,
    jobs=(
        Job("the morning's work", at(MORNING), morning, looks=due_this_morning),
        Job("work of the last month", at(MORNING, date="1"), tell_work_of_month, work_of_month),
        Job("whom the office tells", at(MORNING), via_morning),
        # On Wednesday, or the first working day after it.
        Job("the mid-week look", at(MIDWEEK, day="wed-fri"), midweek),
        Job("overdue results are asked for", RESULTS.looked_for, ask_for_results),
        # Working hours after each assignment was given, while work may ring.
        Job("silence is noticed", every(QUARTER, within(RINGS)), chase_silence),
        Job("unsent reports are reminded", at(UNSENT), remind_unsent),
    ),
)
