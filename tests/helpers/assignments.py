"""What stories about assignments begin with."""

from datetime import timedelta

from domain.assignments import Assignment
from storage import Work
from tests.town import HANH, Neighbour, Town


async def give(
    town: Town, giver: Neighbour, who: str, what: str = "Vận động 6 hộ", when: str = "thứ 6"
) -> str:
    """The three questions of «Giao việc», and the one tap."""
    for words in ("giao việc", who, what, when):
        await town.write(giver, words)
    return await town.tap(giver, "Giao việc")


async def number_from(town: Town, number: int) -> None:
    """The office has given work before: the next assignment gets this number."""

    def earlier(work: Work) -> None:
        hanh, day = town.person(HANH), work.now - timedelta(days=9)
        old = Assignment(0, "", 0, "Việc cũ", "Việc cũ", hanh, hanh, hanh, day, day, day)
        work.assignments.add(old, number=number - 1, code=f"NV-2026-{number - 1:04}")

    await town.work(earlier)
    await town.sql("UPDATE assignment SET state = 'cancelled', ended_at = issued_at")


async def last(town: Town, who: Neighbour) -> str:
    """What the bot said last, as it reads now."""
    return (await town.heard(who))[-1]
