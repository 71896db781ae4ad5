"""The commands of `python -m bot`: each with its help, its clear error, its exit status."""

import argparse
import asyncio
import sys
from collections.abc import Callable, Sequence

from bot.logs import set_up_logs
from bot.settings import BadSettings, Settings, read_settings
from storage import DatabaseInUse, NewerDatabase

WRONG_USE, FAILED = 2, 1


class Failed(Exception):
    """A command could not do its work; the text says why, in one line."""


def main(arguments: Sequence[str]) -> int:
    """Do one command; the exit status is 0 done, 1 failed, 2 wrongly asked."""
    parsed = _parser().parse_args(arguments)
    try:
        settings = read_settings()
        set_up_logs(settings.log_level, settings.token)
        parsed.do(settings, parsed)
    except BadSettings as error:
        return _complain(str(error), WRONG_USE)
    except DatabaseInUse as error:
        return _complain(f"{error} is in use by a running bot: stop it first", FAILED)
    except NewerDatabase as error:
        return _complain(f"the database is newer than this program: {error}", FAILED)
    except Failed as error:
        return _complain(str(error), FAILED)
    return 0


def _complain(why: str, status: int) -> int:
    sys.stderr.write(f"{why}\n")
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bot", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def add(
        name: str, help_text: str, do: Callable[[Settings, argparse.Namespace], None]
    ) -> argparse.ArgumentParser:
        command = commands.add_parser(name, help=help_text, description=help_text)
        command.set_defaults(do=do)
        return command

    add("run", "run the bot until it is stopped", _run)
    return parser


def _run(settings: Settings, _: argparse.Namespace) -> None:
    from bot.running import run

    asyncio.run(run(settings))
