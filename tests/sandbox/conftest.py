"""A world with two telephones in it, and the library's bot on the other side."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest
from telegram import Bot

from sandbox.inprocess import InProcessRequest
from sandbox.phone import Phone
from sandbox.world import World


class Stopwatch:
    """Monotonic time that only moves when a test moves it."""

    def __init__(self) -> None:
        self.at = 1000.0

    def __call__(self) -> float:
        return self.at

    def forward(self, seconds: float) -> None:
        self.at += seconds


@pytest.fixture
def stopwatch() -> Stopwatch:
    return Stopwatch()


@pytest.fixture
def world(stopwatch: Stopwatch) -> World:
    world = World(monotonic=stopwatch)
    world.pace = None
    return world


@pytest.fixture
def nam(world: World) -> Phone:
    return world.phone(900000018, "Nam", last_name="Chu Văn", started=True)


@pytest.fixture
def hanh(world: World) -> Phone:
    return world.phone(900000008, "Hạnh", started=True)


@pytest.fixture
async def bot(world: World) -> AsyncIterator[Bot]:
    bot = Bot(
        world.token,
        base_url="http://sandbox/bot",
        base_file_url="http://sandbox/file/bot",
        request=InProcessRequest(world),
        get_updates_request=InProcessRequest(world),
    )
    async with bot:
        yield bot


Ask = Callable[..., Any]


@pytest.fixture
def ask(world: World, nam: Phone) -> Ask:
    """Call a method; by default in Nam's chat; gives the result or the description."""

    async def call(method: str, files: Any = None, **params: Any) -> Any:
        params = {"chat_id": nam.user.id} | params if needs_chat(method) else params
        _, body = await world.call(method, params, files)
        return body["result"] if body["ok"] else body["description"]

    return call


def needs_chat(method: str) -> bool:
    return method.lower().startswith(
        ("send", "edit", "deletemessage", "pin", "setmessage", "copy", "forward")
    )
