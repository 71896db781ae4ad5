"""What is followed to its end and waits for somebody."""

from actions.matters.cards import facts_of
from actions.matters.known import may_read, whose_turn
from actions.office.unannounced import may_know
from actions.rooms import Errand
from domain.letters import Press
from domain.matters import Matter
from domain.people import Person
from storage import Work


def matters_of(work: Work, person: Person) -> list[Errand]:
    """Those with a limit whose next step is theirs."""
    return [
        Errand(
            "matter",
            matter.code,
            _about(work, matter),
            matter.due_at,
            Press("m.open", matter.id, label=matter.code),
        )
        for matter in work.matters.open()
        if matter.due_at and may_know(work, matter.about)
        if person.id in whose_turn(work, matter)
    ]


def _about(work: Work, matter: Matter) -> str:
    """What it is of, for whoever may read it."""
    if not may_read(work, matter):
        return ""
    told = facts_of(work, matter)
    return " – ".join(filter(None, (told["theme"], told["body"], told["locality"])))
