"""Five hundred updates, and the power goes twenty times: each counts once, each is answered."""

import asyncio
import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from domain.access import Role, clock_of
from domain.activities import NewPoint, Plan, Stage
from domain.people import Office
from sandbox.http import application, serving
from sandbox.phone import Phone
from sandbox.world import World
from storage import Database, Work
from storage.offices import add_office
from tests.helpers.process import BotProcess
from tests.town import ICT, SINCE

LEADERS, SAID, KILLS, UNDISTURBED = 20, 24, 20, 4
FIRST_ID = 7000


def _found(connection: Any) -> None:
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
async def _office(folder: Path) -> AsyncIterator[tuple[World, BotProcess, Path]]:
    database, world = folder / "office.db", World()
    world.pace = None
    async with Database.open(database) as opened:
        await opened.write(_found)
    async with serving(application(world)) as port:
        yield world, BotProcess(database, port), database


async def _talk(phone: Phone, chance: random.Random, said: int) -> None:
    """Somebody reports, corrects and corrects again, and at last says that it is right."""
    for number in range(1, said + 1):
        await phone.write(f"{number * 2} người")
        await asyncio.sleep(chance.random() * 0.9)
    await phone.write("đúng")


async def _cut_power(bot: BotProcess, chance: random.Random, times: int) -> None:
    for _ in range(times):
        await asyncio.sleep(0.6 + chance.random())
        await bot.kill()
        await bot.start()


async def _run(folder: Path, kills: int, said: int) -> tuple[list[Any], list[Any], World]:
    chance = random.Random(kills)
    async with _office(folder) as (world, bot, database):
        phones = [world.phone(FIRST_ID + n, f"P{n}", started=True) for n in range(LEADERS)]
        await bot.start()
        await asyncio.gather(
            _cut_power(bot, chance, kills), *(_talk(phone, chance, said) for phone in phones)
        )
        for phone in phones:
            await phone.sees(f"Đã ghi: {said * 2} người", within=60, fresh=False)
        assert await bot.stop() == 0
        async with Database.open(database) as opened:
            ended = await opened.read(
                lambda c: c.execute("SELECT state, count(*) FROM inbox GROUP BY 1").fetchall()
            )
            figures = await opened.read(
                lambda c: c.execute(
                    "SELECT point_id, state, count(*), max(total) FROM turnout GROUP BY 1, 2"
                ).fetchall()
            )
        return [tuple(r) for r in ended], [tuple(r) for r in figures], world


def _said_to(world: World, phone: Phone) -> str:
    """All that arrived, also what a live card has written over since."""
    arrived = (c.params for c in world.calls if c.status == 200 and "text" in c.params)
    mine = (p["text"] for p in arrived if int(p.get("chat_id", 0)) == phone.user.id)
    return " ".join(str(text).replace("<b>", "") for text in mine)


@pytest.mark.parametrize(("kills", "said"), [(0, UNDISTURBED), (KILLS, SAID)])
async def test_each_counts_once_and_is_answered(tmp_path: Path, kills: int, said: int) -> None:
    ended, figures, world = await _run(tmp_path, kills, said)
    assert ended == [("ended", LEADERS * (said + 1))]
    confirmed = [row for row in figures if row[1] == "confirmed"]
    assert [row[2:] for row in confirmed] == [(1, said * 2)] * LEADERS
    assert sum(row[2] for row in figures) == LEADERS * said, "every figure was written once"
    for phone in world.phones.values():
        heard = _said_to(world, phone)
        unsaid = [n * 2 for n in range(1, said + 1) if f" {n * 2} người" not in heard]
        assert unsaid == [], phone.name
    assert world.violations == []
