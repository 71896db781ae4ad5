"""The clock has much to do at one moment; whoever taps does not wait for all of it."""

import asyncio
from datetime import datetime, timedelta

from actions.desk import Action, action
from actions.registrations.reminding import tell_volunteers
from actions.rooms import Job
from benchmarks.counting import counted
from domain.access import Permission
from domain.consent import Notice, Purpose
from schedules.timetable import Timekeeper
from storage import Work
from tests.helpers.activities import open_saturday
from tests.town import Town, clock


async def test_a_tap_comes_between_two_offices(town: Town) -> None:
    await town.elsewhere("Phạm Văn Bên")
    done: list[str] = []

    def noting(what: str) -> Action[[], None]:
        @action(needs=Permission.RUN_TIMETABLE)
        def note(work: Work) -> None:
            done.append(f"{what} of {work.actor.office_id}" if what != "tap" else what)

        return note

    async def stay(moment: datetime) -> None:
        town.now = moment

    hours = {"minute": 30}
    rows = [Job("first", hours, noting("first")), Job("second", hours, noting("second"))]
    keeper = Timekeeper(town.house.housekeeping, town.house.desk, rows)
    here, there = await town.house.housekeeping.clocks()
    moving = keeper.step(clock(19, 12), clock(19, 12) + timedelta(minutes=45), stay)
    ticking = asyncio.create_task(moving)
    await asyncio.sleep(0)
    await town.house.desk.do(noting("tap"), here)
    await ticking
    ours, theirs = (f"of {one.office_id}" for one in (here, there))
    assert done == [
        f"first {ours}",
        f"second {ours}",
        "tap",
        f"first {theirs}",
        f"second {theirs}",
    ]


async def test_the_news_of_a_day_are_few_statements_for_many_people(town: Town) -> None:
    """One write a day out; what is told a second time rings nobody again."""
    await open_saturday(town, title="Trồng cây")
    day = await open_saturday(town, title="Dọn bờ kênh")
    people = await town.work(_willing)
    town.now = clock(19, 19, 31)
    [office] = await town.house.housekeeping.clocks()
    with counted(town.house.database) as counts:
        assert await town.house.desk.do(tell_volunteers, office)
    assert counts["statements"] <= 11, counts.said
    assert await town.house.desk.do(tell_volunteers, office)
    assert not await town.house.desk.do(tell_volunteers, office)
    owed = "SELECT person_id, key, silent, version FROM letter WHERE kind = :kind ORDER BY 1"
    [(office_id,)] = await town.sql("SELECT office_id FROM activity WHERE id = :day", day=day)
    assert await town.sql(owed, kind=f"activity:{day}") == [
        (one, f"card:{office_id}:activity:{day}:{one}", 0, 1) for one in people
    ]


def _willing(work: Work) -> list[int]:
    """Forty agreed to hear of days out."""
    people = [work.people.add(f"Người {number}", work.now) for number in range(40)]
    for person in people:
        yes = Notice(Purpose.NEWS, 1, "vi", "tin")
        work.consents.give(work.accounts.subject(person), yes, work.now)
    return people
