"""Opens the sandbox with the tiny bot, or with the real one, and prints the page's address."""

from __future__ import annotations

import asyncio
import signal
import sys
from pathlib import Path

from sandbox.demo import Stage
from sandbox.office import BOT

ECHO = (sys.executable, str(Path(__file__).with_name("echo_bot.py")))


async def main(bot: str, folder: str) -> None:
    stop = asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, stop.set)
    stage = Stage(ECHO if bot == "echo" else BOT, Path(folder))
    async with stage.open(0) as address:
        sys.stdout.write(f"{address}\n")
        sys.stdout.flush()
        await stop.wait()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:3]))
