"""Beginning and end: whoever comes is heard first; whoever is told to stop stops, also when a
letter comes that very moment."""

import asyncio
import math
import time
from pathlib import Path
from typing import Any

import pytest

from bot.clock import MovableClock
from bot.running import serve
from bot.settings import Settings
from sandbox.http import application, serving
from sandbox.world import World
from schedules.postman import Postman
from storage import Database
from tests.helpers.process import BotProcess
from tests.town import BINH, THURSDAY, Town, _settle_in


def _settle_in_now(connection: Any) -> None:
    _settle_in(connection, THURSDAY)


async def test_the_postman_stops_although_there_is_post(bare: Town) -> None:
    posted = asyncio.Event()
    postman = Postman(bare.house.post, bare.house.courier, posted)
    walk = asyncio.create_task(postman.run())
    await asyncio.sleep(0.01)
    posted.set()
    await asyncio.sleep(0)
    walk.cancel()
    await asyncio.wait([walk], timeout=0.5)
    assert walk.cancelled()


async def test_people_are_heard_before_what_came_due_is_caught_up(
    bare: Town, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    never, stop = asyncio.Event(), asyncio.Event()
    monkeypatch.setattr(bare.house.timekeeper, "catch_up", never.wait)
    settings = Settings(database_path=tmp_path / "town.db")
    running = asyncio.create_task(serve(bare.house, settings, MovableClock(), stop))
    phone = bare.phone(BINH)
    await phone.write("/say heard")
    async with asyncio.timeout(40):
        while "heard" not in str(phone.messages[1:]):  # noqa: ASYNC110 - the phone tells nobody
            await asyncio.sleep(0.05)
    stop.set()
    await running


async def test_it_ends_in_time_although_telegram_never_answers(tmp_path: Path) -> None:
    database, world = tmp_path / "office.db", World()
    world.pace = None
    async with Database.open(database) as opened:
        await opened.write(_settle_in_now)
    async with serving(application(world)) as port:
        bot = BotProcess(database, port)
        await bot.start()
        async with asyncio.timeout(40):
            while not world.calls:  # noqa: ASYNC110 - the stand-in only notes what was asked
                await asyncio.sleep(0.1)
        world.faults.lose_answers(math.inf, "sendMessage", hang=True)
        for number in range(20):
            await world.phone(BINH.id + number, started=True).write("alo")
        await asyncio.sleep(1)
        begins = time.monotonic()
        assert await bot.stop() == 0
        assert time.monotonic() - begins < 8


async def test_the_thousands_of_one_keep_no_other_from_being_heard(bare: Town) -> None:
    dispatcher = bare.house.dispatcher
    held = [asyncio.create_task(asyncio.sleep(60)) for _ in range(2300)]
    dispatcher._tasks.update(held)
    await bare.phone(BINH).write("/say heard")
    async with asyncio.timeout(30):  # half of what it would wait for them
        assert await bare.house.poller.once(0) == 1
    dispatcher._tasks.difference_update(held)
    for task in held:
        task.cancel()
    assert "heard 1" in await bare.screen(BINH)
