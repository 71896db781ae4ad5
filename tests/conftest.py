"""The town that every story is told in, on a disk of memory where there is one, and how long
a story may take."""

import gc
import shutil
import signal
import tempfile
from collections.abc import AsyncIterator, Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import settings

import storage.database
import storage.visits
from tests.helpers.begun import go_on_from, prelude_of
from tests.helpers.one_thread import OnTheSpot
from tests.helpers.rights_told import of_story, tried_by_everybody
from tests.town import Town, open_town

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
storage.database.RIDE_SECONDS = 0.001
"""Every story waits for what rides along with the next commit: a third of its time was this."""
storage.database.Hop = OnTheSpot  # type: ignore[assignment, misc]
"""What is tried of threads themselves stands in `tests/kernel`, which has them as they are."""
DRAWN = storage.visits.Visits.drawn
storage.visits.Visits.drawn = storage.visits.Visits.counted  # type: ignore[method-assign]
"""Stories count the visits that nobody is told of as well, so that they can name them; but one of
the codes themselves."""
collect_ignore = [] if find_spec("prometheus_client") else ["kernel/test_metrics.py"]
"""What an extra is needed for is no story where it is not installed."""
MEMORY, ENOUGH = Path("/dev/shm"), 2**30
"""A disk of memory, and how many bytes must be free on it."""
LIMIT, AGAIN = 115.0, 2.0
"""Seconds a test may take; how soon one is told again that clung to life."""


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """Every deed of every story waits for the disk; a disk of memory answers at once."""
    is_worker = hasattr(config, "workerinput")
    if config.option.basetemp or is_worker or not MEMORY.is_dir():
        return
    if shutil.disk_usage(MEMORY).free >= ENOUGH:
        config.option.basetemp = tempfile.mkdtemp(prefix="viec-chung-", dir=MEMORY)
        config.add_cleanup(lambda: shutil.rmtree(config.option.basetemp, ignore_errors=True))


def pytest_collection_finish() -> None:
    """What is read in stays to the end: nobody looks for waste in it again and again."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def within_two_minutes() -> Iterator[None]:
    """A test that hangs fails, and its trace says where it stood."""

    def late(*_: object) -> None:
        pytest.fail(f"a test may take {LIMIT:.0f} seconds")

    before = signal.signal(signal.SIGALRM, late)
    signal.setitimer(signal.ITIMER_REAL, LIMIT, AGAIN)
    yield
    signal.setitimer(signal.ITIMER_REAL, 0)
    signal.signal(signal.SIGALRM, before)


@pytest.fixture
async def town(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Town]:
    prelude = prelude_of(request)
    async with go_on_from(prelude, tmp_path) if prelude else open_town(tmp_path) as town:
        yield town


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    """What a story shows of rights is as it was decided: everybody else tries the same."""
    decided = of_story(item.nodeid)
    with tried_by_everybody(decided) as found:
        yield
    assert found == decided
