"""How a story looks at the bot from outside: an operator, hours that move, health over HTTP."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp

from bot.alarms import Alarms
from bot.evidence_copier import EvidenceCopier
from bot.health import Health, serve_health
from bot.watch import Watch
from domain.letters import Message
from sandbox.office import _free_port
from tests.town import Town
from texts import Catalogue, render


class Hours:
    """A clock of seconds that is moved by hand."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


class Operator:
    """Reads what the operator is told, while Telegram answers."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        self.reached = True

    async def tell(self, message: Message) -> bool:
        if self.reached:
            self.heard.append(render(Catalogue().words(), message)[0])
        return self.reached


def watch_over(town: Town, folder: Path, hours: Hours) -> tuple[Watch, Alarms, Operator]:
    operator = Operator()
    alarms = Alarms(operator.tell, hours)
    house = town.house
    watch = Watch(house.poller, house.database, house.housekeeping, alarms, folder, hours)
    return watch, alarms, operator


@asynccontextmanager
async def health_of(town: Town, folder: Path, silent: float = 0.0) -> AsyncIterator[Any]:
    """As it is told when Telegram was last heard so many seconds ago."""
    house, port, hours = town.house, _free_port(), Hours()
    watch, _, _ = watch_over(town, folder, hours)
    copier = EvidenceCopier(house.bot, house.housekeeping, folder / "files")
    health = Health(house, watch, copier, None)
    served = asyncio.create_task(serve_health(health, house, port, inspection=False))
    await watch.round()
    await asyncio.sleep(0.1)
    hours.seconds = silent

    async def ask(path: str) -> tuple[int, str]:
        async with (
            aiohttp.ClientSession() as session,
            session.get(f"http://127.0.0.1:{port}{path}") as answer,
        ):
            return answer.status, await answer.text()

    yield ask
    served.cancel()
    await asyncio.wait([served])
