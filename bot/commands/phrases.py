"""`phrases`: what people typed and said they meant, for whoever teaches the grammar."""

import argparse

from actions.reception.housekeeping import typed_phrases
from bot.commands.kit import Command, reading, say
from bot.settings import Settings


def _phrases(settings: Settings, _: argparse.Namespace) -> None:
    with reading(settings) as connection:
        for context, text, meaning, times in typed_phrases(connection):
            say(f"{times}\t{context}\t{text}\t{meaning}")


COMMANDS = (Command("phrases", "print what people typed and confirmed they meant", _phrases),)
