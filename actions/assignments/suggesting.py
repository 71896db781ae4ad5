"""Who might do a piece of work: up to three to whom it may be given, each with reasons."""

from collections.abc import Collection, Sequence
from datetime import timedelta

from domain.people import Person
from domain.strengths import Suited, suggested
from storage import Work

LATELY = timedelta(days=60)


def suggestions(
    work: Work, what: str, wanted: Collection[str], people: Sequence[Person]
) -> list[dict[str, object]]:
    """What speaks for each; nothing where the work says neither a strength nor a place."""
    place = work.offices.locality_in(what, work.today) if what else None
    if not (wanted or place):
        return []
    confirmed, open_work = work.strengths.confirmed(), work.strengths.open_work()
    led = work.strengths.led(work.now - LATELY)
    found = [
        Suited(
            person.id,
            tuple(sorted(confirmed.get(person.id, set()) & set(wanted))),
            place is not None and any((who, at) == (person.id, place) for who, at, _ in led),
            open_work.get(person.id, 0),
            len({day for who, _, day in led if who == person.id}),
        )
        for person in people
        if person.id not in work.away
    ]
    return [_reasons(work, one, place) for one in suggested(found)]


def _reasons(work: Work, one: Suited, place: int | None) -> dict[str, object]:
    return {
        "name": work.people.name(one.person_id),
        "strengths": list(one.strengths) or None,
        "place": work.offices.locality_name(place) if one.knows_place else "",
        "open": one.open_work,
        "weekends": one.weekends or None,
    }
