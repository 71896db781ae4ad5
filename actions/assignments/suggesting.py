"""Who might do a piece of work: up to three to whom it may be given, each with reasons."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime, timedelta

from domain.calendar import is_weekday
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
    led, watched = work.strengths.led(work.now - LATELY), _watched(work, place)
    weekends = _weekends(work, led)
    found = [
        Suited(
            person.id,
            tuple(sorted(confirmed.get(person.id, set()) & set(wanted))),
            place is not None and any((who, at) == (person.id, place) for who, at, _ in led),
            open_work.get(person.id, 0),
            len(weekends.get(person.id, ())),
            watched,
        )
        for person in people
        if person.id not in work.away
    ]
    return [
        _reasons(work, one, place) | {"last": max(weekends.get(one.person_id, ()), default=None)}
        for one in suggested(found)
    ]


def _weekends(
    work: Work, led: Sequence[tuple[int, int | None, datetime]]
) -> Mapping[int, Collection[date]]:
    """On which Saturdays and Sundays that have come each led a point."""
    found: dict[int, set[date]] = defaultdict(set)
    for who, _, begins in led:
        day = work.day(begins)
        if begins <= work.now and not is_weekday(day):
            found[who].add(day)
    return found


def _watched(work: Work, place: int | None) -> bool:
    """Whether it is marked weak or key today."""
    return any(one.id == place and one.priority for one in work.offices.localities(work.today))


def _reasons(work: Work, one: Suited, place: int | None) -> dict[str, object]:
    known = work.offices.locality_name(place) if one.knows_place else ""
    return {
        "name": work.people.name(one.person_id),
        "strengths": list(one.strengths) or None,
        "place": "" if one.comes_first else known,
        "watched": known if one.comes_first else "",
        "open": one.open_work,
        "weekends": one.weekends or None,
    }
