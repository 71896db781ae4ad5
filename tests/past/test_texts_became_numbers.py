"""Moments that an earlier version wrote as text are the same as seconds, or nothing changed."""

import contextlib
import logging
import resource
import sqlite3
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from domain.retention import Erased
from storage.consents import erasures
from storage.database import (
    SHORTENED,
    _write_anew,
    connect_writer,
    migrate,
    migrations,
    version_of,
)
from storage.rows import moment
from tests.helpers.house import fresh
from tests.helpers.past import DUMPS, number_of, revive

BEFORE = [dump for dump in DUMPS if number_of(dump) < SHORTENED]
DUMP = pytest.mark.parametrize("dump", BEFORE, ids=lambda dump: dump.stem)
COLUMNS = """
SELECT t.name, its.name FROM sqlite_schema t, pragma_table_info(t.name) its
 WHERE t.type = 'table' AND its.type = 'INT' ORDER BY 1, 2
"""
ERASED = """
INSERT INTO data_request (office_id, subject, what, at)
VALUES (1, 'aa', 'delete', '2026-11-19T02:00:00+00:00')
"""
MOST = 4_096
"""So many bytes may a file have where the disk is said to be full."""


def just_before(dump: Path, file: Path) -> sqlite3.Connection:
    """An office of an earlier version, brought to the last schema whose moments were texts."""
    connection = revive(dump, file)
    connection.execute("PRAGMA foreign_keys = OFF")
    for _, script in migrations()[version_of(connection) : SHORTENED - 1]:
        connection.executescript(script)
    connection.execute(f"PRAGMA user_version = {SHORTENED - 1}")
    return connection


def columns() -> list[tuple[str, str]]:
    with contextlib.closing(fresh()) as connection:
        return [tuple(row) for row in connection.execute(COLUMNS)]


def kept(connection: sqlite3.Connection) -> dict[tuple[str, str], list[str | int | None]]:
    return {
        (table, column): [row[0] for row in connection.execute(f"SELECT {column} FROM {table}")]
        for table, column in columns()
    }


def read(found: str | int | None) -> datetime | None:
    return datetime.fromisoformat(found) if isinstance(found, str) else found and moment(found)


def test_the_number_of_the_migration_is_its_own() -> None:
    assert migrations()[SHORTENED - 1][0].endswith("_moments.sql")
    assert len(columns()) > 90


@DUMP
def test_every_moment_is_what_it_was(dump: Path, tmp_path: Path) -> None:
    with contextlib.closing(just_before(dump, tmp_path / "town.db")) as connection:
        was = kept(connection)
        migrate(connection)
        now = kept(connection)
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    assert sum(isinstance(one, str) for column in was.values() for one in column) > 100
    for column, found in now.items():
        assert not any(isinstance(one, str) for one in found), column
        assert sorted(map(str, map(read, found))) == sorted(map(str, map(read, was[column])))


@DUMP
@pytest.mark.parametrize("steps", [20, 200, 1_000])
def test_what_breaks_off_in_between_changed_nothing(
    dump: Path, steps: int, tmp_path: Path
) -> None:
    file = tmp_path / "town.db"
    connection = just_before(dump, file)
    was = kept(connection)
    connection.set_progress_handler(lambda: 1, steps)
    with pytest.raises(sqlite3.OperationalError, match="interrupted"):
        migrate(connection)
    connection.close()
    with contextlib.closing(sqlite3.connect(file)) as again:
        assert version_of(again) == SHORTENED - 1
        assert kept(again) == was
    with contextlib.closing(connect_writer(file)) as at_last:
        assert version_of(at_last) == len(migrations())
        assert at_last.execute("PRAGMA integrity_check").fetchone()[0] == "ok"


@DUMP
def test_the_file_gives_back_what_it_no_longer_needs(dump: Path, tmp_path: Path) -> None:
    file = tmp_path / "town.db"
    connection = just_before(dump, file)
    more = "INSERT INTO job_run SELECT hex(randomblob(8)), 1, :at FROM json_each(:many)"
    many = f"[{','.join('1' for _ in range(20_000))}]"
    connection.execute(more, {"at": "2026-11-19T02:00:00+00:00", "many": many})
    connection.close()
    was = file.stat().st_size
    connect_writer(file).close()
    assert file.stat().st_size < 0.8 * was


@contextlib.contextmanager
def full_disk() -> Iterator[None]:
    was = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (MOST, was[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, was)


def test_without_room_for_that_it_keeps_its_length(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with contextlib.closing(connect_writer(tmp_path / "town.db")) as connection:
        with full_disk(), caplog.at_level(logging.WARNING):
            _write_anew(connection)
        assert "the file keeps its length" in caplog.text
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        connection.execute("INSERT INTO lost_account VALUES (1)")


def test_who_was_erased_is_known_from_a_file_of_before_too(tmp_path: Path) -> None:
    """A backup is brought back over a file that has not been opened since the update."""
    with contextlib.closing(just_before(BEFORE[0], tmp_path / "town.db")) as connection:
        connection.execute(ERASED)
        was = erasures(connection)
        migrate(connection)
        assert erasures(connection) == was == [Erased("aa", 1, "2026-11-19T02:00:00+00:00")]
