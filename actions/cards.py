"""The live cards: how each looks now to its reader. To add a kind of card, add one row."""

from collections.abc import Callable, Mapping

from actions.activities.plans import draw_plan
from actions.assignments.asking import draw_question
from actions.assignments.behalf import draw_behalf
from actions.assignments.cards import draw_assignment, draw_bundle, draw_part, draw_request
from actions.assignments.drafting import draw_draft
from actions.assignments.midweek import draw_midweek
from actions.assignments.reminders import draw_morning
from actions.assignments.reports import draw_report
from actions.digest.office import draw_preview
from actions.digest.remarks import draw_remark
from actions.digest.sending import draw_digest, show_office
from actions.saturdays.absences import draw_absent
from actions.saturdays.card import draw_card
from actions.saturdays.disputing import draw_dispute
from actions.saturdays.guardians import draw_guardian
from actions.turnout.cards import draw_counting, draw_point
from domain.letters import Message
from storage import Work

CARDS: Mapping[str, Callable[[Work, int], Message | None]] = {
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
    "counting": draw_counting,
    "absent": draw_absent,
    "dispute": draw_dispute,
    "digest": draw_digest,
    "remark": draw_remark,
    "plan": draw_plan,
    "point": draw_point,
    "preview": draw_preview,
    "guardian": draw_guardian,
    "saturday": draw_card,
}

ARRIVED: Mapping[str, Callable[[Work, int], None]] = {"digest": show_office}
"""What follows when a card first stands on somebody's telephone."""


def arrived(work: Work, subject: str) -> None:
    kind, _, number = subject.partition(":")
    if kind in ARRIVED:
        ARRIVED[kind](work, int(number))


def is_drawn(subject: str) -> bool:
    """Whether a card can be drawn anew; others only mark where something was said."""
    return subject.partition(":")[0] in CARDS


def draw(work: Work, subject: str) -> Message | None:
    """Draw a card such as `assignment:147` for the actor; None when there is nothing to see."""
    kind, _, number = subject.partition(":")
    drawing = CARDS.get(kind)
    return drawing(work, int(number)) if drawing and number.isdigit() else None
