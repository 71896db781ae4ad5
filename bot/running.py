"""The process: what runs while the bot runs, and how it ends in order."""

import asyncio
import contextlib
import gc
import logging
import signal
from collections.abc import Callable, Coroutine, Iterable
from datetime import datetime
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

import aiohttp
from telegram.error import TelegramError

from bot.clock import MovableClock
from bot.evidence_copier import EvidenceCopier
from bot.health import Health, serve_health
from bot.menus import refresh_menus
from bot.nightly import Nightly
from bot.opening import Troubled
from bot.pace import Pace
from bot.settings import Settings
from bot.transport import AiohttpRequest
from bot.warmth import keep_warm
from bot.watch import Watch
from bot.wiring import House, build

log = logging.getLogger(__name__)
DRAIN_SECONDS, LAST_SECONDS = 4.0, 1.0
"""A server that waits ten seconds before it kills finds the bot gone: what is not answered by
then stays in the inbox and the outbox."""
GATHER_USERNAME_EVERY = 30.0
TROUBLE_PAUSE = 5.0
TAPS_FIRST = 1.0
"""So many seconds after the start the word lists are read."""
FILES = "files"
GATHERED = 10_000
"""So many new objects may lie about before rings among them are looked for."""
Duty = Callable[[], Coroutine[Any, Any, None]]
Task = asyncio.Task[Any]


async def run(settings: Settings) -> None:
    """Run until a signal; a second signal is harmless."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(name, stop.set)
    clock = MovableClock()
    if settings.clock_url:
        clock.move_to((await _ask_clock(settings.clock_url, -1))[1])
    async with build(
        token=settings.token,
        database_path=settings.database_path,
        replicated=settings.replicated,
        base_url=settings.bot_api_base_url,
        clock=clock,
        proxy=settings.proxy_url,
        operator=settings.operator_chat_id,
        pace=Pace(clock.tick),
    ) as house:
        look_for_garbage_less()
        await serve(house, settings, clock, stop)


def look_for_garbage_less() -> None:
    """What the program is made of stays, and a tap leaves few rings behind: a twentieth of its
    time went into looking for them."""
    gc.freeze()
    gc.set_threshold(GATHERED)


async def serve(
    house: House, settings: Settings, clock: MovableClock, stop: asyncio.Event
) -> None:
    """Health is told from the first moment; what was on its way goes on, people are heard, and
    what came due meanwhile is caught up beside that."""
    folder = settings.database_path.resolve().parent
    watch = Watch(house.poller, house.database, house.housekeeping, house.alarms, folder)
    await watch.begin()
    files = folder / FILES, settings.backups / FILES
    copier = EvidenceCopier(house.bot, house.housekeeping, *files)
    nightly = _nightly(house, settings)
    health = Health(house, watch, copier, nightly)
    told: list[Duty] = [watch.run, house.alarms.run]
    if settings.health_port:
        inspection = bool(settings.clock_url)
        told.append(partial(serve_health, health, house, settings.health_port, inspection))
    stopped = asyncio.create_task(stop.wait())
    waking = asyncio.create_task(house.dispatcher.wake())
    tasks, hearing = [stopped, *map(_begin, told)], None
    done = await _first_of([waking, *tasks])
    if done == {waking} and not waking.exception():
        keeping_time = partial(_keep_time, house, settings, clock, health)
        duties: list[Duty] = [*_duties(house), copier.run, keeping_time]
        hearing = _begin(house.poller.run)
        tasks += [hearing, *map(_begin, duties), *([_begin(nightly.run)] if nightly else ())]
        log.info("the bot runs")
        done = await _first_of(tasks)
    if hearing:
        hearing.cancel()
    await house.dispatcher.drain(DRAIN_SECONDS)
    await house.postman.finish(LAST_SECONDS)
    for task in (waking, *tasks):
        task.cancel()
    await asyncio.wait([waking, *tasks], timeout=LAST_SECONDS)
    log.info("the bot has stopped")
    for task in done - {stopped}:
        task.result()


def _duties(house: House) -> list[Duty]:
    duties: list[Duty] = [
        house.postman.run,
        house.expiring.run,
        house.owed.run,
        partial(refresh_menus, house.bot, house.housekeeping),
        partial(_learn_name, house),
        partial(_read_word_lists, house),
    ]
    if isinstance(house.bot.request, AiohttpRequest):
        duties.append(partial(keep_warm, house.bot, house.bot.request))
    return duties


async def _first_of(tasks: Iterable[Task]) -> set[Task]:
    done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    return done


def _begin(duty: Duty) -> Task:
    return asyncio.create_task(_lasting(duty))


async def _lasting(duty: Duty) -> None:
    """A file that cannot be read just now ends no duty: it begins again a little later."""
    while True:
        try:
            return await duty()
        except Troubled as trouble:
            log.warning("a duty waits for the database: %s", str(trouble))
            await asyncio.sleep(TROUBLE_PAUSE)


def _nightly(house: House, settings: Settings) -> Nightly | None:
    """Where the clock is the sandbox's there are no nights to keep."""
    if settings.clock_url:
        return None
    zone, folder = ZoneInfo(settings.time_zone), settings.backups
    path = settings.database_path.resolve()
    return Nightly(house.housekeeping, path, folder, zone, house.alarms)


async def _keep_time(
    house: House, settings: Settings, clock: MovableClock, health: Health
) -> None:
    """What came due while we were away, and then as time passes; people are heard meanwhile."""
    await house.timekeeper.catch_up()
    health.awake = True
    if settings.clock_url:
        await _follow_clock(house, settings.clock_url, clock)
        return
    timer = await house.timekeeper.timer()
    timer.start()
    try:
        await house.timekeeper.watch()
    finally:
        timer.shutdown(wait=False)


async def _read_word_lists(house: House) -> None:
    """Beside the first taps, which need none: whoever writes later waits for no list."""
    await asyncio.sleep(TAPS_FIRST)
    await asyncio.to_thread(house.door.open)
    await asyncio.Event().wait()


async def _learn_name(house: House) -> None:
    """Ask Telegram who we are, until it answers: links need the name."""
    while True:
        try:
            me = await house.bot.get_me()
        except TelegramError as error:
            log.info("Telegram does not answer yet: %s", type(error).__name__)
            await asyncio.sleep(GATHER_USERNAME_EVERY)
        else:
            await house.housekeeping.save_setting("username", me.username or "")
            await asyncio.Event().wait()


async def _ask_clock(url: str, after: int) -> tuple[int, datetime]:
    timeout = aiohttp.ClientTimeout(total=40)
    async with (
        aiohttp.ClientSession(timeout=timeout) as session,
        session.get(url, params={"after": after}) as answer,
    ):
        told = await answer.json()
    return int(told["n"]), datetime.fromisoformat(told["now"])


async def _follow_clock(house: House, url: str, clock: MovableClock) -> None:
    """The sandbox owns the time: follow its jumps step by step, and let the jobs of passing
    time wake too."""
    last, seen = clock(), -1
    steps = asyncio.create_task(_flow(house, clock))
    try:
        while True:
            try:
                number, now = await _ask_clock(url, seen)
            except (aiohttp.ClientError, TimeoutError):
                await asyncio.sleep(1)
                continue
            if number == seen:
                continue
            steps.cancel()
            last = clock()

            async def move(moment: datetime) -> None:
                clock.move_to(moment)
                await house.postman.empty_bag()

            if now > last and seen >= 0:
                await house.timekeeper.step(last, now, move)
            clock.move_to(now)
            await house.postman.empty_bag()
            seen = number
            await _tell_done(url, number)
            steps = asyncio.create_task(_flow(house, clock))
    finally:
        steps.cancel()


async def _flow(house: House, clock: MovableClock) -> None:
    last = clock()
    while True:
        await asyncio.sleep(1)
        now = clock()
        await house.timekeeper.step(last, now, _stay)
        last = now


async def _stay(_: datetime) -> None:
    return None


async def _tell_done(url: str, number: int) -> None:
    with contextlib.suppress(aiohttp.ClientError, TimeoutError):
        async with (
            aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=10)) as session,
            session.post(f"{url}/done", json={"n": number}),
        ):
            return
