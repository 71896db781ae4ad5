"""Copies evidence and photos to the office's own disk, off the path of every tap, and takes from
it what was erased."""

import asyncio
import logging
import re
from datetime import datetime, timedelta
from pathlib import Path

from telegram import Bot
from telegram.error import TelegramError

from actions.reception.housekeeping import Housekeeping
from bot.pictures import without_traces
from domain.evidence import ToCopy

log = logging.getLogger(__name__)
LOOK_EVERY = 5.0
AT_ONCE, MOST_TRIES = 5, 200
FIRST_WAIT, LONGEST_WAIT = timedelta(seconds=5), timedelta(hours=1)
"""Each try waits twice as long as the one before: two hundred are more than a week."""
MOST_BEHIND = 500
_ENDING = re.compile(r"\.[A-Za-z0-9]{1,8}")
_SAFE = re.compile(r"[^A-Za-z0-9_-]")


class EvidenceCopier:
    """`folder` is the `files/` beside the database; `kept` are others where the same may lie,
    such as beside the nightly backups: what was erased goes there too."""

    def __init__(self, bot: Bot, housekeeping: Housekeeping, folder: Path, *kept: Path) -> None:
        self._bot, self._housekeeping, self._folder = bot, housekeeping, folder
        self._places = (folder, *kept)
        self._failed: dict[tuple[str, int], tuple[int, datetime]] = {}
        self.behind = 0
        """How many pieces have no copy yet."""

    async def run(self) -> None:
        """Look for evidence without a copy, until cancelled."""
        while True:
            await self.round()
            await asyncio.sleep(LOOK_EVERY)

    async def round(self) -> int:
        """Copy some; what fails is tried again, each time a little later, for
        days."""
        await self._clear()
        now = self._housekeeping.clock()
        behind = await self._housekeeping.evidence_to_copy(MOST_BEHIND, MOST_TRIES)
        self._failed = {key: self._failed[key] for key in map(_key, behind) if key in self._failed}
        due = [piece for piece in behind if self._due(piece) <= now][:AT_ONCE]
        for piece in due:
            path = await self._copy(piece)
            await self._housekeeping.evidence_copied(piece, path)
            if not path:
                tries, _ = self._failed.get(_key(piece), (0, now))
                wait = min(FIRST_WAIT * 2 ** min(tries, 12), LONGEST_WAIT)
                self._failed[_key(piece)] = tries + 1, now + wait
        self.behind = len(behind)
        return len(due)

    def _due(self, piece: ToCopy) -> datetime:
        """When a piece is tried again; after a restart at once."""
        return self._failed.get(_key(piece), (0, self._housekeeping.clock()))[1]

    async def _copy(self, piece: ToCopy) -> str:
        """Where the copy lies, under the folder; nothing when it did not come."""
        try:
            file = await self._bot.get_file(piece.file_id)
            content = bytes(await file.download_as_bytearray())
            name = _name(piece, file.file_path or "")
            await asyncio.to_thread(self._write, name, without_traces(content))
        except (TelegramError, OSError) as error:
            log.info("evidence %s waits: %s", piece.id, type(error).__name__)
            return ""
        return name

    async def _clear(self) -> None:
        """Take away copies whose row is gone; what cannot be taken is tried again."""
        for path in await self._housekeeping.stray_files(AT_ONCE):
            try:
                for place in self._places:
                    await asyncio.to_thread((place / path).unlink, missing_ok=True)
            except OSError as error:
                log.warning("an erased copy stays: %s", type(error).__name__)
            else:
                await self._housekeeping.stray_gone(path)

    def _write(self, name: str, content: bytes) -> None:
        path = self._folder / name
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        path.write_bytes(content)
        path.chmod(0o600)


def _key(piece: ToCopy) -> tuple[str, int]:
    return piece.folder, piece.id


def _name(piece: ToCopy, came_from: str) -> str:
    """`1/147-AgADx.jpg`: the office, our number, Telegram's; never what somebody called it."""
    ending = Path(came_from).suffix
    safe = ending.lower() if _ENDING.fullmatch(ending) else ""
    return f"{piece.office_id}/{piece.folder}{piece.id}-{_SAFE.sub('', piece.unique_id)}{safe}"
