"""The disk dies: what Litestream copied away is brought back, seconds behind.
Skipped where the extra is absent."""

import asyncio
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from subprocess import DEVNULL

import pytest

from sandbox.phone import Phone
from tests.helpers.process import ROOT
from tests.helpers.rush import FIRST_ID, busy_office

TOOL = shutil.which("litestream", path=str(Path(sys.executable).parent)) or ""
pytestmark = pytest.mark.skipif(not TOOL, reason="needs the extra `replica`")
SECONDS = 3
"""Behind which a copy never is, with an interval of one."""
SERVED = "/var/lib/viec-chung/office.db", "/mnt/replica/viec-chung"


def settings_for(database: Path, folder: Path) -> Path:
    """The file of deploy/, with this story's paths."""
    text = (ROOT / "deploy" / "litestream.yml").read_text("utf-8")
    for there, here in zip(SERVED, (database, folder / "replica"), strict=True):
        assert there in text
        text = text.replace(there, str(here))
    (settings := folder / "litestream.yml").write_text(text, "utf-8")
    return settings


@contextmanager
def copying(settings: Path) -> Iterator[None]:
    command = [TOOL, "replicate", "-config", str(settings)]
    run = subprocess.Popen(command, stdout=DEVNULL, stderr=DEVNULL)
    try:
        yield
    finally:
        run.kill()
        run.wait()


def bring_back(settings: Path, database: Path) -> None:
    command = [TOOL, "restore", "-config", str(settings), str(database)]
    subprocess.run(command, check=True, capture_output=True)


def totals(database: Path) -> list[int]:
    with closing(sqlite3.connect(database)) as file:
        return [row[0] for row in file.execute("SELECT total FROM turnout ORDER BY total")]


def die(database: Path) -> None:
    """The disk is gone."""
    for left in ("", "-wal", "-shm"):
        Path(f"{database}{left}").unlink(missing_ok=True)


async def report(phone: Phone, total: int) -> None:
    await phone.write(f"{total} người")
    await phone.sees("CHƯA GHI", within=20, fresh=False)
    await phone.write("đúng")
    await phone.sees(f"Đã ghi: {total} người", within=20, fresh=False)


async def test_a_dead_disk_costs_seconds(tmp_path: Path) -> None:
    async with busy_office(tmp_path, REPLICATED="true") as (world, bot, database):
        phones = [world.phone(FIRST_ID + n, f"P{n}", started=True) for n in range(4)]
        settings = settings_for(database, tmp_path)
        await bot.start()
        with copying(settings):
            for number, phone in enumerate(phones[:3]):
                await report(phone, 31 + number)
            await asyncio.sleep(SECONDS)
            await bot.kill()
        die(database)
        bring_back(settings, database)
        assert totals(database) == [31, 32, 33]
        await bot.start()
        await report(phones[3], 34)
        assert await bot.stop() == 0
