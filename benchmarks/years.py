"""Fourteen invented offices over some years, written straight into a fresh file, as the nights
of retention would have left it; the planner has looked at it as it does every night.

`python -m benchmarks.years out.db --years 5 --scale 1.0`: the same seed gives the same office.
"""

import random
import sqlite3
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from actions.office.offices import NewOffice, found_office
from benchmarks import history
from benchmarks.asking import asking
from benchmarks.offices import OFFICES, Office, Town
from domain.access import Role
from domain.names import fold
from domain.periods import OFFICE_ZONE
from storage.bundled import presets
from storage.database import connect_writer, take_stock
from storage.offices import set_setting
from storage.rows import stamp

NOW = datetime(2026, 11, 19, 14, 7, tzinfo=OFFICE_ZONE)
"""A Thursday afternoon, at which the files end."""
STAFF, VOLUNTEERS = 295, 60_000
ASSIGNMENTS, ACTIVITIES, REGISTRATIONS = 50_000, 4_000, 400_000
"""A year's, in all fourteen offices."""
FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đỗ", "Bùi", "Lý", "Đặng")
MIDDLES = ("Văn", "Thị", "Hữu", "Minh", "Thu", "Quang")
GIVEN = ("An", "Bình", "Chi", "Dung", "Hà", "Hạnh", "Hoa", "Khánh", "Lan", "Mai", "Nga", "Sơn")
PLACES = 12
"""So many villages has an office."""
FAST = ("journal_mode=OFF", "synchronous=OFF", "foreign_keys=OFF", "secure_delete=OFF",
        "cache_size=-1000000", "temp_store=MEMORY")  # fmt: skip
INDEXES = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
PERSON = "id, subject, telegram_id, name, folded, phone, office_id, created_at, menu"
TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"


def generate(
    path: Path, years: float = 5, scale: float = 1.0, seed: int = 1, now: datetime = NOW
) -> None:
    """Write a whole file anew; it ends in an ordinary open week."""
    connection = connect_writer(path)
    town = Town(connection, now.astimezone(UTC), years, scale, random.Random(seed))
    for pragma in FAST:
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("BEGIN")
    indexes = connection.execute(INDEXES).fetchall()
    set_setting(connection, "username", "viecchung_bot")
    for number in range(OFFICES):
        town.offices.append(_found(town, number))
    _staff(town)
    _volunteers(town)
    for index in indexes:
        connection.execute(f"DROP INDEX {index['name']}")
    history.write(town)
    for index in indexes:
        connection.execute(index["sql"])
    connection.execute("COMMIT")
    connection.execute("VACUUM")
    take_stock(connection)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.close()


def _found(town: Town, number: int) -> Office:
    kind = "district_2017" if number % 2 else "commune_2026"
    new = NewOffice(presets()[kind], f"VP{number + 1:02}", f"Cơ quan số {number + 1}")
    work = found_office(town.connection, new, town.since, town.now)
    names = [(f"K{place + 1:02}", f"Khu {place + 1}") for place in range(PLACES)]
    places = [work.offices.add_locality(c, "Khu", n, False, town.since) for c, n in names]
    units = [unit.id for unit in work.offices.units(town.since)]
    organisations = [one.id for one in work.offices.organisations(town.since)]
    return Office(work.actor.office_id, units, organisations, places)


def _name(town: Town) -> str:
    return " ".join(town.chance.choice(part) for part in (FAMILIES, MIDDLES, GIVEN))


def _roles(office: Office, seat: int) -> Iterator[tuple[str, int | None]]:
    """The first run the house, the heads their sections, half of the rest the villages."""
    if seat == 0:
        yield from ((Role.OFFICE_ADMIN.value, None), (Role.HEAD.value, office.units[0]))
    elif seat in (1, 2):
        yield Role.LEADER.value, None
    elif seat < 2 + len(office.units):
        yield Role.HEAD.value, office.units[seat - 2]
    else:
        yield (Role.STAFF if seat % 2 else Role.BASE).value, None


def _staff(town: Town) -> None:
    people, members, grants = [], [], []
    for number in range(max(8 * OFFICES, round(STAFF * max(town.scale, 0.4)))):
        office, seat = town.offices[number % OFFICES], number // OFFICES
        person, subject, name = number + 1, town.subject(), _name(town)
        office.people.append(person)
        office.subjects[person] = subject
        unit = office.units[seat % len(office.units)]
        if seat in (1, 2):
            office.leaders.append(person)
        elif seat < 2 + len(office.units):
            office.heads.append(person)
        people.append((person, subject, 7_000_000 + person, name, fold(name),
                       f"09{person:08}", office.id, stamp(town.now), "x"))  # fmt: skip
        members.append((office.id, person, f"CB{seat + 1:02}", "Chuyên viên", unit,
                        office.organisations[seat % len(office.organisations)],
                        office.places[seat % PLACES], town.since.isoformat()))  # fmt: skip
        grants += [(office.id, person, role, of, town.since.isoformat())
                   for role, of in _roles(office, seat)]  # fmt: skip
    town.add("person", PERSON, people)
    town.add("membership", "office_id, person_id, code, title, unit_id, organisation_id,"
             " locality_id, valid_from", members)  # fmt: skip
    town.add("role_grant", "office_id, person_id, role, unit_id, valid_from", grants)


def _volunteers(town: Town) -> None:
    """On no roster; what they agreed to is sealed. Old proofs of those who left stay."""
    first = 1 + sum(len(office.people) for office in town.offices)
    each = max(20, round(VOLUNTEERS * town.scale / OFFICES))
    since = datetime.combine(town.since, datetime.min.time(), UTC)
    people, consents = [], []
    for number, office in enumerate(town.offices):
        office.volunteers = range(first + number * each, first + (number + 1) * each)
        for person in office.volunteers:
            subject, name = town.subject(), _name(town)
            came = stamp(since + (town.now - since) * town.chance.random())
            age = "16" if town.chance.random() < 0.08 else "18"
            people.append((person, subject, 7_000_000 + person, name, fold(name), None, office.id,
                           came, "x"))  # fmt: skip
            consents.append((office.id, subject, "list", 1, age, came))
            consents += [(office.id, subject, purpose, 1, None, came)
                         for purpose, share in (("news", 0.19), ("record", 0.25), ("photo", 0.4))
                         if town.chance.random() < share]  # fmt: skip
        for _ in range(each // 3):
            gone = (office.id, town.subject(), "list")
            consents += [(*gone, 1, "18", stamp(since)), (*gone, 0, None, stamp(town.now))]
    town.add("person", PERSON, people)
    consents.sort(key=lambda row: row[-1])
    town.add("consent", "office_id, subject, purpose, given, age, at", consents)


def counted(connection: sqlite3.Connection) -> dict[str, int]:
    """How many rows every table has, the largest first."""
    names = [row[0] for row in connection.execute(TABLES)]
    sizes = {n: connection.execute(f"SELECT count(*) FROM {n}").fetchone()[0] for n in names}
    return dict(sorted(sizes.items(), key=lambda pair: -pair[1]))


def main() -> None:
    ask = asking(__doc__)
    ask.add_argument("file", type=Path)
    ask.add_argument("--years", type=float, default=5)
    ask.add_argument("--scale", type=float, default=1.0)
    ask.add_argument("--seed", type=int, default=1)
    told = ask.parse_args()
    told.file.unlink(missing_ok=True)
    begun = time.perf_counter()
    generate(told.file, told.years, told.scale, told.seed)
    seconds = time.perf_counter() - begun
    for table, rows in counted(sqlite3.connect(told.file)).items():
        sys.stdout.write(f"{rows:12,} {table}\n" if rows else "")
    sys.stdout.write(f"{seconds:.1f} s, {told.file.stat().st_size / 1e6:,.0f} MB\n")


if __name__ == "__main__":
    main()
