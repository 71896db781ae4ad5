"""One proposal against three thousand plans, with its statements: `python -m benchmarks.overlap`.

Milliseconds of the processor, the best and the median of some tries, each with nothing remembered:
as plans lie over an office's places and bodies, and at worst, where all share the proposal's.
"""

import sqlite3
import statistics
import sys
import time
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from actions.sample import load_sample
from benchmarks.asking import asking
from domain.overlap import PlannedSpan, overlapping
from domain.periods import OFFICE_ZONE
from storage.overlaps import Overlaps
from storage.rows import stamp
from tests.helpers.house import fresh

DAYS, TASKS, VISITS, OUTSIDE = 1_000, 1_000, 700, 300
TRIES, NEAR = 25, 28
FIRST = date(2026, 11, 19)
BODY, THEME = 7_001, 8_001
INSERTS = (
    """
INSERT INTO activity (id, office_id, code, kind, title, organiser_id, starts_at, ends_at,
                      closes_at, state, created_at)
VALUES (:id, :office, 'N' || :id, 'saturday', 'N', 5, :begins, :ends, :begins, 'open', :begins)""",
    "INSERT INTO point (activity_id, name, locality_id, leader_id) VALUES (:id, 'D', :place, 6)",
    """
INSERT INTO assignment (id, office_id, number, code, title, folded, expected, assigner_id, lead_id,
                        approver_id, original_due, due_at, issued_at)
VALUES (:id, :office, :id, 'V' || :id, 'V', 'v', 'x', 5, 6, 5, :ends, :ends, :begins)""",
    "INSERT INTO assignment_locality (assignment_id, locality_id) VALUES (:id, :place)",
    """
INSERT INTO visit (id, office_id, number, code, year, species, stage, organisation_id, theme_id,
                   body_id, locality_id, first, last, proposed_at)
VALUES (:id, :office, :id, 'G' || :id, 2026, 'supervision', 'proposed', 1, :theme, :body, :place,
        :first, :last, :begins)""",
    """
INSERT INTO outside_plan (office_id, whose, theme_id, body_id, first, last)
VALUES (:office, 'T', :theme, :body, :first, :last)""",
)
MANY = (DAYS, DAYS, TASKS, TASKS, VISITS, OUTSIDE)
Row = dict[str, object]


def _rows(many: int, office: int, places: int, bodies: int) -> Iterator[Row]:
    """Every plan has moments of its own, all of them near enough to count."""
    for number in range(many):
        begins = datetime(2026, 11, 19, 8, number % 60, number // 60, tzinfo=OFFICE_ZONE)
        begins += timedelta(days=number % (2 * NEAR) - NEAR)
        ends, day = begins + timedelta(hours=3), begins.date().isoformat()
        yield {
            "id": 90_000 + number,
            "office": office,
            "place": 1 + number % places,
            "body": BODY + number % bodies,
            "theme": THEME + number % bodies,
            "begins": stamp(begins),
            "ends": stamp(ends),
            "first": day,
            "last": day,
        }


def office(places: int, bodies: int) -> tuple[sqlite3.Connection, int]:
    connection = fresh()
    number = load_sample(connection, FIRST).work.actor.office_id
    for insert, many in zip(INSERTS, MANY, strict=True):
        connection.executemany(insert, list(_rows(many, number, places, bodies)))
    connection.execute("ANALYZE")
    return connection, number


def took(connection: sqlite3.Connection, number: int, plan: PlannedSpan) -> tuple[float, int]:
    began = time.process_time()
    found = overlapping(plan, Overlaps(connection, number).near(plan, OFFICE_ZONE))
    return (time.process_time() - began) * 1000, len(found)


def main() -> None:
    asking(__doc__).parse_args()
    mine = PlannedSpan("mine", FIRST, FIRST, frozenset({BODY}), frozenset({1}), frozenset({THEME}))
    for name, places, bodies in (("spread over 24 places", 24, 40), ("all in one place", 1, 1)):
        connection, number = office(places, bodies)
        tries = [took(connection, number, mine) for _ in range(TRIES)]
        times, met = [ms for ms, _ in tries], tries[0][1]
        told = (
            f"{name}: met {met}, best {min(times):.1f}, median {statistics.median(times):.1f} ms"
        )
        sys.stdout.write(f"{told}\n")


if __name__ == "__main__":
    main()
