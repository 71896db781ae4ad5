"""Who tapped first comes first: where places are few, deeds are done in the order of arrival."""

import asyncio
from collections.abc import Mapping
from typing import Any

WORKERS = 16
"""So many updates are decided at once."""


class LanePlace:
    """A place in a line: it comes when the one before has handed in its deed."""

    def __init__(
        self, before: "LanePlace | None", slots: asyncio.Semaphore, *, in_line: bool = True
    ) -> None:
        self._before, self._slots, self.in_line = before, slots, in_line
        self._handed_in = asyncio.Event()
        self._has_slot = False

    async def begin(self) -> None:
        """Take a work slot."""
        await self._slots.acquire()
        self._has_slot = True

    def leave(self) -> None:
        """Give the work slot back; nobody waits for a line, or for Telegram, with a slot."""
        if self._has_slot:
            self._slots.release()
        self._has_slot = False

    async def comes(self) -> None:
        if self._before is not None:
            self.leave()
            await self._before._handed_in.wait()
            self._before = None

    def passed(self) -> None:
        self._handed_in.set()


class Lanes:
    """`lined` names the buttons that stand in a line, and what the line is for."""

    def __init__(self, lined: Mapping[str, str]) -> None:
        self._lined, self._slots = lined, asyncio.Semaphore(WORKERS)
        self._last: dict[str, LanePlace] = {}

    def ticket(self, raw: Mapping[str, Any]) -> LanePlace:
        """The next place in an update's line; most stand in none."""
        lane = self._lane_of(raw)
        before = self._last.get(lane) if lane else None
        ticket = LanePlace(before, self._slots, in_line=bool(lane))
        if lane:
            self._last[lane] = ticket
        return ticket

    def ended(self, ticket: LanePlace) -> None:
        """An update ended, with a deed or without: the next may come."""
        ticket.leave()
        ticket.passed()
        for lane in [lane for lane, last in self._last.items() if last is ticket]:
            del self._last[lane]

    def _lane_of(self, raw: Mapping[str, Any]) -> str:
        """The lane of the button that was pressed and of its subject, such as `activity:14`."""
        verb, _, rest = _pressed(raw).partition(":")
        return f"{self._lined[verb]}:{rest.partition(':')[0]}" if verb in self._lined else ""


def _pressed(raw: Mapping[str, Any]) -> str:
    query = raw.get("callback_query")
    data = query.get("data") if isinstance(query, dict) else None
    return data if isinstance(data, str) else ""
