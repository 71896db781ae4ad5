"""Our taps beside a bare echo over the same library: `python -m benchmarks.beside [taps]`.

The echo answers a press and writes over its message, with no memory at all. Rounds alternate, so
that a busy machine is as busy for both; each figure is a median, and the last column a ratio
within one run. Peers that are not dependencies of ours are not measured.
"""

import asyncio
import sys
import time
from statistics import median

from telegram import Update
from telegram.ext import Application, CallbackQueryHandler, ContextTypes

from benchmarks.taps import FIRST, TAPS, TOKEN, WAYS, walk
from benchmarks.telegram import Coming, telegram

ROUNDS = 5


async def _echo(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    query = update.callback_query
    if query:
        await query.answer("x")
        await query.edit_message_text(f"x {query.from_user.id}")


async def echo(taps: int) -> float:
    """Milliseconds of the processor a tap."""
    acts = [Coming(0.0, FIRST + n, "x:1") for n in range(taps)]
    with telegram(acts, paced=False) as there:
        builder = Application.builder().token(TOKEN).base_url(f"{there.address}/bot")
        application = builder.concurrent_updates(True).build()
        application.add_handler(CallbackQueryHandler(_echo))
        async with application:
            assert application.updater
            begun = time.process_time()
            await application.updater.start_polling(poll_interval=0.0)
            await application.start()
            await there.acted(taps)
            took = time.process_time() - begun
            await application.updater.stop()
            await application.stop()
    return took * 1000 / taps


def main() -> None:
    taps = int(sys.argv[1]) if len(sys.argv) > 1 else TAPS
    took: dict[str, list[float]] = {"a bare echo": [], **{name: [] for name in WAYS}}
    for _ in range(ROUNDS):
        took["a bare echo"].append(asyncio.run(echo(taps)))
        for name, way in WAYS.items():
            took[name].append(asyncio.run(walk(way, taps))[0])
    beside = median(took["a bare echo"])
    sys.stdout.write(f"{'':28}{'ms of CPU':>11}{'a second':>11}{'of an echo':>11}\n")
    for name, each in took.items():
        ms = median(each)
        sys.stdout.write(f"{name:28}{ms:11.2f}{1000 / ms:11.0f}{ms / beside:11.2f}\n")


if __name__ == "__main__":
    main()
