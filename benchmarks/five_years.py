"""An empty file that plans its statements as the file of five years does, from its statistics.

`python -m benchmarks.five_years five.db` writes the statistics of a generated file down anew.
"""

import csv
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

KEPT = Path(__file__).with_name("five_years_stat.csv")
STATISTICS = "SELECT tbl, idx, stat FROM sqlite_stat1 ORDER BY tbl, idx"
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


def as_after_five_years(database: Path, file: Path = KEPT) -> sqlite3.Connection:
    """Give an empty migrated file these statistics, and open it so that they hold."""
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("ANALYZE sqlite_schema")
        there = {row[0] for row in connection.execute(KNOWN)}
        rows = [row for row in statistics(file) if {row[0], row[1] or row[0]} <= there]
        connection.executemany("INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES (?, ?, ?)", rows)
        connection.commit()
    return sqlite3.connect(database)


if __name__ == "__main__":
    write_down(Path(sys.argv[1]))
