"""Who is asked to fill a gap: each reason keeps somebody out, and nothing else does."""

from collections.abc import Callable

import pytest

from domain.consent import Age, Purpose
from domain.seats import Standing
from storage import Work
from tests.helpers.activities import open_saturday
from tests.helpers.volunteers import Days, Person
from tests.town import Town, clock

NEWS, RECORD, LIST = Purpose.NEWS, Purpose.RECORD, Purpose.LIST
COMES, LEFT_IT = Standing.REGISTERED, Standing.CANCELLED
Before = Callable[[Person], Person]
ASKED: dict[str, Before] = {
    "said yes": lambda p: p.says(NEWS),
    "no, and yes again": lambda p: p.says(NEWS, given=False).says(NEWS),
    "took another word back": lambda p: p.says(NEWS).says(RECORD, given=False),
    "left a day at the same time": lambda p: p.says(NEWS).stands("beside", LEFT_IT),
    "goes to a day before": lambda p: p.says(NEWS).stands("before", COMES),
    "goes to a day after": lambda p: p.says(NEWS).stands("after", COMES),
    "of sixteen": lambda p: p.says(NEWS).says(LIST, age=Age.MINOR),
    "grown up": lambda p: p.says(NEWS).says(LIST, age=Age.MINOR).says(LIST, age=Age.ADULT),
    "asked twice": lambda p: p.says(NEWS).was_asked("before", 90).was_asked("after", 2),
    "asked between": lambda p: p.says(NEWS).was_asked("before", 50),
}
"""In the order in which they were added; who was asked already comes last."""
LEFT: dict[str, Before] = {
    "said nothing": lambda p: p,
    "took it back": lambda p: p.says(NEWS).says(NEWS, given=False),
    "said yes to something else": lambda p: p.says(RECORD),
    "wants no messages": lambda p: p.says(NEWS).is_("muted", 1),
    "blocked the bot": lambda p: p.says(NEWS).is_("reachable", 0),
    "comes already": lambda p: p.says(NEWS).stands("wanted", COMES),
    "has left this day": lambda p: p.says(NEWS).stands("wanted", LEFT_IT),
    "is elsewhere then": lambda p: p.says(NEWS).stands("beside", COMES),
    "was asked for this day": lambda p: p.says(NEWS).was_asked("wanted", 1),
    "said yes to another office": lambda p: p.says(NEWS, office=2),
}


@pytest.fixture
async def people(town: Town) -> dict[str, int]:
    """Everybody by what was said of them; the first is the day."""
    await town.elsewhere("Người bên cạnh")
    wanted = await open_saturday(town)
    beside = [await open_saturday(town, starts=clock(21, hour)) for hour in (4, 9, 10)]

    def settle(work: Work) -> dict[str, int]:
        days = Days(wanted, *beside)
        rows = {**ASKED, **LEFT}.items()
        return {name: row(Person(work, days, name)).id for name, row in rows}

    found: dict[str, int] = await town.work(settle)
    return {"": wanted, **found}


async def asked(town: Town, people: dict[str, int], count: int = 99) -> list[str]:
    ids = await town.work(lambda work: work.invitations.least_asked(people[""], count))
    names = {number: name for name, number in people.items() if name}
    return [names[number] for number in ids]


async def test_each_reason_keeps_somebody_out(town: Town, people: dict[str, int]) -> None:
    never, before = list(ASKED)[:-2], ["asked between", "asked twice"]
    assert await asked(town, people) == [*never, *before]
    assert await asked(town, people, 3) == never[:3]


async def test_for_a_day_of_adults_only_who_said_so(town: Town, people: dict[str, int]) -> None:
    await town.sql("UPDATE activity SET min_age = 18 WHERE id = :day", day=people[""])
    assert await asked(town, people) == ["grown up"]


async def test_the_last_word_of_each_purpose_and_office_counts(
    town: Town, people: dict[str, int]
) -> None:
    willing = await town.work(lambda work: set(work.consents.willing(Purpose.NEWS)))
    no = {
        "said nothing",
        "took it back",
        "said yes to something else",
        "said yes to another office",
    }
    assert willing == {number for name, number in people.items() if name and name not in no}
    record = await town.work(lambda work: work.consents.willing(Purpose.RECORD))
    assert record == [people["said yes to something else"]]
