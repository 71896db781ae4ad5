"""Runs the real bot beside the pretend Telegram: a fresh sample office, start, stop."""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import socket
import sys
from collections.abc import Sequence
from pathlib import Path

from sandbox.http import HOST

ROOT = Path(__file__).resolve().parent.parent
BOT = (sys.executable, "-m", "bot")
STOP_WITHIN = 25.0
SEAL_KEY = "seal.key"
"""Beside its database: nothing in the sample is a secret."""


class OfficeError(Exception):
    """The bot could not be started; the text is one line that says why."""


class Office:
    """The bot's process and its database under `.demo/`; no `.env` and no setting leaks in."""

    def __init__(
        self, folder: Path, port: int, token: str, anchor: str, bot: Sequence[str] = BOT
    ) -> None:
        self.folder, self.anchor, self.bot = folder, anchor, bot
        self.health_port = _free_port()
        base = f"http://{HOST}:{port}"
        kept = {k: v for k, v in os.environ.items() if k in {"PATH", "HOME", "LANG", "TMPDIR"}}
        self._env = kept | {
            "PYTHONPATH": str(ROOT),
            "PYTHONUNBUFFERED": "1",
            "BOT_TOKEN": token,
            "BOT_API_BASE_URL": base,
            "DATABASE_PATH": "office.db",
            "CLOCK_URL": f"{base}/sandbox/clock",
            "HEALTH_PORT": str(self.health_port),
        }
        self._process: asyncio.subprocess.Process | None = None
        self._stopping = False

    @property
    def running(self) -> bool:
        return self._process is not None and self._process.returncode is None

    async def open(self) -> None:
        """A fresh sample office, and the bot at work in it."""
        await asyncio.to_thread(self._clear)
        await self._prepare("load-sample", "--anchor", self.anchor)
        await self._prepare("seal-key", SEAL_KEY)
        await self.start()

    def _clear(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        for path in self.folder.iterdir():
            if path.is_dir():
                shutil.rmtree(path)
            elif path.name != "bot.log":
                path.unlink()

    async def _prepare(self, *command: str) -> None:
        """One command of the bot, before it runs: the sample, the key for what is sealed."""
        self._stopping = True
        self._process = process = await asyncio.create_subprocess_exec(
            *self.bot,
            *command,
            cwd=self.folder,
            env=self._env,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.PIPE,
        )
        _, words = await process.communicate()
        if process.returncode:
            last = words.decode(errors="replace").strip().splitlines()[-1:]
            raise OfficeError(f"the sample office could not be loaded: {''.join(last)}")

    async def start(self) -> None:
        self._stopping = False
        with (self.folder / "bot.log").open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                *self.bot,
                "run",
                cwd=self.folder,
                env=self._env,
                stdout=log,
                stderr=log,
                start_new_session=True,  # Ctrl-C is for us; we stop the bot in order
            )

    async def stop(self) -> None:
        """Ask the bot to end, and wait for it."""
        if self._process is None:
            return
        self._stopping = True
        if self.running:
            self._process.send_signal(signal.SIGTERM)
            try:
                await asyncio.wait_for(self._process.wait(), STOP_WITHIN)
            except TimeoutError:
                self.kill()
        await self._process.wait()

    def kill(self) -> None:
        """End the bot at once."""
        if self._process is not None and self.running:
            self._process.kill()

    async def restart(self) -> None:
        """Kill the bot in the middle of whatever it does, and start it again."""
        self._stopping = True
        self.kill()
        await self.stop()
        await self.start()

    async def failed(self) -> str:
        """Wait until the bot has ended by itself; the last line it logged."""
        process = None
        while process is not self._process or self._stopping:
            process = self._process
            if process is not None:
                await process.wait()
            await asyncio.sleep(0.1)
        log = await asyncio.to_thread((self.folder / "bot.log").read_text, "utf-8", "replace")
        return log.strip().splitlines()[-1] if log.strip() else "it said nothing"


def _free_port() -> int:
    with socket.create_server((HOST, 0)) as listener:
        port: int = listener.getsockname()[1]
    return port
