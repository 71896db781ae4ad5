"""Leaders who read the weekly report as its text."""

from domain.digest import FULL
from tests.town import Neighbour, Town


async def in_full(town: Town, *leaders: Neighbour) -> None:
    for leader in leaders:
        person_id = town.person(leader)
        await town.work(lambda work, person_id=person_id: work.digests.choose(person_id, FULL))
