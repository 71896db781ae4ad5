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
MOST_IN_A_SECOND = 30
"""What Telegram takes. A message arrives there at some time between its sending and its answer:
it counts all that while, and a second more, so that no thirty-first falls into any one second."""
LOST_AFTER = 5.0
"""Seconds after which a message whose answer does not come counts no more."""


class Allowance:
    """What may be sent when, in monotonic seconds: pure counting, no waiting."""

    def __init__(self) -> None:
        self._free_at: OrderedDict[int, float] = OrderedDict()
        self._all_free_at = 0.0
        self._number = 0
        self._flying: dict[int, float] = {}
        self._landed: deque[float] = deque()

    def wait(self, now: float, *, first: bool = True) -> float:
        """Seconds until any message may go; letters leave one place to whoever asked."""
        ahead = AT_ONCE - 1 if first else AT_ONCE - 2
        evenly = self._all_free_at - ahead / OVERALL_A_SECOND - now
        return max(0.0, evenly, self._crowded(now))

    def _crowded(self, now: float) -> float:
        """Seconds until one of thirty counts no more."""
        while self._landed and self._landed[0] + 1 <= now:
            self._landed.popleft()
        while self._flying and (oldest := next(iter(self._flying.items())))[1] <= now - LOST_AFTER:
            del self._flying[oldest[0]]
        if len(self._flying) + len(self._landed) < MOST_IN_A_SECOND:
            return 0.0
        ends = [self._landed[0] + 1] if self._landed else []
        lost = [next(iter(self._flying.values())) + LOST_AFTER] if self._flying else []
        return min(ends + lost) - now

    def wait_of(self, chat_id: int, now: float) -> float:
        """Seconds until this chat may hear another message; a person may hear a few at once."""
        burst = CHAT_EVERY * (CHAT_BURST - 1) if chat_id > 0 else 0.0
        return max(0.0, self._free_at.get(chat_id, 0.0) - burst - now)

    def take(self, chat_id: int, now: float) -> int:
        """A message goes; its number, by which its landing is told."""
        every = CHAT_EVERY if chat_id > 0 else GROUP_EVERY
        self._remember(chat_id, max(self._free_at.get(chat_id, 0.0), now) + every)
        self._all_free_at = max(self._all_free_at, now) + 1 / OVERALL_A_SECOND
        self._number += 1
        self._flying[self._number] = now
        return self._number

    def landed(self, number: int, now: float) -> None:
        if self._flying.pop(number, None) is not None:
            self._landed.append(now)

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
    turn: "asyncio.Future[int]"


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

    async def turn(self, chat_id: int, *, first: bool) -> int | None:
        """Wait until a message may go to this chat; its number, until it has `landed`."""
        waiter = _Waiter(chat_id, asyncio.get_running_loop().create_future())
        (self._answers if first else self._letters).append(waiter)
        self._news.set()
        if self._server is None or self._server.done():
            self._server = asyncio.create_task(self._serve(), name="pace")
        return await waiter.turn

    def landed(self, number: int | None) -> None:
        """A message was answered, or failed."""
        if number is not None:
            self._allowance.landed(number, self._tick())
            self._news.set()

    def hold(self, chat_id: int, seconds: float) -> None:
        self._allowance.hold(chat_id, seconds, self._tick())

    def close(self) -> None:
        if self._server:
            self._server.cancel()

    async def _serve(self) -> None:
        while True:
            self._news.clear()
            now = self._tick()
            wait = self._allowance.wait(now, first=bool(self._answers)) or self._give(now)
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
                    number = self._allowance.take(waiter.chat_id, now)
                    waiter.turn.set_result(number)
                    queue.extendleft(reversed(blocked))
                    return 0.0
                blocked.append(waiter)
                shortest = wait if shortest is None else min(shortest, wait)
            queue.extend(blocked)
        return shortest
