"""An office far from Việt Nam: its day begins at its own midnight, its clock strikes its hours."""

from datetime import datetime
from zoneinfo import ZoneInfo

from domain.access import Role
from domain.letters import Letter, Message
from domain.periods import OFFICE_ZONE
from storage import Connection, Work
from storage.accounts import actor_by_telegram
from tests.helpers.assignments import give, last, number_from
from tests.helpers.begun import begun
from tests.town import BINH, HOA, THANG, Town, another_office

BERLIN = ZoneInfo("Europe/Berlin")


def there(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=BERLIN)


@begun(autouse=True)
async def far_away(town: Town) -> None:
    await town.sql("UPDATE office SET zone = 'Europe/Berlin'")
    await town.go_to(there(19, 9))


async def test_the_morning_s_message_comes_in_its_own_morning(town: Town) -> None:
    await number_from(town, 147)
    await give(town, THANG, "Bình", when="26/11")
    await town.tap(BINH, "Nhận việc")
    await town.go_to(there(26, 7, 29))
    assert "Hôm nay: 147" not in await last(town, BINH)
    await town.go_to(there(26, 7, 31))
    assert "Hôm nay: 147" in await last(town, BINH)


async def test_its_hours_are_said_by_its_own_clock(town: Town) -> None:
    await number_from(town, 147)
    await give(town, THANG, "Bình", when="26/11 lúc 10h")
    assert "26/11 10h00" in await last(town, BINH)
    await give(town, THANG, "Bình", "Treo pa-nô", when="27/11")
    dues = await town.sql("SELECT due_at FROM assignment WHERE number > 146 ORDER BY number")
    assert dues == [("2026-11-26T09:00:00+00:00",), ("2026-11-27T16:00:00+00:00",)]


async def test_a_day_of_four_rings_ends_at_its_own_midnight(town: Town) -> None:
    async def send(name: str) -> bool:
        """Whether one more letter made a sound."""
        letter = Letter(town.person(BINH), Message("activity.not_confirmed"), name)
        await town.work(lambda work: work.post(letter))
        await last(town, BINH)
        return not town.phone(BINH).messages[-1].silent

    assert [await send(f"morning {n}") for n in range(5)] == [True, True, True, True, False]
    await town.go_to(there(19, 23, 30))
    assert not await send("late"), "in Việt Nam the next day has begun, here it has not"
    await town.go_to(there(20, 0, 30))
    assert await send("after midnight")


async def test_who_begins_tomorrow_begins_on_its_own_tomorrow(town: Town) -> None:
    async def roles() -> frozenset[Role]:
        who = await town.house.database.read(lambda c: actor_by_telegram(c, HOA.id, town.now))
        return who.roles if who else frozenset()

    await town.sql(
        "UPDATE role_grant SET valid_from = '2026-11-20' WHERE person_id = :id",
        id=town.person(HOA),
    )
    await town.go_to(there(19, 23, 30))
    assert await roles() == {Role.VOLUNTEER}
    await town.go_to(there(20, 0, 1))
    assert await roles() == {Role.STAFF, Role.VOLUNTEER}


async def test_in_another_office_goes_that_offices_clock(town: Town) -> None:
    """Whoever speaks brings their own office's zone along, and no other's."""
    await town.work(lambda w: another_office(w.connection, "Bên", w.now))
    [(beside,)] = await town.sql("SELECT max(id) FROM office")

    def zones(connection: Connection) -> tuple[ZoneInfo, ZoneInfo]:
        who = actor_by_telegram(connection, BINH.id, town.now)
        assert who
        work = Work(connection, who, town.now)
        return work.zone, work.at(beside).zone

    assert await town.house.database.read(zones) == (BERLIN, OFFICE_ZONE)
