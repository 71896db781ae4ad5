"""Thursday 19:30: 5,000 people tap within a minute on 200 places. Who has one, who waits, how
soon each press was answered, how soon each card was drawn at Telegram's own pace."""

import asyncio
import sys
import tempfile
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from benchmarks.telegram import press, telegram
from bot.wiring import House, build
from domain.access import clock_of
from domain.activities import NewPoint, Plan, State
from domain.consent import Purpose
from domain.people import Office
from domain.periods import OFFICE_ZONE
from domain.retention import DAYS
from storage import Work
from storage.offices import add_office
from texts import Catalogue
from texts.saturdays import notice

OVER = 60.0
"""Seconds in which they all tap."""
PLACES, TOKEN = 200, "123456:" + "A" * 30
OFFICE = Office(0, "B", "Cơ quan", "Cơ quan", "district_2017", OFFICE_ZONE, contact="Hạnh")
LINE = "SELECT p.telegram_id, r.standing FROM registration r JOIN person p ON p.id = r.person_id"
CARDS_LEFT = "SELECT count(*) FROM letter WHERE care = 'card' AND state IN ('waiting', 'sending')"


async def rush(taps: int, delay: float, cards: bool) -> None:
    blanks = {"office": OFFICE.name, "contact": OFFICE.contact, "days": DAYS["registrations"]}
    mark = notice(Catalogue().words("vi", "anh_chi"), Purpose.LIST, blanks).mark
    updates = [press(n + 1, 10_000 + n, f"s.yes:1:18.{mark}") for n in range(taps)]
    with tempfile.TemporaryDirectory() as folder, telegram(updates, delay, OVER) as (port, pipe):
        address = f"http://127.0.0.1:{port}"
        path = Path(folder) / "rush.db"
        async with build(token=TOKEN, database_path=path, base_url=address) as house:
            await house.database.write(_settle_in)
            began = time.monotonic()
            duties = [asyncio.create_task(house.poller.run())]
            duties.append(asyncio.create_task(house.postman.run()))
            seconds, waits = await asyncio.to_thread(pipe.recv)
            say(f"{taps} presses answered in {seconds:.1f} s, {taps / seconds:.0f} a second")
            slowest, most = waits[-1], waits[len(waits) * 99 // 100]
            say(f"waited: half {waits[taps // 2]:.2f} s, 99 % {most:.2f} s, all {slowest:.2f} s")
            await _count(house, taps)
            if cards:
                while await _cards_left(house):  # noqa: ASYNC110 - it measures, it does not wait
                    await asyncio.sleep(0.5)
                say(f"every card drawn {time.monotonic() - began:.0f} s after the first tap")
            for duty in duties:
                duty.cancel()
            await asyncio.gather(*duties, return_exceptions=True)


async def _count(house: House, taps: int) -> None:
    rows = await house.database.read(lambda c: c.execute(f"{LINE} ORDER BY r.id").fetchall())
    in_order = [row[0] for row in rows] == [10_000 + n for n in range(taps)]
    standings = [row[1] for row in rows]
    exact = standings == ["registered"] * PLACES + ["waitlisted"] * (taps - PLACES)
    say(f"{standings.count('registered')} registered, {standings.count('waitlisted')} waiting")
    say(f"the line is the order of the taps: {'yes' if in_order and exact else 'NO'}")


async def _cards_left(house: House) -> int:
    found = await house.database.read(lambda c: c.execute(CARDS_LEFT).fetchone())
    return int(found[0])


def _settle_in(connection: Any) -> None:
    now = datetime.now(UTC)
    work = Work(connection, clock_of(add_office(connection, OFFICE, date(2026, 1, 1))), now)
    starts = now + timedelta(days=2)
    plan = Plan("saturday", "Dọn bờ kênh", starts, timedelta(hours=3))
    day = work.activities.add(plan, "T7", starts - timedelta(hours=12), now, State.OPEN)
    work.activities.add_point(day, NewPoint("Cầu", capacity=PLACES))


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
    slow = float(sys.argv[2]) if len(sys.argv) > 2 else 0.0
    asyncio.run(rush(count, slow, "--cards" in sys.argv))
