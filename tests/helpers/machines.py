"""A town that hypothesis walks through at random, one step after another."""

import asyncio
import contextlib
import tempfile
from collections.abc import Coroutine
from pathlib import Path
from typing import Any, TypeVar

from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import RuleBasedStateMachine

from tests.town import Town, open_town

R = TypeVar("R")
WALK = settings(
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)
"""A walk that failed is told as it was: making it shorter would outlast the limit of a test."""


class TownMachine(RuleBasedStateMachine):
    """`open` it before anything is done there; it is closed, and judged, at the end."""

    town: Town

    def __init__(self) -> None:
        super().__init__()
        self._runner, self._stack = asyncio.Runner(), contextlib.AsyncExitStack()

    def do(self, deed: Coroutine[Any, Any, R]) -> R:
        return self._runner.run(deed)

    def open(self) -> None:
        folder = self._stack.enter_context(tempfile.TemporaryDirectory())
        self.town = self.do(self._stack.enter_async_context(open_town(Path(folder))))

    def teardown(self) -> None:
        self.do(self._stack.aclose())
        self._runner.close()
