"""The bot keeps its own backups: one a night, checked, and beside them who was erased since."""

import asyncio
import logging
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from actions.reception.housekeeping import Housekeeping
from bot.alarms import Alarms
from bot.opening import Troubled
from domain.backups import BACKUP, OLD_AFTER, night_of
from domain.periods import at, local
from storage.nightly import Damaged, back_up_night, list_erased, nights

log = logging.getLogger(__name__)
LOOK_EVERY = 60.0
TRY_AGAIN = timedelta(minutes=15)


class Nightly:
    """`folder` is where backups lie; one that fails is tried again, and the operator hears."""

    def __init__(
        self,
        housekeeping: Housekeeping,
        database: Path,
        folder: Path,
        zone: ZoneInfo,
        alarms: Alarms,
    ) -> None:
        self._housekeeping, self._database, self._folder = housekeeping, database, folder
        self._zone, self._alarms = zone, alarms
        self._not_before: datetime | None = None

    async def run(self) -> None:
        """Look every minute whether a backup is due, until cancelled."""
        while True:
            await self.round()
            await asyncio.sleep(LOOK_EVERY)

    async def round(self) -> None:
        now = self._housekeeping.clock()
        try:
            await asyncio.to_thread(list_erased, self._folder, await self._housekeeping.erased())
            await self._back_up(now)
        except (OSError, Damaged, Troubled) as error:
            log.error("no backup: %s", type(error).__name__)
            self._not_before = now + TRY_AGAIN
        if self.age(now) > OLD_AFTER:
            self._alarms.ring("backup", "backup", folder=str(self._folder))

    async def _back_up(self, now: datetime) -> None:
        night = night_of(local(now, self._zone))
        if night in nights(self._folder) or (self._not_before and now < self._not_before):
            return
        await asyncio.to_thread(back_up_night, self._database, self._folder, night)
        log.info("kept the night of %s", night.isoformat())

    def age(self, now: datetime) -> timedelta:
        """How old the newest backup is; more than anything where there is none."""
        there = nights(self._folder)
        if not there:
            return timedelta.max
        return now - at(max(there), BACKUP, self._zone)
