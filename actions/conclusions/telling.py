"""Whoever asked, whoever leads the work and whoever gave it hear at once what was decided, put
off or brought to the briefing."""

from typing import Any

from actions.conclusions.decisions import words_of
from actions.matters.known import hands, people_of, task_of
from domain.access import Hand
from domain.letters import Message, Press
from domain.matters import Matter
from storage import Work

OWN = frozenset({Hand.CHAIR, Hand.OWNER, Hand.ASSIGNER})
"""Whoever has one of these concludes in their own name."""


def asker_of(work: Work, matter: Matter) -> int | None:
    """Who asked; of what was proposed by itself, whoever leads that work."""
    task = task_of(work, matter)
    return matter.raised_by or (task.lead_id if task else None)


def answer_who_asked(work: Work, matter: Matter, facts: dict[str, Any]) -> None:
    """A letter to them and to the office."""
    opens = Press("m.open", matter.id, label=matter.code)
    told = Message("matter.concluded_told", facts, ((opens,),))
    office = people_of(work, matter, [Hand.OFFICE])
    for person in {asker_of(work, matter), *office, *of_its_work(work, matter)}:
        work.tell_at_work(person, f"concluded:{matter.id}:{matter.version}:{person}", told)


def of_its_work(work: Work, matter: Matter) -> set[int]:
    """Whoever leads the work that it is about, and whoever gave it, but for the one who speaks."""
    task = task_of(work, matter)
    return {task.lead_id, task.assigner_id} - {work.actor.me} if task else set()


def differed(work: Work, matter: Matter, words: str) -> None:
    """The view of whoever may conclude it is what goes for now; another's waits for them."""
    if OWN & hands(work, matter):
        _tell_its_people(work, matter, "differ", words)


def tabled(work: Work, matter: Matter, words: str) -> None:
    _tell_its_people(work, matter, "table", words)


def postponed(work: Work, matter: Matter, words: str) -> None:
    _tell_its_people(work, matter, "put_off", words)


def _tell_its_people(work: Work, matter: Matter, event: str, words: str) -> None:
    """Those who are not rung by its card."""
    task = task_of(work, matter)
    facts = {
        "code": matter.code,
        "event": f"{matter.kind}.{event}",
        "by": work.actor.name,
        "item": words_of(work, matter),
        "task": task.code if task else "",
        "words": words or None,
        "returns": matter.returns_on if event == "put_off" else None,
    }
    rung = {matter.raised_by, *people_of(work, matter, [Hand.OFFICE])}
    for person in of_its_work(work, matter) - rung:
        key = f"decision:{event}:{matter.id}:{matter.version}:{person}"
        work.tell_at_work(person, key, Message("matter.decision_told", facts))


def agreed(work: Work, matter: Matter, words: str) -> None:
    """A plain yes to what was asked."""
    facts = {"code": matter.code, "words": words, "chair": work.actor.name, "day": work.today}
    answer_who_asked(work, matter, facts)
