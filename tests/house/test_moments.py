"""A moment is whole seconds, and its column says so: `INT`. What people count is `INTEGER`."""

import contextlib
import sqlite3
from datetime import UTC, datetime, timedelta, timezone

from storage.columns import moments, told
from storage.rows import moment, read, spell, stamp
from tests.helpers.house import fresh

ON_THE_WALL = {"office_hour.at"}
"""An hour that the office chose is of no day."""
COLUMNS = """
SELECT t.name || '.' || its.name, its.name, its.type
  FROM sqlite_schema t, pragma_table_info(t.name) its WHERE t.type = 'table'
"""


def columns() -> list[tuple[str, str, str]]:
    with contextlib.closing(fresh()) as connection:
        return [tuple(row) for row in connection.execute(COLUMNS)]


def test_what_is_called_a_moment_is_declared_as_one() -> None:
    called = {which for which, name, kind in columns() if name == "at" or name.endswith("_at")}
    assert called - {which for which, _, kind in columns() if kind == "INT"} == ON_THE_WALL


def test_no_count_is_called_like_a_moment() -> None:
    """What people take along is spelled by its name; days are texts."""
    names = moments(fresh())
    assert {kind for _, name, kind in columns() if name in names} == {"INT", "TEXT"}


def test_a_moment_comes_back_as_it_was_to_the_second() -> None:
    hanoi = datetime(2026, 11, 30, 12, 0, 7, 999_999, tzinfo=timezone(timedelta(hours=7)))
    assert stamp(hanoi) == 1_796_014_807
    assert moment(stamp(hanoi)) == datetime(2026, 11, 30, 5, 0, 7, tzinfo=UTC)
    assert spell(hanoi) == "2026-11-30T05:00:07+00:00"
    assert read(spell(hanoi)) == moment(stamp(hanoi))


def test_people_read_a_moment_as_text_and_a_count_as_it_is() -> None:
    connection = sqlite3.connect(":memory:")
    connection.row_factory = sqlite3.Row
    row = connection.execute("SELECT 1796014807 AS at, 7 AS number, NULL AS sent_at").fetchone()
    said = told(row, {"at", "sent_at"})
    assert said == {"at": "2026-11-30T05:00:07+00:00", "number": 7, "sent_at": None}
