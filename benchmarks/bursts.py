"""What a rush looks like to one who taps, in round trips: `python -m benchmarks.bursts`.

Three hundred tap in the same moment; then the evening's news go to nine hundred others while five
people a second tap. Telegram is 80 ms away and strict: the pace is the house's own. A round trip
is the least that an answer can take; what it took is counted from the tap until it is seen, by the
wall. Beside it what the processor did until the last was answered, which is the same on a machine
that is not ours alone.
"""

import asyncio
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks.asking import asking
from benchmarks.rush import READERS, say, spread
from benchmarks.taps import NOW, TOKEN, Settle, known, laid
from benchmarks.telegram import Book, Coming, Telegram, telegram
from bot.wiring import House, build
from domain.letters import Message
from storage import Work

AWAY = 0.08
TOGETHER, READ_IT, A_SECOND = 300, 900, 5


def _settle(readers: int) -> Settle:
    """An open day that people tap to, and the evening's news for so many others."""

    def settle(work: Work, taps: int) -> list[Coming]:
        comings = known(work, taps)
        for number in range(readers):
            person = work.people.add(f"Người {number}", NOW, telegram_id=READERS + number)
            work.tell(person, f"news:{number}", Message("activity.none_ahead"))
        return comings

    return settle


async def _had(house: House, there: Telegram, comings: Sequence[Coming]) -> None:
    """Until all are answered and nothing is due any more."""
    begun = time.process_time()
    duties = [asyncio.create_task(duty) for duty in (house.poller.run(), house.postman.run())]
    await there.answered(len(comings))
    say("… answered, ms of the processor", f"{(time.process_time() - begun) * 1000:.0f}")
    await house.dispatcher.drain()
    await house.postman.empty_bag()
    for duty in duties:
        duty.cancel()
    await asyncio.gather(*duties, return_exceptions=True)


async def seen(taps: int, readers: int, apart: float = 0.0) -> tuple[Book, Sequence[Coming]]:
    """What Telegram saw of taps so many seconds apart, which begin with the letters."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "b.db"
        laid_down = laid(path, _settle(readers), taps)
        comings = [replace(c, at=bool(apart) + n * apart) for n, c in enumerate(laid_down)]
        with telegram(comings, AWAY) as there:
            async with build(
                token=TOKEN, database_path=path, base_url=there.address, clock=lambda: NOW
            ) as house:
                house.door.open()
                await _had(house, there, comings)
                return there.book(), comings


def _told(book: Book, comings: Sequence[Coming]) -> None:
    tapped = {coming.person: coming.at for coming in comings}
    answers = (book.answers[n][0] - c.at for n, c in enumerate(comings, start=1))
    edits = (s.at - tapped[s.chat] for s in book.said if s.chat in tapped)
    say("… answer, round trips", spread(wait / AWAY + 1 for wait in answers))
    say("… card, round trips", spread(wait / AWAY + 1 for wait in edits))
    say("… refused by Telegram", str(len(book.violations)))


def main() -> None:
    asking(__doc__).parse_args()
    say("tapped together", str(TOGETHER))
    _told(*asyncio.run(seen(TOGETHER, 0)))
    book, beside = asyncio.run(seen(READ_IT // 28 * A_SECOND, READ_IT, 1 / A_SECOND))
    letters = [s.at for s in book.said if s.chat >= READERS]
    took = max(letters) - min(letters)
    said = sum(min(letters) <= s.at <= max(letters) for s in book.said)
    say("letters beside taps", f"{len(letters)} and {len(beside)}, {said / took:.1f} a second")
    _told(book, beside)


if __name__ == "__main__":
    main()
