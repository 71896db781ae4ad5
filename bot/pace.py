"""Telegram's pace: so many messages a second in all and to one chat, whoever waits first."""

import asyncio
import time
from collections import OrderedDict, deque
from collections.abc import Callable

OVERALL_A_SECOND = 28
CHAT_EVERY = 1.0
CHAT_BURST = 3
GROUP_EVERY = 60 / 18
REMEMBERED = 4096


class Pace:
    """Hands out turns on monotonic time. An answer goes before a letter; a chat that must wait
    keeps nobody else waiting.

    `tick` is the monotonic clock in seconds.
    """

    def __init__(self, tick: Callable[[], float] = time.monotonic) -> None:
        self._tick = tick
        self._free_at: OrderedDict[int, float] = OrderedDict()
        self._sent: deque[float] = deque(maxlen=OVERALL_A_SECOND)
        self._queues: tuple[deque[_Waiter], deque[_Waiter]] = (deque(), deque())
        self._news = asyncio.Event()
        self._server: asyncio.Task[None] | None = None

    async def turn(self, chat_id: int, *, first: bool) -> None:
        """Wait until a message may go to this chat."""
        waiter = _Waiter(chat_id, asyncio.get_running_loop().create_future())
        self._queues[0 if first else 1].append(waiter)
        self._news.set()
        if self._server is None or self._server.done():
            self._server = asyncio.create_task(self._serve(), name="pace")
        await waiter.turn

    def hold(self, chat_id: int, seconds: float) -> None:
        """Telegram asked this chat to wait; the others go on."""
        self._remember(chat_id, self._tick() + seconds + CHAT_EVERY * CHAT_BURST)

    def close(self) -> None:
        if self._server:
            self._server.cancel()

    def _remember(self, chat_id: int, moment: float) -> None:
        self._free_at[chat_id] = moment
        self._free_at.move_to_end(chat_id)
        while len(self._free_at) > REMEMBERED:
            self._free_at.popitem(last=False)

    def _wait_of(self, chat_id: int, now: float) -> float:
        """Seconds until this chat may hear another message."""
        burst = CHAT_EVERY * (CHAT_BURST - 1) if chat_id > 0 else 0.0
        return max(0.0, self._free_at.get(chat_id, 0.0) - burst - now)

    def _wait_overall(self, now: float) -> float:
        full = len(self._sent) == OVERALL_A_SECOND
        return max(0.0, self._sent[0] + 1.0 - now) if full else 0.0

    def _take(self, now: float) -> float | None:
        """Give the next turn; else seconds until there may be one, None when nobody waits."""
        wait: float | None = None
        for queue in self._queues:
            for _ in range(len(queue)):
                waiter = queue.popleft()
                if waiter.turn.done():
                    continue
                left = self._wait_of(waiter.chat_id, now)
                if left <= 0:
                    self._grant(waiter, now)
                    return 0.0
                queue.append(waiter)
                wait = left if wait is None else min(wait, left)
        return wait

    def _grant(self, waiter: "_Waiter", now: float) -> None:
        every = CHAT_EVERY if waiter.chat_id > 0 else GROUP_EVERY
        free = max(self._free_at.get(waiter.chat_id, 0.0), now) + every
        self._remember(waiter.chat_id, free)
        self._sent.append(now)
        waiter.turn.set_result(None)

    async def _serve(self) -> None:
        while True:
            self._news.clear()
            now = self._tick()
            wait = self._wait_overall(now) or self._take(now)
            if wait is None:
                await self._news.wait()
            elif wait > 0:
                await _sleep_or(self._news, wait)


class _Waiter:
    __slots__ = ("chat_id", "turn")

    def __init__(self, chat_id: int, turn: "asyncio.Future[None]") -> None:
        self.chat_id, self.turn = chat_id, turn


async def _sleep_or(news: asyncio.Event, seconds: float) -> None:
    try:
        await asyncio.wait_for(news.wait(), seconds)
    except TimeoutError:
        return
