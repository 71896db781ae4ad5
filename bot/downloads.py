"""Fetches from Telegram what somebody sent, to be read at once."""

import asyncio
import logging

from telegram import Bot
from telegram.error import TelegramError

log = logging.getLogger(__name__)
PATIENCE = 20
"""So many seconds its sender waits for an answer."""


class Downloads:
    def __init__(self, bot: Bot) -> None:
        self._bot = bot

    async def fetch(self, file_id: str) -> bytes | None:
        try:
            async with asyncio.timeout(PATIENCE):
                file = await self._bot.get_file(file_id)
                return bytes(await file.download_as_bytearray())
        except (TelegramError, OSError, TimeoutError) as error:
            log.info("a file did not come: %s", type(error).__name__)
            return None
