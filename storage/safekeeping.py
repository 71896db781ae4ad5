"""Backup, restore and export: one archive of the database and its files, verified both ways."""

import contextlib
import csv
import fcntl
import os
import shutil
import sqlite3
import tarfile
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from domain.cells import cell
from storage.database import (
    Connection,
    connect_writer,
    only_writer,
    require_known,
    version_of,
    whole,
)
from storage.rows import moment, spell
from storage.taken_out import EVERYTHING, TAKEN_OUT, Allowed

DATABASE, FILES = "office.db", "files"
WORKSHOP, REPLACED = ".viec-chung-", "old"
TABLES = """
SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name
"""
COLUMNS = "SELECT name, type FROM pragma_table_info(:table)"
ROWS = 'SELECT {columns} FROM "{table}" WHERE {rows}'
SPELLED = """strftime('%Y-%m-%dT%H:%M:%S+00:00', "{0}", 'unixepoch') AS "{0}\""""
"""A moment, which is declared INT, as `storage.rows.spell` spells it."""
PEOPLE = "SELECT count(*) FROM person"
NEWEST = "SELECT at FROM journal ORDER BY id DESC LIMIT 1"
WHOLLY = "PRAGMA integrity_check(1)"
"""Before a file is taken over: every page, every row, and every index against its table."""
EVERY_PAGE = "PRAGMA quick_check(1)"
"""After every copy: all but the indexes against their tables, at a sixth of the price."""
COPIES = """
SELECT kept FROM attachment WHERE kept <> '' UNION SELECT kept FROM point_photo WHERE kept <> ''
"""
Again = Callable[[Connection], int]
"""What is done in a copy that was brought back, before it counts; how many it concerned."""


class Damaged(RuntimeError):
    """An archive or database is not whole; the text says what is wrong with it."""


def files_beside(database: Path) -> Path:
    """Where the evidence of a database lies."""
    return database.resolve().parent / FILES


def _reader(database: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{database.absolute().as_uri()}?mode=ro", uri=True)


def verify(database: Path, *, how: str = WHOLLY) -> int:
    """The schema's number of a whole database that this program can read."""
    try:
        with closing(_reader(database)) as connection:
            found = connection.execute(how).fetchone()[0]
            version = version_of(connection)
    except sqlite3.Error as error:
        raise Damaged(f"{database.name}: {error}") from None
    if found != "ok":
        raise Damaged(f"{database.name}: {found}")
    with closing(_reader(database)) as connection:
        require_known(connection)
    return version


@contextlib.contextmanager
def _workshop(place: Path) -> Iterator[Path]:
    """A folder to work in, held while it is used. What a killed one left behind goes first,
    unless the evidence that was to be replaced lies in it."""
    for left in place.glob(f"{WORKSHOP}*"):
        if not (left / REPLACED).exists():
            with contextlib.suppress(BlockingIOError), _held(left):
                shutil.rmtree(left, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix=WORKSHOP, dir=place) as made, _held(Path(made)):
        yield Path(made)


@contextlib.contextmanager
def _held(folder: Path) -> Iterator[None]:
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    finally:
        os.close(handle)


@dataclass(frozen=True, slots=True)
class Restored:
    """What an archive brings back: its schema, how many people, when somebody last did
    something (UTC), its pieces of evidence and how many of them are missing, and how many
    people were erased again."""

    version: int
    people: int
    newest: str
    evidence: int
    missing: int
    again: int


def back_up(database: Path, archive: Path, *, with_files: bool = True) -> int:
    """Write one archive, also while the bot runs; it takes its name only when it is whole.

    Files are copied after the database, so that none that it names is missing.
    """
    with _workshop(archive.absolute().parent) as folder:
        copy, packed = folder / DATABASE, folder / "archive.tar"
        try:
            _copy(database, copy)
        except sqlite3.Error as error:
            raise Damaged(f"{database.name}: {error}") from None
        version = verify(copy, how=EVERY_PAGE)
        with tarfile.open(packed, "w") as tar:
            tar.add(copy, DATABASE)
            if with_files and files_beside(database).is_dir():
                tar.add(files_beside(database), FILES)
        packed.chmod(0o600)
        packed.replace(archive)
    return version


def _copy(database: Path, copy: Path) -> None:
    """Page by page, on one snapshot, while others write; one file, without a log beside it."""
    with closing(_reader(database)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
        target.execute("PRAGMA journal_mode=DELETE")


def mirror(files: Path, place: Path, names: Iterable[str]) -> None:
    """Evidence is never changed, so that each piece is kept once: as a second name of the same
    file, or as a copy on another disk."""
    for name in names:
        file, copy = files / name, place / name
        if file.is_file() and not copy.exists():
            copy.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            try:
                copy.hardlink_to(file)
            except OSError:
                shutil.copy2(file, copy)


def copies(connection: Connection) -> list[str]:
    """The evidence that a database names, as it lies under `files/`."""
    return [row[0] for row in connection.execute(COPIES)]


def restore(archive: Path, database: Path, again: Again) -> Restored:
    """Put an archive's database and files in the place of what is there; all or nothing is
    taken over, and only what is whole."""
    database = database.resolve()
    database.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with only_writer(database), _workshop(database.parent) as folder:
        found, named = _bring_back(archive, folder, again)
        _swap_files(folder, files_beside(database))
        mirror(archive.absolute().parent / FILES, files_beside(database), named)
        for left in ("-wal", "-shm"):
            Path(f"{database}{left}").unlink(missing_ok=True)
        (folder / DATABASE).replace(database)
        database.chmod(0o600)
    return found


def rehearse(archive: Path, place: Path, again: Again) -> Restored:
    """Bring an archive back into a folder that goes again: what restoring it would give."""
    with _workshop(place) as folder:
        return _bring_back(archive, folder, again)[0]


def _bring_back(archive: Path, folder: Path, again: Again) -> tuple[Restored, list[str]]:
    """Take an archive's database out, bring its schema up to date, erase again; what is in it,
    and the evidence that it names."""
    _unpack(archive, folder)
    copy = folder / DATABASE
    verify(copy)
    with closing(connect_writer(copy)) as connection:
        with whole(connection):
            count = again(connection)
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        people = connection.execute(PEOPLE).fetchone()[0]
        newest = connection.execute(NEWEST).fetchone()
        version, named = version_of(connection), copies(connection)
    places = (folder / FILES, archive.absolute().parent / FILES)
    lost = [name for name in named if not any((at / name).is_file() for at in places)]
    last = spell(moment(newest[0])) if newest else ""
    return Restored(version, people, last, len(named), len(lost), count), named


def _swap_files(folder: Path, place: Path) -> None:
    """A nightly archive has no files of its own: those that are there stay."""
    if not (folder / FILES).is_dir():
        return
    if place.exists():
        place.rename(folder / REPLACED)
    (folder / FILES).rename(place)


def _unpack(archive: Path, folder: Path) -> None:
    """Take out the database and plain files only: an archive may come from anywhere."""
    try:
        with tarfile.open(archive, "r:") as tar:
            for member in tar:
                if member.isfile() and _belongs(member.name):
                    _take_out(tar, member, folder / member.name)
    except tarfile.TarError as error:
        raise Damaged(f"{archive.name}: {error}") from None
    if not (folder / DATABASE).is_file():
        raise Damaged(f"{archive.name}: there is no {DATABASE} in it")


def _belongs(name: str) -> bool:
    parts = PurePosixPath(name).parts
    return name == DATABASE or (len(parts) > 1 and parts[0] == FILES and ".." not in parts)


def _take_out(tar: tarfile.TarFile, member: tarfile.TarInfo, place: Path) -> None:
    content = tar.extractfile(member)
    if content is not None:
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with content, open(os.open(place, os.O_CREAT | os.O_WRONLY, 0o600), "wb") as out:
            shutil.copyfileobj(content, out)


def export(database: Path, folder: Path, *, everything: bool = False) -> Iterator[tuple[str, int]]:
    """Tables as CSV, in UTF-8 with the mark that Excel wants: each name, how many rows. What may
    go out stands in `taken_out.py`; `everything` is the private and the sealed too.
    One `'` stands before text that a spreadsheet would run or change."""
    with closing(_reader(database)) as connection:
        require_known(connection)
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        connection.execute("BEGIN")
        for (table,) in connection.execute(TABLES).fetchall():
            sheet = EVERYTHING if everything else TAKEN_OUT.get(table)
            if sheet:
                rows = _rows_of(connection, table, sheet)
                yield table, _write_table(rows, folder / f"{table}.csv")


def _rows_of(connection: sqlite3.Connection, table: str, sheet: Allowed) -> sqlite3.Cursor:
    columns = ", ".join(_columns(connection, table, sheet))
    return connection.execute(ROWS.format(columns=columns, table=table, rows=sheet.rows))


def _columns(connection: sqlite3.Connection, table: str, sheet: Allowed) -> Iterator[str]:
    for name, kind in connection.execute(COLUMNS, {"table": table}):
        if sheet is EVERYTHING or name in sheet.columns:
            yield (SPELLED if kind == "INT" else '"{0}"').format(name)


def _write_table(rows: sqlite3.Cursor, file: Path) -> int:
    count = 0
    with open(file, "w", encoding="utf-8-sig", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(column[0] for column in rows.description)
        for count, row in enumerate(rows, start=1):  # noqa: B007 - the last number is the count
            writer.writerow(map(cell, row))
    return count
