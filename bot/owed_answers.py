"""Answers to strangers that did not arrive: owed in memory alone, for a while, and so many."""

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from actions.reception.inbox import Sent
from bot.courier import Courier
from domain.letters import Fate
from texts import Words

LOOK_EVERY = 1.0
MOST, OF_ONE = 5_000, 3
"""So many are owed in all, and to one chat only the newest."""
KEPT_FOR = timedelta(minutes=15)
FIRST_WAIT, LONGEST_WAIT = timedelta(seconds=2), timedelta(minutes=1)
AT_ONCE = 20
AGAIN = (Fate.LATER, Fate.NOT_SENT, Fate.IN_DOUBT)


@dataclass(slots=True)
class Owed:
    """An answer, whether it may have arrived already, and when it is tried again."""

    words: Words
    answer: Sent
    until: datetime
    due: datetime
    doubt: bool
    tries: int = 0


class OwedAnswers:
    """A stranger is not written down, so what is owed to them lives no longer than the process."""

    def __init__(self, courier: Courier, clock: Callable[[], datetime]) -> None:
        self._courier, self._clock = courier, clock
        self._owed: deque[Owed] = deque(maxlen=MOST)

    def __len__(self) -> int:
        return len(self._owed)

    def owe(self, words: Words, answer: Sent) -> None:
        now = self._clock()
        same = [one for one in self._owed if one.answer.chat_id == answer.chat_id]
        for old in same[: len(same) - OF_ONE + 1]:
            self._owed.remove(old)
        self._owed.append(Owed(words, answer, now + KEPT_FOR, now + FIRST_WAIT, answer.doubt))

    async def run(self) -> None:
        """Try what is owed, until cancelled."""
        while True:
            await self.round()
            await asyncio.sleep(LOOK_EVERY)

    async def round(self) -> None:
        """Try what is due, each chat in its order; what is too old falls."""
        now = self._clock()
        due = [one for one in self._owed if one.due <= now][:AT_ONCE]
        chats = dict.fromkeys(one.answer.chat_id for one in due)
        await asyncio.gather(
            *(self._carry([one for one in due if one.answer.chat_id == chat]) for chat in chats)
        )

    async def _carry(self, due: list[Owed]) -> None:
        for one in due:
            carried = await self._courier.send(
                one.words, one.answer.chat_id, one.answer.message, first=True, again=one.doubt
            )
            one.doubt |= carried.fate is Fate.IN_DOUBT
            one.tries += 1
            now = self._clock()
            one.due = now + (carried.pause or min(FIRST_WAIT * 2**one.tries, LONGEST_WAIT))
            if (carried.fate not in AGAIN or now >= one.until) and one in self._owed:
                self._owed.remove(one)
