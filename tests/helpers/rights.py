"""Every deed and view, tried by everybody with whatever its arguments can be, in a copy of a town
that is at work. `python -m tests.helpers.rights` writes down who gets through where."""

import asyncio
import functools
import json
import random
import sqlite3
import tempfile
import tomllib
import types
import typing
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from pathlib import Path
from typing import Any

import actions
from actions.desk import Action
from actions.reception.recognition import STRANGER
from domain.access import Actor, Role
from storage import Connection, Work
from storage.accounts import actor_by_telegram
from storage.database import connect_writer
from tests.helpers.activities import open_saturday, plan
from tests.helpers.assignments import give, number_from, report
from tests.helpers.house import modules
from tests.helpers.registrations import join_at
from tests.helpers.supervision import propose
from tests.town import (
    BINH,
    CUONG,
    DUNG,
    HANH,
    HOA,
    LAN,
    MAI,
    NEIGHBOURS,
    SINCE,
    SON,
    THANG,
    Town,
    open_town,
)

TABLE = Path(__file__).parents[1] / "house" / "rights.toml"
OTHER_HEAD, LEAVER = 8050, 8051
TASK, DAY = "Vận động 6 hộ Khe Sim", "Làm sạch bãi Đá Chồng"
TRIES, SMALL = 18, 4
OURS = {
    "leader": LAN.id,
    "admin": HANH.id,
    "own_head": THANG.id,
    "own": BINH.id,
    "same_section": HOA.id,
    "other_head": OTHER_HEAD,
    "other_section": DUNG.id,
    "base": CUONG.id,
    "volunteer": MAI,
    "other_volunteer": SON,
}
"""«own»: Bình, whose work and whose point it is; «own_head» heads his section."""
FOREIGN = ("leaver", "stranger", "other_office")
Given = tuple[Sequence[Any], Mapping[str, Any]]
"""What a deed is called with."""


@functools.cache
def deeds() -> Mapping[str, Action[..., Any]]:
    """Everything that is declared, once, by its room and name."""
    found = {}
    for module in modules(actions):
        for deed in vars(module).values():
            if isinstance(deed, Action):
                name = f"{deed.run.__module__.removeprefix('actions.')}.{deed.run.__name__}"
                found[name] = deed
    return dict(sorted(found.items()))


async def at_work(town: Town) -> None:
    """Work given, accepted and reported, a day with people on its list, a leaver, a neighbour."""
    await number_from(town, 147)
    for what in (TASK, f"{TASK} lần hai"):
        await give(town, THANG, "Bình", what)
        await town.tap(BINH, "Nhận việc")
    await give(town, HANH, "Hoa", f"{TASK} lần ba")
    await report(town)
    await town.write(BINH, "148 xin gia hạn đến thứ 3")
    await plan(town)
    day = await open_saturday(town, capacity=1, points=2, title=DAY)
    for who in (MAI, SON):
        await join_at(town, who, day, "Trà Cổ (1)" if who == MAI else "Ka Long (1)")
    await propose(town, BINH)
    await propose(town, HOA)
    await town.tap(HOA, "Gộp đoàn")
    await town.elsewhere("Phạm Văn Bên")
    await town.work(_more_people)


def _more_people(work: Work) -> None:
    units = {unit.code: unit.id for unit in work.offices.units(work.today)}
    for name, telegram_id, role in (
        ("Trưởng tiểu ban Kiểm", OTHER_HEAD, Role.HEAD),
        ("Người Đã Nghỉ", LEAVER, Role.STAFF),
    ):
        person_id = work.people.add(name, work.now)
        work.people.enrol(person_id, f"X{telegram_id}", SINCE, unit_id=units["KTGS"])
        work.people.grant(person_id, role, SINCE, units["KTGS"] if role is Role.HEAD else None)
        work.people.link(person_id, telegram_id)
        if telegram_id == LEAVER:
            work.people.leave(person_id, work.today)


@dataclass
class Try:
    """What came of one deed by one actor: whether it got through, changed anything, changed what
    is an office's that is not theirs, told a word of it."""

    through: bool = False
    wrote: bool = False
    harmed: bool = False
    told: bool = False


class Probe:
    """A copy of a town's file, in which everything may be tried: each try is taken back."""

    def __init__(self, copy: Connection, now: datetime, office_id: int) -> None:
        self._connection = copy
        self.now, self._office_id = now, office_id
        self._beside = self._connection.execute(
            "SELECT office_id, person_id FROM membership WHERE office_id <> ?", (office_id,)
        ).fetchone()
        self._tables = list(_tables(self._connection))
        self._before = self._ours()
        self._words = [who.name for who in NEIGHBOURS] + [TASK, DAY]

    def actors(self) -> Mapping[str, Actor]:
        """Whoever of them is there, and those who are none of us."""
        found = {name: self._actor(number) for name, number in OURS.items()}
        known = {name: actor for name, actor in found.items() if actor}
        known["leaver"] = self._actor(LEAVER) or STRANGER
        known["stranger"] = STRANGER
        every = frozenset(Role) - {Role.CLOCK, Role.OPERATOR}
        office_id, person_id = self._beside
        known["other_office"] = Actor(office_id, person_id, every, name="Bên", subject="beside")
        return known

    def _actor(self, telegram_id: int) -> Actor | None:
        return actor_by_telegram(self._connection, telegram_id, self.now, self._office_id)

    def gets(self, deed: Action[..., Any], who: str, actor: Actor, every: Iterable[Given]) -> bool:
        """A deed must change something, a view must show something; of those who are none of us
        counts only what touches or tells what is not theirs."""
        came = self._attempt(deed, actor, every)
        if who in FOREIGN:
            return came.harmed or came.told
        return came.wrote if deed.writes else came.through

    def _attempt(self, deed: Action[..., Any], who: Actor, every: Iterable[Given]) -> Try:
        """One deed with several arguments, each taken back at once."""
        came = Try()
        for given, named in every if who.may(deed.needs) else ():
            self._connection.execute("SAVEPOINT probe")
            changes = self._connection.total_changes
            try:
                said = deed.run(Work(self._connection, who, self.now), *given, **named)
            except Exception:  # noqa: BLE001 - a refusal, or what no handler would hand on
                pass
            else:
                came.through = True
                came.told |= any(word in repr(said) for word in self._words)
                if self._connection.total_changes > changes:
                    came.wrote = True
                    came.harmed |= who.office_id != self._office_id and self._is_harmed()
            self._connection.execute("ROLLBACK TO probe")
            self._connection.execute("RELEASE probe")
        return came

    def _is_harmed(self) -> bool:
        """Whether a row of ours is not as it was, or one was added to our office."""
        after = self._ours()
        return any(
            self._before[table] - after[table] or (bound and after[table] - self._before[table])
            for table, bound in self._tables
        )

    def _ours(self) -> Mapping[str, set[tuple[Any, ...]]]:
        found = {}
        for table, bound in self._tables:
            where = f" WHERE office_id = {self._office_id}" if bound else ""
            theirs = {"person": self._beside[1], "office": self._beside[0]}
            where = where or (f" WHERE id <> {theirs[table]}" if table in theirs else "")
            rows = self._connection.execute(f"SELECT * FROM {table}{where}")
            found[table] = {tuple(row) for row in rows}
        return found


def _tables(connection: sqlite3.Connection) -> Iterator[tuple[str, bool]]:
    """Every table that belongs to offices, and whether its rows name theirs."""
    named = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    )
    for (table,) in named.fetchall():
        if table not in ("setting", "inbox", "lost_account", "notice"):
            columns = {row["name"] for row in connection.execute(f"PRAGMA table_info({table})")}
            yield table, "office_id" in columns and table != "person"


def chosen(deed: Action[..., Any], now: datetime) -> Iterator[Given]:
    """Several choices of arguments: small ids, words, moments ahead, every kind of choice."""
    hints = typing.get_type_hints(deed.run)
    names = [name for name in hints if name not in ("work", "return")]
    candidates = [list(_candidates(hints[name], now)) for name in names]
    chance = random.Random(0)
    for number in range(TRIES if names else 1):
        straight = [some[number % len(some)] for some in candidates]
        yield (straight if number < SMALL else [chance.choice(some) for some in candidates]), {}


def _candidates(hint: Any, now: datetime) -> Iterator[Any]:
    origin, inner = typing.get_origin(hint), typing.get_args(hint)
    if origin in (typing.Union, types.UnionType):
        for one in inner:
            yield from _candidates(one, now)
    elif hint is type(None):
        yield None
    elif hint is bool:
        yield from (True, False)
    elif hint is int:
        yield from range(1, SMALL + 1)
    elif hint is float:
        yield 1.0
    elif hint is str:
        yield from ("Đường ngập nên chậm", "1", "8", "")
    elif hint is datetime:
        yield from (now + timedelta(days=3), now + timedelta(hours=5))
    elif hint is date:
        yield from (now.date() + timedelta(days=3), now.date())
    elif isinstance(hint, type) and issubclass(hint, Enum):
        yield from hint
    elif isinstance(hint, type) and is_dataclass(hint):
        known = typing.get_type_hints(hint)
        yield hint(*(next(_candidates(known[one.name], now)) for one in fields(hint)))
    elif origin in (tuple, list) or getattr(origin, "__name__", "") in ("Sequence", "Iterable"):
        yield from ([], [next(_candidates(inner[0], now))]) if inner else [[]]
    elif origin is not None:
        yield {}
    else:
        yield None


Decision = Mapping[str, Any]


def through(probe: Probe) -> Mapping[str, Decision]:
    """Of every declaration, what right it needs and who gets through."""
    actors = probe.actors()
    return {
        name: {
            "needs": deed.needs.value,
            "through": [
                who
                for who, actor in actors.items()
                if probe.gets(deed, who, actor, chosen(deed, probe.now))
            ],
        }
        for name, deed in deeds().items()
    }


def decided() -> Mapping[str, Decision]:
    """What was decided of every declaration."""
    found: Mapping[str, Decision] = tomllib.loads(TABLE.read_text("utf-8"))["rights"]
    return found


async def measured(folder: Path) -> Mapping[str, Decision]:
    async with open_town(folder) as town:
        await at_work(town)
        return measure(town, folder)


def measure(town: Town, folder: Path) -> Mapping[str, Decision]:
    """Try everything in a copy of this town."""
    copy = folder / "copy.db"
    with sqlite3.connect(folder / "town.db") as opened:
        opened.execute("VACUUM INTO ?", (str(copy),))
    with closing(connect_writer(copy)) as opened:
        return through(Probe(opened, town.now, town.office_id))


HEAD = """# Who gets through where, as tests/house/test_rights.py tries it: a decision for each
# deed and view. own: Bình, whose work and point it is; own_head: the head of his section. Of
# a stranger and of another office there stands only what touches or tells what is not theirs.
# Written by `python -m tests.helpers.rights`; read what it changes before you keep it.

[rights]
"""


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        found = asyncio.run(measured(Path(folder)))
    rows = [
        f'"{name}" = {{ needs = "{row["needs"]}", through = {json.dumps(row["through"])} }}'
        for name, row in found.items()
    ]
    TABLE.write_text(HEAD + "\n".join(rows) + "\n", "utf-8")


if __name__ == "__main__":
    main()
