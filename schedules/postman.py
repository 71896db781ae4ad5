"""The postman: takes the letters that are due, hands them to the courier, settles each."""

import asyncio
import contextlib
import logging
from collections.abc import Coroutine
from typing import Any, Protocol

from actions.desk import Ready
from actions.reception.post import Post, at_hand
from domain.letters import Care, Carried, Delivery, Fate, Message

log = logging.getLogger(__name__)
IN_HAND, UNASKED = 60, 40
"""Letters carried at a time, and how many of them may be such that nobody waits for: whoever
tapped finds a free hand, however long the broadcast is."""
LOOK_EVERY = 1.0


class Carrier(Protocol):
    async def deliver(self, delivery: Delivery, message: Message) -> Carried:
        """Carry a letter and say what became of it."""

    async def close(self, chat_id: int, message_id: int) -> None:
        """Take the buttons off a question that is over."""


class Postman:
    def __init__(self, post: Post, carrier: Carrier, posted: asyncio.Event) -> None:
        self._post, self._carrier, self._posted = post, carrier, posted
        self._in_hand: set[asyncio.Task[None]] = set()
        self._unasked: set[asyncio.Task[None]] = set()
        self._full = False
        """Whether something was left behind because no hand was free."""
        self.at_hand = at_hand

    async def run(self) -> None:
        """Carry letters until cancelled."""
        while True:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(LOOK_EVERY):
                    await self._posted.wait()
            self._posted.clear()
            await self.round()

    async def round(self) -> int:
        """Begin with all that is due and that two hands can hold; how many that was."""
        free, unasked = IN_HAND - len(self._in_hand), UNASKED - len(self._unasked)
        taken = await self._post.take(free, unasked) if free > 0 else []
        self._full = len(taken) >= min(free, unasked)
        for delivery in taken:
            self._begin(delivery, self._carry(delivery))
        return len(taken)

    def carry(self, ready: Ready) -> None:
        """Bring at once what the one who acted waits for."""
        self._begin(ready[0], self._carry(*ready))

    def close(self, chat_id: int, message_id: int) -> None:
        """What somebody is asked no more loses its buttons; after a crash an old one says so."""
        self._hold(self._carrier.close(chat_id, message_id), f"close {message_id}", answers=False)

    def _begin(self, delivery: Delivery, carrying: Coroutine[Any, Any, None]) -> None:
        self._hold(carrying, f"letter {delivery.id}", answers=delivery.answers)

    def _hold(self, carrying: Coroutine[Any, Any, None], name: str, *, answers: bool) -> None:
        task = asyncio.create_task(carrying, name=name)
        self._in_hand.add(task)
        if not answers:
            self._unasked.add(task)
        task.add_done_callback(self._done)

    async def empty_bag(self) -> None:
        """Carry until nothing is due any more (tests, the sandbox's clock, an orderly end)."""
        while await self.round() or self._in_hand:
            if self._in_hand:
                await asyncio.wait(set(self._in_hand))

    async def finish(self, seconds: float) -> None:
        """Wait for what is in hand; the rest stays in the outbox."""
        if self._in_hand:
            await asyncio.wait(set(self._in_hand), timeout=seconds)

    def _done(self, task: "asyncio.Task[None]") -> None:
        self._in_hand.discard(task)
        self._unasked.discard(task)
        if self._full and len(self._in_hand) <= IN_HAND // 2:
            self._posted.set()

    async def _carry(self, delivery: Delivery, drawn: Message | None = None) -> None:
        try:
            message = drawn or await self._post.draw(delivery)
            if message is None:
                await self._post.delivered(delivery, None, again=self._posted.set)
                return
            carried = await self._carrier.deliver(delivery, message)
            await self._settle(delivery, carried, message)
        except Exception as error:  # noqa: BLE001 - one letter must not stop the others
            log.error("letter %s (%s): %s", delivery.id, delivery.tries, type(error).__name__)
            await self._post.later(delivery)

    async def _settle(self, delivery: Delivery, carried: Carried, message: Message) -> None:
        fate = carried.fate
        if fate is Fate.SENT:
            done = (delivery, carried.message_id, message)
            again, captioned = self._posted.set, carried.captioned
            await self._post.delivered(*done, again=again, captioned=captioned)
        elif carried.moved_to is not None:
            await self._post.moved(delivery, carried.moved_to)
        elif fate is Fate.GONE and delivery.card:
            await self._post.lost_card(delivery)
        elif fate in (Fate.UNREACHABLE, Fate.IMPOSSIBLE, Fate.GONE):
            await self._post.give_up(delivery, unreachable=fate is Fate.UNREACHABLE)
        elif fate is Fate.IN_DOUBT and delivery.care is Care.ONCE:
            await self._post.give_up(delivery, unreachable=False)
        else:
            await self._post.later(delivery, carried.pause)
