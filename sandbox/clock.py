"""The office's time, which the sandbox owns: it flows as real time does, and it can jump."""

from __future__ import annotations

import asyncio
import time
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sandbox.errors import Impossible

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
FARTHEST = timedelta(days=70)  # every job of every day between is really run


class Clock:
    """`n` counts the jumps; the bot says `done` when it has run what became due in one."""

    def __init__(self, start: datetime | None = None) -> None:
        self.n = 0
        self.done_n = 0
        self._set(start or datetime.now(ZONE))
        self._news = asyncio.Event()
        self._finished = asyncio.Event()

    def _set(self, now: datetime) -> None:
        self._base, self._at = now.astimezone(ZONE), time.monotonic()

    def __call__(self) -> datetime:
        return datetime.fromtimestamp(
            self._base.timestamp() + time.monotonic() - self._at, tz=ZONE
        )

    @property
    def passing(self) -> bool:
        """Is the bot still on its way through a jump?"""
        return self.done_n < self.n

    def jump(self, to: datetime) -> int:
        """Move forward to a moment; the number of the jump."""
        if to < self():
            raise Impossible(
                "the clock only goes forward", "Đồng hồ chỉ đi tới, không lùi lại được"
            )
        if to > self() + FARTHEST:
            days = FARTHEST.days
            raise Impossible(f"at most {days} days at a time", f"Mỗi lần đi xa nhất {days} ngày")
        self._set(to)
        self.n += 1
        self._news.set()
        self._news = asyncio.Event()
        return self.n

    async def wait(self, after: int, within: float) -> tuple[int, datetime]:
        """The number of the last jump and the time, as soon as the number is above `after`."""
        if self.n <= after:
            await _within(self._news, within)
        return self.n, self()

    def close(self) -> None:
        """Let the bot stop waiting for a jump."""
        self._news.set()
        self._finished.set()

    def done(self, n: int) -> None:
        """The bot has run everything up to jump `n`."""
        self.done_n = max(self.done_n, n)
        self._finished.set()
        self._finished = asyncio.Event()

    async def settled(self, n: int, within: float) -> bool:
        """Wait until the bot has done jump `n`; False if it did not in time."""
        deadline = time.monotonic() + within
        while self.done_n < n and (left := deadline - time.monotonic()) > 0:
            await _within(self._finished, left)
        return self.done_n >= n


async def _within(event: asyncio.Event, seconds: float) -> None:
    try:
        await asyncio.wait_for(event.wait(), seconds)
    except TimeoutError:
        return
