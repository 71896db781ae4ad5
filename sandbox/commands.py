"""`python -m sandbox demo` and `python -m sandbox serve`."""

from __future__ import annotations

import argparse
import asyncio
import errno
import os
import sys

from sandbox.control import control_routes
from sandbox.demo import demo
from sandbox.http import HOST, application, serving
from sandbox.page_routes import Backstage, page_routes
from sandbox.people import settle
from sandbox.stopping import until_stopped
from sandbox.world import World

PORTS = {"demo": 8765, "serve": 8081}


async def _serve(port: int) -> int:
    world = World()
    settle(world)
    routes = control_routes(world) + page_routes(world, Backstage())
    async with serving(application(world, routes), port, world.close) as found:
        sys.stdout.write(
            f"BOT_API_BASE_URL=http://{HOST}:{found}\nBOT_TOKEN={world.token}\n"
            f"CLOCK_URL=http://{HOST}:{found}/sandbox/clock\n"
        )
        sys.stdout.flush()
        await asyncio.Event().wait()
    return 0


def _port(words: str) -> int:
    port = int(words)
    if not 1 <= port <= 65535:
        raise ValueError
    return port


_port.__name__ = "port number"  # what argparse calls it


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m sandbox", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    show = commands.add_parser("demo", help="the sample office at work, with a page of telephones")
    show.add_argument("--once", action="store_true", help="play the main job, then end")
    serve = commands.add_parser("serve", help="the pretend Telegram alone, for a bot of your own")
    for name, command in (("demo", show), ("serve", serve)):
        command.add_argument("--port", type=_port, help=f"its port ({PORTS[name]})")
    return parser


def main() -> int:
    args = _parser().parse_args()
    once = args.command == "demo" and args.once
    port = args.port or (0 if once else PORTS[args.command])
    work = demo(port, once) if args.command == "demo" else until_stopped(_serve(port))
    try:
        return asyncio.run(work)
    except OSError as error:
        if error.errno not in {errno.EADDRINUSE, errno.EACCES}:
            raise
        sys.stderr.write(f"port {port} cannot be used ({os.strerror(error.errno)}); try --port\n")
        return 1
