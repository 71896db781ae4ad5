"""The timetable: every room's jobs (`actions/<room>/room.py`), woken at their hours. It keeps
nothing: storage remembers."""

import asyncio
import logging
from collections import Counter
from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Protocol
from zoneinfo import ZoneInfo

from actions.desk import Begun, Desk
from actions.reception.housekeeping import Housekeeping
from actions.rooms import Job, jobs
from domain.access import Actor
from domain.calendar import DAY
from domain.periods import at, local

log = logging.getLogger(__name__)


LOOK_EVERY = 300.0


@dataclass(frozen=True, slots=True)
class Woken:
    """How a job stands: when it last looked, in how many offices it failed then, and its next
    hour by the timetable."""

    name: str
    last: datetime | None
    failed: int
    next: datetime | None


Failed = Callable[[Exception, str], Awaitable[object]]
"""Who hears of a job that failed."""


async def _unheard(error: Exception, _: str) -> None:
    log.error("a job failed: %s", type(error).__name__)


class Hours(Protocol):
    """The hours of a job, one after the other."""

    def get_next_fire_time(self, previous: None, now: datetime, /) -> datetime | None: ...


class Timer(Protocol):
    """Wakes jobs at their hours while time flows."""

    def add_job(
        self, run: Callable[[], Awaitable[None]], hours: Hours, /, *, id: str, name: str
    ) -> object: ...

    def start(self) -> None: ...

    def shutdown(self, wait: bool) -> None: ...


def _hours(hours: Mapping[str, int | str], zone: ZoneInfo) -> Hours:
    """The timer is loaded when the first hour is asked for, so that people are heard before."""
    from schedules.timer import hours_of

    found: Hours = hours_of(hours, zone)
    return found


def _days(first: date, last: date) -> Iterator[date]:
    return (first + DAY * number for number in range((last - first).days + 1))


@lru_cache(maxsize=20_000)
def _fires_on(day: date, zone: ZoneInfo, *hours: tuple[str, int | str]) -> Sequence[datetime]:
    """A job's moments on one day, in order; whoever moves the clock passes the same days again
    and again."""
    trigger, found = _hours(dict(hours), zone), []
    fire = trigger.get_next_fire_time(None, at(day, time(), zone))
    while fire and fire < at(day + DAY, time(), zone):
        found.append(fire)
        fire = trigger.get_next_fire_time(None, fire + timedelta(microseconds=1))
    return found


class Timekeeper:
    """Wakes each office's jobs by its own clock: by APScheduler when time flows, step by step
    when it is moved."""

    def __init__(
        self,
        housekeeping: Housekeeping,
        desk: Desk,
        rows: Iterable[Job] | None = None,
        failed: Failed | None = None,
    ) -> None:
        self._failed = failed or _unheard
        self._housekeeping, self._desk = housekeeping, desk
        self._rows = list(rows or jobs())
        self._triggers: dict[tuple[str, ZoneInfo], Hours] = {}
        self._woken: dict[str, tuple[datetime, int]] = {}

    async def timer(self) -> Timer:
        """With every job in it, not yet started."""
        from schedules.timer import new_timer

        timer: Timer = new_timer()
        for zone in await self._zones():
            for row in self._rows:
                name = f"{row.name} ({zone})"
                timer.add_job(self._wake(row, zone), self._trigger(row, zone), id=name, name=name)
        return timer

    async def catch_up(self) -> None:
        """At start, office by office: every job looks whether something is due and unrecorded."""
        failed = Counter[str]()
        for zone in await self._zones():
            for clock in await self._clocks(zone):
                for row in self._rows:
                    failed[row.name] += await self._run(row, clock)
        for row in self._rows:
            self._note(row, failed[row.name])

    async def watch(self) -> None:
        """Every five minutes every job looks by itself, whatever hour the timer thinks it is: a
        clock that was set back, or a timer that sleeps, keeps nothing from being found."""
        while True:
            await asyncio.sleep(LOOK_EVERY)
            await self.catch_up()

    def jobs(self) -> list[Woken]:
        """Every job: when it last looked, and when its next hour is."""
        now = self._desk.clock()
        return [self._standing(row, now) for row in self._rows]

    def _standing(self, row: Job, now: datetime) -> Woken:
        hours = [hours for (name, _), hours in self._triggers.items() if name == row.name]
        coming = [fire for one in hours if (fire := one.get_next_fire_time(None, now))]
        last, failed = self._woken.get(row.name, (None, 0))
        return Woken(row.name, last, failed, min(coming, default=None))

    async def step(
        self,
        since: datetime,
        until: datetime,
        move: Callable[[datetime], Awaitable[None]],
        wakes: Callable[[datetime], bool] = lambda _: True,
    ) -> None:
        """Go from one moment to another: at every hour of the timetable between them, in
        order, move the clock there and wake its jobs; then move to the end. Where nobody `wakes`
        them, as in a house that slept, they find later what was due."""
        fires = (
            fire for fire in self._between(since, until, await self._zones()) if wakes(fire[0])
        )
        for (moment, zone), due in groupby(fires, itemgetter(0, 1)):
            await move(moment)
            clocks = await self._clocks(zone)
            await self._look([row for _, _, row in due], clocks)
        await move(until)

    async def _zones(self) -> Sequence[ZoneInfo]:
        """The zones that offices stand in; they do not change while the bot runs."""
        return list(dict.fromkeys(clock.zone for clock in await self._housekeeping.clocks()))

    def _between(
        self, since: datetime, until: datetime, zones: Sequence[ZoneInfo]
    ) -> Iterator[tuple[datetime, ZoneInfo, Job]]:
        fires = [
            (fire, place, number)
            for place, zone in enumerate(zones)
            for day in _days(local(since, zone).date(), local(until, zone).date())
            for number, row in enumerate(self._rows)
            for fire in _fires_on(day, zone, *row.hours.items())
            if since < fire <= until
        ]
        for fire, place, number in sorted(fires):
            yield fire, zones[place], self._rows[number]

    def _wake(self, row: Job, zone: ZoneInfo) -> Callable[[], Awaitable[None]]:
        async def run() -> None:
            await self._look([row], await self._clocks(zone))

        return run

    async def _look(self, rows: Sequence[Job], clocks: Iterable[Actor]) -> None:
        """One office's of one moment stand in the line together, in their order, and share a
        commit; the next office's come when they are done, so that people who tap come between."""
        failed = Counter[str]()
        for clock in clocks:
            begun = [(row, self._begun(row, clock)) for row in rows]
            for row, first in begun:
                failed[row.name] += await self._run(row, clock, first)
        for row in rows:
            self._note(row, failed[row.name])

    async def _clocks(self, zone: ZoneInfo) -> Sequence[Actor]:
        """The actors of the offices that stand in a zone."""
        try:
            return [one for one in await self._housekeeping.clocks() if one.zone == zone]
        except Exception as error:  # noqa: BLE001 - the timer and the other jobs go on
            await self._failed(error, "the offices of a job")
            return []

    def _begun(self, row: Job, clock: Actor) -> Begun[bool | None] | None:
        """One that looks before it writes waits until those before it have ended."""
        return None if row.looks else self._desk.begin(row.deed, clock)

    async def _run(self, row: Job, clock: Actor, begun: Begun[bool | None] | None = None) -> bool:
        """Whether it failed in this office."""
        try:
            more = await (self._desk.end(begun) if begun else row.turn(self._desk, clock))
            while more:
                more = await row.turn(self._desk, clock)
        except Exception as error:  # noqa: BLE001 - the other offices and jobs go on
            await self._failed(error, f"the job {row.name}")
            return True
        return False

    def _note(self, row: Job, failed: int) -> None:
        self._woken[row.name] = self._desk.clock(), failed

    def _trigger(self, row: Job, zone: ZoneInfo) -> Hours:
        if (row.name, zone) not in self._triggers:
            self._triggers[row.name, zone] = _hours(row.hours, zone)
        return self._triggers[row.name, zone]
