"""A person's own places, each seen from the office that it is in."""

from collections.abc import Iterator

from domain.registrations import Registration
from storage import Work


def own_places(work: Work) -> Iterator[tuple[Work, Registration]]:
    """What somebody still has ahead, in whichever offices of the deployment."""
    for mine in work.own_registrations.ahead(work.actor.me, work.now):
        yield work.at(mine.office_id), mine
