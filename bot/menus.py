"""Command menus: set when a role is granted, cleared when it is taken away."""

import asyncio
import logging

from telegram import Bot, BotCommand, BotCommandScopeChat
from telegram.error import TelegramError

from actions.reception.housekeeping import Housekeeping
from domain.access import Actor
from domain.menus import COMMANDS, menu_of
from texts import Catalogue

log = logging.getLogger(__name__)
LOOK_EVERY = 3.0


async def refresh_menus(bot: Bot, housekeeping: Housekeeping) -> None:
    """Look for menus that no longer fit, until cancelled."""
    while True:
        try:
            await set_menus(bot, housekeeping)
        except TelegramError as error:
            log.info("menus wait: %s", type(error).__name__)
        await asyncio.sleep(LOOK_EVERY)


async def set_menus(bot: Bot, housekeeping: Housekeeping) -> None:
    """Bring every menu up to date that is not."""
    for person_id, telegram_id, actor in await housekeeping.menus_to_set():
        await _set(bot, telegram_id, actor)
        await housekeeping.menu_set(person_id, menu_of(actor) or "none")
    for telegram_id in await housekeeping.lost_accounts():
        await bot.delete_my_commands(scope=BotCommandScopeChat(telegram_id))
        await housekeeping.account_cleared(telegram_id)


async def _set(bot: Bot, telegram_id: int, actor: Actor) -> None:
    words = Catalogue().words(actor.locale, actor.address)
    names = COMMANDS[menu_of(actor)]
    commands = [BotCommand(name, words(f"command.{name}")) for name in names]
    try:
        await bot.set_my_commands(commands, scope=BotCommandScopeChat(telegram_id))
    except TelegramError as error:
        log.info("a menu was not set: %s", type(error).__name__)
