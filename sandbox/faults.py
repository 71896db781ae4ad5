"""What can go wrong between the bot and Telegram, to be switched on."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from sandbox.errors import AnswerLost, ApiError, Unreachable, flood


@dataclass
class Faults:
    """None is on at first; each ends by itself or with `clear`."""

    monotonic: Callable[[], float] = time.monotonic
    _unreachable: float = -math.inf
    _floods: dict[int, float] = field(default_factory=dict)
    _bad_gateways: float = 0
    _lost: float = 0
    _lost_methods: frozenset[str] = frozenset()
    _hang: bool = False
    _garbled: bool = False

    def unreachable(self, seconds: float) -> None:
        """Nothing gets through for so long; polls in progress are dropped as well."""
        self._unreachable = self.monotonic() + seconds

    def too_many(self, chat_id: int, seconds: float) -> None:
        """429 for this chat until so many seconds are over."""
        self._floods[chat_id] = self.monotonic() + seconds

    def bad_gateway(self, times: float = 1) -> None:
        """502 for the next calls (but getUpdates); math.inf until cleared."""
        self._bad_gateways = times

    def lose_answers(self, times: float = 1, *methods: str, hang: bool = False) -> None:
        """The next calls (of these methods) are obeyed, but their answers never come."""
        self._lost, self._hang, self._garbled = times, hang, False
        self._lost_methods = frozenset(method.lower() for method in methods)

    def garble_answers(self, times: float = 1, *methods: str) -> None:
        """The next calls are obeyed, but what comes back is the page of somebody's hotspot."""
        self.lose_answers(times, *methods)
        self._garbled = True

    def clear(self) -> None:
        self.__init__(self.monotonic)  # type: ignore[misc]

    @property
    def on(self) -> dict[str, float]:
        """What is switched on, with the seconds or the calls that are left."""
        now = self.monotonic()
        left = {
            "unreachable": self._unreachable - now,
            "bad_gateway": self._bad_gateways,
            "lose_answers": self._lost,
        } | {f"too_many {chat}": until - now for chat, until in self._floods.items()}
        return {name: round(value, 1) for name, value in left.items() if value > 0}

    def before(self, method: str, chat_id: int | None) -> None:
        """Raise what this call meets before it arrives."""
        now = self.monotonic()
        if now < self._unreachable:
            raise Unreachable
        if self._bad_gateways > 0 and method != "getupdates":
            self._bad_gateways -= 1
            raise ApiError(502, "Bad Gateway", condition=True)
        until = self._floods.get(chat_id or 0, -math.inf)
        if now < until:
            raise flood(math.ceil(until - now), condition=True)

    def after(self, method: str) -> None:
        """Raise if the answer of this call is to be lost."""
        if method == "getupdates" and not self._lost_methods:
            return
        if self._lost > 0 and (not self._lost_methods or method in self._lost_methods):
            self._lost -= 1
            raise AnswerLost(self._hang, self._garbled)
