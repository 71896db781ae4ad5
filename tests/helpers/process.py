"""The bot as a process of its own, spoken to over HTTP, as on a server."""

import asyncio
import os
import signal
import sys
from asyncio.subprocess import DEVNULL, Process
from pathlib import Path

from sandbox.world import TOKEN

ROOT = Path(__file__).resolve().parents[2]


def settings_of(database: Path, port: int) -> dict[str, str]:
    """The environment of a bot that serves this stand-in and nothing else."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return {
        **kept,
        "BOT_TOKEN": TOKEN,
        "BOT_API_BASE_URL": f"http://127.0.0.1:{port}",
        "DATABASE_PATH": str(database),
        "LOG_LEVEL": "WARNING",
        "HEALTH_PORT": "0",
    }


class BotProcess:
    """`python -m bot run`, which may be killed and started again."""

    def __init__(self, database: Path, port: int, **more: str) -> None:
        self._environment = settings_of(database, port) | more
        self._process: Process | None = None

    async def start(self) -> None:
        self._process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "run", cwd=ROOT, env=self._environment, stderr=DEVNULL
        )

    async def kill(self) -> None:
        """As a power cut does: no farewell."""
        await self._end(signal.SIGKILL)

    async def stop(self) -> int:
        return await self._end(signal.SIGTERM)

    async def _end(self, how: signal.Signals) -> int:
        if self._process is None:
            return 0
        if self._process.returncode is None:
            self._process.send_signal(how)
        code = await self._process.wait()
        self._process = None
        return code

    @property
    def pid(self) -> int | None:
        """Its number while it runs."""
        alive = self._process is not None and self._process.returncode is None
        return self._process.pid if self._process and alive else None

    def beside(self) -> "BotProcess":
        """The same once more, on the same file."""
        other = BotProcess(Path("."), 0)
        other._environment = self._environment
        return other

    async def ended(self, within: float) -> int:
        """Start it, and wait until it ends by itself; killed after so many seconds."""
        await self.start()
        assert self._process is not None
        try:
            async with asyncio.timeout(within):
                return await self._process.wait()
        except TimeoutError:
            await self.kill()
            return -1
