"""`run`: the bot itself."""

import argparse
import asyncio

from bot.commands.kit import Command
from bot.settings import Settings


def _run(settings: Settings, _: argparse.Namespace) -> None:
    from bot.running import run

    asyncio.run(run(settings))


COMMANDS = (Command("run", "run the bot until it is stopped", _run),)
