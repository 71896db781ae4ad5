"""`check`: is everything there that the bot needs? One line each."""

import argparse
import asyncio
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from telegram.error import InvalidToken, TelegramError

from actions.supervision.keys import fault_of_key, make_key
from bot.commands.kit import Command, Failed, existing, option, reading, require_office, say
from bot.myself import ask_name_and_webhook
from bot.opening import Database, NewerDatabase, NotOurs
from bot.settings import Settings
from storage.safekeeping import Damaged, verify


def _database(settings: Settings) -> str:
    path = settings.database_path
    try:
        require_office(settings)
        return f"{path} is whole, schema {verify(path)}"
    except (Damaged, NewerDatabase, Failed) as error:
        raise Failed(f"database: {error}") from None


def _telegram(settings: Settings) -> str:
    try:
        name, webhook = asyncio.run(ask_name_and_webhook(settings))
    except InvalidToken:
        raise Failed("Telegram: the token is refused, expected the one of @BotFather") from None
    except TelegramError as error:
        where = settings.bot_api_base_url
        raise Failed(f"Telegram: {where} is not reached ({type(error).__name__})") from None
    if webhook:
        raise Failed(
            f"Telegram: @{name} has a webhook at {webhook}, so that nothing can be fetched: "
            "expected none, delete it with deleteWebhook"
        )
    return f"reached as @{name}"


def _clock(settings: Settings) -> str:
    here = datetime.now(ZoneInfo(settings.time_zone))
    return f"{here:%Y-%m-%d %H:%M} in {settings.time_zone}"


SEALING = {
    "": "nothing is sealed, or its key is there",
    "seal_key": "its key file is missing: sealed visits cannot be read, all else goes on",
    "seal_extra": "the extra viec-chung[sealed] is missing: sealed visits cannot be read",
}


def _sealing(settings: Settings) -> str:
    try:
        with reading(settings) as connection:
            fault = fault_of_key(connection)
    except (Failed, NotOurs, NewerDatabase):
        return "not looked at without a database"
    if fault:
        raise Failed(f"sealing: {SEALING[fault]}")
    return SEALING[fault]


def _check(settings: Settings, _: argparse.Namespace) -> None:
    """Look at everything, also after the first fault; the last word is the exit status."""
    settings.token  # noqa: B018 - a missing token is a wrong setting
    faults = 0
    say(f"settings: read, Telegram at {settings.bot_api_base_url}")
    for name, look in LOOKS.items():
        try:
            say(f"{name}: {look(settings)}")
        except Failed as fault:
            faults += 1
            say(f"FAILED {fault}")
    if faults:
        raise Failed(f"{faults} of {1 + len(LOOKS)} failed")


def _seal_key(settings: Settings, asked: argparse.Namespace) -> None:
    """Whoever has the key and the database can read what is sealed: they lie apart."""
    if asked.file.exists():
        raise Failed(f"{asked.file} is there already: a key is never written over")
    asyncio.run(_make_key(existing(settings), asked.file))


async def _make_key(database: Path, file: Path) -> None:
    async with Database.open(database) as opened:
        await opened.write(make_key, file)
    say(f"{file}: the key; keep a copy where no backup of the database lies")


LOOKS: Mapping[str, Callable[[Settings], str]] = {
    "database": _database,
    "Telegram": _telegram,
    "clock": _clock,
    "sealing": _sealing,
}
COMMANDS = (
    Command("check", "look at settings, database, Telegram, clock and the key of seals", _check),
    Command(
        "seal-key",
        "make the key for sealed visits, in a file outside the database and its backups",
        _seal_key,
        option("file", type=Path, metavar="FILE", help="such as /etc/viec-chung/seal.key"),
    ),
)
