"""`office create`, `load-sample`, `invite`: how an office begins and its people get in."""

import argparse
import asyncio
import contextlib
from datetime import date
from zoneinfo import ZoneInfo

from telegram.error import TelegramError

from actions.desk import Desk
from actions.office.arrival import invite
from actions.office.offices import CodeTaken, NewOffice, create_office, person_at, presets
from actions.reception.housekeeping import Housekeeping
from actions.sample import NotEmpty, load_sample
from bot.clock import machine_clock
from bot.commands.kit import Command, Failed, existing, option, say
from bot.myself import ask_name
from bot.opening import Database
from bot.settings import Settings
from domain.access import operator_of
from domain.letters import Message
from domain.names import clean
from domain.periods import local


def _create(settings: Settings, asked: argparse.Namespace) -> None:
    asyncio.run(_create_office(settings, asked))


async def _create_office(settings: Settings, asked: argparse.Namespace) -> None:
    new = NewOffice(
        preset=presets()[asked.preset],
        name=asked.name,
        code=asked.code,
        short=asked.short,
        contact=asked.contact,
        optional=frozenset(asked.optional),
        places=tuple(name for part in asked.places.split(",") if (name := clean(part))),
        zone=ZoneInfo(settings.time_zone),
    )
    now = machine_clock()
    async with Database.open(settings.database_path) as database:
        try:
            made = await database.write(create_office, new, asked.admin, now)
        except CodeTaken as taken:
            raise Failed(f"there is an office {taken} already: --code gives another") from None
        say(f"{made.code}: {asked.name}")
        if made.admin_id is not None:
            await _print_invite(settings, database, made.office_id, made.admin_id)


def _invite(settings: Settings, asked: argparse.Namespace) -> None:
    asyncio.run(_invite_person(settings, asked.code, asked.office))


async def _invite_person(settings: Settings, code: str, office: str | None) -> None:
    existing(settings)
    async with Database.open(settings.database_path) as database:
        now = machine_clock()
        found = await database.read(person_at, code, office, now)
        if not found:
            raise Failed(f"{code} is on no roster{f' of {office}' if office else ''}")
        if len(found) > 1:
            raise Failed(f"{code} is on the roster of several offices: say --office CODE")
        await _print_invite(settings, database, *found[0])


async def _print_invite(
    settings: Settings, database: Database, office_id: int, person_id: int
) -> None:
    await _learn_name(settings, database)
    made = await Desk(database, machine_clock).do(invite, operator_of(office_id), person_id)
    facts = (made or Message("")).facts
    until = local(facts["until"], ZoneInfo(settings.time_zone))
    say(f"{facts['name']}, once, before {until:%d/%m/%Y %H:%M}")
    say(f"code: {facts['code']}")
    say(f"link: {facts['link'] or 'unknown until Telegram has told the bot its name'}")


async def _learn_name(settings: Settings, database: Database) -> None:
    """Links need the bot's name: ask Telegram, where the database does not know it yet."""
    housekeeping = Housekeeping(database, machine_clock)
    if await housekeeping.setting("username") or not settings.secret:
        return
    with contextlib.suppress(TelegramError):
        await housekeeping.save_setting("username", await ask_name(settings))


def _load_sample(settings: Settings, asked: argparse.Namespace) -> None:
    if not settings.is_sandbox:
        raise Failed(
            "the sample office is refused: its Telegram ids may belong to real people, "
            "expected a BOT_API_BASE_URL on this machine"
        )
    day: date = asked.anchor or local(machine_clock(), ZoneInfo(settings.time_zone)).date()
    try:
        people = asyncio.run(_load(settings, day))
    except NotEmpty:
        where = settings.database_path
        raise Failed(f"{where} has an office already: expected an empty one") from None
    say(f"the sample office is loaded: {people} people, in the week of {day:%d/%m/%Y}")


async def _load(settings: Settings, day: date) -> int:
    async with Database.open(settings.database_path) as database:
        sample = await database.write(load_sample, day)
    return len(sample.people)


COMMANDS = (
    Command(
        "office create",
        "found an office from a preset",
        _create,
        option("--preset", required=True, choices=sorted(presets()), help="what kind of office"),
        option("--name", required=True, help="its full name"),
        option("--short", default="", help="its name on cards (default: from the full name)"),
        option("--code", default="", help="its code (default: VP1, VP2, …)"),
        option("--contact", default="", help="whom to call: name and telephone"),
        option("--admin", default="", metavar="NAME", help="its first admin, who is invited"),
        option("--places", default="", metavar="A,B", help="its hamlets or wards"),
        option(
            "--with",
            dest="optional",
            action="append",
            default=[],
            metavar="CODE",
            help="an optional organisation of the preset, such as LDLD",
        ),
    ),
    Command(
        "invite",
        "print an invite for somebody on the roster: a link and a typed code",
        _invite,
        option("code", metavar="CODE", help="the roster's code, such as CB04"),
        option("--office", metavar="CODE", help="the office, where there are several"),
    ),
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
