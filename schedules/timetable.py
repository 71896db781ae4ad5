"""The timetable: every room's jobs, woken at their hours. It keeps nothing: storage remembers."""

import logging
from collections.abc import Awaitable, Callable, Iterable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.cron import CronTrigger

from actions.desk import Desk
from actions.reception.housekeeping import Housekeeping
from actions.rooms import Job, jobs
from domain.periods import OFFICE_ZONE

log = logging.getLogger(__name__)


class Timekeeper:
    """Wakes the jobs: by APScheduler when time flows, step by step when it is moved."""

    def __init__(
        self,
        housekeeping: Housekeeping,
        desk: Desk,
        zone: ZoneInfo = OFFICE_ZONE,
        rows: Iterable[Job] | None = None,
    ) -> None:
        self._housekeeping, self._desk, self._zone = housekeeping, desk, zone
        self._rows = [(row, CronTrigger(timezone=zone, **row.hours)) for row in rows or jobs()]

    def scheduler(self) -> AsyncIOScheduler:
        """The scheduler with every job in it, not yet started."""
        scheduler = AsyncIOScheduler(
            timezone=self._zone,
            job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1},
        )
        for row, trigger in self._rows:
            scheduler.add_job(self._wake(row), trigger, id=row.name, name=row.name)
        return scheduler

    async def catch_up(self) -> None:
        """At start: every job looks whether something is due and unrecorded."""
        for row, _ in self._rows:
            await self._wake(row)()

    async def step(
        self, since: datetime, until: datetime, move: Callable[[datetime], Awaitable[None]]
    ) -> None:
        """Go from one moment to another: at every hour of the timetable between them, in
        order, move the clock there and wake the job; then move to the end."""
        for moment, row in self._between(since, until):
            await move(moment)
            await self._wake(row)()
        await move(until)

    def _between(self, since: datetime, until: datetime) -> list[tuple[datetime, Job]]:
        fires: list[tuple[datetime, int]] = []
        for number, (_, trigger) in enumerate(self._rows):
            last, moment = None, since + timedelta(microseconds=1)
            while (fire := trigger.get_next_fire_time(last, moment)) and fire <= until:
                fires.append((fire, number))
                last, moment = fire, fire + timedelta(microseconds=1)
        return [(moment, self._rows[number][0]) for moment, number in sorted(fires)]

    def _wake(self, row: Job) -> Callable[[], Awaitable[None]]:
        async def run() -> None:
            for clock in await self._housekeeping.clocks():
                await self._desk.do(row.deed, clock)

        return run
