"""A small town for the stories: one office, a few named people with telephones, our own clock.

Everything is real but Telegram (the strict stand-in) and the time.
"""

import atexit
import contextlib
import functools
import logging
import pickle
import shutil
import tempfile
from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from actions.office.offices import NewOffice, found_office
from bot.menus import set_menus
from bot.pace import Pace
from bot.wiring import House, build
from domain.access import Duty, Role, clock_of
from domain.people import Office
from handlers.kit.router import Router
from sandbox.inprocess import InProcessRequest
from sandbox.phone import Phone
from sandbox.world import World
from storage import Connection, Database, Work
from storage.bundled import presets
from storage.columns import moments, value_told
from storage.database import connect_reader
from storage.offices import add_office, set_setting
from storage.rows import stamp
from tests.helpers.true_cards import untrue

ICT = ZoneInfo("Asia/Ho_Chi_Minh")
THURSDAY = datetime(2026, 11, 19, 9, 0, tzinfo=ICT)
SINCE = date(2026, 1, 1)
HALF, LAST_HOUR = 30, timedelta(hours=1)
"""Minutes of an hour at which a story that passes days looks what is due."""

UNITS = {
    "VP": "Văn phòng",
    "TTVD": "Tiểu ban Tuyên truyền - Vận động",
    "KTGS": "Tiểu ban Kiểm tra - Giám sát",
    "DCPL": "Tiểu ban Dân chủ - Pháp luật",
}
ORGANISATIONS = {
    "MTTQ": ("Ủy ban MTTQ Việt Nam", "MTTQ"),
    "LDLD": ("Liên đoàn Lao động", "LĐLĐ"),
    "HND": ("Hội Nông dân", "ND"),
    "HPN": ("Hội Liên hiệp Phụ nữ", "PN"),
    "DTN": ("Đoàn TNCS Hồ Chí Minh", "ĐTN"),
    "HCCB": ("Hội Cựu chiến binh", "CCB"),
    "KHAC": ("Nhân dân, đơn vị khác", "Khác"),
}
DUTIES = {
    Duty.SUPERVISION: "KTGS",
    Duty.OPINIONS: "DCPL",
    Duty.MOVEMENTS: "TTVD",
    Duty.TRAINING: "TTVD",
    Duty.DOCUMENTS: "VP",
}
LOCALITIES = {
    "KALONG": ("Phường", "Ka Long"),
    "TRACO": ("Phường", "Trà Cổ"),
    "HAIYEN": ("Phường", "Hải Yên"),
}


@dataclass(frozen=True)
class Neighbour:
    """Who lives in the town: name, Telegram id, section, organisation, roles."""

    name: str
    id: int
    unit: str | None
    organisation: str | None
    roles: tuple[Role, ...]
    locality: str | None = None
    phone: str | None = None


HANH = Neighbour("Đỗ Thị Hạnh", 8001, "VP", "MTTQ", (Role.OFFICE_ADMIN, Role.HEAD))
LAN = Neighbour("Trần Thị Lan", 8002, None, "MTTQ", (Role.LEADER,))
THANG = Neighbour("Lê Văn Thắng", 8003, "TTVD", "HCCB", (Role.HEAD,))
BINH = Neighbour("Nguyễn Văn Bình", 8004, "TTVD", "HND", (Role.STAFF,), phone="0900000104")
HOA = Neighbour("Nguyễn Thị Hoa", 8005, "TTVD", "HPN", (Role.STAFF,))
DUNG = Neighbour("Lý Thị Dung", 8006, "DCPL", "HPN", (Role.STAFF,))
CUONG = Neighbour("Vũ Văn Cường", 8007, None, "MTTQ", (Role.BASE,), "KALONG")
NEIGHBOURS = (HANH, LAN, THANG, BINH, HOA, DUNG, CUONG)
MAI, SON, TUAN, NGA = 8101, 8102, 8103, 8104
"""They volunteer; they are on no roster."""
CALLED = {MAI: "Mai", SON: "Sơn", TUAN: "Tuân", NGA: "Nga"}
"""What those on no roster call themselves at Telegram."""


def clock(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of the month in which the stories are told: November 2026."""
    return datetime(2026, 11, day, hour, minute, tzinfo=ICT)


KEPT_IN = Path(tempfile.mkdtemp(prefix="viec-chung-"))
"""Files that several stories begin with are kept here until the end."""
EMPTY = "empty.db"
atexit.register(shutil.rmtree, KEPT_IN, ignore_errors=True)

Settle = Callable[[Any, datetime], tuple[int, dict[int, int]]]
"""Gives the office's id, and the people's ids by their Telegram ids."""


class Unpaced(Pace):
    """Stories do not wait for Telegram's pace; tests of the pace use the real one."""

    async def turn(self, chat_id: int, *, first: bool) -> None:
        return None


class Faults(logging.Handler):
    """Every error that is logged while a story is told, whichever part logs it."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(f"{record.name}: {record.getMessage()}")

    @contextlib.contextmanager
    def listening(self) -> Iterator[None]:
        logging.getLogger().addHandler(self)
        try:
            yield
        finally:
            logging.getLogger().removeHandler(self)


@dataclass
class Town:
    """What a story may do: people act, time passes, we look."""

    house: House
    world: World
    office_id: int
    ids: dict[int, int]
    now: datetime = THURSDAY
    faults: Faults = field(default_factory=Faults)
    is_prepared: bool = False
    """Something was written past every deed: no card was owed anew for it."""
    begun_by: Any = None
    """With what it began, where that was told once for several stories."""

    def person(self, who: Neighbour) -> int:
        """The id under which the office knows a neighbour."""
        return self.ids[who.id]

    def phone(self, who: Neighbour | int) -> Phone:
        if isinstance(who, Neighbour):
            return self.world.phone(who.id, who.name.split()[-1], started=True)
        return self.world.phone(who, f"Người {CALLED.get(who, 'lạ')}")

    async def settle(self) -> None:
        """Let the bot hear and answer all that was said, and carry every letter that is due."""
        while True:
            heard = await self.house.poller.once(0) if self.world.state.queue else 0
            await self.house.dispatcher.drain()
            await self.house.postman.empty_bag()
            await self.house.expiring.round()
            await self.house.owed.round()
            if not heard:
                return

    async def rest(self) -> None:
        """Settle, and write down also what only rides along with the next commit."""
        await self.settle()
        await self.house.database.write(lambda _: None)

    async def write(self, who: Neighbour | int, text: str, **how: Any) -> str:
        """Somebody writes; returns the last thing on their screen."""
        await self.phone(who).write(text, **how)
        return await self.screen(who)

    async def tap(self, who: Neighbour | int, label: str, message: Any = None) -> str:
        """Somebody taps a button by its label; returns the notice, or what is on the screen."""
        phone = self.phone(who)
        before = len(phone.toasts)
        await phone.tap(label, message)
        said = await self.screen(who)
        fresh = [toast.text for toast in phone.toasts[before:] if toast.text]
        return fresh[-1] if fresh else said

    async def press(self, who: Neighbour | int, data: str, message_id: int = 1) -> str:
        """A press with any bytes, as a forged client can; returns the notice, or what is on the
        screen."""
        phone = self.phone(who)
        before = len(phone.toasts)
        await phone.press(data, message_id)
        said = await self.screen(who)
        fresh = [toast.text for toast in phone.toasts[before:] if toast.text]
        return fresh[-1] if fresh else said

    def held(self, who: Neighbour | int, label: str) -> tuple[str, int]:
        """A button of the last message, to be pressed later on a telephone that did not hear that
        it went."""
        last = self.phone(who).last
        return next((b.data, last.message_id) for b in last.buttons if b.text.startswith(label))

    async def screen(self, who: Neighbour | int) -> str:
        """What stands last in somebody's chat."""
        await self.settle()
        messages = self.phone(who).messages
        return messages[-1].text if messages else ""

    async def heard(self, who: Neighbour | int) -> list[str]:
        """Everything the bot has said to somebody, as it reads now."""
        await self.settle()
        bot_id = self.world.state.bot["id"]
        return [m.text for m in self.phone(who).messages if m.sender["id"] == bot_id]

    async def go_to(self, moment: datetime) -> None:
        """Time passes; every job that comes due on the way is woken in its order: by the half
        hour, and by every five minutes in the last hour."""

        async def move(to: datetime) -> None:
            self.now = to
            await self.settle()

        def wakes(at: datetime) -> bool:
            return at.minute % HALF == 0 or moment - at <= LAST_HOUR

        await self.settle()
        await self.house.timekeeper.step(self.now, moment, move, wakes)

    @contextlib.contextmanager
    def expect_faults(self, words: str) -> Iterator[None]:
        """A fault with these words belongs to the story: within it must come, and nothing else."""
        before = len(self.faults.said)
        yield
        fresh = self.faults.said[before:]
        assert fresh, f"no fault: {words}"
        assert all(words in fault for fault in fresh), fresh
        del self.faults.said[before:]

    async def later(self, **by: float) -> None:
        await self.go_to(self.now + timedelta(**by))

    async def sql(self, statement: str, **values: Any) -> list[Any]:
        """Look into, or prepare, the database; a moment is given as such, and read as text."""
        self.is_prepared |= not statement.lstrip().startswith(("SELECT", "PRAGMA"))
        return await self.house.database.write(_told, statement, values)

    async def elsewhere(self, name: str) -> int:
        """Somebody on the roster of another office in the same database."""
        return int(await self.house.database.write(lambda c: another_office(c, name, self.now)))

    async def work(self, what: Any) -> Any:
        """Do something with the office's tables, outside any deed (preparing a story)."""
        return await self.house.database.write(
            lambda c: what(Work(c, clock_of(self.office_id), self.now))
        )


def _told(connection: Connection, statement: str, values: Mapping[str, Any]) -> list[Any]:
    given = {n: stamp(v) if isinstance(v, datetime) else v for n, v in values.items()}
    found = connection.execute(statement, given)
    names = _moments()
    are = [column[0] in names for column in found.description or ()]
    return [tuple(map(value_told, row, are)) for row in found.fetchall()]


@functools.cache
def _moments() -> frozenset[str]:
    """The same in every file of now; no story asks its own again with each look."""
    with contextlib.closing(connect_reader(KEPT_IN / EMPTY)) as connection:
        return moments(connection)


async def says(town: Town, who: Neighbour | int, words: str) -> bool:
    """Do these words stand anywhere in what the bot has said to somebody?"""
    return any(words in text for text in await town.heard(who))


def another_office(connection: Any, name: str, now: datetime) -> int:
    """Another office in the same database, with one person on its roster."""
    new = NewOffice(presets()["commune_2026"], "BEN", "Cơ quan bên cạnh")
    work = found_office(connection, new, SINCE, now)
    person_id = work.people.add(name, now)
    work.people.enrol(person_id, "CB01", SINCE)
    return person_id


@dataclass(frozen=True)
class Begun:
    """A town that somebody left: its file, its office, and what stands on the telephones."""

    file: Path
    office_id: int
    telephones: bytes


@contextlib.asynccontextmanager
async def open_town(
    folder: Path,
    now: datetime = THURSDAY,
    routers: Iterable[Router] | None = None,
    settle: Settle | None = None,
    pace: Pace | None = None,
    begun: Begun | None = None,
) -> AsyncIterator[Town]:
    """The real house on a fresh database, with the stand-in Telegram; `settle` puts another
    office into it, or finds the one that is there; `begun` is one to go on in. At the end
    Telegram has nothing to complain of, and no fault was logged that the story did not expect."""
    town: Town
    scope: set[str] = set()

    def clock_there() -> datetime:
        return town.now if scope else now

    world = World(clock=clock_there)
    world.pace = None
    database = folder / "town.db"
    if begun:
        ready = _Ready(begun.file, begun.office_id)
        world.take_over(pickle.loads(begun.telephones))
    else:
        ready = await (_empty() if settle else _settled(now))
    if not database.exists():
        shutil.copyfile(ready.file, database)
        world.state.commands |= ready.menus
    async with _house(world, database, clock_there, pace, routers) as house:
        office_id, ids = ready.office_id, ready.ids
        if settle:
            office_id, ids = await house.database.write(lambda c: settle(c, now))
        town = Town(house, world, office_id, dict(ids), now)
        scope.add("town")
        for who in NEIGHBOURS:
            town.phone(who)
        for telegram_id in ids:
            world.phone(telegram_id, started=True)
        with town.faults.listening():
            if not begun:
                await set_menus(house.bot, house.housekeeping)
            yield town
            await town.settle()
            stale = [] if town.is_prepared else await untrue(house, world, town.now)
        assert world.violations == [], world.violations
        assert town.faults.said == [], town.faults.said
        assert stale == [], stale


def _house(
    world: World,
    database: Path,
    clock: Callable[[], datetime],
    pace: Pace | None = None,
    routers: Iterable[Router] | None = None,
) -> contextlib.AbstractAsyncContextManager[House]:
    return build(
        token=world.token,
        database_path=database,
        clock=lambda: clock().astimezone(UTC),
        request=InProcessRequest(world),
        poll_request=InProcessRequest(world),
        pace=pace or Unpaced(),
        routers=routers,
    )


@dataclass(frozen=True)
class _Ready:
    """A file made once and copied for every story, and what Telegram keeps of its office."""

    file: Path
    office_id: int = 0
    ids: Mapping[int, int] = field(default_factory=dict)
    menus: Mapping[Any, Any] = field(default_factory=dict)


_MADE: dict[datetime | None, _Ready] = {}


async def _empty() -> _Ready:
    """All tables and nothing in them."""
    if None not in _MADE:
        file = KEPT_IN / EMPTY
        async with Database.open(file):
            pass
        _MADE[None] = _Ready(file)
    return _MADE[None]


async def _settled(now: datetime) -> _Ready:
    """The town's office moved in at a moment, and its menus set."""
    if now not in _MADE:
        world, file = World(clock=lambda: now), KEPT_IN / f"settled-{len(_MADE)}.db"
        world.pace = None
        shutil.copyfile((await _empty()).file, file)
        async with _house(world, file, lambda: now) as house:
            office_id, ids = await house.database.write(lambda c: _settle_in(c, now))
            for telegram_id in ids:
                world.phone(telegram_id, started=True)
            await set_menus(house.bot, house.housekeeping)
        _MADE[now] = _Ready(file, office_id, ids, dict(world.state.commands))
    return _MADE[now]


def _settle_in(connection: Any, now: datetime) -> tuple[int, dict[int, int]]:
    office = Office(
        0,
        "UB",
        "Cơ quan Khối MTTQ và các đoàn thể Uông Bí",
        "Cơ quan Khối Uông Bí",
        "district_2017",
        ICT,
        {"unit": "tiểu ban", "locality": "xã, phường", "leaders": "Thường trực, Thường vụ"},
        "Đỗ Thị Hạnh, 0900 000 101",
    )
    office_id = add_office(connection, office, SINCE)
    set_setting(connection, "username", "viecchung_sandbox_bot")
    work = Work(connection, clock_of(office_id), now)
    units = {c: work.offices.add_unit(c, n, p, SINCE) for p, (c, n) in enumerate(UNITS.items())}
    for duty, section in DUTIES.items():
        work.duties.give(duty, SINCE, unit_id=units[section])
    orgs = {
        code: work.offices.add_organisation(code, name, short, position, SINCE)
        for position, (code, (name, short)) in enumerate(ORGANISATIONS.items())
    }
    places = {
        code: work.offices.add_locality(code, kind, name, False, SINCE)
        for code, (kind, name) in LOCALITIES.items()
    }
    ids = {}
    for number, who in enumerate(NEIGHBOURS, start=1):
        ids[who.id] = _move_in(work, who, f"CB{number:02}", units, orgs, places)
    return office_id, ids


def _move_in(
    work: Work,
    who: Neighbour,
    code: str,
    units: dict[str, int],
    organisations: dict[str, int],
    places: dict[str, int],
) -> int:
    person_id = work.people.add(who.name, work.now, phone=who.phone)
    unit_id = units.get(who.unit or "")
    work.people.enrol(
        person_id,
        code,
        SINCE,
        title="Chuyên viên",
        unit_id=unit_id,
        organisation_id=organisations.get(who.organisation or ""),
        locality_id=places.get(who.locality or ""),
    )
    for role in who.roles:
        work.people.grant(person_id, role, SINCE, unit_id if role is Role.HEAD else None)
    work.people.link(person_id, who.id)
    return person_id
