"""The weekly report is on its way to two hundred leaders, and the power goes ten times."""

import asyncio
import sqlite3
from collections import Counter
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from actions.digest.printing import edition_now
from actions.digest.sending import freeze
from domain.access import Role, clock_of
from domain.people import Office
from sandbox.world import World
from storage import Work
from storage.offices import add_office
from tests.helpers.process import BotProcess
from tests.helpers.rush import FIRST_ID, busy_office
from tests.town import SINCE

LEADERS, KILLS = 200, 10
SENT = "SELECT count(*) FROM letter WHERE kind LIKE 'digest:%' AND state = 'sent'"
NOON = 12


def _where_it_is_noon(now: datetime) -> ZoneInfo:
    """The process has the machine's clock, and no report rings at night."""
    return ZoneInfo(f"Etc/GMT{now.hour - NOON:+d}")


def _report_is_due(connection: Any) -> None:
    """Two hundred leaders, and a report that was frozen and should have gone an hour ago."""
    now = datetime.now(UTC)
    zone = _where_it_is_noon(now)
    office = Office(0, "UB", "Cơ quan Khối Uông Bí", "Khối", "district_2017", zone)
    work = Work(connection, clock_of(add_office(connection, office, SINCE)), now)
    for number in range(LEADERS):
        person_id = work.people.add(f"Lãnh đạo {number}", now)
        work.people.enrol(person_id, f"LD{number:03}", SINCE)
        work.people.grant(person_id, Role.LEADER, SINCE)
        work.people.link(person_id, FIRST_ID + number)
    kept = work.digests.begin(edition_now(work))
    freeze(work, kept, {})
    work.digests.set_sends(kept.id, now - timedelta(hours=1))


class Arrived:
    """How many reports stand on whose telephone: each call is looked at once, for the machine that
    answers them is this one."""

    def __init__(self, world: World) -> None:
        self.world, self.seen, self.on = world, set[int](), Counter[int]()

    def now(self) -> Counter[int]:
        fresh = [call for call in self.world.calls if call.n not in self.seen]
        self.seen |= {call.n for call in fresh}
        calls = (call.params for call in fresh if call.status == 200)
        self.on.update(int(s["chat_id"]) for s in calls if "chat_id" in s and _is_report(s))
        return self.on


def _is_report(said: dict[str, Any]) -> bool:
    return "Tuần" in str(said.get("text") or said.get("caption") or "")


async def _more(arrived: Arrived, many: int) -> None:
    while arrived.now().total() < many:  # noqa: ASYNC110 - another process sends
        await asyncio.sleep(0.05)


def _recorded(database: Path) -> int:
    with closing(sqlite3.connect(database)) as file:
        return int(file.execute(SENT).fetchone()[0])


async def _cut_power(arrived: Arrived, bot: BotProcess, database: Path) -> int:
    """Each time some more were sent; how many stood nowhere but on telephones then."""
    in_flight = 0
    for _ in range(KILLS):
        await _more(arrived, arrived.now().total() + LEADERS // (KILLS + 2))
        await bot.kill()
        in_flight += len(arrived.now()) - _recorded(database)
        await bot.start()
    return in_flight


async def test_each_leader_has_it_and_only_what_was_in_flight_twice(tmp_path: Path) -> None:
    async with busy_office(tmp_path, _report_is_due) as (world, bot, database):
        for number in range(LEADERS):
            world.phone(FIRST_ID + number, f"L{number}", started=True)
        there = Arrived(world)
        await bot.start()
        in_flight = await _cut_power(there, bot, database)
        while _recorded(database) < LEADERS:  # noqa: ASYNC110 - another process writes
            await asyncio.sleep(0.1)
        assert await bot.stop() == 0
        arrived = there.now()
        assert len(arrived) == LEADERS
        assert arrived.total() - LEADERS <= in_flight
        assert max(arrived.values()) <= 2
        assert world.violations == []
