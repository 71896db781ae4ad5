"""The commands of `python -m bot`: each with its help, its clear error, its exit status."""

import argparse
import sys
from collections.abc import Iterable, Sequence
from typing import Any

from bot.commands import checking, digest, office, phrases, running, safekeeping
from bot.commands.kit import Command, Failed
from bot.logs import set_up_logs
from bot.opening import DatabaseInUse, NewerDatabase, NotOurs
from bot.settings import BadSettings, read_settings

WRONG_USE, FAILED = 2, 1
COMMANDS: tuple[Command, ...] = (
    *running.COMMANDS,
    *checking.COMMANDS,
    *office.COMMANDS,
    *digest.COMMANDS,
    *safekeeping.COMMANDS,
    *phrases.COMMANDS,
)


def main(arguments: Sequence[str]) -> int:
    """Do one command; the exit status is 0 done, 1 failed, 2 wrongly asked."""
    parsed = _parser(COMMANDS).parse_args(arguments)
    try:
        settings = read_settings()
        set_up_logs(settings.log_level, settings.secret)
        parsed.do(settings, parsed)
    except BadSettings as error:
        return _complain(str(error), WRONG_USE)
    except DatabaseInUse as error:
        return _complain(f"{error} is in use by a running bot: stop it first", FAILED)
    except NewerDatabase as error:
        return _complain(f"the database is newer than this program: {error}", FAILED)
    except NotOurs as error:
        return _complain(f"no database of an office: {error}", FAILED)
    except Failed as error:
        return _complain(str(error), FAILED)
    except OSError as error:
        return _complain(f"{error.filename or 'a file'}: {error.strerror}", FAILED)
    return 0


def _complain(why: str, status: int) -> int:
    sys.stderr.write(f"{why}\n")
    return status


def _parser(commands: Iterable[Command]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bot", description=__doc__)
    groups: dict[str, Any] = {"": _group(parser)}
    for command in commands:
        group, _, name = command.name.rpartition(" ")
        if group not in groups:
            groups[group] = _group(groups[""].add_parser(group, help=command.help))
        one = groups[group].add_parser(name, help=command.help, description=command.help)
        one.set_defaults(do=command.do)
        for option in command.options:
            one.add_argument(*option.names, **option.how)
    return parser


def _group(parser: argparse.ArgumentParser) -> Any:
    return parser.add_subparsers(required=True, metavar="COMMAND")
