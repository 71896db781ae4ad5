"""An empty file that plans its statements as the file of five years does, from its statistics.

`python -m benchmarks.five_years five.db` writes the statistics of a generated file down anew.
"""

import csv
import sqlite3
from collections.abc import Collection, Iterator, Sequence
from contextlib import closing
from pathlib import Path

from benchmarks.asking import asking

KEPT = Path(__file__).with_name("five_years_stat.csv")
STATISTICS = "SELECT tbl, idx, stat FROM sqlite_stat1 ORDER BY tbl, idx"
FILLED = 20_000
"""So many rows is a table thought to have that the generated file leaves empty."""
SMALL = 200
"""And so many one that stays small."""
OFFICES, KEYS, OPEN = 14, 500, 20
"""Into so many parts an office divides a table, any other key; and of so many rows one is in an
index of what is open."""
EMPTY = """
SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
   AND name NOT IN (SELECT tbl FROM sqlite_stat1) ORDER BY name
"""
INDEXES = 'SELECT name, "unique", partial FROM pragma_index_list(?)'
COLUMNS = "SELECT name FROM pragma_index_info(?) ORDER BY seqno"
KEEP = "INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES (?, ?, ?)"
KNOWN = "SELECT name FROM sqlite_master WHERE type IN ('table', 'index') AND name NOT NULL"


def write_down(database: Path, file: Path = KEPT) -> None:
    """Count a generated file through, and keep what the planner needs to know of it."""
    with closing(sqlite3.connect(database)) as connection, file.open("w", newline="") as out:
        connection.execute("ANALYZE")
        csv.writer(out, lineterminator="\n").writerows(connection.execute(STATISTICS))


def statistics(file: Path = KEPT) -> list[tuple[str, str | None, str]]:
    """Table, index, and the planner's numbers: rows in all, then rows a key of 1, 2, … columns."""
    with file.open(newline="") as rows:
        return [(table, index or None, numbers) for table, index, numbers in csv.reader(rows)]


def as_after_five_years(
    database: Path, small: Collection[str] = (), file: Path = KEPT
) -> sqlite3.Connection:
    """Give an empty migrated file these statistics, and open it so that they hold; tables that
    the generated file leaves empty are thought to be large, but for those that stay `small`."""
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("ANALYZE sqlite_schema")
        there = {row[0] for row in connection.execute(KNOWN)}
        rows = [row for row in statistics(file) if {row[0], row[1] or row[0]} <= there]
        connection.executemany(KEEP, rows)
        for (table,) in connection.execute(EMPTY).fetchall():
            size = SMALL if table in small else FILLED
            connection.executemany(KEEP, _imagined(connection, table, size))
        connection.commit()
    return sqlite3.connect(database)


def _imagined(
    connection: sqlite3.Connection, table: str, size: int
) -> Iterator[tuple[str, str | None, str]]:
    """What the planner would know of a table of this size."""
    yield table, None, str(size)
    there = {row[0] for row in connection.execute(KNOWN)}
    for name, is_unique, is_partial in connection.execute(INDEXES, (table,)).fetchall():
        columns = [row[0] for row in connection.execute(COLUMNS, (name,))]
        rows = size // OPEN if is_partial else size
        numbers = [rows, *(_found_by(columns[:n], rows) for n in range(1, len(columns) + 1))]
        if is_unique:
            numbers[-1] = 1
        yield table, name if name in there else table, " ".join(map(str, numbers))


def _found_by(columns: Sequence[str], rows: int) -> int:
    """Rows that one value of these finds."""
    return max(1, rows // (OFFICES if set(columns) == {"office_id"} else KEYS))


if __name__ == "__main__":
    ask = asking(__doc__)
    ask.add_argument("file", type=Path)
    write_down(ask.parse_args().file)
