"""What Telegram says of ourselves, asked once by the commands."""

import contextlib
from collections.abc import AsyncIterator
from urllib.parse import urlsplit

from telegram import Bot

from bot.settings import Settings
from bot.transport import AiohttpRequest


async def ask_name(settings: Settings) -> str:
    """The bot's username, as Telegram says it; TelegramError when it does not answer."""
    async with _asking(settings) as bot:
        return (await bot.get_me()).username or ""


async def ask_name_and_webhook(settings: Settings) -> tuple[str, str]:
    """The username, and the host that Telegram sends updates to instead of keeping them for us."""
    async with _asking(settings) as bot:
        name = (await bot.get_me()).username or ""
        return name, urlsplit((await bot.get_webhook_info()).url).hostname or ""


@contextlib.asynccontextmanager
async def _asking(settings: Settings) -> AsyncIterator[Bot]:
    request = AiohttpRequest(connections=1, proxy=settings.proxy_url)
    bot = Bot(settings.token, base_url=f"{settings.bot_api_base_url}/bot", request=request)
    await request.initialize()
    try:
        yield bot
    finally:
        await request.shutdown()
