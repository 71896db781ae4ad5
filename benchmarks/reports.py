"""One week of one office, for every reader: `python -m benchmarks.reports one.db five.db`.

Files are made by `benchmarks.years`; milliseconds of the processor, the best of some tries, each
with nothing remembered.
"""

import sqlite3
import sys
import time

from actions.digest.counting import parts_of
from actions.digest.facts import scopes
from actions.digest.printing import edition_now
from benchmarks.years import NOW
from domain.access import clock_of
from storage import Work

TRIES, OFFICES = 7, (1, 7, 14)


def every_scope(connection: sqlite3.Connection, office_id: int) -> float:
    work = Work(connection, clock_of(office_id), NOW)
    edition, began = edition_now(work), time.process_time()
    parts_of(work, edition, scopes(work))
    return (time.process_time() - began) * 1000


def main(files: list[str]) -> None:
    for file in files:
        connection = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
        connection.row_factory = sqlite3.Row
        took = min(every_scope(connection, office) for office in OFFICES for _ in range(TRIES))
        sys.stdout.write(f"{file}: {took:.1f} ms\n")


if __name__ == "__main__":
    main(sys.argv[1:])
