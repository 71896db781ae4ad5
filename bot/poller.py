"""The bot's own poller: every batch is written down before Telegram is told to forget it."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from typing import Any, Protocol

from telegram import Bot
from telegram.error import Conflict, InvalidToken, NetworkError, RetryAfter, TelegramError

from actions.reception.inbox import Inbox, OpenUpdate
from bot.courier import pause_of
from bot.dispatch import Dispatcher
from bot.transport import Garbled

log = logging.getLogger(__name__)
RAW_UPDATES = "getupdates"
"""Telegram does not mind the case; in this one the library hands the updates over raw."""
ALLOWED = ["message", "edited_message", "callback_query", "my_chat_member", "message_reaction"]
POLL_SECONDS = 25
PATIENCE_SECONDS = 20.0
REBUILD_AFTER = 3
LONGEST_PAUSE = 15.0
HELD_AFTER = 3.0
"""Seconds after which somebody who wrote hears that it is held."""
BUSY = 2000
BREATH = 0.05
"""With so many updates in hand the next wait a breath in Telegram's queue, and no longer: one
person's thousands must not keep the others from being heard."""


def _number_of(update: object) -> int | None:
    """An update's number; something else in its place cannot be acknowledged."""
    number = update.get("update_id") if isinstance(update, dict) else None
    return number if isinstance(number, int) and not isinstance(number, bool) else None


HOPELESS_AFTER = 600.0
"""Seconds of 401 or 409 without a single answer."""
Alarm = Callable[[BaseException, str], Awaitable[object]]


class Hopeless(RuntimeError):
    """It fails for so long that only somebody outside can help, or a new beginning."""


class Pool(Protocol):
    async def rebuild(self) -> None:
        """Throw a broken pool of connections away."""


class Poller:
    """Asks for raw updates; an update that cannot be read stops nobody behind it.

    `ear` is a bot of its own, so that the long question never takes a place from answers.
    """

    def __init__(
        self, ear: Bot, inbox: Inbox, dispatcher: Dispatcher, pool: Pool | None, alarm: Alarm
    ) -> None:
        self._ear, self._inbox, self._dispatcher = ear, inbox, dispatcher
        self._pool = pool
        self._offset: int | None = None
        self._failures = 0
        self._refused_at: float | None = None
        self._alarm, self._tick = alarm, time.monotonic
        self.heard_at: float | None = None
        """Monotonic seconds of the last answer: the measure of health."""

    async def run(self) -> None:
        """Poll until cancelled; the first question does not wait, so that health is known."""
        while True:
            try:
                await self.once(0 if self.heard_at is None else POLL_SECONDS)
            except RetryAfter as error:
                await asyncio.sleep(pause_of(error).total_seconds())
            except (TelegramError, TimeoutError) as error:
                await self._failed(error)

    async def once(self, seconds: int = POLL_SECONDS) -> int:
        """One question to Telegram: write down what came, hand it on, and how many there were."""
        if self._dispatcher.busy > BUSY:
            await self._dispatcher.drain(BREATH)
        async with asyncio.timeout(seconds + PATIENCE_SECONDS):
            raw = await self._ask(seconds)
        self.heard_at, self._failures, self._refused_at = time.monotonic(), 0, None
        numbered = [one for one in raw if _number_of(one) is not None]
        if len(numbered) < len(raw):
            log.error("updates without a number: %s", len(raw) - len(numbered))
        if numbered:
            read = self._dispatcher.sift(numbered)
            fresh = await self._written(read) if read else []
            self._offset = max(one["update_id"] for one in numbered) + 1
            self._dispatcher.take(fresh)
        elif raw:
            raise Garbled
        return len(numbered)

    async def _written(self, numbered: list[dict[str, Any]]) -> list[OpenUpdate]:
        """Write a batch down, however long that takes: until then Telegram keeps it. Whoever
        spoke hears that they need not repeat it."""
        writing = asyncio.create_task(self._inbox.receive(numbered))
        try:
            done, _ = await asyncio.wait([writing], timeout=HELD_AFTER)
            if not done:
                self._dispatcher.say_held(numbered)
            fresh = await writing
        finally:
            writing.cancel()
        self._dispatcher.let_go()
        return fresh

    async def _ask(self, seconds: int) -> list[dict[str, Any]]:
        question: dict[str, Any] = {"timeout": seconds, "limit": 100, "allowed_updates": ALLOWED}
        if self._offset is not None:
            question["offset"] = self._offset
        answer: list[dict[str, Any]] = await self._ear.do_api_request(
            RAW_UPDATES, api_kwargs=question, read_timeout=seconds + PATIENCE_SECONDS / 2
        )
        if not isinstance(answer, list):
            raise Garbled
        return answer

    async def _refused(self, error: Exception) -> None:
        """Another fetches with our token, a webhook does, or the token is revoked: somebody must
        act, and is told; after ten minutes the process ends rather than seem to run."""
        await self._alarm(error, "fetching updates")
        now = self._tick()
        self._refused_at = now if self._refused_at is None else self._refused_at
        if now - self._refused_at >= HOPELESS_AFTER:
            raise Hopeless(
                f"Telegram has refused us for ten minutes: {type(error).__name__}"
            ) from None

    async def _failed(self, error: Exception) -> None:
        self._failures += 1
        if isinstance(error, (Conflict, InvalidToken)):
            await self._refused(error)
        known = isinstance(error, (Conflict, InvalidToken, NetworkError, TimeoutError))
        reason = type(error).__name__ if known else "TelegramError"
        log.warning("no updates: %s, failure %s", reason, self._failures)
        if self._pool and self._failures % REBUILD_AFTER == 0:
            await self._pool.rebuild()
        await asyncio.sleep(min(0.5 * 2 ** min(self._failures, 6), LONGEST_PAUSE))
