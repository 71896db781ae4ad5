"""A bare number, which may be an assignment's or the figure of an activity."""

from actions.assignments.cards import draw_assignment
from actions.desk import action, view
from actions.turnout.confirming import asked_so_far
from actions.turnout.points import HERE, silent, wait_for_figures
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


@view(needs=Permission.OWN_WORK)
def bears(work: Work, number: int) -> bool:
    """Whether work under way that the reader has, or may see, bears this number."""
    a = work.assignments.by_number(number)
    return a is not None and a.is_open and draw_assignment(work, a.id) is not None


@action(needs=Permission.REPORT_TURNOUT)
def ask_which(work: Work, number: int, point_id: int | None) -> Message:
    """«150» where figures are asked for, and work 150 is under way: kept until it is said."""
    known = {"point": point_id} if point_id else {}
    held = {**asked_so_far(work), **known, "held": str(number)}
    wait_for_figures(work, work.actor.me, **held)
    a = work.assignments.by_number(number)
    choice = (
        Press("t.count", label=f"@turnout.count={number}"),
        Press("a.open", a.id if a else 0, label=f"@work.see_number={number}"),
    )
    return Message("work.number_which", {"number": number}, (choice,), topic=HERE)
