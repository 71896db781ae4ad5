"""Opens the sandbox with the tiny bot, or with the real one, and prints the page's address."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from sandbox.demo import Stage
from sandbox.office import BOT
from sandbox.stopping import until_stopped

ECHO = (sys.executable, str(Path(__file__).with_name("echo_bot.py")))


async def main(bot: str, folder: str, port: str = "0") -> int:
    stage = Stage(ECHO if bot == "echo" else BOT, Path(folder))
    async with stage.open(int(port)) as address:
        sys.stdout.write(f"{address}\n")
        sys.stdout.flush()
        await asyncio.Event().wait()
    return 0


if __name__ == "__main__":
    sys.exit(asyncio.run(until_stopped(main(*sys.argv[1:]))))
