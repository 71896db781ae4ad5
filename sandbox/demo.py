"""`make demo`: the sample office at work, with telephones in the terminal and in a browser."""

from __future__ import annotations

import asyncio
import contextlib
import os
import shutil
import sys
import time
from collections.abc import AsyncIterator, Callable, Sequence
from datetime import datetime
from pathlib import Path

from sandbox.clock import ZONE, Clock
from sandbox.control import control_routes
from sandbox.http import HOST, application, serving
from sandbox.moments import moment
from sandbox.office import BOT, Office, OfficeError
from sandbox.page_routes import Backstage, page_routes
from sandbox.people import BY_KEY, SHOWN, settle
from sandbox.stopping import until_stopped
from sandbox.stories import Step, Story, StoryError, do_step, load_stories
from sandbox.world import World

ANCHOR = "2026-11-23"  # a Monday; the sample office is as of its morning
BEGIN = "2026-11-23T07:30"
MAIN = "main"
FOLDER = Path(".demo")  # each port has its own office in it
GREETED_WITHIN = 4.0
READING = 0.7  # seconds to read a screen, where somebody watches


class Stage:
    """The world, the bot in its office, and the page, all on loopback."""

    def __init__(self, bot: Sequence[str] = BOT, folder: Path = FOLDER) -> None:
        self._bot, self._folder = bot, folder.absolute()
        self.world = World(clock=Clock(begin()))
        self.backstage = Backstage()
        self.office: Office | None = None

    @contextlib.asynccontextmanager
    async def open(
        self, port: int, told: Callable[[str], None] = lambda _: None
    ) -> AsyncIterator[str]:
        """Everything running while the block runs; the page is there as soon as `told` is."""
        routes = control_routes(self.world) + page_routes(self.world, self.backstage)
        app = application(self.world, routes)
        settle(self.world)
        async with serving(app, port, self.world.close) as found:
            address = f"http://{HOST}:{found}/"
            office = self._enter(found)
            told(address)
            try:
                await office.open()
                await self._greet()
                yield address
            finally:
                await office.stop()

    def _enter(self, port: int) -> Office:
        office = Office(self._folder, port, self.world.token, ANCHOR, self._bot)
        self.office = office
        self.backstage.health_port = office.health_port
        self.backstage.running = lambda: office.running
        self.backstage.restart = office.restart
        self.backstage.start_over = self._start_over
        return office

    def hurry(self) -> None:
        """Do not wait for the bot to end in order."""
        if self.office is not None:
            self.office.kill()

    async def _greet(self) -> None:
        """Whose telephones are shown press START once more, so that their keyboards are there."""
        self.world.state.announce("bot")
        phones = [self.world.phone(user_id) for user_id in SHOWN]
        known = [phone for phone in phones if phone.user.started]
        for phone in known:
            await phone.start()
        answered = [phone.sees("", GREETED_WITHIN) for phone in known]
        await asyncio.gather(*answered, return_exceptions=True)

    async def hand_over(self) -> None:
        """Nobody has the page open yet: they shall find the office as it was in the morning."""
        if not self.world.state.listeners:
            self.backstage.forget()
            await self._start_over()

    async def _start_over(self) -> None:
        assert self.office is not None
        await self.office.stop()
        self.world.close()
        self.world.clock = Clock(begin())
        self.world.start_over()
        settle(self.world)
        await self.office.open()
        await self._greet()


def begin() -> datetime:
    return moment(BEGIN, datetime.now(ZONE))


async def demo(port: int, once: bool, bot: Sequence[str] = BOT) -> int:
    """Play the main job in the terminal; then leave everything running, unless `once`."""
    folder = FOLDER / (str(port) if port else f"once-{os.getpid()}")
    stage = Stage(bot, folder)
    status = await until_stopped(_open(stage, port, once), stage.hurry)
    if once and not status:
        shutil.rmtree(folder, ignore_errors=True)
    return status


async def _open(stage: Stage, port: int, once: bool) -> int:
    try:
        async with stage.open(port, _welcome) as address:
            return await _show(stage, once, address)
    except OfficeError as error:
        sys.stderr.write(f"{error}\n")
        return 1


def _welcome(address: str) -> None:
    _say(f"\n  DỮ LIỆU MẪU. Trang điện thoại: {address}\n")


async def _show(stage: Stage, once: bool, address: str) -> int:
    assert stage.office is not None
    play = asyncio.ensure_future(_play(stage, watched=not once))
    failed = asyncio.ensure_future(stage.office.failed())
    try:
        await asyncio.wait({play, failed}, return_when=asyncio.FIRST_COMPLETED)
        if failed.done():
            log = stage.office.folder / "bot.log"
            sys.stderr.write(f"the bot has stopped: {failed.result()} (see {log})\n")
            return 1
        status = _verdict(stage, play)
        if not once:
            await stage.hand_over()
            _say(f"\n  Mời xem tiếp trong trình duyệt: {address}   (Ctrl-C để dừng)\n")
            await asyncio.Event().wait()
        return status
    finally:
        for task in (play, failed):
            task.cancel()


def _verdict(stage: Stage, play: asyncio.Future[float]) -> int:
    wrong = [f"{v} {str(v.params.get('text', ''))[:60]!r}" for v in stage.world.violations]
    if error := play.exception():
        if not isinstance(error, StoryError):
            raise error
        wrong.insert(0, str(error))
    for line in wrong:
        sys.stderr.write(f"✗ {line}\n")
    if not wrong:
        _say(f"  ✓ Xong trong {play.result():.0f} giây, không vi phạm quy định nào của Telegram.")
    return 1 if wrong else 0


async def _play(stage: Stage, watched: bool) -> float:
    """Tell the main story, step by step, with the screens that matter."""
    story = load_stories().get(MAIN)
    if story is None:
        raise KeyError(MAIN)
    began = time.monotonic()
    _say(f"  {story.vi.upper()}\n")
    for number, step in enumerate(story.steps, 1):
        await do_step(stage.world, step)
        _narrate(stage.world, story, number, step)
        stage.backstage.reach(story.id, number)
        stage.world.state.announce("story", story=story.id, done=number)
        await asyncio.sleep(READING if watched else 0)
    return time.monotonic() - began


def _narrate(world: World, story: Story, number: int, step: Step) -> None:
    _say(f"{number}/{len(story.steps)}. {step.vi}")
    if step.seen_by:
        screen = world.phone(BY_KEY[step.seen_by].id).screen(lines=16, width=58)
        _say("\n".join(f"     {line}" for line in screen.splitlines()))
    _say("")


def _say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()
