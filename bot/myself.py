"""Our own name at Telegram, asked once by the commands that print links."""

from telegram import Bot

from bot.settings import Settings
from bot.transport import AiohttpRequest


async def ask_name(settings: Settings) -> str:
    """The bot's username, as Telegram says it; TelegramError when it does not answer."""
    request = AiohttpRequest(connections=1, proxy=settings.proxy_url)
    bot = Bot(settings.token, base_url=f"{settings.bot_api_base_url}/bot", request=request)
    await request.initialize()
    try:
        return (await bot.get_me()).username or ""
    finally:
        await request.shutdown()
