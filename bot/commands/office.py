"""`load-sample`: the offices that a database begins with."""

import argparse
import asyncio
from datetime import date

from actions.sample import NotEmpty, load_sample
from bot.clock import machine_clock
from bot.commands.kit import Command, Failed, option, say
from bot.settings import Settings
from domain.periods import local
from storage import Database


def _load_sample(settings: Settings, asked: argparse.Namespace) -> None:
    if not settings.is_sandbox:
        raise Failed(
            "the sample office is refused: its Telegram ids may belong to real people, "
            "expected a BOT_API_BASE_URL on this machine"
        )
    day: date = asked.anchor or local(machine_clock()).date()
    try:
        people = asyncio.run(_load(settings, day))
    except NotEmpty:
        raise Failed(
            f"{settings.database_path} has an office already: expected an empty one"
        ) from None
    say(f"the sample office is loaded: {people} people, in the week of {day:%d/%m/%Y}")


async def _load(settings: Settings, day: date) -> int:
    async with Database.open(settings.database_path) as database:
        sample = await database.write(lambda connection: load_sample(connection, day))
    return len(sample.people)


COMMANDS = (
    Command(
        "load-sample",
        "load the invented sample office into an empty database",
        _load_sample,
        option(
            "--anchor",
            type=date.fromisoformat,
            metavar="YYYY-MM-DD",
            help="the week that the sample's last Monday falls in (default: this week)",
        ),
    ),
)
