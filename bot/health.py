"""Health over HTTP, on this machine only, without a name in it."""

import asyncio
import json
import time
from typing import Any

from bot.wiring import House

DEAF_AFTER = 90.0
"""Seconds without an answer from Telegram after which the bot is not well."""


async def serve_health(house: House, port: int, inspection: bool) -> None:
    """Answer `/healthz` (and, in the sandbox, `/inspection`) until cancelled."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        line = (await reader.readline()).decode("latin-1").split(" ")
        path = line[1] if len(line) > 1 else ""
        if path == "/healthz":
            found = await health(house)
            await _say(writer, 200 if found["well"] else 503, found)
        elif path == "/inspection" and inspection:
            await _say(writer, 200, await house.housekeeping.look_inside())
        else:
            await _say(writer, 404, {"error": "not found"})

    server = await asyncio.start_server(serve, "127.0.0.1", port)
    async with server:
        await server.serve_forever()


async def health(house: House) -> dict[str, Any]:
    """How the bot is: heard from Telegram lately, nothing stuck."""
    heard = house.poller.heard_at
    silent = time.monotonic() - heard if heard is not None else None
    boxes = await house.housekeeping.counts()
    return {
        "well": silent is not None and silent < DEAF_AFTER,
        "silent_seconds": None if silent is None else round(silent, 1),
        "inbox": boxes[0],
        "outbox": boxes[1],
    }


async def _say(writer: asyncio.StreamWriter, status: int, body: dict[str, Any]) -> None:
    content = json.dumps(body).encode()
    head = f"HTTP/1.1 {status} OK\r\nContent-Type: application/json\r\n"
    length = f"Access-Control-Allow-Origin: *\r\nContent-Length: {len(content)}\r\n\r\n"
    writer.write(head.encode() + length.encode() + content)
    await writer.drain()
    writer.close()
