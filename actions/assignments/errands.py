"""What of the work waits for somebody: what they lead, and their parts of others' work."""

from actions.rooms import Errand
from domain.assignments import Status
from domain.letters import Press
from domain.people import Person
from storage import Work


def work_of(work: Work, person: Person) -> list[Errand]:
    """Their own, and of whoever they stand in for."""
    stood_for = [one for one in work.away if work.doer_for(one) == person.id]
    led = [a for one in (person.id, *stood_for) for a in work.assignments.of_lead(one)]
    tasks = [
        Errand(
            "task",
            str(a.number),
            a.title,
            a.due_at,
            Press("a.open", a.id, label=str(a.number)),
            a.expected,
            a.state is Status.ASSIGNED,
        )
        for a in led
        if a.under_way
    ]
    return tasks + _parts(work, person)


def _parts(work: Work, person: Person) -> list[Errand]:
    found = []
    for part in work.assignments.parts_of(person.id):
        a = work.assignments.get(part.assignment_id)
        opens = Press("via.part", part.id, label=str(a.number))
        due, new = part.due_at or a.due_at, part.accepted_at is None
        found.append(Errand("part", str(a.number), part.part or a.title, due, opens, is_new=new))
    return found
