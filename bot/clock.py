"""The clock: the machine's own, or the sandbox's, which can be moved."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

Clock = Callable[[], datetime]


def machine_clock() -> datetime:
    return datetime.now(UTC)


class MovableClock:
    """The machine's clock, some time ahead or behind; only the sandbox and tests move it."""

    def __init__(self, now: datetime | None = None, clock: Clock = machine_clock) -> None:
        self._clock = clock
        self._ahead = (now - clock()) if now else timedelta()
        self._skipped = timedelta()

    def __call__(self) -> datetime:
        return self._clock() + self._ahead

    def tick(self) -> float:
        """Seconds that only grow, hours that were skipped included: Telegram's pace counts on
        them, so that a week gone through in a moment is not sent at one message a second."""
        return time.monotonic() + self._skipped.total_seconds()

    def move_to(self, moment: datetime) -> None:
        self._skipped += max(moment - self(), timedelta())
        self._ahead = moment - self._clock()
