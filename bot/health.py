"""Health and figures over HTTP, on this machine only, without a name in them."""

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any

from bot.evidence_copier import EvidenceCopier
from bot.metrics import exposition
from bot.nightly import Nightly
from bot.watch import Watch
from bot.wiring import House

log = logging.getLogger(__name__)
PORT_TAKEN = 60.0
"""So often a port that another process holds is tried again; the bot works without it."""
ASKED_WITHIN = 5.0
JSON, TEXT = "application/json", "text/plain; charset=utf-8"
Answer = tuple[int, str, bytes]


class Health:
    """What is told of the house, also while it still wakes."""

    def __init__(
        self, house: House, watch: Watch, copier: EvidenceCopier, nightly: Nightly | None
    ) -> None:
        self._house, self._watch, self._copier = house, watch, copier
        self._nightly = nightly
        self.awake = False
        """Whether what an earlier run left open has been gone through."""

    async def told(self) -> dict[str, Any]:
        seen, now = await self._watch.look(), self._house.housekeeping.clock()
        boxes, written = seen.boxes, seen.written
        due = boxes.oldest_due if boxes else None
        return {
            "well": seen.well,
            "awake": self.awake,
            "silent_seconds": round(seen.silent, 1),
            "written_seconds": None if written is None else round(written, 1),
            "database_stuck_seconds": round(seen.stuck, 1),
            "disk_free_bytes": seen.free,
            "inbox": boxes.inbox if boxes else None,
            "outbox": boxes.outbox if boxes else None,
            "quarantined": boxes.inbox.get("quarantined", 0) if boxes else None,
            "oldest_letter_late_seconds": (now - due).total_seconds() if due else 0,
            "evidence_behind": self._copier.behind,
            "backup_age_seconds": self._backup_age(now),
            "operator_untold": sorted(self._house.alarms.waiting),
            "jobs": [
                {
                    "name": job.name,
                    "last": _said(job.last),
                    "failed": job.failed,
                    "next": _said(job.next),
                }
                for job in self._house.timekeeper.jobs()
            ],
        }

    def _backup_age(self, now: datetime) -> float | None:
        age = self._nightly.age(now) if self._nightly else timedelta.max
        return None if age == timedelta.max else age.total_seconds()


def _said(moment: datetime | None) -> str | None:
    return moment.isoformat(timespec="seconds") if moment else None


async def serve_health(health: Health, house: House, port: int, inspection: bool) -> None:
    """Answer `/healthz`, `/metrics` (and, in the sandbox, `/inspection`) until cancelled."""

    async def healthz() -> Answer:
        found = await health.told()
        return 200 if found["well"] else 503, JSON, json.dumps(found).encode()

    async def metrics() -> Answer:
        text = exposition(await health.told())
        if text is None:
            return 501, TEXT, b"needs the extra `metrics`: pip install prometheus-client\n"
        return 200, TEXT, text

    async def look() -> Answer:
        return 200, JSON, json.dumps(await house.housekeeping.look_inside()).encode()

    pages: dict[str, Callable[[], Awaitable[Answer]]] = {"/healthz": healthz, "/metrics": metrics}
    if inspection:
        pages["/inspection"] = look

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            async with asyncio.timeout(ASKED_WITHIN):
                line = (await reader.readline()).decode("latin-1").split(" ")
                page = pages.get(line[1] if len(line) > 1 else "")
                await _say(writer, *(await page() if page else (404, TEXT, b"not found\n")))
        except (TimeoutError, OSError, ValueError) as error:
            log.info("a question about health was not answered: %s", type(error).__name__)
        finally:
            writer.close()

    while True:
        try:
            server = await asyncio.start_server(serve, "127.0.0.1", port)
        except OSError as error:
            log.error("health is not served, its port is taken: %s", type(error).__name__)
            await asyncio.sleep(PORT_TAKEN)
            continue
        async with server:
            await server.serve_forever()


async def _say(writer: asyncio.StreamWriter, status: int, kind: str, content: bytes) -> None:
    head = f"HTTP/1.1 {status} OK\r\nContent-Type: {kind}\r\nConnection: close\r\n"
    writer.write(f"{head}Content-Length: {len(content)}\r\n\r\n".encode() + content)
    await writer.drain()
