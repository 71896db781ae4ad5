"""How fast Telegram lets a bot speak, on real time whatever the office's clock says."""

from __future__ import annotations

import math
import time
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass
class _Bucket:
    """Holds up to `size` tokens and gains `rate` of them a second."""

    size: float
    rate: float
    level: float = field(init=False)
    at: float = field(default=-math.inf)

    def __post_init__(self) -> None:
        self.level = self.size

    def wait(self, now: float, count: int) -> float:
        """Seconds until `count` tokens are there; 0 if they are there now."""
        if self.at > -math.inf:
            self.level = min(self.size, self.level + (now - self.at) * self.rate)
        self.at = now
        return max(0.0, (min(count, self.size) - self.level) / self.rate)


class Pace:
    """About one message a second in a private chat, twenty a minute in a group, thirty overall."""

    def __init__(
        self,
        *,
        overall: float = 30,
        chat: float = 1,
        burst: float = 5,
        group_minute: int = 20,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self.monotonic = monotonic
        self.group_minute = group_minute
        self._overall = _Bucket(overall, overall)
        self._chats: dict[int, _Bucket] = defaultdict(lambda: _Bucket(burst, chat))
        self._groups: dict[int, deque[float]] = defaultdict(deque)

    def take(self, chat_id: int, count: int = 1) -> int:
        """0 if the messages may go, else the seconds that Telegram tells the bot to wait."""
        now = self.monotonic()
        wait = self._overall.wait(now, count)
        wait = max(wait, self._group(chat_id, now, count) if chat_id < 0 else 0.0)
        if chat_id > 0:
            wait = max(wait, self._chats[chat_id].wait(now, count))
        if wait > 0:
            return math.ceil(wait)
        self._overall.level -= count
        if chat_id < 0:
            self._groups[chat_id].extend([now] * count)
        else:
            self._chats[chat_id].level -= count
        return 0

    def _group(self, chat_id: int, now: float, count: int) -> float:
        sent = self._groups[chat_id]
        while sent and sent[0] <= now - 60:
            sent.popleft()
        over = len(sent) + count - self.group_minute
        return sent[min(over, len(sent)) - 1] + 60 - now if over > 0 and sent else 0.0
