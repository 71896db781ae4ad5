"""How several stories begin alike is told once: each goes on from a copy of the file and of the
telephones as they were left, as after a night in which the house slept."""

import contextlib
import pickle
import shutil
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from tests.town import KEPT_IN, Begun, Town, open_town

Prelude = Callable[[Town], Awaitable[Any]]
_PRELUDES: dict[tuple[str, str], Prelude] = {}
_LEFT: dict[Prelude, "_Left"] = {}


@dataclass(frozen=True)
class _Left:
    """What a beginning left, and what it returned."""

    town: Begun
    now: datetime
    ids: dict[int, int]
    is_prepared: bool
    said: Any


def begun(prelude: Prelude | None = None, *, autouse: bool = False) -> Any:
    """A fixture in which only the town is asked for: what happens there, stories share."""
    if prelude is None:
        return lambda told: begun(told, autouse=autouse)
    _PRELUDES[prelude.__module__, prelude.__name__] = prelude

    async def goes_on(town: Town) -> Any:
        if town.begun_by is not prelude:
            return await prelude(town)
        said = _LEFT[prelude].said
        return town if said is Town else said

    return pytest.fixture(name=prelude.__name__, autouse=autouse)(goes_on)


def prelude_of(request: pytest.FixtureRequest) -> Prelude | None:
    """With what a story begins, of those that its module shares."""
    module = request.module.__name__
    return next((p for n in request.fixturenames if (p := _PRELUDES.get((module, n)))), None)


@contextlib.asynccontextmanager
async def go_on_from(prelude: Prelude, folder: Path) -> AsyncIterator[Town]:
    """The town as that beginning left it."""
    left = _LEFT.get(prelude) or await _tell(prelude)
    async with open_town(folder, left.now, begun=left.town) as town:
        town.ids, town.is_prepared, town.begun_by = dict(left.ids), left.is_prepared, prelude
        yield town


async def _tell(prelude: Prelude) -> _Left:
    """It is judged at its end as every story is."""
    with tempfile.TemporaryDirectory() as folder:
        async with open_town(Path(folder)) as town:
            said = await prelude(town)
            await town.rest()
        file = KEPT_IN / f"begun-{len(_LEFT)}.db"
        shutil.copyfile(Path(folder) / "town.db", file)
    left = Begun(file, town.office_id, pickle.dumps(town.world.left()))
    said = Town if said is town else said
    _LEFT[prelude] = _Left(left, town.now, town.ids, town.is_prepared, said)
    return _LEFT[prelude]
