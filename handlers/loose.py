"""Who reads what nobody asked for: a line, or a photo with words, that no question and no card
took and that says no intent of its own."""

from typing import NamedTuple

from handlers.activities.amending import change_at_a_place, change_in_hand, loose_change
from handlers.activities.typed import loose_order
from handlers.assignments.addressed import said_to_colleague
from handlers.assignments.draft_answers import asked_again
from handlers.assignments.giving import lines_for_unknown, loose_lines, work_asked_of
from handlers.assignments.told import (
    counted_of_work,
    loose_work,
    question_of_own_work,
    result_told,
    sent_with_words,
    verdict_on_nothing,
    wanted_instead,
)
from handlers.assignments.typed import of_the_only_work, said_how_far
from handlers.called import plan_not_understood, thing_called, thing_called_here
from handlers.conclusions.items import bare_item
from handlers.kit.router import PASS, Handler, Response
from handlers.kit.turn import Turn
from handlers.mended_limits import limit_mended
from handlers.own_data.my_data import fuller_name
from handlers.registrations.groups import group_number, group_wanted, loose_group
from handlers.registrations.newcomers import under_poster
from handlers.registrations.questions import loose_answer, loose_question
from handlers.registrations.typed import loose_day
from handlers.roll.told import loose_roll
from handlers.supervision.guests import guest_words
from handlers.supervision.visiting import going_there, loose_note, said_there
from handlers.talk import meeting_room
from handlers.there import sent_there
from handlers.turnout.photos import day_photo
from handlers.turnout.reports import loose_figures, loose_later, loose_results


class LooseLine(NamedTuple):
    """What such a line does, and the rooms that may know it, the more particular first."""

    does: str
    readers: tuple[Handler, ...]


LOOSE_LINES = (
    LooseLine(
        "answers an invitation, or puts right what was just shown or read back",
        (guest_words, limit_mended, change_in_hand),
    ),
    LooseLine("answers what the last report asks, by its place there", (bare_item,)),
    LooseLine(
        "names a colleague: who is spoken to, who gets work, whose work is asked for",
        (said_to_colleague, loose_lines, meeting_room, work_asked_of),
    ),
    LooseLine(
        "counts people or comes along: a group ahead, a point of one's own, a place of a day",
        (
            *(group_number, loose_figures, loose_roll, change_at_a_place, loose_group),
            *(loose_day, under_poster),
        ),
    ),
    LooseLine("gives work to somebody whom nobody here is called like", (lines_for_unknown,)),
    LooseLine(
        "comes from a visit that is going on, before it is taken for work",
        (sent_there, going_there, said_there),
    ),
    LooseLine(
        "is of one's own work: asked, taken, done, put off, counted, as far as it says so",
        (
            *(question_of_own_work, loose_work, loose_later, sent_with_words, day_photo),
            *(said_how_far, counted_of_work, loose_results),
        ),
    ),
    LooseLine(
        "is of a plan in hand, or calls a day or a piece of work by its name: that is shown",
        (plan_not_understood, thing_called_here),
    ),
    LooseLine(
        "is of the only work that its person has: what it says of it is asked", (of_the_only_work,)
    ),
    LooseLine(
        "is understood by nobody under a question that is open: what is waited for is said",
        (asked_again, verdict_on_nothing, wanted_instead),
    ),
    LooseLine(
        "is left over: kept as a note of a visit, passed on, or asked of what it is",
        (
            *(loose_note, fuller_name, loose_answer, loose_question, loose_order),
            *(loose_change, result_told, thing_called, group_wanted),
        ),
    ),
)
"""A line that is two of these is the first: what stands before its person comes before a
colleague, a colleague before figures, figures of a day before one's own work. Within one the
first takes it that knows of what it is by what stands in storage: a group, a point, a visit."""


async def read_loose(turn: Turn) -> Response:
    """By the first room that knows it."""
    for line in LOOSE_LINES:
        for read in line.readers:
            if (answer := await read(turn)) is not PASS:
                return answer
    return PASS
