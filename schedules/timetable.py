"""The timetable: every room's jobs, woken at their hours. It keeps nothing: storage remembers."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import groupby
from operator import itemgetter
from zoneinfo import ZoneInfo

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.cron import CronTrigger

from actions.desk import Desk
from actions.reception.housekeeping import Housekeeping
from actions.rooms import Job, jobs
from domain.access import Actor

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
        self._triggers: dict[tuple[str, ZoneInfo], CronTrigger] = {}
        self._woken: dict[str, tuple[datetime, int]] = {}

    async def scheduler(self) -> AsyncIOScheduler:
        """The scheduler with every job in it, not yet started."""
        scheduler = AsyncIOScheduler(
            timezone=UTC,
            job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1},
        )
        for zone in await self._zones():
            for row in self._rows:
                name = f"{row.name} ({zone})"
                scheduler.add_job(
                    self._wake(row, zone), self._trigger(row, zone), id=name, name=name
                )
        return scheduler

    async def catch_up(self) -> None:
        """At start: every job looks whether something is due and unrecorded."""
        for row in self._rows:
            for zone in await self._zones():
                await self._wake(row, zone)()

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
        self, since: datetime, until: datetime, move: Callable[[datetime], Awaitable[None]]
    ) -> None:
        """Go from one moment to another: at every hour of the timetable between them, in
        order, move the clock there and wake its jobs; then move to the end."""
        fires = self._between(since, until, await self._zones())
        for (moment, zone), due in groupby(fires, itemgetter(0, 1)):
            await move(moment)
            clocks = await self._clocks(zone)
            for _, _, row in due:
                await self._run(row, clocks)
        await move(until)

    async def _zones(self) -> Sequence[ZoneInfo]:
        """The zones that offices stand in; they do not change while the bot runs."""
        return list(dict.fromkeys(clock.zone for clock in await self._housekeeping.clocks()))

    def _between(
        self, since: datetime, until: datetime, zones: Sequence[ZoneInfo]
    ) -> Iterator[tuple[datetime, ZoneInfo, Job]]:
        fires: list[tuple[datetime, int, int]] = []
        for number, row in enumerate(self._rows):
            for place, zone in enumerate(zones):
                hours = self._trigger(row, zone)
                last, moment = None, since + timedelta(microseconds=1)
                while (fire := hours.get_next_fire_time(last, moment)) and fire <= until:
                    fires.append((fire, place, number))
                    last, moment = fire, fire + timedelta(microseconds=1)
        for fire, place, number in sorted(fires):
            yield fire, zones[place], self._rows[number]

    def _wake(self, row: Job, zone: ZoneInfo) -> Callable[[], Awaitable[None]]:
        async def run() -> None:
            await self._run(row, await self._clocks(zone))

        return run

    async def _clocks(self, zone: ZoneInfo) -> Sequence[Actor]:
        """The actors of the offices that stand in a zone."""
        try:
            return [one for one in await self._housekeeping.clocks() if one.zone == zone]
        except Exception as error:  # noqa: BLE001 - the timer and the other jobs go on
            await self._failed(error, "the offices of a job")
            return []

    async def _run(self, row: Job, clocks: Iterable[Actor]) -> None:
        failed = 0
        for clock in clocks:
            try:
                while await self._desk.do(row.deed, clock):
                    pass
            except Exception as error:  # noqa: BLE001 - the other offices and jobs go on
                failed += 1
                await self._failed(error, f"the job {row.name}")
        self._woken[row.name] = self._desk.clock(), failed

    def _trigger(self, row: Job, zone: ZoneInfo) -> CronTrigger:
        if (row.name, zone) not in self._triggers:
            self._triggers[row.name, zone] = CronTrigger(timezone=zone, **row.hours)
        return self._triggers[row.name, zone]
