"""`digest`: a week's report, printed. Nothing is sent."""

import argparse

from actions.digest.printing import report_of
from bot.clock import machine_clock
from bot.commands.kit import Command, Failed, option, reading, say
from bot.settings import Settings
from domain.letters import Message
from domain.periods import Week
from texts import Catalogue, render
from texts.digest import plain


def _week(text: str) -> Week:
    try:
        return Week.parse(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _digest(settings: Settings, asked: argparse.Namespace) -> None:
    with reading(settings) as connection:
        report = report_of(connection, asked.week, machine_clock())
    if report is None:
        raise Failed(f"{settings.database_path} has no office yet")
    html, _ = render(Catalogue().words(), Message(f"digest.{asked.format}", report.dump()))
    say(plain(html))


COMMANDS = (
    Command(
        "digest",
        "print a week's report to the standing committee; nothing is sent",
        _digest,
        option("--week", type=_week, metavar="2026-W47", help="which week (default: the last)"),
        option("--format", choices=("text", "caption"), default="text", help="long or short"),
    ),
)
