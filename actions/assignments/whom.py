"""To whom work may be given, and who would not hear of it."""

from collections.abc import Iterable
from typing import Any

from actions.desk import view
from domain.access import Permission
from domain.assignment_rights import may_give
from domain.assignments import Assignment
from domain.people import Person, Unit
from storage import Work


@view(needs=Permission.ASSIGN)
def roster(work: Work) -> list[Person]:
    """Everybody of the office, to find a name in."""
    return [p for p in work.people.all(work.today) if p.roles]


@view(needs=Permission.OWN_WORK)
def colleagues(work: Work) -> list[Person]:
    """The same, to know a colleague by the name that somebody types; it is never listed."""
    return roster.run(work)


@view(needs=Permission.ASSIGN)
def sections(work: Work) -> list[Unit]:
    """The sections that may help with work."""
    return work.offices.units(work.today)


@view(needs=Permission.ASSIGN)
def candidates(work: Work) -> list[Person]:
    """Everybody to whom the actor may give work, the own section first: a head only there."""
    everybody = roster.run(work)
    me = next((p for p in everybody if p.id == work.actor.person_id), None)
    own = {me.unit_id} - {None} if me else set()
    others = [p for p in everybody if p is not me and may_give(work.actor, p.unit_id)]
    return sorted(others, key=lambda p: p.unit_id not in own)


def away(work: Work, people: Iterable[int]) -> list[dict[str, Any]]:
    """Who of them is away, until when, and who does it meanwhile."""
    absences = [work.away[one] for one in dict.fromkeys(people) if one in work.away]
    return [
        {
            "name": work.people.name(one.person_id),
            "last": one.last,
            "instead": work.people.name(work.doer_for(one.person_id)),
        }
        for one in absences
    ]


def off_at_limit(work: Work, given: Iterable[Assignment]) -> list[dict[str, Any]]:
    """Who of them is there today and away on the day of the limit, and who stands in."""
    leads = {a.lead_id: work.day(a.due_at) for a in given}
    return [
        {
            "name": work.people.name(one.person_id),
            "first": one.first,
            "last": one.last if one.last != one.first else None,
            "instead": work.people.name(one.stand_in_id) if one.stand_in_id else None,
        }
        for one in work.absences.coming(work.today)
        if work.today < one.first <= leads.get(one.person_id, work.today) <= one.last
    ]


def unheard(work: Work, people: Iterable[int], urgent: bool) -> list[str]:
    """Names of those whom new work does not reach at the telephone: to be told in person."""
    known = (work.people.get(person_id, work.today) for person_id in dict.fromkeys(people))
    return [p.name for p in known if p and not (p.hears or (urgent and p.linked))]
