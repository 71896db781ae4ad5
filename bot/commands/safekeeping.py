"""`backup`, `restore`, `export`: the office's memory, kept elsewhere and brought back."""

import argparse
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.commands.kit import Command, Failed, existing, option, say
from bot.settings import Settings
from domain.retention import BACKUP_DAYS
from storage.safekeeping import Damaged, back_up, export, restore


def _backup(settings: Settings, asked: argparse.Namespace) -> None:
    if not asked.file.absolute().parent.is_dir():
        raise Failed(f"{asked.file.parent} is no folder")
    try:
        version = back_up(existing(settings), asked.file)
    except Damaged as error:
        raise Failed(f"nothing was kept: {error}") from None
    until = datetime.now(ZoneInfo(settings.time_zone)).date() + timedelta(days=BACKUP_DAYS)
    size = asked.file.stat().st_size
    say(f"{asked.file}: whole, schema {version}, {size:,} bytes; to be deleted on {until}")


def _restore(settings: Settings, asked: argparse.Namespace) -> None:
    if settings.database_path.exists() and not asked.force:
        raise Failed(f"{settings.database_path} is there already: --force replaces it")
    try:
        version = restore(asked.file, settings.database_path)
    except Damaged as error:
        raise Failed(f"nothing was changed: {error}") from None
    say(f"{settings.database_path}: restored, schema {version}")


def _export(settings: Settings, asked: argparse.Namespace) -> None:
    if asked.folder.exists() and (not asked.folder.is_dir() or any(asked.folder.iterdir())):
        raise Failed(f"{asked.folder} is not empty: expected a new folder")
    for table, rows in export(existing(settings), asked.folder):
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
        option("file", type=Path, metavar="FILE", help="an archive that `backup` wrote"),
        option("--force", action="store_true", help="replace the database that is there"),
    ),
    Command(
        "export",
        "write every table as CSV (UTF-8 with BOM), also while the bot runs",
        _export,
        option("folder", type=Path, metavar="DIR", help="a new or empty folder"),
    ),
)
