"""An office in which twenty people report at once to the bot as a process of its own."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from domain.access import Role, clock_of
from domain.activities import NewPoint, Plan, Stage
from domain.people import Office
from sandbox.control import control_routes
from sandbox.http import application, serving
from sandbox.phone import Phone
from sandbox.world import World
from storage import Database, Work
from storage.offices import add_office
from tests.helpers.process import BotProcess
from tests.town import ICT, SINCE

LEADERS = 20
FIRST_ID = 7000


def found(connection: Any) -> None:
    """An office with one day that ended two hours ago, and a leader for each of its points."""
    now = datetime.now(UTC)
    office = Office(0, "UB", "Cơ quan Khối Uông Bí", "Khối", "district_2017", ICT)
    work = Work(connection, clock_of(add_office(connection, office, SINCE)), now)
    host = work.offices.add_organisation("MTTQ", "Ủy ban MTTQ Việt Nam", "MTTQ", 0, SINCE)
    people = [_leader(work, number) for number in range(LEADERS)]
    lasts = timedelta(hours=3)
    plan = Plan("saturday", "Làm sạch biển", now - timedelta(hours=5), lasts, host, people[0])
    activity_id = work.activities.add(plan, "T7", now - timedelta(hours=10), now, Stage.OPEN)
    for number, person_id in enumerate(people):
        work.activities.add_point(activity_id, NewPoint(f"Điểm {number}", None, person_id, 60))


def _leader(work: Work, number: int) -> int:
    person_id = work.people.add(f"Phụ trách {number}", work.now)
    work.people.enrol(person_id, f"CS{number:02}", SINCE)
    work.people.grant(person_id, Role.BASE, SINCE)
    work.people.link(person_id, FIRST_ID + number)
    return person_id


@asynccontextmanager
async def busy_office(
    folder: Path, found: Callable[[Any], None] = found, *, by_its_clock: bool = False, **more: str
) -> AsyncIterator[tuple[World, BotProcess, Path]]:
    """With the machine's own time, or by the stand-in's clock, which can be moved on."""
    database, world = folder / "office.db", World()
    world.pace = None
    async with Database.open(database) as opened:
        await opened.write(found)
    async with serving(application(world, control_routes(world))) as port:
        clock = {"CLOCK_URL": f"http://127.0.0.1:{port}/sandbox/clock"} if by_its_clock else {}
        yield world, BotProcess(database, port, **more, **clock), database


def said_to(world: World, phone: Phone) -> str:
    """All that arrived, also what a live card has written over since."""
    arrived = (c.params for c in world.calls if c.status == 200 and "text" in c.params)
    mine = (p["text"] for p in arrived if int(p.get("chat_id", 0)) == phone.user.id)
    return " ".join(str(text).replace("<b>", "") for text in mine)
