"""Whoever asked hears at once what was decided."""

from typing import Any

from actions.matters.known import people_of, task_of
from domain.access import Hand
from domain.letters import Message, Press
from domain.matters import Matter
from storage import Work


def asker_of(work: Work, matter: Matter) -> int | None:
    """Who asked; of what was proposed by itself, whoever leads that work."""
    task = task_of(work, matter)
    return matter.raised_by or (task.lead_id if task else None)


def answer_who_asked(work: Work, matter: Matter, facts: dict[str, Any]) -> None:
    """A letter to them and to the office."""
    opens = Press("m.open", matter.id, label=matter.code)
    told = Message("matter.concluded_told", facts, ((opens,),))
    people = {asker_of(work, matter), *people_of(work, matter, [Hand.OFFICE])}
    for person in people:
        work.tell_at_work(person, f"concluded:{matter.id}:{matter.version}:{person}", told)


def agreed(work: Work, matter: Matter, words: str) -> None:
    """A plain yes to what was asked."""
    facts = {"code": matter.code, "words": words, "chair": work.actor.name, "day": work.today}
    answer_who_asked(work, matter, facts)
