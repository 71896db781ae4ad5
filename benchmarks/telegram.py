"""A Telegram that answers at once and remembers nothing, in a process of its own."""

import asyncio
import itertools
import json
import multiprocessing
import time
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from typing import Any

from aiohttp import web

CHAT = {"id": 1, "type": "private"}


def press(update_id: int, person: int, data: str) -> dict[str, Any]:
    """A press of a button, as Telegram sends it."""
    chat = {"id": person, "type": "private"}
    message = {"message_id": 5, "date": 1, "chat": chat, "text": "x"}
    who = {"id": person, "is_bot": False, "first_name": "x"}
    query = {"id": str(update_id), "from": who, "chat_instance": "1", "data": data}
    return {"update_id": update_id, "callback_query": {**query, "message": message}}


def _serve(pipe: Connection, updates: list[dict[str, Any]], delay: float, over: float) -> None:
    ids = itertools.count(100)
    began: list[float] = []
    waits: list[float] = []

    def tapped_at(update_id: int) -> float:
        return began[0] + over * (update_id - 1) / len(updates)

    async def answer(request: web.Request) -> web.Response:
        method = request.match_info["method"].lower()
        data = await request.post()
        if delay and method != "getupdates":
            await asyncio.sleep(delay)
        if method == "getupdates":
            began.append(time.monotonic())
            offset = int(str(data.get("offset", 0)))
            now = time.monotonic()
            coming = updates[max(0, offset - 1) : max(0, offset - 1) + 100]
            batch = [u for u in coming if tapped_at(u["update_id"]) <= now]
            if not batch:
                await asyncio.sleep(0.05)
            return _ok(batch)
        if method == "answercallbackquery":
            now = time.monotonic()
            waits.append(now - tapped_at(int(str(data["callback_query_id"]))))
            if len(waits) == len(updates):
                pipe.send((now - began[0], sorted(waits)))
            return _ok(True)
        chat = {"id": int(str(data.get("chat_id", 1))), "type": "private"}
        return _ok({"message_id": next(ids), "date": 1, "chat": chat, "text": "x"})

    app = web.Application()
    app.router.add_route("*", "/bot{token}/{method}", answer)

    async def run() -> None:
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        pipe.send(runner.addresses[0][1])
        await asyncio.Event().wait()

    asyncio.run(run())


def _ok(result: Any) -> web.Response:
    return web.Response(body=json.dumps({"ok": True, "result": result}).encode())


@contextmanager
def telegram(
    updates: list[dict[str, Any]], delay: float = 0.0, over: float = 0.0
) -> Iterator[tuple[int, Connection]]:
    """Serve these updates (numbered from 1), tapped evenly over so many seconds; gives the port
    and a pipe that tells the seconds from the first question to the last press answered, and
    how long each press waited, sorted."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs, updates, delay, over), daemon=True)
    process.start()
    try:
        yield ours.recv(), ours
    finally:
        process.kill()
        process.join()
