"""`phrases`: what people typed and said they meant, for whoever teaches the grammar."""

import argparse
import asyncio

from bot.commands.kit import Command, say
from bot.settings import Settings
from storage import Database
from storage.phrases import all_phrases


async def _read(settings: Settings) -> list[tuple[str, str, str, int]]:
    async with Database.open(settings.database_path) as database:
        return await database.read(all_phrases)


def _phrases(settings: Settings, _: argparse.Namespace) -> None:
    for context, text, meaning, times in asyncio.run(_read(settings)):
        say(f"{times}\t{context}\t{text}\t{meaning}")


COMMANDS = (Command("phrases", "print what people typed and confirmed they meant", _phrases),)
