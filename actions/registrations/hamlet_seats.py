"""Of a class each hamlet has its seats, whoever speaks for it."""

from domain.refusals import Refusal
from storage import Work


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
