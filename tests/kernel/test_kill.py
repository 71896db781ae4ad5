"""Five hundred updates, and the power goes twenty times: each counts once, each is answered."""

import asyncio
import random
from pathlib import Path
from typing import Any

import pytest

from sandbox.phone import Phone
from sandbox.world import World
from storage import Database
from tests.helpers.process import BotProcess
from tests.helpers.rush import FIRST_ID, LEADERS, busy_office, said_to

SAID, KILLS, UNDISTURBED = 24, 20, 4


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
    async with busy_office(folder) as (world, bot, database):
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


@pytest.mark.parametrize(("kills", "said"), [(0, UNDISTURBED), (KILLS, SAID)])
async def test_each_counts_once_and_is_answered(tmp_path: Path, kills: int, said: int) -> None:
    ended, figures, world = await _run(tmp_path, kills, said)
    assert ended == [("ended", LEADERS * (said + 1))]
    confirmed = [row for row in figures if row[1] == "confirmed"]
    assert [row[2:] for row in confirmed] == [(1, said * 2)] * LEADERS
    assert sum(row[2] for row in figures) == LEADERS * said, "every figure was written once"
    for phone in world.phones.values():
        heard = said_to(world, phone)
        unsaid = [n * 2 for n in range(1, said + 1) if f" {n * 2} người" not in heard]
        assert unsaid == [], phone.name
    assert world.violations == []
