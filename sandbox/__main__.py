"""`python -m sandbox serve` and `python -m sandbox demo`."""

from __future__ import annotations

import argparse
import asyncio
import sys

from sandbox.control import control_routes
from sandbox.http import HOST, application, serving
from sandbox.world import World


async def _serve(port: int) -> None:
    world = World()
    async with serving(application(world, control_routes(world)), port) as found:
        sys.stdout.write(
            f"BOT_API_BASE_URL=http://{HOST}:{found}\nBOT_TOKEN={world.token}\n"
            f"CLOCK_URL=http://{HOST}:{found}/sandbox/clock\n"
        )
        sys.stdout.flush()
        await asyncio.Event().wait()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m sandbox", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    serve = commands.add_parser("serve", help="the pretend Telegram alone, for a bot of your own")
    serve.add_argument("--port", type=int, default=8081)
    return parser


def main() -> int:
    args = _parser().parse_args()
    try:
        asyncio.run(_serve(args.port))
    except OSError as error:
        sys.stderr.write(f"port {args.port} cannot be used ({error.strerror}); try --port\n")
        return 1
    except KeyboardInterrupt:
        return 0
    return 0


if __name__ == "__main__":
    sys.exit(main())
