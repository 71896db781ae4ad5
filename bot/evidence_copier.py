"""Copies evidence and photos to the office's own disk, off the path of every tap, and takes from
it what was forgotten."""

import asyncio
import logging
import re
from pathlib import Path

from telegram import Bot
from telegram.error import TelegramError

from actions.reception.housekeeping import Housekeeping
from bot.pictures import without_traces
from domain.evidence import ToKeep

log = logging.getLogger(__name__)
LOOK_EVERY = 5.0
AT_ONCE, MOST_TRIES = 5, 8
_ENDING = re.compile(r"\.[A-Za-z0-9]{1,8}")
_SAFE = re.compile(r"[^A-Za-z0-9_-]")


class EvidenceCopier:
    """`folder` is the `files/` beside the database; it belongs to the backup."""

    def __init__(self, bot: Bot, housekeeping: Housekeeping, folder: Path) -> None:
        self._bot, self._housekeeping, self._folder = bot, housekeeping, folder

    async def run(self) -> None:
        """Look for evidence without a copy, until cancelled."""
        while True:
            await self.round()
            await asyncio.sleep(LOOK_EVERY)

    async def round(self) -> int:
        """Copy some; what fails is tried again, each piece at most eight times."""
        await self._clear()
        waiting = await self._housekeeping.evidence_to_keep(AT_ONCE, MOST_TRIES)
        for piece in waiting:
            await self._housekeeping.evidence_kept(piece, await self._copy(piece))
        return len(waiting)

    async def _copy(self, piece: ToKeep) -> str:
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
                await asyncio.to_thread((self._folder / path).unlink, missing_ok=True)
            except OSError as error:
                log.warning("a forgotten copy stays: %s", type(error).__name__)
            else:
                await self._housekeeping.stray_gone(path)

    def _write(self, name: str, content: bytes) -> None:
        path = self._folder / name
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        path.write_bytes(content)
        path.chmod(0o600)


def _name(piece: ToKeep, came_from: str) -> str:
    """`1/147-AgADx.jpg`: the office, our number, Telegram's; never what somebody called it."""
    ending = Path(came_from).suffix
    safe = ending.lower() if _ENDING.fullmatch(ending) else ""
    return f"{piece.office_id}/{piece.folder}{piece.id}-{_SAFE.sub('', piece.unique_id)}{safe}"
