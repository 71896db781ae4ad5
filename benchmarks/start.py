"""From the start of the process to its first answer: `python -m benchmarks.start five.db`.

The bot is begun as the operator begins it, on a copy of the file, with a press that waits; seconds
of the processor up to the answer, and of the wall, which on a shared machine says little.
"""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path
from statistics import median

from benchmarks.asking import asking
from benchmarks.telegram import Coming, telegram

TOKEN, ROUNDS = "123456:" + "A" * 30, 5
SOMEBODY = "SELECT telegram_id FROM person WHERE telegram_id IS NOT NULL ORDER BY id LIMIT 1"
TICKS = os.sysconf("SC_CLK_TCK")


def _used(process: int) -> float:
    """Seconds of the processor that a process has used, all its threads together."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def once(file: Path, folder: Path) -> tuple[float, float]:
    """Seconds of the processor and of the wall until the first answer."""
    with closing(sqlite3.connect(file)) as connection:
        person = connection.execute(SOMEBODY).fetchone()[0]
    with telegram([Coming(0.0, person, "a.open:1")]) as there:
        settings = {
            "BOT_TOKEN": TOKEN,
            "BOT_API_BASE_URL": there.address,
            "DATABASE_PATH": str(file),
            "BACKUP_FOLDER": str(folder / "backups"),
            "HEALTH_PORT": "0",
            "LOG_LEVEL": "ERROR",
        }
        begun = time.monotonic()
        run = [sys.executable, "-m", "bot", "run"]
        bot = subprocess.Popen(run, env={**os.environ, **settings})
        try:
            while not there.count("acted") and bot.poll() is None:
                time.sleep(0.005)
            return _used(bot.pid), time.monotonic() - begun
        finally:
            bot.terminate()
            bot.wait()


def main() -> None:
    ask = asking(__doc__)
    ask.add_argument("files", nargs="+")
    for name in ask.parse_args().files:
        with tempfile.TemporaryDirectory(dir=Path(name).parent) as folder:
            copy = Path(folder) / "copy.db"
            shutil.copyfile(name, copy)
            took = [once(copy, Path(folder)) for _ in range(ROUNDS)]
        rounds = " ".join(f"{used:.2f}" for used, _ in took)
        used, wall = (median(one) for one in zip(*took, strict=True))
        told = f"{used:.2f} s of the processor, {wall:.2f} of the wall ({rounds})"
        sys.stdout.write(f"{name}: {told}\n")


if __name__ == "__main__":
    main()
