"""What a step sets off elsewhere: each row calls a deed that is there already."""

from actions.assignments.giving import NewWork, issue
from actions.assignments.managing import cancel
from actions.conclusions.decisions import words_of
from actions.conclusions.telling import asker_of
from actions.matters.cards import work_of
from actions.matters.known import people_of
from actions.matters.raising import New, begin
from domain.access import Hand, Role
from domain.assignments import Status
from domain.matter_kinds import DECISION, REMARK
from domain.matters import Matter
from domain.names import shorten
from storage import Work

ITEM_LETTERS = 80


def ask_leaders(work: Work, matter: Matter, words: str) -> None:
    """What was put up to them."""
    begin(work, DECISION, New(words, f"matter:{matter.id}"))


def give_work(work: Work, matter: Matter, words: str) -> None:
    """Its owner gets it as work, with its words and its limit, from whoever concluded."""
    said = words or work.matters.opening(matter.id) or matter.code
    if matter.owner_id and matter.due_at:
        leads, whose = (matter.owner_id,), _giver(work, matter)
        about = f"matter:{matter.id}"
        issue(
            work,
            NewWork(leads, said, matter.due_at, source=matter.code, about=about, assigner=whose),
        )


def _giver(work: Work, matter: Matter) -> int | None:
    """Who concluded, where they are still a leader; else whoever gives it."""
    person = work.people.get(matter.raised_by, work.today) if matter.raised_by else None
    return person.id if person and Role.LEADER in person.roles else None


def stop_work(work: Work, matter: Matter, words: str) -> None:
    """What it became is given up with it, for the same reason; what is done is done."""
    task = work_of(work, matter)
    if task and task.state is not Status.CANCELLED:
        cancel.run(work, task.id, words)


def ask_who_asked(work: Work, matter: Matter, words: str) -> None:
    """A question goes to whoever asked, who answers it on a card of its own, with what it is
    about; the office sees it where it stands."""
    asker, office = asker_of(work, matter), people_of(work, matter, [Hand.OFFICE])
    if asker and words and asker not in (work.actor.person_id, *office):
        item = shorten(words_of(work, matter), ITEM_LETTERS)
        asked = New(f"{item} – {words}", f"matter:{matter.id}", owner_id=asker)
        begin(work, REMARK, asked)
