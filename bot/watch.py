"""Looks after the house: whether Telegram answers, the disk takes what is written, and what is
left lying. The operator hears of it; when nothing helps the process ends, to be begun anew."""

import asyncio
import logging
import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from actions.reception.housekeeping import Boxes, Housekeeping
from bot.alarms import Alarms
from bot.opening import Database, Troubled
from bot.poller import HOPELESS_AFTER, Hopeless, Poller

log = logging.getLogger(__name__)
LOOK_EVERY = 15.0
WRITE_EVERY = 60.0
DEAF_AFTER = 90.0
"""Seconds without an answer from Telegram after which the bot is not well."""
STUCK_AFTER = 5.0
"""Seconds after which a file that takes nothing is not well."""
TAPS_LAST = 150.0
"""Seconds that Telegram keeps a tap; messages wait a day."""
LEAST_FREE = 500 * 2**20
LATE_AFTER = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class HouseState:
    """How the house stands: seconds since Telegram answered and since something was last
    written, how long the file has been in trouble, free bytes, and what lies in the boxes."""

    silent: float
    written: float | None
    stuck: float
    free: int
    boxes: Boxes | None

    @property
    def well(self) -> bool:
        fresh = self.written is not None and self.written < 3 * WRITE_EVERY
        return self.silent < DEAF_AFTER and self.stuck < STUCK_AFTER and fresh


class Watch:
    def __init__(
        self,
        poller: Poller,
        database: Database,
        housekeeping: Housekeeping,
        alarms: Alarms,
        folder: Path,
        tick: Callable[[], float] = time.monotonic,
    ) -> None:
        self._poller, self._database, self._housekeeping = poller, database, housekeeping
        self._alarms, self._folder, self._tick = alarms, folder, tick
        self._since = tick()
        self._written_at: float | None = None
        self._writing: asyncio.Task[None] | None = None
        self._left_before: dict[str, int] | None = None
        self._away_since: datetime | None = None

    async def begin(self) -> None:
        """Before anything is heard: how long ago an earlier run was last alive."""
        alive = await self._housekeeping.setting("alive")
        last = datetime.fromisoformat(alive) if alive else None
        if last and self._housekeeping.clock() - last > timedelta(seconds=TAPS_LAST):
            self._away_since = last

    async def run(self) -> None:
        """Look every few seconds until cancelled; Hopeless when nothing has helped for long."""
        while True:
            await self.round()
            await asyncio.sleep(LOOK_EVERY)

    async def round(self) -> None:
        self._test_writing()
        seen = await self.look()
        now = self._housekeeping.clock()
        if seen.stuck >= STUCK_AFTER:
            self._alarms.ring("database", "database", since=now - timedelta(seconds=seen.stuck))
        elif seen.silent >= DEAF_AFTER:
            self._alarms.ring("deaf", "deaf", since=now - timedelta(seconds=seen.silent))
        await self._tell_of_taps(seen, now)
        if seen.free < LEAST_FREE:
            self._alarms.ring("disk", "disk", free=seen.free // 2**20)
        if seen.boxes:
            self._look_into(seen.boxes, now)
        if seen.stuck >= HOPELESS_AFTER:
            raise Hopeless("the database has taken nothing for ten minutes")
        if seen.silent >= HOPELESS_AFTER:
            raise Hopeless("Telegram has not answered for ten minutes")

    async def _tell_of_taps(self, seen: HouseState, now: datetime) -> None:
        if seen.silent > TAPS_LAST:
            self._away_since = self._away_since or now - timedelta(seconds=seen.silent)
        elif self._away_since and self._poller.heard_at is not None:
            await self._housekeeping.tap_again(self._away_since, now)
            self._away_since = None

    async def look(self) -> HouseState:
        now, heard = self._tick(), self._poller.heard_at
        stuck = self._database.troubled_since
        return HouseState(
            silent=now - (heard if heard is not None else self._since),
            written=None if self._written_at is None else now - self._written_at,
            stuck=0.0 if stuck is None else now - stuck,
            free=_free(self._folder),
            boxes=await self._boxes(),
        )

    async def _boxes(self) -> Boxes | None:
        try:
            return await self._housekeeping.boxes()
        except Troubled:
            return None

    def _look_into(self, boxes: Boxes, now: datetime) -> None:
        """Of what nobody could bring only what is new rings: it lies there for weeks."""
        left = {
            "dead": boxes.outbox.get("dead", 0),
            "aside": boxes.inbox.get("quarantined", 0),
        }
        before, self._left_before = self._left_before or left, left
        for kind, count in left.items():
            if count > before[kind]:
                self._alarms.ring(kind, kind, count=count)
        if boxes.oldest_due and now - boxes.oldest_due > LATE_AFTER:
            self._alarms.ring("late", "late", since=boxes.oldest_due)

    def _test_writing(self) -> None:
        """Write a word from time to time: a full disk is known before somebody taps."""
        due = self._written_at is None or self._tick() - self._written_at >= WRITE_EVERY
        if due and (self._writing is None or self._writing.done()):
            self._writing = asyncio.create_task(self._write())

    async def _write(self) -> None:
        await self._housekeeping.beat()
        self._written_at = self._tick()


def _free(folder: Path) -> int:
    """Bytes free on a folder's disk; none where it cannot be asked."""
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return 0
