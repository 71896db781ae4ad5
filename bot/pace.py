"""Telegram's pace: so many messages a second in all and to one chat, whoever waits first."""

import asyncio
import contextlib
import time
from collections import OrderedDict, deque
from collections.abc import Callable
from dataclasses import dataclass

OVERALL_A_SECOND, AT_ONCE = 28, 3
"""Evenly, and so few at once: when the line stumbles, two seconds' worth never arrive in one."""
CHAT_EVERY = 1.0
CHAT_BURST = 3
GROUP_EVERY = 60 / 18
REMEMBERED = 4096


class Allowance:
    """What may be sent when, in monotonic seconds: pure counting, no waiting."""

    def __init__(self) -> None:
        self._free_at: OrderedDict[int, float] = OrderedDict()
        self._all_free_at = 0.0

    def wait(self, now: float) -> float:
        """Seconds until any message may go."""
        return max(0.0, self._all_free_at - (AT_ONCE - 1) / OVERALL_A_SECOND - now)

    def wait_of(self, chat_id: int, now: float) -> float:
        """Seconds until this chat may hear another message; a person may hear a few at once."""
        burst = CHAT_EVERY * (CHAT_BURST - 1) if chat_id > 0 else 0.0
        return max(0.0, self._free_at.get(chat_id, 0.0) - burst - now)

    def take(self, chat_id: int, now: float) -> None:
        every = CHAT_EVERY if chat_id > 0 else GROUP_EVERY
        self._remember(chat_id, max(self._free_at.get(chat_id, 0.0), now) + every)
        self._all_free_at = max(self._all_free_at, now) + 1 / OVERALL_A_SECOND

    def hold(self, chat_id: int, seconds: float, now: float) -> None:
        """Telegram asked this chat to wait; the others go on."""
        self._remember(chat_id, now + seconds + CHAT_EVERY * CHAT_BURST)

    def _remember(self, chat_id: int, moment: float) -> None:
        self._free_at[chat_id] = moment
        self._free_at.move_to_end(chat_id)
        while len(self._free_at) > REMEMBERED:
            self._free_at.popitem(last=False)


@dataclass(slots=True)
class _Waiter:
    chat_id: int
    turn: "asyncio.Future[None]"


class Pace:
    """Hands out turns. An answer goes before a letter; a chat that must wait keeps nobody else
    waiting. `tick` is the monotonic clock in seconds."""

    def __init__(self, tick: Callable[[], float] = time.monotonic) -> None:
        self._tick = tick
        self._allowance = Allowance()
        self._answers: deque[_Waiter] = deque()
        self._letters: deque[_Waiter] = deque()
        self._news = asyncio.Event()
        self._server: asyncio.Task[None] | None = None

    async def turn(self, chat_id: int, *, first: bool) -> None:
        """Wait until a message may go to this chat."""
        waiter = _Waiter(chat_id, asyncio.get_running_loop().create_future())
        (self._answers if first else self._letters).append(waiter)
        self._news.set()
        if self._server is None or self._server.done():
            self._server = asyncio.create_task(self._serve(), name="pace")
        await waiter.turn

    def hold(self, chat_id: int, seconds: float) -> None:
        self._allowance.hold(chat_id, seconds, self._tick())

    def close(self) -> None:
        if self._server:
            self._server.cancel()

    async def _serve(self) -> None:
        while True:
            self._news.clear()
            now = self._tick()
            wait = self._allowance.wait(now) or self._give(now)
            if wait != 0.0:
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(wait):
                        await self._news.wait()

    def _give(self, now: float) -> float | None:
        """Give the next turn and return 0; else the seconds to wait, None when nobody does."""
        shortest: float | None = None
        for queue in (self._answers, self._letters):
            blocked: list[_Waiter] = []
            while queue:
                waiter = queue.popleft()
                if waiter.turn.done():
                    continue
                wait = self._allowance.wait_of(waiter.chat_id, now)
                if wait <= 0:
                    self._allowance.take(waiter.chat_id, now)
                    waiter.turn.set_result(None)
                    queue.extendleft(reversed(blocked))
                    return 0.0
                blocked.append(waiter)
                shortest = wait if shortest is None else min(shortest, wait)
            queue.extend(blocked)
        return shortest
