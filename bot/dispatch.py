"""Takes updates from the inbox: one person's in order, different people's at once."""

import asyncio
import logging
import time
from collections import Counter
from collections.abc import Coroutine, Iterable, Sequence
from dataclasses import replace
from typing import Any

from actions.desk import Receipt
from actions.reception.inbox import Inbox, OpenUpdate, is_deed, sender_of
from bot.answering import Answering
from bot.faults import Faults, not_recorded, recorded_unsaid
from bot.lanes import LanePlace, Lanes
from domain.letters import Message
from handlers.kit.door import Answered, FrontDoor
from handlers.kit.incoming import Incoming, incoming

log = logging.getLogger(__name__)
KILLED = "E-KILL"
"""The code of an update that may have killed the process."""
PAUSE_BETWEEN_TRIES = 0.2
HELD = Message("fault.kept")
MOST_OF_STRANGER, WINDOW = 30, 60.0
"""So many messages of one stranger are read within so many seconds; what comes on top is not, and
they are told so once. Nothing of somebody whom an office knows is left unread."""
AT_ONCE, BRAKE = 30, 0.1
"""While more of one person's wait than that, they are taken so many seconds apart: the others do
not wait for them. Where others stand behind in a line nothing is put off."""
REMEMBERED = 10_000


class Dispatcher:
    def __init__(
        self,
        door: FrontDoor,
        answering: Answering,
        inbox: Inbox,
        lanes: Lanes,
        faults: Faults,
    ) -> None:
        self._door, self._answering = door, answering
        self._inbox, self._lanes, self._faults = inbox, lanes, faults
        self._locks: dict[int, asyncio.Lock] = {}
        self._waiting: Counter[int] = Counter()
        self._tasks: set[asyncio.Task[None]] = set()
        self._spoken: dict[int, tuple[float, int]] = {}
        """Since when we count whose messages, and how many there were."""
        self._held: set[int] = set()
        self._behind = 0

    async def wake(self) -> None:
        """At start: go on with what an earlier run left open. One of them may have killed it:
        each is counted and decided alone, so that no other is suspected with it."""
        for left in await self._inbox.wake():
            if left.outcome or await self._inbox.try_again(left.update_id, KILLED, killed=True):
                await self._recover(left)
            else:
                log.error("%s: update %s put aside", KILLED, left.update_id)
                await self._tell(left.raw, not_recorded(KILLED))

    async def _recover(self, left: OpenUpdate) -> None:
        receipt = Receipt(self._inbox.bot_id, left.update_id, left.outcome)
        try:
            decided = await self._decide(left, receipt)
        except Exception as error:  # noqa: BLE001 - a bug ends in bot/faults.py
            await self._faults.record(error, "an update left open")
            self._begin(left)
        else:
            self._spawn(self._finish(replace(left, outcome=receipt.outcome), *decided))

    async def _finish(self, left: OpenUpdate, parsed: Incoming, answer: Answered) -> None:
        try:
            await self._speak(left, parsed, answer)
        except Exception as error:  # noqa: BLE001 - a bug ends in bot/faults.py
            await self._faults.record(error, "answering what was left open")
            self._begin(left)

    def sift(self, raw: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
        """What is to be written down and read; a stranger's flood is neither."""
        return [one for one in raw if not self._is_flood(sender_of(one), one)]

    def take(self, updates: list[OpenUpdate]) -> None:
        for update in updates:
            self._begin(update)

    def _is_flood(self, sender: int, one: dict[str, Any]) -> bool:
        now = time.monotonic()
        begin, count = self._spoken.get(sender, (now, 0))
        if now - begin > WINDOW:
            begin, count = now, 0
        if len(self._spoken) > REMEMBERED:
            self._spoken.clear()
        self._spoken[sender] = begin, count + 1
        if count < MOST_OF_STRANGER or not self._door.is_stranger(sender):
            return False
        if count == MOST_OF_STRANGER:
            self._spawn(self._tell(one, Message("fault.too_fast")))
        return True

    def say_held(self, updates: Iterable[dict[str, Any]]) -> None:
        """The database takes nothing just now: whoever waits hears once that it is held."""
        for raw in updates:
            sender = sender_of(raw)
            if sender not in self._held:
                self._held.add(sender)
                self._spawn(self._say_meanwhile(raw))

    def let_go(self) -> None:
        """It takes what is written again."""
        self._held.clear()

    async def drain(self, seconds: float = 20.0) -> None:
        """Wait for what has begun; the rest stays in the inbox."""
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=seconds)

    @property
    def busy(self) -> int:
        """What is in hand, without what waits behind one person's own."""
        return len(self._tasks) - self._behind

    def _begin(self, update: OpenUpdate) -> None:
        self._behind += self._waiting[update.sender] >= AT_ONCE
        self._waiting[update.sender] += 1
        self._spawn(self._in_order(update, self._lanes.ticket(update.raw)))

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _in_order(self, update: OpenUpdate, ticket: LanePlace) -> None:
        """The person's lock first, then a work slot: nobody's queue holds the slots."""
        lock = self._locks.setdefault(update.sender, asyncio.Lock())
        try:
            async with lock:
                if self._waiting[update.sender] > AT_ONCE and not ticket.in_line:
                    await asyncio.sleep(BRAKE)
                await self._until_ended(update, ticket)
        finally:
            self._lanes.ended(ticket)
            self._waiting[update.sender] -= 1
            self._behind -= self._waiting[update.sender] >= AT_ONCE
            if not self._waiting[update.sender]:
                del self._waiting[update.sender], self._locks[update.sender]

    async def _until_ended(self, update: OpenUpdate, ticket: LanePlace) -> None:
        """Deciding takes a work slot; waiting for Telegram does not."""
        outcome = update.outcome
        while True:
            receipt = Receipt(
                self._inbox.bot_id, update.update_id, outcome, ticket if ticket.in_line else None
            )
            try:
                await ticket.begin()
                decided = await self._decide(update, receipt)
                ticket.leave()
                await self._speak(update, *decided)
                return
            except Exception as error:  # noqa: BLE001 - a bug ends in bot/faults.py
                ticket.leave()
                code = await self._faults.record(error, "an update")
                outcome = receipt.outcome
                if not await self._inbox.try_again(update.update_id, code):
                    said = recorded_unsaid(code) if is_deed(outcome) else not_recorded(code)
                    await self._tell(update.raw, said)
                    return
            await asyncio.sleep(PAUSE_BETWEEN_TRIES)

    async def _decide(self, update: OpenUpdate, receipt: Receipt) -> tuple[Incoming, Answered]:
        parsed = self._answering.as_it_asked(incoming(update.raw))
        return parsed, await self._door.answer(parsed, receipt)

    async def _speak(self, update: OpenUpdate, parsed: Incoming, answer: Answered) -> None:
        sent = await self._answering.give(parsed, answer)
        who = answer.known.actor
        meant = answer.asks, answer.went_on
        lost = await self._inbox.end(update.update_id, update.sender, who, sent, *meant)
        self._answering.owe(parsed, answer, lost)
        if parsed.sender and (over := self._answering.over(parsed, answer, sent)):
            self._spawn(self._answering.close(parsed.sender.id, over))

    async def _tell(self, raw: dict[str, Any], message: Message) -> None:
        """Tell the person of an update that was put aside, if it can be read at all."""
        try:
            parsed = incoming(raw)
            known = self._door.recognise(parsed)
            await self._answering.give(parsed, Answered(known, message))
        except Exception as error:  # noqa: BLE001 - a bug ends in bot/faults.py
            await self._faults.record(error, "telling of a fault")

    async def _say_meanwhile(self, raw: dict[str, Any]) -> None:
        try:
            parsed = incoming(raw)
            actor = self._door.recognise(parsed).actor
            await self._answering.say_meanwhile(parsed, actor, HELD)
        except Exception as error:  # noqa: BLE001 - a bug ends in bot/faults.py
            await self._faults.record(error, "saying that something is held")
