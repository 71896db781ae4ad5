"""A bare number, which may be an assignment's or the figure of an activity."""

from actions.assignments.cards import draw_assignment
from actions.desk import view
from actions.turnout.points import silent
from domain.access import Permission
from domain.letters import Message, Press
from storage import Work


@view(needs=Permission.OWN_WORK)
def called(work: Work, number: int) -> Message | None:
    """A bare number: the card of the assignment that bears it, where the reader may see it. Where
    it may as well be the figure of an activity, it is asked."""
    a = work.assignments.by_number(number)
    card = draw_assignment(work, a.id) if a else None
    if a is None or not silent(work):
        return card
    choice = (
        Press("a.open", a.id, label=f"@work.see_number={number}"),
        Press("t.mine", label="@work.report_people"),
    )
    return Message("work.number_which", {"number": number}, (choice,)) if card else None
