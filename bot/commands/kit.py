"""What every command is made of: a name, a help, options, and a way to fail in one line."""

import argparse
import contextlib
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from actions.office.offices import has_office
from bot.opening import Connection, NotOurs, open_to_read
from bot.settings import Settings

Do = Callable[[Settings, argparse.Namespace], None]


class Failed(Exception):
    """A command could not do its work; the text says why, in one line."""


@dataclass(frozen=True, slots=True)
class Option:
    """An argument or option, as argparse wants it."""

    names: tuple[str, ...]
    how: dict[str, Any]


def option(*names: str, **how: Any) -> Option:
    return Option(names, how)


class Command:
    """One command of `python -m bot`; a name of two words stands under the first."""

    def __init__(self, name: str, help_text: str, do: Do, *options: Option) -> None:
        self.name, self.help, self.do, self.options = name, help_text, do, options


def existing(settings: Settings) -> Path:
    """The database, which must be there already."""
    if not settings.database_path.exists():
        raise Failed(f"there is no database at {settings.database_path}")
    return settings.database_path


@contextlib.contextmanager
def reading(settings: Settings) -> Iterator[Connection]:
    """The database of an office, to look into, also while the bot runs."""
    path = settings.database_path
    if not path.exists():
        raise Failed(f"{path} does not exist: load or create an office first")
    with open_to_read(path) as connection:
        yield connection


def require_office(settings: Settings) -> None:
    """A mistyped path must not become an empty office that takes everybody's messages."""
    path = settings.database_path
    try:
        with reading(settings) as connection:
            if not has_office(connection):
                raise Failed(f"{path} has no office: create one, or restore it, first")
    except NotOurs:
        raise Failed(f"{path} is no database of an office") from None


def say(line: str) -> None:
    """What a command prints: its result, on stdout."""
    sys.stdout.write(f"{line}\n")
