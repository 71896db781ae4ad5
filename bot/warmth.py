"""After a quiet hour the first answer finds a line to Telegram open: it is used now and then."""

import asyncio
import logging

from telegram import Bot
from telegram.error import TelegramError

from bot.transport import KEEP_ALIVE_SECONDS, AiohttpRequest

log = logging.getLogger(__name__)
QUIET_SECONDS = KEEP_ALIVE_SECONDS - 10
"""Before we let go of an idle line, which is long before Telegram does: none is found dead."""


async def keep_warm(bot: Bot, way: AiohttpRequest, quiet: float = QUIET_SECONDS) -> None:
    """Ask for next to nothing whenever it was quiet for so many seconds, until cancelled."""
    while True:
        if way.quiet_for() >= quiet:
            try:
                await bot.get_me()
            except TelegramError as error:
                log.info("the line is not open: %s", type(error).__name__)
                await asyncio.sleep(quiet)
        await asyncio.sleep(max(quiet - way.quiet_for(), quiet / 20))
