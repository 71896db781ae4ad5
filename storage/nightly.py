"""The folder of nightly backups: one archive a night, evidence once, and who was erased."""

import csv
import os
from collections.abc import Collection, Iterable
from contextlib import closing
from datetime import date
from pathlib import Path

from domain.backups import staying
from domain.retention import BACKUP_DAYS, Erased
from storage.database import connect_reader
from storage.safekeeping import FILES, Damaged, back_up, copies, files_beside, mirror

__all__ = ["Damaged", "back_up_night", "list_erased", "nights", "read_erased"]

ERASED = "erased.csv"


def nights(folder: Path) -> dict[date, Path]:
    """The archives that are there, by the night they are of."""
    found = {}
    for file in folder.glob("????-??-??.tar"):
        try:
            found[date.fromisoformat(file.stem)] = file
        except ValueError:
            continue
    return found


def back_up_night(database: Path, folder: Path, night: date) -> None:
    """Write a night's archive, checked, and drop those whose time is over."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    back_up(database, folder / f"{night}.tar", with_files=False)
    with closing(connect_reader(database)) as connection:
        mirror(files_beside(database), folder / FILES, copies(connection))
    there = nights(folder)
    for old in set(there) - staying(there.keys(), night, BACKUP_DAYS):
        there[old].unlink()


def list_erased(folder: Path, erased: Iterable[Erased]) -> None:
    """Write down who was erased, beside the backups that still know them; whoever is on the
    list stays on it."""
    known = read_erased(folder)
    fresh = [one for one in erased if one not in known]
    if not fresh:
        return
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    place = os.open(folder / ERASED, os.O_CREAT | os.O_WRONLY | os.O_APPEND, 0o600)
    with open(place, "a", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows((one.subject, one.office_id, one.at) for one in fresh)
        out.flush()
        os.fsync(out.fileno())


def read_erased(folder: Path) -> Collection[Erased]:
    """The list beside the backups; nobody where there is none. A line cut short by a power cut
    is no name: it is written again."""
    if not (folder / ERASED).is_file():
        return set()
    with open(folder / ERASED, encoding="utf-8", newline="") as file:
        rows = [row for row in csv.reader(file) if len(row) == 3 and row[1].isdecimal()]
    return {Erased(subject, int(office), at) for subject, office, at in rows}
