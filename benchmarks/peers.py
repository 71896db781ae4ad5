"""Our taps beside what others would build: `python -m benchmarks.peers [taps [rounds]]`.

A bare echo answers a press and writes over its message. The one with rows also writes what a
registration here writes, in one durable transaction through aiosqlite, a statement at a time, as
its documentation shows. python-telegram-bot is built as it comes, one update after the other (all
at once it spends four times that looking for a free connection); a second connection to listen
with lets it end in order. The bot has one core and Telegram another; rounds alternate, so that a
busy machine is as busy for all, and only the ratios mean anything. aiogram comes with the extra
`bench`; where it is missing its rows are left out.
"""

import asyncio
import contextlib
import os
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from typing import Any

import aiosqlite
from telegram import Update
from telegram.ext import Application, CallbackQueryHandler, ContextTypes

from benchmarks.asking import asking
from benchmarks.taps import FIRST, TAPS, TOKEN, WAYS, walk
from benchmarks.telegram import Coming, Telegram, telegram

ROUNDS = 3
TABLES = """
CREATE TABLE inbox (id INTEGER PRIMARY KEY, body TEXT, state TEXT NOT NULL DEFAULT 'new');
CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT);
CREATE TABLE place (id INTEGER PRIMARY KEY, person INTEGER, point INTEGER, standing TEXT);
CREATE INDEX place_point ON place (point, standing);
CREATE TABLE journal (id INTEGER PRIMARY KEY, who INTEGER, event TEXT, at TEXT);
CREATE TABLE letter (id INTEGER PRIMARY KEY, person INTEGER, kind TEXT, state TEXT);
CREATE TABLE card (person INTEGER PRIMARY KEY, message INTEGER, look TEXT);
"""
ROWS = (
    "INSERT INTO inbox (body) VALUES (:body)",
    "INSERT OR IGNORE INTO person (id, name) VALUES (:who, 'x')",
    "SELECT count(*) FROM place WHERE point = 1 AND standing = 'registered'",
    "SELECT id FROM place WHERE person = :who AND point = 1 LIMIT 1",
    "INSERT INTO place (person, point, standing) VALUES (:who, 1, 'registered')",
    "INSERT INTO journal (who, event, at) VALUES (:who, 'registered', '2026-11-19')",
    "INSERT INTO letter (person, kind, state) VALUES (:who, 'card', 'sending')",
    "INSERT INTO card VALUES (:who, 5, 'x') ON CONFLICT DO UPDATE SET look = excluded.look",
    "UPDATE letter SET state = 'sent' WHERE person = :who",
    "UPDATE inbox SET state = 'ended' WHERE id = last_insert_rowid()",
)
"""Ten statements, nine of them written."""
Keep = Callable[[int], Awaitable[None]]
Serve = Callable[[Telegram, Keep, Callable[[], Awaitable[None]]], Awaitable[float]]


async def _nothing(_: int) -> None:
    """A bare echo remembers nobody."""


@contextlib.asynccontextmanager
async def _rows(folder: Path) -> AsyncIterator[Keep]:
    async with aiosqlite.connect(folder / "peer.db", isolation_level=None) as db:
        for pragma in ("journal_mode=WAL", "synchronous=FULL"):
            await db.execute(f"PRAGMA {pragma}")
        await db.executescript(TABLES)
        lock = asyncio.Lock()

        async def keep(who: int) -> None:
            async with lock:
                await db.execute("BEGIN IMMEDIATE")
                for statement in ROWS:
                    cursor = await db.execute(statement, {"who": who, "body": "{}" * 150})
                    if statement.startswith("SELECT"):
                        await cursor.fetchone()
                await db.commit()

        yield keep


async def _by_ptb(there: Telegram, keep: Keep, done: Callable[[], Awaitable[None]]) -> float:
    async def pressed(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        if query := update.callback_query:
            await keep(query.from_user.id)
            await query.answer("x")
            await query.edit_message_text(f"x {query.from_user.id}")

    builder = Application.builder().token(TOKEN).base_url(f"{there.address}/bot")
    application = builder.get_updates_connection_pool_size(2).build()
    application.add_handler(CallbackQueryHandler(pressed))
    async with application:
        assert application.updater
        begun = time.process_time()
        await application.updater.start_polling(poll_interval=0.0)
        await application.start()
        await done()
        took = time.process_time() - begun
        await application.updater.stop()
        await application.stop()
    return took


async def _by_aiogram(there: Telegram, keep: Keep, done: Callable[[], Awaitable[None]]) -> float:
    from aiogram import Bot, Dispatcher
    from aiogram.client.session.aiohttp import AiohttpSession
    from aiogram.client.telegram import TelegramAPIServer

    session = AiohttpSession(api=TelegramAPIServer.from_base(there.address))
    bot, dispatcher = Bot(TOKEN, session=session), Dispatcher()

    @dispatcher.callback_query()
    async def pressed(query: Any) -> None:
        await keep(query.from_user.id)
        await query.answer("x")
        await query.message.edit_text(f"x {query.from_user.id}")

    begun = time.process_time()
    polling = asyncio.create_task(dispatcher.start_polling(bot, handle_signals=False))
    await done()
    took = time.process_time() - begun
    await dispatcher.stop_polling()
    await polling
    await session.close()
    return took


async def peer(serve: Serve, taps: int, *, rows: bool) -> float:
    """Milliseconds of the processor a tap."""
    acts = [Coming(0.0, FIRST + n, "x:1") for n in range(taps)]
    with tempfile.TemporaryDirectory() as folder, telegram(acts, paced=False) as there:
        async with contextlib.AsyncExitStack() as stack:
            keep = await stack.enter_async_context(_rows(Path(folder))) if rows else _nothing
            return await serve(there, keep, lambda: there.answered_and_edited(taps)) * 1000 / taps


def contenders(taps: int) -> Mapping[str, Callable[[], Awaitable[float]]]:
    """Everybody who is measured, by name."""
    frameworks: dict[str, Serve] = {"python-telegram-bot": _by_ptb}
    if find_spec("aiogram"):
        frameworks["aiogram"] = _by_aiogram
    found: dict[str, Callable[[], Awaitable[float]]] = {}
    for name, serve in frameworks.items():
        for kind, rows in (("a bare echo", False), ("ten rows", True)):
            found[f"{name}, {kind}"] = lambda s=serve, r=rows: peer(s, taps, rows=r)  # type: ignore[misc]
    for name, way in WAYS.items():
        found[f"ours: {name}"] = lambda w=way: _ours(w, taps)  # type: ignore[misc]
    return found


async def _ours(way: Any, taps: int) -> float:
    return (await walk(way, taps))[0]


def on_one_core() -> None:
    """Bots on the first core; Telegram is started onto the last."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {0})


def main() -> None:
    ask = asking(__doc__)
    ask.add_argument("taps", type=int, nargs="?", default=TAPS // 2)
    ask.add_argument("rounds", type=int, nargs="?", default=ROUNDS)
    told = ask.parse_args()
    on_one_core()
    everybody = contenders(told.taps)
    took: dict[str, list[float]] = {name: [] for name in everybody}
    for _ in range(told.rounds):
        for name, measure in everybody.items():
            took[name].append(asyncio.run(measure()))
    beside = [name for name in took if not name.startswith("ours")]
    heads = "".join(f"{name.replace('python-telegram-bot', 'ptb'):>21}" for name in beside)
    sys.stdout.write(f"{'':36}{'ms of CPU':>11}  times as quick as:{heads}\n")
    for name, each in took.items():
        ms = median(each)
        ratios = "".join(f"{median(took[other]) / ms:21.2f}" for other in beside)
        sys.stdout.write(f"{name:36}{ms:11.2f}{'':20}{ratios}\n")


if __name__ == "__main__":
    main()
