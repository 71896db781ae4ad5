"""Of a class each hamlet has its seats, whoever speaks for it."""

from collections import Counter

from domain.refusals import Refusal
from storage import Work


def filled(work: Work, activity_id: int) -> list[tuple[str, int, int]]:
    """Of each hamlet that has seats: its name, how many it said, how many it has."""
    said = Counter[int]()
    for group in work.headcounts.said(activity_id):
        said[group.locality_id] += group.number
    seats = work.trainings.seats(activity_id)
    return [(name, said[place], many) for place, (name, many) in seats.items()]


def waiting_seats(work: Work, activity_id: int) -> int:
    """Seats that wait for their hamlets."""
    return sum(max(0, many - said) for _, said, many in filled(work, activity_id))


def seats_of(work: Work, activity_id: int, place: int) -> int | None:
    """How many a hamlet has; nothing where they were not divided."""
    seats = work.trainings.seats(activity_id)
    return seats.get(place, ("", 0))[1] if seats else None


def require_seats(work: Work, activity_id: int, total: int, place: int) -> None:
    """A hamlet's groups together are no larger than its seats, where seats were divided."""
    seats = work.trainings.seats(activity_id)
    if not seats:
        return
    said = work.headcounts.said(activity_id, None, place)
    others = sum(row.number for row in said if row.person_id != work.actor.me)
    _, own = seats.get(place, ("", 0))
    if total + others > own:
        name, left = work.offices.locality_name(place), max(0, own - others)
        raise Refusal("training_full", place=name, seats=own, left=left)
