"""Who goes on a visit; of an unannounced one its team hears from whoever leads it."""

from actions.rooms import Errand
from domain.letters import Press
from domain.people import Person
from storage import Work


def visits_of(work: Work, person: Person) -> list[Errand]:
    return [
        Errand(
            "visit",
            visit.code,
            work.lookups.name(visit.theme_id),
            visit.starts_at,
            Press("v.open", visit.id, label=visit.code),
        )
        for visit in work.visits.open()
        if visit.starts_at and not visit.unannounced and not visit.done_at
        if person.id in {member.person_id for member in work.teams.of(visit.id)}
    ]
