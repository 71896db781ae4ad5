"""One week of one office, for every reader: `python -m benchmarks.reports one.db five.db`.

Files are made by `benchmarks.years`; milliseconds of the processor, each with nothing remembered,
the files in turn, so that what else the machine does falls on all of them.
"""

import sqlite3
import statistics
import sys
import time

from actions.digest.counting import parts_of
from actions.digest.facts import scopes
from actions.digest.printing import edition_now
from benchmarks.asking import asking
from benchmarks.years import NOW
from domain.access import clock_of
from storage import Work

TRIES, OFFICES = 9, (1, 7, 14)


def opened(file: str) -> sqlite3.Connection:
    connection = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
    connection.row_factory = sqlite3.Row
    return connection


def every_scope(connection: sqlite3.Connection, office_id: int) -> float:
    work = Work(connection, clock_of(office_id), NOW)
    edition, began = edition_now(work), time.process_time()
    parts_of(work, edition, scopes(work))
    return (time.process_time() - began) * 1000


def main() -> None:
    ask = asking(__doc__)
    ask.add_argument("files", nargs="+")
    files: list[str] = ask.parse_args().files
    took: dict[str, list[float]] = {file: [] for file in files}
    connections = {file: opened(file) for file in files}
    for _ in range(TRIES):
        for file, connection in connections.items():
            cost = [every_scope(connection, office) for office in OFFICES]
            took[file].append(statistics.mean(cost))
    for file, times in took.items():
        told = f"best {min(times):.1f}, median {statistics.median(times):.1f} ms"
        sys.stdout.write(f"{file}: {told}\n")


if __name__ == "__main__":
    main()
