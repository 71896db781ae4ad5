"""`phrases`: what people typed and said they meant, for whoever teaches the grammar."""

import argparse
import contextlib

from bot.commands.kit import Command, Failed, say
from bot.settings import Settings
from storage.database import connect_reader
from storage.phrases import all_phrases


def _phrases(settings: Settings, _: argparse.Namespace) -> None:
    if not settings.database_path.exists():
        raise Failed(f"{settings.database_path} does not exist: load or create an office first")
    with contextlib.closing(connect_reader(settings.database_path)) as connection:
        for context, text, meaning, times in all_phrases(connection):
            say(f"{times}\t{context}\t{text}\t{meaning}")


COMMANDS = (Command("phrases", "print what people typed and confirmed they meant", _phrases),)
