"""What the others wait while one person floods: `python -m benchmarks.flood`.

Five people a second take a place, and a second after the first of them one person's 2,300 texts
lie in Telegram's queue: nobody's, a stranger's, then a volunteer's whom the office knows. Told is
how long the others wait for their answer, by the wall. The three are played in turn, the best
round of each: a machine that is not ours alone slows one round, hardly all.
"""

import asyncio
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from benchmarks.asking import asking
from benchmarks.rush import say
from benchmarks.taps import FIRST, NOW, TOKEN, known, laid
from benchmarks.telegram import Coming, telegram
from bot.wiring import build
from storage import Work

OTHERS, A_SECOND, TEXTS, ROUNDS = 60, 5, 2300, 3
STRANGER, SOMEBODY = 5, FIRST + OTHERS
WHOSE = {"nobody's": None, "a stranger's": STRANGER, "a known volunteer's": SOMEBODY}


def _settle(work: Work, people: int) -> Sequence[Coming]:
    """The others' taps, one after the other."""
    taps = known(work, people + 1)[:people]
    return [Coming(1 + n / A_SECOND, one.person, one.press) for n, one in enumerate(taps)]


async def waited(whose: int | None) -> float:
    """The middle of what the others wait for their answers, in seconds."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "b.db"
        taps = laid(path, _settle, OTHERS)
        texts = [Coming(2.0, whose, text="alo") for _ in range(TEXTS)] if whose else []
        comings = sorted([*taps, *texts], key=lambda coming: coming.at)
        with telegram(comings, paced=False) as there:
            async with build(
                token=TOKEN, database_path=path, base_url=there.address, clock=lambda: NOW
            ) as house:
                house.door.open()
                listening = asyncio.create_task(house.poller.run())
                await there.answered(len(taps))
                listening.cancel()
                await asyncio.gather(listening, return_exceptions=True)
                answers = there.book().answers
                pressed = [(n, c.at) for n, c in enumerate(comings, start=1) if c.press]
                return median(answers[n][0] - at for n, at in pressed)


def main() -> None:
    asking(__doc__).parse_args()
    best: dict[str, float] = {}
    for _ in range(ROUNDS):
        for name, whose in WHOSE.items():
            took = asyncio.run(waited(whose))
            best[name] = min(took, best.get(name, took))
    alone = best["nobody's"]
    for name, took in best.items():
        say(f"{name} texts: others wait", f"{took * 1000:.0f} ms, {took / alone:.2f} ×")


if __name__ == "__main__":
    main()
