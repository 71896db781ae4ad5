"""What the operator is told: once an hour of the same thing, as soon as Telegram is reached."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping

from domain.letters import Message

EVERY = 3600.0
TRY_AGAIN = 15.0
MOST = 20
"""So many things wait at once for a Telegram that does not answer; more would say no more."""
Tell = Callable[[Message], Awaitable[bool]]
"""Tells the operator; False when it did not arrive."""


class Alarms:
    """`tell` is None where there is no operator: the log and /healthz say the same."""

    def __init__(self, tell: Tell | None, tick: Callable[[], float] = time.monotonic) -> None:
        self._tell, self._tick = tell, tick
        self._told: dict[str, float] = {}
        self._waiting: dict[str, Message] = {}
        self._news = asyncio.Event()

    def ring(self, kind: str, text: str, **facts: object) -> None:
        """Something is wrong; of the same kind nothing more is said for an hour."""
        told = self._told.get(kind)
        quiet = told is not None and self._tick() - told < EVERY
        if self._tell and not quiet and len(self._waiting) < MOST:
            self._waiting.setdefault(kind, Message(f"alarm.{text}", facts))
            self._news.set()

    @property
    def waiting(self) -> Mapping[str, Message]:
        """What the operator could not be told yet."""
        return self._waiting

    async def run(self) -> None:
        """Tell what there is to tell, until cancelled."""
        while True:
            await self._news.wait()
            self._news.clear()
            await self.round()
            if self._waiting:
                await asyncio.sleep(TRY_AGAIN)
                self._news.set()

    async def round(self) -> None:
        for kind, message in list(self._waiting.items()):
            if self._tell and await self._tell(message):
                self._told[kind] = self._tick()
                del self._waiting[kind]
