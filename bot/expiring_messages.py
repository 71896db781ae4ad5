"""Deletes from the chats what bears names and has had its time."""

import asyncio

from actions.reception.housekeeping import Housekeeping
from bot.courier import Courier
from domain.letters import Fate

LOOK_EVERY = 5.0
AT_ONCE = 20
AGAIN = (Fate.LATER, Fate.NOT_SENT, Fate.IN_DOUBT)


class ExpiringMessages:
    def __init__(self, housekeeping: Housekeeping, courier: Courier) -> None:
        self._housekeeping, self._courier = housekeeping, courier

    async def run(self) -> None:
        """Look for messages whose time is over, until cancelled."""
        while True:
            await self.round()
            await asyncio.sleep(LOOK_EVERY)

    async def round(self) -> None:
        """Delete some; what Telegram cannot do just now is tried again, the rest is done with."""
        for chat_id, message_id in await self._housekeeping.expired(AT_ONCE):
            fate = await self._courier.take_away(chat_id, message_id)
            if fate not in AGAIN:
                await self._housekeeping.expired_gone(chat_id, message_id)
