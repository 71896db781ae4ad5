"""`check`: is everything there that the bot needs? One line each."""

import argparse
import asyncio
from datetime import datetime
from zoneinfo import ZoneInfo

from telegram.error import InvalidToken, TelegramError

from bot.commands.kit import Command, Failed, require_office, say
from bot.myself import ask_name_and_webhook
from bot.opening import NewerDatabase
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


def _check(settings: Settings, _: argparse.Namespace) -> None:
    """Look at everything, also after the first fault; the last word is the exit status."""
    settings.token  # noqa: B018 - a missing token is a wrong setting
    faults = 0
    say(f"settings: read, Telegram at {settings.bot_api_base_url}")
    for name, look in (("database", _database), ("Telegram", _telegram), ("clock", _clock)):
        try:
            say(f"{name}: {look(settings)}")
        except Failed as fault:
            faults += 1
            say(f"FAILED {fault}")
    if faults:
        raise Failed(f"{faults} of 4 failed")


COMMANDS = (Command("check", "look at settings, database, Telegram and clock", _check),)
