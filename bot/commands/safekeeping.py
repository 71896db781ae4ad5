"""`backup`, `restore`, `export`: the office's memory, kept elsewhere and brought back."""

import argparse
import contextlib
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from actions.own_data.erasing import erase_again, erasures
from bot.clock import machine_clock
from bot.commands.kit import Command, Failed, existing, option, reading, say
from bot.opening import NewerDatabase, NotOurs
from bot.settings import Settings
from domain.retention import BACKUP_DAYS
from storage.nightly import nights, read_erased
from storage.safekeeping import (
    Again,
    Damaged,
    Restored,
    back_up,
    export,
    rehearse,
    restore,
)


def _backup(settings: Settings, asked: argparse.Namespace) -> None:
    try:
        asked.file.absolute().parent.mkdir(exist_ok=True)
    except OSError:
        raise Failed(f"{asked.file.parent} is no folder") from None
    try:
        version = back_up(existing(settings), asked.file)
    except Damaged as error:
        raise Failed(f"nothing was kept: {error}") from None
    until = datetime.now(ZoneInfo(settings.time_zone)).date() + timedelta(days=BACKUP_DAYS)
    size = asked.file.stat().st_size
    say(f"{asked.file}: whole, schema {version}, {size:,} bytes; to be deleted on {until}")


def _restore(settings: Settings, asked: argparse.Namespace) -> None:
    archive = _archive(settings, asked)
    again = _erasing_again(settings, archive)
    if asked.check:
        try:
            found = rehearse(archive, archive.absolute().parent, again)
        except Damaged as error:
            raise Failed(f"it cannot be restored: {error}") from None
        say(f"{archive}: can be restored: {_told(found)}; nothing was changed")
        if found.missing:
            raise Failed(f"{found.missing} of {found.evidence} pieces of evidence are missing")
        return
    if settings.database_path.exists() and not asked.force:
        raise Failed(f"{settings.database_path} is there already: --force replaces it")
    try:
        found = restore(archive, settings.database_path, again)
    except Damaged as error:
        raise Failed(f"nothing was changed: {error}") from None
    say(f"{settings.database_path}: restored, {_told(found)}")


def _archive(settings: Settings, asked: argparse.Namespace) -> Path:
    """The one that is named; to be looked at only, else the newest night's."""
    if asked.file:
        return Path(asked.file)
    there = nights(settings.backups)
    if not asked.check:
        raise Failed("which archive? Say its name, such as data/backups/2026-11-23.tar")
    if not there:
        raise Failed(f"there is no backup in {settings.backups}")
    return there[max(there)]


def _erasing_again(settings: Settings, archive: Path) -> Again:
    """Whoever was erased since an archive was written stands in the lists beside it, beside the
    other backups, and in the database that is there, if it can still be read."""
    erased = {*read_erased(archive.absolute().parent), *read_erased(settings.backups)}
    with contextlib.suppress(Failed, NotOurs, NewerDatabase), reading(settings) as connection:
        erased |= set(erasures(connection))
    return lambda connection: erase_again(connection, erased, machine_clock())


def _told(found: Restored) -> str:
    return (
        f"schema {found.version}, {found.people} people, last entry {found.newest or 'none'}, "
        f"{found.evidence - found.missing} of {found.evidence} pieces of evidence, "
        f"{found.again} erased again"
    )


def _export(settings: Settings, asked: argparse.Namespace) -> None:
    if asked.folder.exists() and (not asked.folder.is_dir() or any(asked.folder.iterdir())):
        raise Failed(f"{asked.folder} is not empty: expected a new folder")
    for table, rows in export(existing(settings), asked.folder, everything=asked.all):
        say(f"{table}.csv: {rows} rows")


COMMANDS = (
    Command(
        "backup",
        "write the database and its files into one archive, also while the bot runs",
        _backup,
        option("file", type=Path, metavar="FILE", help="the archive, such as 2026-11-23.tar"),
    ),
    Command(
        "restore",
        "bring an archive's database and files back; the bot must not run",
        _restore,
        option(
            "file",
            nargs="?",
            type=Path,
            metavar="FILE",
            help="an archive that `backup` or a night wrote (with --check: the newest)",
        ),
        option("--check", action="store_true", help="a drill: look whether it would come back"),
        option("--force", action="store_true", help="replace the database that is there"),
    ),
    Command(
        "export",
        "write the office's tables as CSV (UTF-8 with BOM), also while the bot runs",
        _export,
        option("--all", action="store_true", help="what is private or sealed too, as it is kept"),
        option("folder", type=Path, metavar="DIR", help="a new or empty folder"),
    ),
)
