"""Who is forgotten in a night, and whose days become counts: each reason keeps somebody."""

from collections.abc import Callable
from datetime import timedelta

from domain.consent import Purpose
from domain.seats import Standing
from storage import Work
from tests.helpers.activities import open_saturday
from tests.helpers.volunteers import Days, Person
from tests.town import Town, clock

NEWS, RECORD, LIST = Purpose.NEWS, Purpose.RECORD, Purpose.LIST
COMES = Standing.REGISTERED
Before = Callable[[Person], Person]
FORGOTTEN: dict[str, Before] = {
    "nothing": lambda p: p,
    "a yes to one list": lambda p: p.says(LIST),
    "news no more": lambda p: p.says(NEWS).says(NEWS, given=False),
    "neither of both": lambda p: (
        p.says(NEWS).says(RECORD).says(NEWS, given=False).says(RECORD, given=False)
    ),
}
KEPT: dict[str, Before] = {
    "on the roster": lambda p: p.at_work(),
    "a role": lambda p: p.with_a_role(),
    "a place": lambda p: p.stands("wanted", COMES),
    "news": lambda p: p.says(NEWS),
    "news again": lambda p: p.says(NEWS, given=False).says(NEWS),
    "remembered": lambda p: p.says(RECORD),
    "remembered, no news": lambda p: p.says(RECORD).says(NEWS).says(NEWS, given=False),
}
COUNTED: dict[str, Before] = {
    "no word": lambda p: p,
    "news alone": lambda p: p.says(NEWS),
    "taken back": lambda p: p.says(RECORD).says(RECORD, given=False),
    "to another office": lambda p: p.says(RECORD, office=2),
}
NAMED: dict[str, Before] = {
    "a yes": lambda p: p.says(RECORD),
    "again": lambda p: p.says(RECORD, given=False).says(RECORD),
    "no news": lambda p: p.says(RECORD).says(NEWS, given=False),
}


async def settle(town: Town, rows: dict[str, Before]) -> dict[int, str]:
    """A volunteer for each row, by their id."""
    await town.elsewhere("Người bên cạnh")
    day = await open_saturday(town, capacity=99)

    def prepare(work: Work) -> dict[int, str]:
        days = Days(day, day, day, day)
        return {row(Person(work, days, name)).id: name for name, row in rows.items()}

    found: dict[int, str] = await town.work(prepare)
    return found


async def test_of_whom_nothing_is_left_to_remember(town: Town) -> None:
    names = await settle(town, {**FORGOTTEN, **KEPT})
    for later, expected in ((timedelta(0), set()), (timedelta(seconds=1), set(FORGOTTEN))):
        idle = await town.work(lambda work, later=later: work.people.idle(work.now + later))
        assert {names[number] for number, _ in idle if number in names} == expected


async def test_days_become_counts_but_of_those_who_want_to_be_remembered(town: Town) -> None:
    rows = {**COUNTED, **NAMED}
    names = await settle(
        town, {n: lambda p, r=r: r(p).stands("wanted", COMES) for n, r in rows.items()}
    )
    left = "SELECT person_id FROM registration ORDER BY id"
    for before, remembered, expected in (
        (clock(21, 10), False, set(rows)),
        (clock(21, 11), False, set(NAMED)),
        (clock(21, 11), True, set[str]()),
    ):
        await town.work(
            lambda work, b=before, r=remembered: work.registrations.fold_before(
                b, 99, remembered=r
            )
        )
        assert {names[number] for (number,) in await town.sql(left)} == expected
