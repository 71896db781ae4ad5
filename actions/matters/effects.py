"""What a step sets off elsewhere: each row calls a deed that is there already."""

from collections.abc import Callable, Mapping

from actions.assignments.giving import NewWork, issue
from actions.matters.raising import New, begin
from actions.matters.weighing import add_weight
from domain.matter_kinds import CONCLUSION, DECISION
from domain.matters import Matter
from storage import Work

Effect = Callable[[Work, Matter, str], None]


def _conclude(work: Work, matter: Matter, words: str) -> None:
    """What was decided is carried out by whoever asked, until the office says otherwise."""
    begin(work, CONCLUSION, New(words, f"matter:{matter.id}", matter.raised_by))


def _ask_leaders(work: Work, matter: Matter, words: str) -> None:
    begin(work, DECISION, New(words, f"matter:{matter.id}"))


def _give_work(work: Work, matter: Matter, words: str) -> None:
    """Its owner gets it as work, with its words and its limit."""
    said = next(iter(work.matters.said(matter.id).values()), matter.code)
    if matter.owner_id and matter.due_at:
        issue(work, NewWork((matter.owner_id,), said, matter.due_at, source=matter.code))


EFFECTS: Mapping[str, Effect] = {
    "conclusion": _conclude,
    "decision": _ask_leaders,
    "assignment": _give_work,
    "weight": add_weight,
}
