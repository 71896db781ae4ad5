"""`make chaos`: twenty people report to the real process over HTTP while it is killed, Telegram
fails in every way, and its file is locked; then it is calm, and everything must be there."""

import argparse
import asyncio
import os
import random
import resource
import signal
import sqlite3
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator
from contextlib import closing, suppress
from datetime import timedelta
from pathlib import Path

from sandbox.errors import ApiError
from sandbox.phone import Phone
from sandbox.state import Violation
from sandbox.world import World
from tests.helpers.process import BotProcess
from tests.helpers.rush import FIRST_ID, LEADERS, busy_office

CALM_WITHIN = 120.0
WORDS = "người"
WHAT_IS_SAID = ("sendMessage", "editMessageText")
TEN_MINUTES = timedelta(minutes=10)
NO_END = (resource.RLIM_INFINITY, resource.RLIM_INFINITY)


class Chaos:
    """One office, one process, one lot of disturbances that a seed decides."""

    def __init__(self, world: World, bot: BotProcess, database: Path, seed: int) -> None:
        self.world, self.bot, self.database = world, bot, database
        self.chance = random.Random(seed)
        self.done: Counter[str] = Counter()
        self.wrong: list[str] = []

    async def run(self, seconds: float) -> None:
        phones = [self.world.phone(FIRST_ID + n, f"P{n}", started=True) for n in range(LEADERS)]
        until = time.monotonic() + seconds
        await self.bot.start()
        said = await asyncio.gather(
            self._disturb(until), *(self._talk(phone, until) for phone in phones)
        )
        self.world.faults.clear()
        if self.bot.pid is None:
            self.wrong.append("it ended by itself")
        seen = zip(phones, said[1:], strict=True)
        await asyncio.gather(*(self._must_see(phone, times or 0) for phone, times in seen))
        if await self.bot.stop() != 0:
            self.wrong.append("it did not end in order")
        self._look_into_the_file(sum(times or 0 for times in said[1:]))
        self.wrong += [f"Telegram complains: {one}" for one in self._complaints()]

    async def _talk(self, phone: Phone, until: float) -> int:
        number = 0
        while time.monotonic() < until:
            number += 1
            await phone.write(f"{number * 2} {WORDS}")
            await asyncio.sleep(0.5 + self.chance.random() * 3)
        await phone.write("đúng")
        return number

    async def _disturb(self, until: float) -> None:
        kinds: dict[str, Callable[[], Awaitable[None]]] = {
            "killed": self._kill,
            "outage": self._outage,
            "ten minutes away": self._ten_minutes,
            "bad gateway": self._bad_gateway,
            "lost answers": self._lose,
            "garbage": self._garble,
            "too many": self._too_many,
            "locked": self._lock,
            "disk full": self._fill,
            "read-only": self._shut,
            "frozen": self._freeze,
            "a second process": self._second,
            "another machine": self._listen_elsewhere,
        }
        deck: list[str] = []
        while time.monotonic() < until - 8:
            deck = deck or self.chance.sample(list(kinds), len(kinds))
            kind = deck.pop()
            self.done[kind] += 1
            await kinds[kind]()
            await asyncio.sleep(0.5 + self.chance.random() * 2)

    async def _kill(self) -> None:
        await self.bot.kill()
        await self.bot.start()

    async def _outage(self) -> None:
        self.world.faults.unreachable(1 + self.chance.random() * 4)

    async def _ten_minutes(self) -> None:
        """No way to Telegram for ten minutes by the clock."""
        await self._outage()
        self.world.clock.jump(self.world.clock() + TEN_MINUTES)
        self.world.state.announce("clock")

    async def _bad_gateway(self) -> None:
        self.world.faults.bad_gateway(self.chance.randint(1, 10))

    async def _lose(self) -> None:
        self.world.faults.lose_answers(self.chance.randint(1, 5), *WHAT_IS_SAID)

    async def _garble(self) -> None:
        """Somebody's hotspot answers in Telegram's place, also when it is asked for news."""
        self.world.faults.garble_answers(self.chance.randint(1, 5), *WHAT_IS_SAID, "getUpdates")

    async def _too_many(self) -> None:
        self.world.faults.too_many(FIRST_ID + self.chance.randrange(LEADERS), 2)

    async def _lock(self) -> None:
        """Another program holds the file, as a backup tool may."""
        with closing(sqlite3.connect(self.database, isolation_level=None, timeout=5)) as other:
            try:
                other.execute("BEGIN IMMEDIATE")
            except sqlite3.OperationalError:
                return
            await asyncio.sleep(1 + self.chance.random() * 4)
            other.execute("ROLLBACK")

    async def _fill(self) -> None:
        """The disk is full: no file of the process grows."""
        await self._limit(self.database.stat().st_size)

    async def _shut(self) -> None:
        """The disk takes nothing at all, as when it was mounted read-only."""
        await self._limit(0)

    async def _limit(self, size: int) -> None:
        if (number := self.bot.pid) is None:
            return
        resource.prlimit(number, resource.RLIMIT_FSIZE, (size, NO_END[1]))
        await asyncio.sleep(2 + self.chance.random() * 4)
        if self.bot.pid is None:  # it was just starting, and nothing can be begun on such a disk
            await self.bot.start()
        else:
            resource.prlimit(number, resource.RLIMIT_FSIZE, NO_END)

    async def _freeze(self) -> None:
        """The machine sleeps for a moment."""
        if (number := self.bot.pid) is not None:
            os.kill(number, signal.SIGSTOP)
            await asyncio.sleep(1 + self.chance.random() * 2)
            os.kill(number, signal.SIGCONT)

    async def _second(self) -> None:
        """Somebody starts it once more on the same file: it must refuse."""
        if await self.bot.beside().ended(within=20) != 1:
            self.wrong.append("a second process ran on the same file")

    async def _listen_elsewhere(self) -> None:
        """Another machine listens with the same token; each takes the line from the other."""
        until = time.monotonic() + 2 + self.chance.random() * 3
        while time.monotonic() < until:
            with suppress(ApiError):
                await self.world.state.queue.get(0, 1, 1.0, False)
            await asyncio.sleep(0.1)

    def _complaints(self) -> Iterator[Violation]:
        """That two listen is the doing of the other machine."""
        for one in self.world.violations:
            if not (self.done["another machine"] and "other getUpdates" in str(one)):
                yield one

    async def _must_see(self, phone: Phone, times: int) -> None:
        """The last word stands on the telephone. What a card was owed meanwhile is drawn once, as
        things stand then."""
        try:
            await phone.sees(f"Đã ghi: {times * 2} {WORDS}", within=CALM_WITHIN, fresh=False)
        except Exception as error:  # noqa: BLE001 - whatever it was, it is told with the others
            self.wrong.append(f"{phone.name} was not answered: {type(error).__name__}")

    def _look_into_the_file(self, said: int) -> None:
        with closing(sqlite3.connect(self.database)) as file:
            whole = file.execute("PRAGMA integrity_check").fetchone()[0]
            states = file.execute("SELECT state, count(*) FROM inbox GROUP BY 1").fetchall()
            written = file.execute("SELECT count(*) FROM turnout").fetchone()[0]
            confirmed = file.execute(
                "SELECT count(*) FROM turnout WHERE state = 'confirmed'"
            ).fetchone()[0]
        found = (whole, dict(states), written, confirmed)
        if found != ("ok", {"ended": said + LEADERS}, said, LEADERS):
            self.wrong.append(f"said {said}, found {found}")


async def play(seconds: float, seed: int, folder: Path) -> Chaos:
    async with busy_office(folder, by_its_clock=True) as (world, bot, database):
        chaos = Chaos(world, bot, database, seed)
        try:
            await chaos.run(seconds)
        finally:
            await bot.kill()
    return chaos


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="chaos-") as folder:
        chaos = asyncio.run(play(asked.seconds, asked.seed, Path(folder)))
    done = ", ".join(f"{kind} {times}" for kind, times in sorted(chaos.done.items()))
    for line in (f"seed {asked.seed}: {done}", *chaos.wrong):
        sys.stdout.write(f"{line}\n")
    sys.stdout.write("all is there, once\n" if not chaos.wrong else "")
    return 1 if chaos.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
