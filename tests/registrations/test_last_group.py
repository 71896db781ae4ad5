"""«Như lần trước» is the last day of the same kind before this one, of this place alone."""

from datetime import datetime

from storage import Work
from tests.helpers.activities import open_saturday
from tests.town import CUONG, Town, clock


async def test_the_last_day_of_the_kind_counts_and_no_other(town: Town) -> None:
    async def day(starts: datetime, number: int, place: str = "KALONG", **more: str) -> int:
        made = await open_saturday(town, points=1, starts=starts, **more)

        def say(work: Work) -> None:
            places = {p.code: p.id for p in work.offices.localities(work.today)}
            parts = {o.id: number for o in work.offices.organisations(work.today)[:1]}
            point = work.activities.points(made)[0].id
            said = (made, point, places[place], parts, town.person(CUONG), work.now)
            work.headcounts.say(*said)

        await town.work(say)
        return made

    await day(clock(5, 7), 5)
    last = await day(clock(14, 7), 14)
    await day(clock(15, 7), 15, kind="visit")
    await day(clock(16, 7), 16, place="TRACO")
    this = await day(clock(21, 7), 21)
    await day(clock(28, 7), 28)

    def look(work: Work) -> list[dict[int, int]]:
        places = {p.code: p.id for p in work.offices.localities(work.today)}
        return [
            work.headcounts.said_last(of, places[place])
            for of, place in (
                (this, "KALONG"),
                (this, "TRACO"),
                (last, "KALONG"),
                (this, "HAIYEN"),
            )
        ]

    found = [sorted(said.values()) for said in await town.work(look)]
    assert found == [[14], [16], [5], []]
