"""The town that every story is told in, on a disk of memory where there is one."""

import shutil
import tempfile
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.town import Town, open_town

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
MEMORY, ENOUGH = Path("/dev/shm"), 2**30
"""A disk of memory, and how many bytes must be free on it."""


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """Every deed of every story waits for the disk; a disk of memory answers at once."""
    is_worker = hasattr(config, "workerinput")
    if config.option.basetemp or is_worker or not MEMORY.is_dir():
        return
    if shutil.disk_usage(MEMORY).free >= ENOUGH:
        config.option.basetemp = tempfile.mkdtemp(prefix="viec-chung-", dir=MEMORY)
        config.add_cleanup(lambda: shutil.rmtree(config.option.basetemp, ignore_errors=True))


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Town]:
    async with open_town(tmp_path) as town:
        yield town
