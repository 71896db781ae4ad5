"""`run`: the bot itself."""

import argparse
import asyncio

from actions.sample import is_sample_file
from bot.commands.kit import Command, Failed, require_office
from bot.settings import Settings


def _run(settings: Settings, _: argparse.Namespace) -> None:
    from bot.poller import Hopeless
    from bot.running import run

    settings.token  # noqa: B018 - a missing token is said before a missing office
    require_office(settings)
    if not settings.is_sandbox and is_sample_file(settings.database_path):
        raise Failed(
            f"{settings.database_path} is the sample office: its Telegram ids may belong to real "
            "people, expected a BOT_API_BASE_URL on this machine"
        )
    try:
        asyncio.run(run(settings))
    except Hopeless as why:
        raise Failed(str(why)) from None


COMMANDS = (Command("run", "run the bot until it is stopped", _run),)
