"""Ctrl-C ends what runs, in order; pressed once more it no longer waits."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable, Coroutine
from typing import Any


async def until_stopped(
    work: Coroutine[Any, Any, int], hurry: Callable[[], None] = lambda: None
) -> int:
    """What the work gives, or 0 if somebody stops it; asked a second time, it has to hurry."""
    task = asyncio.ensure_future(work)

    def stop() -> None:
        if task.cancelling():
            hurry()
        else:
            task.cancel()

    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, stop)
    try:
        return await task
    except asyncio.CancelledError:
        return 0
