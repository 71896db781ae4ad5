"""No statement costs by what was: each is planned against the office of five years."""

import re
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

import storage
from benchmarks.five_years import STATISTICS, as_after_five_years
from benchmarks.years import counted, generate
from storage.database import Database, connect_writer
from storage.merging import NAMING
from storage.offices import set_setting
from tests.helpers.house import SQL, Anything, modules, statements

MOST = 200
"""So many rows may one lookup touch: an activity, a person's own, what is open in an office."""
LAST = "reads the last one and stops"
COMMAND = "when the operator or the night keeps, brings back or takes out what there is"
OWN = "all that is kept of one person, when they ask for it"
ALLOWED = {
    "activities.ADD_POINT": "looked through only where a foreign key is broken, which none is",
    "assignments.NEXT_NUMBER": LAST,
    "consents.ERASURES": COMMAND,
    "consents.WILLING": "all who agreed to hear of activities, when one is announced",
    "digests.LAST_SENT": LAST,
    "reports.CLAIMS": "what is claimed and not yet looked at, by an index of nothing else",
    "reports.FIRST": "the first of each by an index, and stops",
    "inbox.FORGET_ENDED": "so many of the oldest, and stops",
    "inspection.OUTBOX": LAST,
    "inspection.JOURNAL": LAST,
    "digests.FIRST_SENT": "reads the first one and stops",
    "invitations.LEAST_ASKED": "all who agreed to be asked, when people are missing",
    "accounts.BY_TELEGRAM": "stops at the first point that somebody leads",
    "journal.JOURNAL": OWN,
    "journal.LATELY": "reads the last five hundred and stops",
    "journal.OWN_LATELY": "reads the last five hundred and stops",
    "journal.NEWEST_OF": "reads the last five hundred and stops",
    "headcounts.GROUPS": OWN,
    "headcounts.UNNAME": OWN,
    "turnouts.FIGURES": OWN,
    "people.FORGET": OWN,
    "checklists.FORGET_WHY": COMMAND,
    "registers.FORGET_WHY": COMMAND,
    "volunteers.CALLED": "the volunteers of an office, when it looks for one of them by name",
    "safekeeping.COPIES": COMMAND,
    "safekeeping.NEWEST": LAST,
    "safekeeping.PEOPLE": COMMAND,
    "taken_out._HIDDEN": COMMAND,
    "taken_out._SEEN": COMMAND,
    "taken_out._NAMED": COMMAND,
}
"""Statements that may walk further, and why."""

SMALL = {
    "absence": "forgotten when it is over",
    "calendar_day": "some fifteen days a year",
    "campaign": "a few a year",
    "digest_reader": "some of those on the roster",
    "lookup": "an office's own list of bodies and themes",
    "lost_account": "emptied by the clock",
    "office_days": "a day of the week for each of some kinds",
    "pattern": "an office's templates",
    "phrase": "forgotten half a year after its last use",
    "report_guest": "those outside to whom a report goes",
    "sealed": "until it is opened",
    "stage_left_out": "steps that an office does not use",
    "stray_file": "emptied by the clock",
    "strength": "what those on the roster are good at",
}
"""Tables that the generated file leaves empty, and why they stay small; all others that it leaves
empty are thought to be large."""

STEP = re.compile(
    r"(?P<how>SCAN|SEARCH) (?P<name>\w+)"
    r"(?: USING (?P<auto>AUTOMATIC )?(?:PARTIAL )?(?:COVERING )?"
    r"(?:INDEX (?P<index>\w+)|(?P<key>INTEGER PRIMARY KEY|PRIMARY KEY)))?"
    r"(?: \((?P<terms>.*?)\))?(?: LEFT-JOIN)?$"
)
INDEX = re.compile(r"INDEX (\w+)")
KEPT = """
SELECT l.name FROM sqlite_schema m JOIN pragma_index_list(m.name) l
  JOIN pragma_index_info(l.name) i ON i.seqno = 0
 WHERE m.type = 'table' AND NOT l."unique"
   AND i.name NOT IN (SELECT "from" FROM pragma_foreign_key_list(m.name) WHERE "table" <> 'office')
"""
WORDS = "JOIN|LEFT|WHERE|ON|SET|SELECT|ORDER|GROUP|VALUES|USING|UNION|DEFAULT|FROM"
NAMED = re.compile(rf"(?:FROM|JOIN|UPDATE|INTO|,)\s+(\w+)(?:\s+(?:AS\s+)?(?!(?:{WORDS})\b)(\w+))?")


@dataclass(frozen=True)
class Step:
    """One loop of a plan: which table, and how many rows a turn of it touches."""

    table: str
    rows: int
    told: str


class Town:
    """The office of five years, as far as the planner knows it."""

    def __init__(self, database: Path) -> None:
        connect_writer(database).close()
        self.connection = as_after_five_years(database, SMALL)
        self.connection.execute("PRAGMA foreign_keys=ON")
        known = self.connection.execute(STATISTICS)
        self.stat = {(t, i): [int(n) for n in s.split()[:8] if n.isdigit()] for t, i, s in known}
        self.sizes: dict[str, int] = {}
        for (table, _), numbers in self.stat.items():
            self.sizes[table] = max(self.sizes.get(table, 0), numbers[0])

    def steps(self, sql: str) -> Iterator[Step]:
        tables = {alias or table: table for table, alias in NAMED.findall(sql)}
        tables |= {table: table for table, _ in NAMED.findall(sql)}
        for row in self.connection.execute(f"EXPLAIN QUERY PLAN {sql}", Anything()):
            found = STEP.match(row[3])
            if found:
                table = tables.get(found["name"], found["name"])
                yield Step(table, self._rows(table, found), row[3])

    def _rows(self, table: str, found: re.Match[str]) -> int:
        """Rows that one turn of this loop touches, by the planner's own numbers."""
        size = self.sizes.get(table, 0)
        equal = (found["terms"] or "").count("=?")
        skips = "ANY(" in (found["terms"] or "")
        if found["auto"] or skips or (found["how"] == "SCAN" and not found["index"]):
            return size
        if found["key"] == "INTEGER PRIMARY KEY":
            return 1 if found["terms"] else size
        numbers = self.stat.get((table, found["index"] or table))
        if numbers is None:
            return 0
        is_range = any(sign in (found["terms"] or "") for sign in ("<?", ">?"))
        return 0 if is_range or equal >= len(numbers) else numbers[equal]


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Town:
    return Town(tmp_path_factory.mktemp("plans") / "town.db")


def every_statement() -> Iterator[tuple[str, str]]:
    """Under its module and name, such as `people.ROLES`; also those kept in a mapping."""
    for name, sql in statements():
        yield name.removeprefix("storage.").partition("[")[0], sql
    for module in modules(storage):
        for name, value in vars(module).items():
            if name.isupper() and isinstance(value, Mapping):
                for sql in value.values():
                    if isinstance(sql, str) and SQL.match(sql):
                        yield f"{module.__name__.removeprefix('storage.')}.{name}", sql


def test_no_statement_walks_through_the_past(town: Town) -> None:
    walking: dict[str, list[str]] = {}
    for name, sql in every_statement():
        if far := [step.told for step in town.steps(sql) if step.rows > MOST]:
            walking.setdefault(name, []).extend(far)
    assert {name: told for name, told in walking.items() if name not in ALLOWED} == {}
    assert set(ALLOWED) - set(walking) == set(), "no longer so"


def test_every_index_serves_a_statement(town: Town) -> None:
    """Or keeps something unique, or finds what refers to a row that goes; an office never goes."""
    plans = [step.told for _, sql in every_statement() for step in town.steps(sql)]
    named = {name for told in plans for name in INDEX.findall(told)}
    idle = {row[0] for row in town.connection.execute(KEPT) if row[0] not in named}
    assert idle == set()


def test_whoever_is_forgotten_is_looked_for_by_an_index(town: Town) -> None:
    naming = town.connection.execute(NAMING).fetchall()
    assert len(naming) > 20
    for table, column in naming:
        found = f"EXPLAIN QUERY PLAN SELECT 1 FROM {table} WHERE {column} = ?"
        plan = town.connection.execute(found, (1,)).fetchall()
        assert town.sizes.get(table, 0) < MOST or plan[0][3].startswith("SEARCH"), (table, column)


def test_the_generated_offices_are_whole(tmp_path: Path) -> None:
    """So that they stay an office as the schema grows: every key leads somewhere."""
    generate(tmp_path / "town.db", years=0.1, scale=0.01)
    with closing(sqlite3.connect(tmp_path / "town.db")) as connection:
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert counted(connection)["registration"] > 100


async def test_what_has_grown_is_counted_at_an_orderly_end(tmp_path: Path) -> None:
    async with Database.open(tmp_path / "town.db") as database:
        await database.write(lambda c: set_setting(c, "username", "bot"))
    with closing(sqlite3.connect(tmp_path / "town.db")) as connection:
        known = connection.execute("SELECT tbl FROM sqlite_stat1").fetchall()
    assert ("setting",) in known
