"""What a step sets off elsewhere: each row calls a deed that is there already."""

from collections.abc import Callable, Mapping

from actions.assignments.giving import NewWork, issue
from actions.matters.answering import agreed
from actions.matters.cards import BECAME_WORK
from actions.matters.raising import New, begin
from actions.matters.weighing import add_weight
from domain.access import Role
from domain.matter_kinds import DECISION
from domain.matters import Matter
from storage import Work

Effect = Callable[[Work, Matter, str], None]


def _ask_leaders(work: Work, matter: Matter, words: str) -> None:
    begin(work, DECISION, New(words, f"matter:{matter.id}"))


def _give_work(work: Work, matter: Matter, words: str) -> None:
    """Its owner gets it as work, with its words and its limit, from whoever concluded."""
    said = words or work.matters.opening(matter.id) or matter.code
    if matter.owner_id and matter.due_at:
        leads, whose = (matter.owner_id,), _giver(work, matter)
        new = NewWork(leads, said, matter.due_at, source=matter.code, assigner=whose)
        for given in issue(work, new):
            work.log(BECAME_WORK, "matter", matter.id, facts={"assignment": given.id})


def _giver(work: Work, matter: Matter) -> int | None:
    """Who concluded, where they are still a leader; else whoever gives it."""
    person = work.people.get(matter.raised_by, work.today) if matter.raised_by else None
    return person.id if person and Role.LEADER in person.roles else None


EFFECTS: Mapping[str, Effect] = {
    "agreed": agreed,
    "decision": _ask_leaders,
    "assignment": _give_work,
    "weight": add_weight,
}
