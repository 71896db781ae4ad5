"""A tap after a quiet while, over TLS: `python -m benchmarks.quiet [round trip in ms]`.

Telegram is a process beside with a certificate of its own making; every byte to and from it is
held up by half a round trip, and a connection by a whole one. Told is how many times a warm
call's time a call takes after 7 and after 31 seconds of quiet, as the house does it and as it
would be if nobody kept the line open. It is the time on the wall that counts here.
"""

import asyncio
import contextlib
import multiprocessing
import ssl
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from pathlib import Path
from statistics import median

from aiohttp import connector, web
from telegram import Bot

from benchmarks.asking import asking
from benchmarks.taps import TOKEN
from bot.transport import AiohttpRequest
from bot.warmth import keep_warm

QUIET, TRIES, WARM = (7, 31), 2, 15
CERTIFICATE = (
    "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost "
    "-addext subjectAltName=DNS:localhost -keyout key.pem -out cert.pem"
)
ME = {"ok": True, "result": {"id": 1, "is_bot": True, "first_name": "x", "username": "x"}}


async def _hold_up(read: asyncio.StreamReader, write: asyncio.StreamWriter, half: float) -> None:
    while data := await read.read(65536):
        await asyncio.sleep(half)
        write.write(data)
    write.close()


def _serve(pipe: Connection, folder: str, half: float) -> None:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(f"{folder}/cert.pem", f"{folder}/key.pem")

    async def me(_: web.Request) -> web.Response:
        return web.json_response(ME)

    async def run() -> None:
        app = web.Application()
        app.router.add_route("*", "/bot{token}/{method}", me)
        runner = web.AppRunner(app, access_log=None, keepalive_timeout=75)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0, ssl_context=context).start()
        inner = runner.addresses[0][1]

        async def relay(read: asyncio.StreamReader, write: asyncio.StreamWriter) -> None:
            await asyncio.sleep(2 * half)
            there, back = await asyncio.open_connection("127.0.0.1", inner)
            await asyncio.gather(_hold_up(read, back, half), _hold_up(there, write, half))

        server = await asyncio.start_server(relay, "127.0.0.1", 0)
        pipe.send(server.sockets[0].getsockname()[1])
        await asyncio.Event().wait()

    asyncio.run(run())


@contextmanager
def far_away(half: float) -> Iterator[str]:
    """Telegram's address, half a round trip (seconds) away."""
    context = multiprocessing.get_context("spawn")
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(CERTIFICATE.split(), cwd=folder, check=True, capture_output=True)
        connector._SSL_CONTEXT_VERIFIED.load_verify_locations(Path(folder) / "cert.pem")
        ours, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(theirs, folder, half), daemon=True)
        process.start()
        try:
            yield f"https://localhost:{ours.recv()}/bot"
        finally:
            process.kill()
            process.join()


@contextlib.asynccontextmanager
async def _line(address: str, *, warm: bool) -> AsyncIterator[Bot]:
    way = AiohttpRequest()
    async with Bot(TOKEN, base_url=address, request=way) as bot:
        duty = asyncio.create_task(keep_warm(bot, way)) if warm else None
        yield bot
        if duty:
            duty.cancel()


async def _took(bot: Bot) -> float:
    begun = time.perf_counter()
    await bot.get_me()
    return time.perf_counter() - begun


async def after_quiet(address: str, *, warm: bool) -> dict[int, float]:
    """By the seconds of quiet: how many times a warm call's time."""
    async with _line(address, warm=warm) as bot:
        found: dict[int, float] = {}
        for seconds in QUIET:
            usual = median([await _took(bot) for _ in range(WARM)])
            late = []
            for _ in range(TRIES):
                await asyncio.sleep(seconds)
                late.append(await _took(bot))
            found[seconds] = median(late) / usual
        return found


def main() -> None:
    ask = asking(__doc__)
    ask.add_argument("trip", type=float, nargs="?", default=80.0, help="round trip in ms")
    with far_away(ask.parse_args().trip / 2000) as address:
        for warm in (True, False):
            found = asyncio.run(after_quiet(address, warm=warm))
            told = " · ".join(
                f"after {seconds} s {times:.2f} ×" for seconds, times in found.items()
            )
            sys.stdout.write(
                f"{'as the house does it' if warm else 'nobody keeps it open':24}{told}\n"
            )


if __name__ == "__main__":
    main()
