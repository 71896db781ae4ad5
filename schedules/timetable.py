"""The timetable: every room's jobs, woken at their hours. It keeps nothing: storage remembers."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.cron import CronTrigger

from actions.desk import Desk
from actions.reception.housekeeping import Housekeeping
from actions.rooms import Job, jobs

log = logging.getLogger(__name__)


LOOK_EVERY = 300.0
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

    async def step(
        self, since: datetime, until: datetime, move: Callable[[datetime], Awaitable[None]]
    ) -> None:
        """Go from one moment to another: at every hour of the timetable between them, in
        order, move the clock there and wake the job; then move to the end."""
        for moment, row, zone in self._between(since, until, await self._zones()):
            await move(moment)
            await self._wake(row, zone)()
        await move(until)

    async def _zones(self) -> Sequence[ZoneInfo]:
        """The zones that offices stand in; they do not change while the bot runs."""
        return list(dict.fromkeys(clock.zone for clock in await self._housekeeping.clocks()))

    def _between(
        self, since: datetime, until: datetime, zones: Sequence[ZoneInfo]
    ) -> Iterator[tuple[datetime, Job, ZoneInfo]]:
        fires: list[tuple[datetime, int, int]] = []
        for number, row in enumerate(self._rows):
            for place, zone in enumerate(zones):
                hours = self._trigger(row, zone)
                last, moment = None, since + timedelta(microseconds=1)
                while (fire := hours.get_next_fire_time(last, moment)) and fire <= until:
                    fires.append((fire, number, place))
                    last, moment = fire, fire + timedelta(microseconds=1)
        for fire, number, place in sorted(fires):
            yield fire, self._rows[number], zones[place]

    def _wake(self, row: Job, zone: ZoneInfo) -> Callable[[], Awaitable[None]]:
        async def run() -> None:
            try:
                clocks = [one for one in await self._housekeeping.clocks() if one.zone == zone]
            except Exception as error:  # noqa: BLE001 - the timer and the other jobs go on
                await self._failed(error, "the offices of a job")
                return
            for clock in clocks:
                try:
                    await self._desk.do(row.deed, clock)
                except Exception as error:  # noqa: BLE001 - the other offices and jobs go on
                    await self._failed(error, f"the job {row.name}")

        return run

    def _trigger(self, row: Job, zone: ZoneInfo) -> CronTrigger:
        if (row.name, zone) not in self._triggers:
            self._triggers[row.name, zone] = CronTrigger(timezone=zone, **row.hours)
        return self._triggers[row.name, zone]
