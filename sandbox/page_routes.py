"""Serves the page and what only the page asks for: people, stories, inspection, starting over."""

from __future__ import annotations

import asyncio
import json
import secrets
import urllib.error
import urllib.request
from collections.abc import Awaitable, Callable
from dataclasses import asdict, dataclass, field
from importlib.resources import files

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from sandbox.errors import Impossible
from sandbox.http import HOST
from sandbox.office import OfficeError
from sandbox.people import PEOPLE, SHOWN
from sandbox.stories import Story, do_step, load_stories
from sandbox.things import JSON
from sandbox.world import World

KINDS = {"html": "text/html", "css": "text/css", "js": "text/javascript"}


@dataclass
class Backstage:
    """What the page may do to the bot: nothing, where the bot is somebody else's."""

    health_port: int = 0
    running: Callable[[], bool] | None = None
    restart: Callable[[], Awaitable[None]] | None = None
    start_over: Callable[[], Awaitable[None]] | None = None
    progress: dict[str, int] = field(default_factory=dict)
    # Changes when the office is no longer the one that a page has seen: restarted, or restored.
    epoch: str = field(default_factory=secrets.token_hex)
    told: bool = False  # some story was begun in this office

    def reach(self, story: str, done: int) -> None:
        """A story has come so far."""
        self.progress[story] = done
        self.told |= done > 0

    def forget(self) -> None:
        """Another office: nothing was told in it yet."""
        self.progress.clear()
        self.told = False
        self.epoch = secrets.token_hex()


def page_routes(world: World, backstage: Backstage) -> list[BaseRoute]:
    desk = _Desk(world, backstage)
    return [
        Route("/", desk.index),
        Route("/page/{name}", desk.asset),
        Route("/sandbox/people", desk.people),
        Route("/sandbox/state", desk.state),
        Route("/sandbox/stories", desk.stories),
        Route("/sandbox/stories/{story}", desk.progress, methods=["POST"]),
        Route("/sandbox/stories/{story}/{step:int}", desk.step, methods=["POST"]),
        Route("/sandbox/inspection", desk.inspection),
        Route("/sandbox/bot/restart", desk.restart, methods=["POST"]),
        Route("/sandbox/over", desk.over, methods=["POST"]),
    ]


class _Desk:
    def __init__(self, world: World, backstage: Backstage) -> None:
        self.world, self.backstage = world, backstage
        self._acting = asyncio.Lock()

    async def index(self, request: Request) -> Response:
        return _asset("index.html")

    async def asset(self, request: Request) -> Response:
        return _asset(request.path_params["name"])

    async def people(self, request: Request) -> Response:
        return JSONResponse({"people": [asdict(person) for person in PEOPLE], "shown": SHOWN})

    async def state(self, request: Request) -> Response:
        """The clock, the bot's health and what is switched on."""
        clock, state = self.world.clock, self.world.state
        running = self.backstage.running
        return JSONResponse(
            {
                "now": clock().isoformat(),
                "jumping": state.passing,
                "listening": state.queue.heard,
                "running": running() if running else None,
                "can_restart": self.backstage.restart is not None,
                "can_start_over": self.backstage.start_over is not None,
                "faults": self.world.faults.on,
                "violations": [str(violation) for violation in self.world.violations],
                "username": state.username,
                "epoch": self.backstage.epoch,
                "told": self.backstage.told,
            }
        )

    async def stories(self, request: Request) -> Response:
        done = self.backstage.progress
        return JSONResponse(
            [asdict(story) | {"done": done.get(story.id, 0)} for story in load_stories().values()]
        )

    def _story(self, request: Request) -> Story:
        return load_stories()[request.path_params["story"]]

    async def progress(self, request: Request) -> Response:
        """The reader has come to a step by hand, or goes back to the beginning."""
        story, asked = self._story(request), await request.json()
        self._reach(story.id, min(max(int(asked["done"]), 0), len(story.steps)))
        return JSONResponse({})

    async def step(self, request: Request) -> Response:
        """Do a step for the reader; 409 says what was not seen."""
        story, number = self._story(request), request.path_params["step"]
        async with self._acting:
            try:
                await do_step(self.world, story.steps[number])
            except Impossible as error:
                return JSONResponse(error.json(), 409)
        self._reach(story.id, number + 1)
        return JSONResponse({})

    def _reach(self, story: str, done: int) -> None:
        self.backstage.reach(story, done)
        self.world.state.announce("story", story=story, done=done)

    async def inspection(self, request: Request) -> Response:
        """The bot's own read-only look at its outbox and journal."""
        if not self.backstage.health_port:
            return JSONResponse(None)
        url = f"http://{HOST}:{self.backstage.health_port}/inspection"
        try:
            return JSONResponse(await asyncio.to_thread(_fetch, url))
        except (OSError, urllib.error.URLError, ValueError):
            return JSONResponse(None)

    async def restart(self, request: Request) -> Response:
        if self.backstage.restart is None:
            return _refuse("the bot is not ours to restart", "Không khởi động lại được ở đây")
        self.world.bot_died()
        await self.backstage.restart()
        self.world.state.announce("bot")
        return JSONResponse({})

    async def over(self, request: Request) -> Response:
        """Back to the sample office as it was."""
        if self.backstage.start_over is None:
            return _refuse("the office is not ours to restore", "Không làm lại được ở đây")
        async with self._acting:
            self.backstage.forget()
            try:
                await self.backstage.start_over()
            except OfficeError as error:
                return _refuse(str(error), f"Chưa dựng lại được cơ quan mẫu: {error}")
        self.world.state.announce("over")
        return JSONResponse({})


def _refuse(en: str, vi: str) -> Response:
    return JSONResponse(Impossible(en, vi).json(), 409)


def _asset(name: str) -> Response:
    kind = KINDS.get(name.rpartition(".")[2])
    path = files(__package__).joinpath("page", name)
    if kind is None or "/" in name or not path.is_file():
        return Response(status_code=404)
    heads = {"cache-control": "no-cache"}
    return Response(path.read_bytes(), media_type=f"{kind}; charset=utf-8", headers=heads)


def _fetch(url: str) -> JSON:
    with urllib.request.urlopen(url, timeout=3) as answer:  # loopback only
        found: JSON = json.load(answer)
        return found
