"""The queue of updates that Telegram keeps for the bot until it has taken them."""

from __future__ import annotations

import asyncio
import itertools
import math
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sandbox.errors import ApiError
from sandbox.table import WORDS

JSON = dict[str, Any]
Monotonic = Callable[[], float]

KINDS = WORDS["updates"]
NOT_BY_DEFAULT = {"chat_member", "message_reaction", "message_reaction_count"}
KEPT = {"callback_query": 150.0, "inline_query": 30.0}  # seconds; everything else a day
DAY = 86_400.0
CONFLICT = (
    "Conflict: terminated by other getUpdates request; "
    "make sure that only one bot instance is running"
)
LONGEST_POLL = 50
LISTENING = 8.0  # seconds without a poll after which the bot counts as deaf
_WORLDS = itertools.count(0, 1_000)
"""A second world of the same moment, on the same office, begins beyond the first."""


@dataclass(frozen=True)
class Update:
    id: int
    kind: str
    body: JSON
    expires: float

    def json(self) -> JSON:
        return {"update_id": self.id, self.kind: self.body}


class Queue:
    """Numbered updates; one long poll at a time."""

    def __init__(self, monotonic: Monotonic = time.monotonic) -> None:
        self.monotonic = monotonic
        self.allowed = set(KINDS) - NOT_BY_DEFAULT
        self.expired = 0
        self._waiting: list[Update] = []
        # Five a second since 2020: a restarted stand-in goes on above the ids it gave before.
        self._next = int((time.time() - 1_577_836_800) * 5) + next(_WORLDS)
        self._poll: asyncio.Future[bool] | None = None
        self._last_offset: int | None = None
        self._last_start = self._asked = -math.inf

    def __len__(self) -> int:
        self._forget_old()
        return len(self._waiting)

    @property
    def heard(self) -> bool:
        """Has the bot asked within the last seconds?"""
        return self.polled or time.monotonic() - self._asked < LISTENING

    @property
    def polled(self) -> bool:
        """Is the bot listening at this moment?"""
        return self._poll is not None

    def put(self, kind: str, body: JSON) -> int | None:
        """Keep an update for the bot; the id, or nothing if it did not ask for this kind."""
        if kind not in self.allowed:
            return None
        self._next += 1
        expires = self.monotonic() + KEPT.get(kind, DAY)
        self._waiting.append(Update(self._next, kind, body, expires))
        self._wake(True)
        return self._next

    async def get(self, offset: int, limit: int, within: float, patient: bool) -> list[JSON]:
        """The next updates, waiting up to `within` seconds for the first of them."""
        limit = min(max(limit, 1), 100)
        timeout = min(max(within, 0), LONGEST_POLL)
        self._wake(False)
        self._asked = time.monotonic()
        if patient:
            limit, timeout = self._slow_down(offset, limit, timeout)
        self._confirm(offset)
        if not self._waiting and timeout:
            poll = self._poll = asyncio.get_running_loop().create_future()
            try:
                await asyncio.wait_for(asyncio.shield(poll), timeout)
            except TimeoutError:
                pass
            finally:
                if self._poll is poll:
                    self._poll = None
            self._asked = time.monotonic()
            if poll.done() and not poll.result():
                raise ApiError(409, CONFLICT)
        self._forget_old()
        return [update.json() for update in self._waiting[:limit]]

    def drop(self) -> None:
        """Forget everything that waits."""
        self._waiting.clear()

    def _slow_down(self, offset: int, limit: int, timeout: float) -> tuple[int, float]:
        """Telegram answers slowly and little to a bot that asks the same again and again."""
        now = self.monotonic()
        same, ago = offset == self._last_offset, now - self._last_start
        self._last_offset, self._last_start = offset, now
        if same and ago < 3 and timeout < 3:
            timeout = 3
        return (1 if same and ago < 0.5 else limit), timeout

    def _confirm(self, offset: int) -> None:
        self._forget_old()
        if offset > 0:
            self._waiting = [update for update in self._waiting if update.id >= offset]
        elif offset < 0:
            self._waiting = self._waiting[offset:]

    def _forget_old(self) -> None:
        now, before = self.monotonic(), len(self._waiting)
        self._waiting = [update for update in self._waiting if update.expires > now]
        self.expired += before - len(self._waiting)

    def wake(self) -> None:
        """End a long poll now, with what there is."""
        self._wake(True)

    def _wake(self, with_news: bool) -> None:
        if self._poll is not None and not self._poll.done():
            self._poll.set_result(with_news)
            self._poll = None
